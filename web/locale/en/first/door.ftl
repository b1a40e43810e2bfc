# The door: join, play now, run an exercise
door-lede = Take a delegation’s seat. Trade guarantees, land and promises; sign what you can; live with what you signed.

door-back-title = You are already in
door-back-as-control = You are the facilitator
door-back-as-seat = As { $name }
door-back-forget = Forget
door-back-forget-label = Forget { $title } on this device
door-back-forget-ask = Forget “{ $title }”?
door-back-forget-text = This device loses its way back in. Only the facilitator can give you a new link.
door-back-forget-control-text = This device loses its way back in, and nobody else can run this exercise then.

join-title = Join
join-text = You were given a code of six letters.
join-code = Code
join-code-wrong = A code has six letters.
join-name = Your name
join-name-hint = As the others know you.
join-do = Join

play-title = Play now
play-text = A short game at once, alone: the other seats play by themselves. No clock, no account.
play-do = Play { $title }
play-do-minutes = About { $minutes } minutes
play-other = Another scenario or delegation
play-scenario = Scenario
play-party = Your delegation
play-party-any = Any
play-name = Your name
play-name-default = Guest

run-title = Run an exercise
run-text = For a class or a group. You get a code for them, and a page from which you run it.
run-open = Set one up
run-scenario = Scenario
run-people =
    { $parties ->
        [one] { $parties } delegation
       *[other] { $parties } delegations
    }
run-minutes = { $minutes } minutes
run-edition = How much of it
run-how-many = How many people?
run-how-many-hint = You can change it later; people may come and go.
run-tables = Rooms
run-tables-text =
    { $tables ->
        [one] One room, with all { $people } in it.
       *[other] { $people } people: { $tables } rooms of { $each }.
    }
run-tables-thin = A room then has fewer people than the { $essential } delegations this scenario needs.
run-tables-full = A room has { $seats } seats; some people would be left without one.
run-mode = Where do they meet?
run-mode-room = In the room: they talk with their mouths
run-mode-online = Online: they talk here
run-mode-mixed = Mixed
run-time = How long?
run-time-lesson = A lesson: rounds of minutes
run-time-days = Over days: rounds of hours, people come when they can
run-time-none = No clock: you say when a round ends
run-bell = When does the bell ring?
run-bell-hint = Rounds are made to fit. Empty: as long as the scenario takes.
run-debrief = Minutes for the debrief
run-debrief-hint = Kept at the end, before the bell.
run-phase =
    { $rounds ->
        [one] { $title } { $minutes } min
       *[other] { $title } { $rounds } × { $minutes } min
    }
run-preview = Begin at { $starts }, when all have joined: { $phases }.
run-preview-debrief = Debrief from { $at }.
run-preview-bell = Bell at { $at }.
run-preview-late = It does not fit before the bell, even with a minute a round.
run-hours = Hours a round lasts
run-hours-hint = 24 is a day. A round ends sooner when every delegation is ready, and at its deadline whoever is there: choices not made take their default.
run-quiet = No deadline at night ({ $zone })
run-quiet-from = From
run-quiet-to = To
run-name = Name of the exercise
run-name-hint = So that you find it again. People see it.
run-more = More choices
run-bots = Empty seats play by themselves
run-calculator = Delegations may see what a text is worth to them
run-advice = Delegations may ask for advice on what to propose
run-key = Key
run-key-hint = This server asks for a key to set up exercises. Its operator has it.
run-do = Open the hall
pack-title = Printable pack

door-kept =
    { $days ->
        [0] What is played here is kept until its facilitator deletes it.
        [one] What is played here is deleted a day after the last act in it.
       *[other] What is played here is deleted { $days } days after the last act in it.
    }
no-scenarios = This server has no scenarios.

run-anonymous = Without names: others see “France 1”, and nobody’s name is kept
run-rotate = The lead goes round: at each new phase the next adviser becomes head
run-notice = A notice before people see their roles
run-notice-hint = Leave it empty for none. Everyone can ask you in private for another role.
notice-usual = This game is about a conflict, and may touch on war and loss. You play a role: what you say in it is not what you think. If it is too close to you, ask for another.
test-title = Test this room
