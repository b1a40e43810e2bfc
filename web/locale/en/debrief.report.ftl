# Looking back, once the debrief is open
report-phase-round = { $title }, round { $round }
report-time = Time
report-from-to = { $before } → { $after }
report-move-added = { $terse ->
    [true] { $title } added
   *[other] { $title } added: { $terms }
    }
report-move-removed = { $title } taken out
report-move-changed = { $title }: { $terms }
chart-numbers = The numbers

# The deal that was left
left-title = The deal you left
left-pending = Looking for what was within reach…
left-nothing = Nothing better was within reach for all who would have had to sign it. What was agreed could not be bettered for all of them.
left-when =
    { $count ->
        [one] At { $time } ({ $phase }) this could have been agreed by one signature, and would have been better than what came in the end for all who sign:
       *[other] At { $time } ({ $phase }) this could have been agreed by { $count } signatures, and would have been better than what came in the end for all who sign:
    }
left-several =
    { $together ->
        [true] It takes { $count } texts, linked: all of them enter into force together, or none.
       *[other] It takes { $count } texts, one after the other: each in force before the next is written.
    }
left-condition = It takes effect if: { $conditions }.
left-later =
    { $count ->
        [one] One more moment like it
       *[other] { $count } more moments like it
    }
left-gains = What each would have had
left-got = In the end
left-deal = With it
left-more = More
left-not-asked = does not sign it
left-ratified = It is reckoned as if ratified by { $parties }, who had not decided then.
left-replay = See the table as it was then

# What could have been had
frontier-title = What was possible
frontier-pending = Weighing what could have been agreed…
frontier-text = Every agreement that could be written was weighed. The dots are efficient: none of them can be bettered for one without taking from another. Zero is walking away.
frontier-text-searched = There are too many agreements to weigh each. The dots are the best that were found: none that is known betters one delegation without taking from another. Zero is walking away.
frontier-for = Seen from
frontier-axis = What { $party } gains
frontier-axis-least = What the worst off but { $party } gains
frontier-efficient = An efficient agreement
frontier-what = What
frontier-legend = A number in a ring is the room with that number, where it ended; ×3 are three rooms that ended there, and a filled ring has this room in it.
frontier-more = More: points that theory would choose
solution-nash = Nash
solution-nash-text = the product of all gains is the largest.
solution-kalai-smorodinsky = Kalai and Smorodinsky
solution-kalai-smorodinsky-text = all have the same share of the most that they could hope for.
solution-egalitarian = Egalitarian
solution-egalitarian-text = the smallest gain is as large as it can be.
solution-utilitarian = Utilitarian
solution-utilitarian-text = all gains together are the largest.
debrief-possible = Possible
possible-hint = Possible: the most that each could have gained with nobody worse off than walking away.

# Offers
offers-title = Offers over time
offers-none = Nobody put anything into writing.
offers-text = Every version of every text, in the order in which they came: above the line it would have made this delegation better off than it was at that moment. The letter is whose version it was.
offers-to = What the offers were worth to { $party }
offers-one = { $party }: { $text }, version { $version }
offers-offer = Offer
offers-worth = Worth
offers-axis-x = one offer after another
offers-axis-y = gain

# How it came about
traces-title = Step by step
trace-moves = Concessions
trace-moves-text = Who moved which article, and what that change alone gave or cost.
trace-disputes = Disputes
trace-disputes-text = What was put forward and not agreed, and whether it was settled.
trace-promises = Promises
trace-promises-text = Every article that came to bind somebody, and what became of it.
trace-choices = Choices
trace-choices-text = What each did when nobody saw it, and what they had promised then.
trace-known = Who knew what
trace-known-text = When texts, news and secrets came to whom.
trace-replay = { $time }, { $phase }: see the table as it was then
trace-all = Show all { $count }
trace-move = { $party }: { $move }
trace-free-article = an article in their own words
trace-dispute =
    { $lifted ->
        [true] { $party } disputed { $article }, and let it stand later.
       *[other] { $party } disputed { $article } to the end.
    }
trace-promise =
    { $state ->
        [suspended] { $article } ({ $parties }): suspended in the end.
        [replaced] { $article } ({ $parties }): replaced by a later text.
        [ended] { $article } ({ $parties }): ended.
        [denounced] { $article } ({ $parties }): { $by } left it.
       *[kept] { $article } ({ $parties }): in force to the end.
    } { $terse ->
        [true] { "" }
       *[other] { $terms }
    }
trace-choice = { $decision } { $choices }
trace-choice-of =
    { $bound ->
        [none] { $party }: { $option }{ $nothing ->
            [true] { " " }(did not choose)
           *[other] { "" }
        }
       *[other] { $party }: { $option }{ $nothing ->
            [true] { " " }(did not choose)
           *[other] { "" }
        }, bound by { $bound }
    }
trace-everybody = everybody
trace-knew-text =
    { $how ->
        [drafted] { $who } showed { $text } to { $audience }.
        [invited] { $who } brought { $audience } in on { $text }.
        [leaked] { $who } leaked { $text }: from then on { $audience } knew.
        [entered] { $text } came into force, and { $audience } knew.
       *[tabled] { $who } showed { $text } to { $audience }.
    }
trace-knew-variable = { $thing } changed; { $audience } could see it.
trace-knew-news = “{ $title }” came to { $audience }.
trace-knew-choices = { $decision } closed; { $audience } saw what was chosen.

