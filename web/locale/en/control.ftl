# The facilitator's page
act-refused = { $room }: { $why }

# A lost link
link-hand = New link
link-hand-label = New link for { $name }
link-title = A new link for { $name }
link-ask = Makes a link that opens { $name }’s seat on any device. The seat’s present device is shut out.
link-make = Make the link
link-new = The link
link-hint = Give it to this person alone: whoever opens it takes the seat. It is not shown again.
link-copy = Copy
link-copied = Copied

control-title = Facilitator
control-code = Code { $code }
control-code-title = Let people in
control-people =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
control-people-title = People
control-teaching = Teaching note
control-acts = What you can do
control-scope = Act on
control-all =
    { $rooms ->
        [2] Both rooms
       *[other] All { $rooms } rooms
    }

# The clock
act-where =
    { $rooms ->
        [one] { $room }
        [2] both rooms
       *[other] all { $rooms } rooms
    }
act-start = Start
act-started = Started
act-next = Next
act-next-ask = End this round now?
act-next-text = The round in { $where } ends as if its time were up: decisions close, and the next round or phase opens.
act-next-do = End the round
act-advanced = The next round is open
act-pause = Pause
act-paused = Paused
act-resume = Resume
act-resumed = The clock runs again
act-extend =
    { $minutes ->
        [one] +{ $minutes } minute
       *[other] +{ $minutes } minutes
    }
act-extend-label =
    { $minutes ->
        [one] +{ $minutes } minute for this round
       *[other] +{ $minutes } minutes for this round
    }
act-extended =
    { $minutes ->
        [one] One minute more
       *[other] { $minutes } minutes more
    }
act-bell = The bell
act-bell-ask = When does the bell ring?
act-bell-text = What is left of this round, and the rounds to come, are made to fit before it. Everyone sees the new time at once.
act-bell-do = Make it fit
act-bell-fitted = The rounds fit before the bell
act-bell-none = No bell
act-bell-off = No bell any more: rounds stay as long as they are
act-end = End the game
act-end-ask = End the game now?
act-end-text = In { $where } the talks stop and the result is computed. This can’t be undone.
act-end-do = End it
act-ended = Ended
act-debrief = Open the debrief
act-debrief-opened = The debrief is open: everyone sees all scores
act-close = Close
act-close-ask = Close for good?
act-close-text = In { $where } nobody can write any more; the result stays to be read.
act-closed = Closed

# What control says and sets
say-message = Message
say-message-title = A message to everyone
say-message-hint = Every delegation reads it under “Everyone”.
say-message-done = Sent
say-news = News
say-value = Set a value
say-ruling = Ruling
say-ruling-title = A ruling
say-ruling-hint = It goes into the record, for everyone.
say-ruling-do = Rule
say-ruling-done = Recorded
say-mark = Mark this moment
say-mark-title = Mark this moment
say-mark-hint = A note for the debrief. Only you see it.
say-mark-done = Marked
say-text = Your words
say-do = Send
news-title = News
news-compose = In your own words
news-headline = Headline
news-text = What happened
news-to =
    { $parties ->
        [0] For everyone
        [one] For one delegation
       *[other] For { $parties } delegations
    }
news-say = Bring this news
news-done = It is out
news-scheduled = From the scenario
news-none = This scenario brings no news of its own.
news-fire = Bring it now
news-fire-label = Bring it now: { $title }
news-hold = Hold back
news-unhold = Let it come
news-of = { $act }: { $title }
news-held-done = Held back
news-unheld = It may come again
news-held = Held back
news-automatic = May come by itself
news-by-hand = Comes only when you bring it
news-fired =
    { $times ->
        [one] Has come
       *[other] Has come { $times } times
    }
value-title = Set a value
value-what = What
value-to = To
value-choose = Choose…
value-bounds = { $min } to { $max } { $unit }
value-reason = Why
value-reason-hint = It goes into the record, for those who see the value.
value-do = Set it
value-done = Set

# A room at a glance
room-lobby = Not started
room-closed = closed
room-look = Look in
room-look-label = Look in: { $room }
room-delegations = Delegations
room-party = Delegation
room-people = Here
room-present = { $online } of { $people }
room-expected = Now
room-no-deal = Walking away
room-below = below
room-drafts =
    { $count ->
        [0] no drafts
        [one] { $count } draft
       *[other] { $count } drafts
    }
