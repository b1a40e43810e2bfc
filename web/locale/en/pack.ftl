# The printable pack
pack-print = Print
pack-text = Everything for a class on paper. It holds every delegation’s secrets: keep it to yourself, and give each delegation its own pages.
pack-begins = When does the lesson begin?
pack-begins-hint = Then the running sheet shows times of day.
pack-key = This server asks for a key to set up exercises, and for its packs. Open the link that its operator has.

pack-people = People
pack-people-text = { $least } at least, { $best } to play every delegation, up to { $most } at a table.
pack-delegations = Delegations
pack-minutes = Time
pack-minutes-text = { $minutes } minutes of play, and time to join and to talk about it afterwards.
pack-agenda = On the agenda
pack-edition = Edition
pack-contents = In this pack: the running sheet; the briefing for everybody; a confidential briefing for each delegation; a sign for each to fold and stand on its table; the teaching note.

pack-sheet = Running sheet
pack-sheet-text = With { $joining } minutes to join. The rounds last as the scenario has it; the page on which you run the exercise fits them to your bell.
pack-at = At
pack-what = What
pack-lasts = Minutes
pack-does = You
pack-joining = Joining
pack-joining-does = Project the code. People type it and a name, and find their delegation. Hand out the briefings and stand up the signs.
pack-does-read = Ask everybody to read, and each delegation to say what it wants most.
pack-does-draft = Send them to one another. Who has not spoken with anybody, or has no text yet?
pack-does-decide = Every head chooses in secret. Remind them before the time is up.
pack-does-again = Say what another round costs, and which delegations have not met.
pack-does-debrief = Let each guess what the others wanted. Then open the debrief.
pack-end = End
pack-injects = News that may come
pack-inject-automatic = by itself
pack-inject-by-hand = when you send it

pack-join = Join here
pack-common = The briefing for everybody
pack-common-head = For everybody
pack-own = { $party }: the confidential briefing
pack-own-head = Confidential: for { $party } alone
pack-sign = The sign of { $party }
pack-teaching = The teaching note
pack-teaching-head = For whoever runs it
