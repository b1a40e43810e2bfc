# Open games, and people who do not know one another
lobby-title = Open games
lobby-running = Under way; a seat is free.
lobby-at = Begins on { $day } at { $time }.
lobby-waits =
    { $missing ->
        [one] Begins when one more is there.
       *[other] Begins when { $missing } more are there.
    }
lobby-taken = { $taken } of { $seats } seats taken.
lobby-bots = Empty seats play by themselves.
lobby-days = over days
lobby-join = Join
lobby-join-label = Join { $name }
lobby-join-ask = Join “{ $name }”?
lobby-manners = You will play with people you do not know. Others read what you write; you can mute and report people, and leave at any time.
lobby-name = A name for this game

calendar-do = Calendar file
calendar-label = Calendar file: { $title }
calendar-deadline = { $name }: the round ends

list-on = List it for strangers: anybody may join from the door
list-people = How many people at least?
list-people-hint = It begins at once when all { $parties } delegations have somebody.
list-at = When does it begin?
list-at-hint = By itself; it is called off when too few are there. Empty: as soon as enough are.

listed-at = It begins by itself on { $day } at { $time }, if { $people } are there by then, and at once when every seat is taken.
listed-waits = It begins by itself as soon as { $people } are there.
listed-called-off = This game was called off: too few people had come when it was to begin. Others are listed at the door.

people-hint = Muting is for you alone. A report goes to whoever runs this game and this server; nobody else is told.
people-mute = Mute
people-unmute = Hear again
people-muted = A message of { $name }, whom you have muted.
people-muted-show = Show it
people-report = Report
people-report-ask = Report { $name }?
people-report-what = What happened?
people-report-hint = The facilitator reads it. Nobody else is told.
people-reported = Reported
people-vote = Vote to remove
people-voted = { $votes } of { $needed } votes that are needed
people-more-label = More about { $name }