room-in-force = { $count } in force
room-signatures =
    { $count ->
        [one] { $count } signature
       *[other] { $count } signatures
    }
room-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
room-refusals =
    { $count ->
        [one] { $count } refusal
       *[other] { $count } refusals
    }
room-silent = silent for { $minutes } min

need-trouble =
    { $count ->
        [one] A rule of the scenario failed
       *[other] { $count } rules of the scenario failed
    }
need-party = Nobody plays { $parties }
need-head = Nobody can sign for { $parties }: no head
need-online = Away: { $parties }
need-silent =
    { $minutes ->
        [one] Nothing done for a minute
       *[other] Nothing done for { $minutes } minutes
    }
need-bell =
    { $late ->
        [one] Ends { $ends }, a minute too late for the debrief before the bell at { $bell }: shorten?
       *[other] Ends { $ends }, { $late } minutes too late for the debrief before the bell at { $bell }: shorten?
    }
need-text = No text yet
need-time = The round ends in { $left }
need-paused = Paused
need-refusals = { $count } attempts were refused
need-below = Below walking away: { $parties }
need-debrief = It is over; the debrief waits for you

# Looking into a room
look-parts = Parts of the room
look-texts = Texts
look-words = Talk
look-minutes = Minutes
look-result = Result
look-no-texts = No text has been drafted.
look-no-words = Nothing has been written.
look-no-minutes = Nothing has happened yet.
look-state =
    { $status ->
        [draft] Draft, version { $version }
        [in_force] In force, version { $version }
        [suspended] Suspended, version { $version }
        [withdrawn] Withdrawn
       *[ended] Ended
    }{ $public ->
        [true] { " · shown to everyone" }
       *[other] { "" }
    }
look-signed =
    { $count ->
        [0] Nobody has signed.
       *[other] Signed by { $signed }.
    }
look-signed-except = { $party } (with exceptions)
look-missing = Waits for { $parties }.
look-circle-plenary = Everyone
look-circle-press = Press
look-circle-control = With { $party }

# What delegations ask
requests =
    { $count ->
        [one] One question for you
       *[other] { $count } questions for you
    }
request-claimed =
    { $own ->
        [true] yours
       *[other] { $name } answers it
    }
request-take = I take it
request-leave = Leave it to others
request-answer = Answer
request-answer-title = Your answer
request-answer-hint = That delegation alone reads it.
request-rule = Rule on it
request-done = Done
changes = What it changes
changes-add = + A value that changes

# Those who run it together
facilitators = Facilitators
facilitator-state =
    { $own ->
        [true] you
       *[other]
            { $online ->
                [true] here
               *[other] away
            }
    }
facilitator-name = Name of one more facilitator
facilitator-hint = They see and do all that you do. The record says who did what.
facilitator-invite = Make a link
facilitator-link = Link for { $name }
facilitator-remove = End the link
facilitator-remove-label = End the link of { $name }

# The log of what facilitators did
log = Log
log-empty = Nothing yet.
log-exercise-start = Start
log-exercise-pause = Pause
log-exercise-resume = Resume
log-exercise-advance = The round was ended
log-exercise-extend = { $value } minutes for the round
log-exercise-schedule = The schedule was changed
log-exercise-end = The game was ended
log-inject-fire = News: { $what }
log-inject-hold =
    { $on ->
        [true] Held back: { $what }
       *[other] May come again: { $what }
    }
log-inject-compose = News in own words: { $what }
log-variable-set = { $what } set to { $value }: { $reason }
log-signature-void = The signature of { $party } was voided: { $reason }
log-instrument-end = A text was ended: { $reason }
log-ruling-make = Ruling: { $what }
log-moment-mark = Marked: { $what }
log-debrief-open =
    { $on ->
        [true] The debrief was opened
       *[other] The debrief was closed
    }
log-message-send = Message: { $what }
log-assigned = { $person } sits for { $party }
log-released = { $person } has no seat any more
log-bot = A bot plays { $party }
log-bot-gone = A bot has left
log-linked = A new link for { $person }
log-controller = { $what } runs it too
log-controller-gone = A facilitator’s link was ended
log-claimed =
    { $on ->
        [true] Took a question
       *[other] Left a question to others
    }
log-settled = Answered a question
