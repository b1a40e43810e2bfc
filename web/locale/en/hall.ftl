# The hall, before the start
hall-title = The hall
hall-qr = QR code of the link to join
hall-code = The code is
hall-where = Open { $address } and enter
hall-project = Fill the screen
hall-project-end = Back to the hall
hall-count =
    { $people ->
        [0] Nobody is here yet
        [one] { $people } person is here
       *[other] { $people } people are here
    }
hall-seated =
    { $free ->
        [0] all have a seat
       *[other] { $free } without a seat
    }
hall-waiting = Without a seat
hall-waiting-none = Everybody who came has a seat.
hall-room-empty = Nobody yet
hall-person-away = away
hall-bot = plays by itself
hall-move = Move { $name } to
hall-move-nowhere = Without a seat
hall-moved = { $name } moved
hall-make-head = Make head
hall-make-head-label = Make head of { $party }: { $name }
hall-drag-hint = Drag a person to a delegation, or choose one beside the name.
hall-start = Start
hall-start-all =
    { $tables ->
        [one] Start
        [2] Start both rooms
       *[other] Start all { $tables } rooms
    }
hall-start-ask = Start now?
hall-start-text = The first phase opens and its clock begins to run.
hall-start-text-people = People who come later can still join by the same code.
hall-missing-party = { $room }: nobody plays { $parties }, which this scenario needs.
hall-missing-head = { $room }: { $parties } without a head, who alone can sign.
hall-started = Started

# What a participant sees
hall-you-are-in = You are in, { $name }
hall-no-seat = The facilitator will give you a delegation in a moment. This page changes by itself.
hall-you-are = You are
hall-your-role-head = You head the delegation: you alone sign and decide for it.
hall-your-role-adviser = You advise the head: you talk, draft and suggest.
hall-your-role-observer = You observe: you read the delegation’s papers.
hall-together = With you: { $names }
hall-alone = You are the only one of your delegation so far.
hall-wait = Read your briefing while the others arrive. The facilitator starts the exercise.
hall-briefing-own = For you alone
hall-briefing-common = For everybody
stranger-title-unknown = This device has no seat here
stranger-text-unknown = The link was for another device, or its seat was given a new link. Ask the facilitator for one, or join with the code.
stranger-door = To the door

stranger-title-deleted = This exercise was deleted
stranger-text-deleted = Everything that was said and signed in it is gone: its facilitator wished so, or the time was up for which the server keeps such things. Thank you for having been there.

# At the foot of the facilitator’s pages
keeping-until = Everything is kept until { $day }, or as long after the last act; then it is deleted, names and words too.
keeping-for-ever = Everything is kept until you delete it.
keeping-keep = Keep it for good
keeping-let-go = Let it be deleted in time
keeping-delete = Delete now…
keeping-delete-ask = Delete “{ $name }”?
keeping-delete-text = Everybody is shown out, every link ends, and all that was said, drafted and signed is deleted. Nobody can bring it back. If you want a report, take it first.
keeping-delete-name = To be sure, write its name: { $name }
keeping-delete-do = Delete for ever
stranger-title-removed = You were removed from this game
stranger-text-removed = The other delegations, or whoever runs it, did not want to play on with you. There are other games at the door.
