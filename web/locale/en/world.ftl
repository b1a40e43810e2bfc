# Talk, in the room and over a wire
meet-title = Whom to meet
meet-disputed = { $articles } of the { $text } is disputed by them. Ask what would settle it.
meet-waits = The { $text } waits for you. Ask what they expect from it.
meet-signature = Ask what they need before they sign the { $text }.
circle-last = { $who }: { $words }
messages-new = New since you last looked
message-waits = It is sent as soon as the connection is back.
quote-unknown = A text that you do not know
quote-gone = This article no longer stands in it.
call-join = Join the call at { $host }
call-set = Set a call link
call-change = Change it
call-title = A call for this circle
call-address = Address of the call
call-hint = It must begin with https://. All in this circle see it, and nobody else but the facilitator.
call-do = Give it to the circle

# The world
world-parts = Parts of this page
news-earlier =
    { $count ->
        [one] One earlier piece of news
       *[other] { $count } earlier pieces of news
    }
map-how = What the map shows
map-by-held = Who holds it
map-by-agreed = What is agreed
map-holds-it = Held by { $party }
map-open = Nothing agreed yet
map-regions = The areas, one by one
map-held-by-nobody = Held by nobody.
map-agreed-in = { $clause }: agreed in
map-proposed-in = Put forward in
map-no-text = No text that you know speaks of it.
figures-hint = Open one to see where it comes from.
figure-varies = by party
figure-all = all { $value }
figure-from = It comes from:
figure-fixed = It comes from fixed numbers alone.
figure-more = And from what you may not see.
figure-start = At the start: { $value }.
figure-changes-more = Earlier changes stand in the minutes.
figure-course = { $figure }, round by round
figure-round = At the end of
figure-value = Value
figure-change = Change
part-not-agreed = { $title }: not agreed
part-decision = The answers to “{ $decision }”
part-text = Whether and by whom the { $text } is signed
cause-facilitator = the facilitator: { $reason }
cause-decision = after “{ $decision }” was decided
cause-clause = as “{ $clause }” entered into force
cause-news = because of the news “{ $title }”
cause-time = with the end of the round
minutes-print = Print them
minutes-of = { $title }, { $room }
minutes-before = Before the start
minutes-search = Look through the minutes
minutes-who = Who
minutes-what = What
minutes-word = Words
minutes-anybody = Everybody
minutes-anything = Everything
minutes-kind-texts = Texts
minutes-kind-signatures = Signatures
minutes-kind-agreed = What was agreed
minutes-kind-decisions = Decisions
minutes-kind-figures = Figures
minutes-kind-news = News and statements
minutes-found =
    { $count ->
        [0] Nothing of that kind stands in the minutes.
        [one] One entry
       *[other] { $count } entries
    }

# Deciding
decide-others-open = { $parties } decide this now. You see each answer as it is given.
choice-title = Your answer
choice-advise = Write to your delegation
decided-ours = You chose: { $option }.
decided-hidden = What the others chose is shown when the game is over.
evidence-says = What it depends on, as it stands
evidence-binds = What binds you
evidence-binds-none = No article that is in force binds anybody.
evidence-others =
    { $count ->
        [one] One article binds others
       *[other] { $count } articles bind others
    }
evidence-changes = What it can change

# The studio names it too
figure = Figure