# Replay
replay-title = Once more, through anybody’s eyes
replay-text = Move along the game and see the table as it was, and as one delegation saw it: its texts, its talks, its secrets.
replay-as = Through the eyes of
replay-public = somebody outside
replay-moment = Moment
replay-when = { $time }, { $at } of { $of }
replay-back = Back
replay-on = On
replay-happened = What happened
replay-texts = Texts
replay-no-texts = No text yet.
replay-said = Said
replay-nothing-said = Nothing said yet.
replay-to = to { $parties }:
replay-text-state =
    { $status ->
        [in_force] in force
        [suspended] suspended
        [withdrawn] withdrawn
        [ended] ended
       *[draft] draft
    }, version { $version }{ $count ->
        [0] { "" }
       *[other] , signed by { $signed }
    }

# One's own part
personal-title = Your part in it
personal-did = Messages: { $messages } · texts drafted: { $drafts } · amended: { $amendments } · signed: { $signatures } · declined: { $declines } · choices: { $choices } · leaks: { $leaks }
personal-replay = See it again
question-signed-below = You signed the { $text } when it was worth { $value } to you, and walking away { $walking }. What made it worth signing?
question-declined-better = You declined the { $text } when it was worth { $value } to you, and walking away { $walking }. What were you waiting for, and did it come?
question-chose-bound = { $decision } You chose: { $option }. You had promised: { $bound }. What would the others do next time?
question-gave-most = Your largest concession was { $move } (it cost you { $cost }). What did you get for it, and did they know what it cost you?
question-held-out = You held { $article } in dispute to the end. Was it worth what did not come about because of it?
question-leaked = You leaked the { $text }. Who trusted you less afterwards, and how did you notice?
question-offered-nothing = You put nothing into writing. What would your first offer have been?
question-never-wrote =
    { $count ->
        [one] You never wrote to { $parties }. What might you have learned from them?
       *[other] You never wrote to { $parties }. What might you have learned from them?
    }
question-result =
    { $result ->
        [ahead] You came out { $gain } points ahead of walking away. What would you do the same way again?
        [behind] You came out { $gain } points below walking away. At which moment would you have had to stop?
       *[other] You came out just where walking away would have left you. What would have moved the others?
    }
card-title = A card to show
card-text = It tells nothing to those who have yet to play.
card-as = As { $party }
card-result =
    { $result ->
        [better] Better than walking away
        [worse] Worse than walking away
        [same] As good as walking away
       *[unknown] It was played to the end
    }
card-did = Agreements: { $agreements } · offers: { $offers } · messages: { $messages }
card-save = Save it as a picture
card-copy = Copy its words
card-copied = Copied.

# Rooms beside one another
rooms-together =
    { $count ->
        [one] one room ({ $rooms })
       *[other] { $count } rooms ({ $rooms })
    }
compare-title = The rooms beside one another
compare-text = What each delegation gained over walking away, in one room as in another. The larger a dot, the more rooms had that result; the long stroke is the middle one.
compare-by = Put together by
compare-by-outcome = how it ended
compare-by-all = nothing: all rooms as one
compare-by-set = class and edition
compare-by-news = the news: { $title }
compare-all = All rooms
compare-news-came =
    { $came ->
        [true] “{ $title }” came
       *[other] “{ $title }” did not come
    }
compare-groups = What was gained, by groups of rooms
compare-middle = Middle
compare-range = Least to most
compare-from-to = { $least } to { $most }
compare-set =
    { $named ->
        [true] { $name } ({ $edition })
       *[other] { $name }
    }
compare-beside = Another class beside it
compare-beside-none = none
compare-beside-failed = What that class did cannot be had: it was deleted, or is not over.
compare-every = Each of the { $count } rooms
compare-room = Room
compare-in-force = Articles in force
compare-news = News that not all had
compare-came =
    { $came ->
        [true] yes
       *[other] –
    }
compare-not-yet =
    { $count ->
        [one] The debrief of { $rooms } is not open.
       *[other] The debriefs of { $rooms } are not open.
    }

# Again
again-title = And now?
again-other = Play the other side: { $party }
again-same = Once more as { $party }
again-people = Play with people

# The debrief on the projector, step by step
present-open = Show the debrief
present-title = Debrief
present-step = { $at } of { $of }
present-back = Back
present-on = On
present-close = Close
present-how = How the rooms ended
present-contrasts = What was different
present-marks = Moments that were marked
present-choose = Room

# To take away
exports-title = To take away
exports-text = Your own table: what you could read, and what was played.
exports-text-control = All rooms that are over, with what each seat did and every message. Take care of it: it tells who did what.
exports-csv = For a spreadsheet (CSV)
exports-json = Everything (JSON)
exports-html = A report to print (HTML)
exports-open = Export

# Play on from a moment
fork-open = Play on from here
fork-title = Play on from this moment
fork-text = A new game begins as this one was at { $when }. This one stays as it is, and the new one is compared with it in its own debrief.
fork-as = As
fork-as-facilitator = Facilitator: others take the seats
fork-lead-hint = You get a code for them; bots keep the seats until they come. The clock stands still until you resume.
fork-play = Play against bots
fork-lead = Open it
fork-parent = From where this game began anew
fork-parent-text = The other one went on from the same moment, and ended so: { $outcome }.
fork-parent-here = This game
fork-parent-there = The other one
