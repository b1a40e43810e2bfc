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
control-all =
    { $rooms ->
        [2] You act on both rooms.
       *[other] You act on all { $rooms } rooms.
    }
control-some =
    { $rooms ->
        [one] You act on { $room } alone.
       *[other] You act on { $rooms } rooms.
    }
choose-hint = Tick some to act on these alone.
choose-none = Choose none
choose-shown = Choose these
filter-all = All { $rooms }
filter-needs = Need you: { $rooms }
filter-none = No room.

# What matters now
stage-opening = Is everyone here and ready?
stage-talks = Is everyone at work?
stage-end = Where does it lead?
stage-over = What came of it?
stage-well = Nothing needs you.
contrasts = To begin the debrief with
contrast-outcome = “{ $first }” in { $firsts }; “{ $second }” in { $seconds }.
contrast-score = { $party }: { $more } against walking away in { $best }, { $less } in { $worst }.
contrast-article =
    { $agreed ->
        [true] { $article }: { $terms } in { $one }, { $theirs } in { $other }.
       *[other]
            { $terse ->
                [true] { $article }: agreed in { $one }, not in { $other }.
               *[other] { $article }: { $terms } in { $one }, not agreed in { $other }.
            }
    }
kind-trouble = Rules that failed: { $rooms }
kind-party = Seats that matter empty: { $rooms }
kind-head = Nobody to sign: { $rooms }
kind-bell = Too late for the bell: { $rooms }
kind-unread = Briefing not read: { $rooms }
kind-lead = A head away: { $rooms }
kind-away = Somebody away: { $rooms }
kind-silent = Silent: { $rooms }
kind-refused = Refused again and again: { $rooms }
kind-idle = Somebody does nothing: { $rooms }
kind-undecided = Undecided: { $rooms }
kind-text = Without a text: { $rooms }
kind-time = Round ends: { $rooms }
kind-below = Below walking away: { $rooms }
kind-paused = Paused: { $rooms }
kind-early = Finished early: { $rooms }
kind-debrief = Waiting for the debrief: { $rooms }

nudge = Nudge
nudge-all = Nudge them all
nudge-label = Nudge { $room }
nudge-of = Nudge { $room }: { $what }
nudge-hint = It comes as a message from you. Change it as you like.
nudge-done = Sent
nudge-title =
    { $rooms ->
        [one]
            { $some ->
                [true] A word to { $parties } ({ $room })
               *[other] A word to everyone in { $room }
            }
       *[other] A word to { $rooms } rooms
    }
nudge-unread = Please read your briefing now: it says what you want, what you can give, and what you must not accept. It takes five minutes.
nudge-silent = How is it going? If you are stuck, ask the other side one question: what would you need from us to say yes?
nudge-idle = You have been quiet for a while. Who here has something that you need? Ask them, or put one article on paper and show it to them.
nudge-refused = That was refused several times. The words of the refusal say what is missing; if they don’t help, write to me.
nudge-undecided = Your choice is still open. It closes with this round; without it the default counts.
nudge-text = Nobody has put anything on paper yet. One article is enough to begin; it can be changed as often as you like.

# The clock
act-where =
    { $rooms ->
        [one] { $room }
       *[other]
            { $all ->
                [true]
                    { $rooms ->
                        [2] both rooms
                       *[other] all { $rooms } rooms
                    }
               *[other] { $rooms } rooms
            }
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
news-rooms =
    { $all ->
        [true] In all rooms
       *[other] In { $rooms }
    }
news-end =
    { $chance ->
        [100] { $title }
       *[other] { $title } ({ $chance }%)
    }
news-expected = As things stand it may come at the end of: { $ends }
news-unexpected = As things stand it does not come by itself
news-vary = In other words
news-vary-hint = What the scenario’s own news changes does not come with your words: add it below, and hold the other back there.
news-none = This scenario brings no news of its own.
news-fire = Bring it now
news-fire-label = Bring it now: { $title }
news-hold = Hold back
news-unhold = Let it come
news-of = { $act }: { $title }
news-held-done = Held back
news-unheld = It may come again
news-held = Held back
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
room-choose = Choose { $room }
room-well = Goes well
room-more = +{ $more }
room-line = { $online } of { $people } here · { $texts } drafts · { $in_force } in force
room-silent = silent for { $minutes } min

need-trouble =
    { $count ->
        [one] A rule of the scenario failed
       *[other] { $count } rules of the scenario failed
    }
need-party = Nobody plays { $parties }
need-head = Nobody can sign for { $parties }: no head
need-away = Away: { $parties }
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
need-refused = Refused again and again: { $parties }
need-idle =
    { $minutes ->
        [one] Neither drafts nor writes for a minute: { $parties }
       *[other] Neither drafts nor writes for { $minutes } minutes: { $parties }
    }
need-unread = Has not read the briefing: { $parties }
need-undecided = Not decided yet: { $parties } ({ $title })
need-below = Below walking away: { $who }
need-early =
    { $playing ->
        [one] Finished early; one room still plays
       *[other] Finished early; { $playing } rooms still play
    }
need-debrief = It is over; the debrief waits for you

# Looking into a room
look-as = Seen by
look-as-hint = What this delegation sees, live. From here nothing can be done in its name.
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
rule-void = Void the signature of { $party }
rule-void-title = Void the signature of { $party } under { $title }?
rule-void-text = It does not count any more, as if it had never been given; they may sign again.
rule-void-do = Void it
rule-end = End this text
rule-end-title = End { $title }?
rule-end-text = What it settled counts no more. It can’t be brought back; a new text may be drafted.
rule-effects = What article { $article } brings about
rule-reason-hint = It goes into the record, for those who see the text.
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
log-grouped = People were seated
log-ungrouped = A grouping was taken back
log-planned = People were seated by a list
log-stand-in = A bot stands in for { $person }, or no longer
log-erased = A name was forgotten
log-spectator = A link to look on was made
log-removed = { $person } was removed
log-linked = A new link for { $person }
log-controller = { $what } runs it too
log-controller-gone = A facilitator’s link was ended
log-claimed =
    { $on ->
        [true] Took a question
       *[other] Left a question to others
    }
log-settled = Answered a question

# A head who is away, and a wish for another role
need-lead =
    { $minutes ->
        [one] Away for { $minutes } minute: { $names }. Under People another can lead, or a bot stand in
       *[other] Away for { $minutes } minutes: { $names }. Under People another can lead, or a bot stand in
    }
request-role = { $name } would rather have another role
request-role-hint = Only facilitators see this. Under People you can move them.
