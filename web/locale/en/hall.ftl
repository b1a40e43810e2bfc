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
keeping-delete-text = Everybody is shown out, every link ends, and all that was said, drafted and signed is deleted. Nobody can bring it back. Games that went on from one of its moments stay, with the past that they go on from. If you want a report, take it first.
keeping-delete-name = To be sure, write its name: { $name }
keeping-delete-do = Delete for ever
stranger-title-removed = You were removed from this game
stranger-text-removed = The other delegations, or whoever runs it, did not want to play on with you. There are other games at the door.

# The roster
hall-role = Role of { $name }
hall-left = left
hall-away-for =
    { $minutes ->
        [one] away for { $minutes } minute
       *[other] away for { $minutes } minutes
    }
hall-stood-in = a bot stands in
hall-expected = Expected: { $names }
bot-in = Let a bot play
bot-in-label = Let a bot play { $party } in { $room }
bot-out = Take it out
bot-out-label = Take it out: the bot of { $party }
bots-in = Bots for the empty seats
bots-in-done = Bots play whatever nobody leads. Whoever joins takes a bot’s seat.
stand-in = A bot stands in
stand-in-label = A bot stands in for { $name }
stand-in-done = A bot answers for { $name }, and signs nothing, until they are back.
stand-in-end = No bot for { $name }
lead-to = { $name } leads
grave-erase = Forget the name
grave-erase-label = Forget the name { $name }
grave-erase-ask = Forget the name “{ $name }”?
grave-erase-text = From now on everybody reads the delegation and a number in its place. The seat, and what was done from it, stay; the server’s record keeps the name, for nobody to see, until the exercise is deleted. This can’t be undone.
grave-erase-do = Forget it
grave-remove = Remove
grave-remove-label = Remove { $name } from the exercise
grave-remove-ask = Remove { $name } from the exercise?
grave-remove-text = Their page is shown out at once, and their link does not open this exercise again. The seat is free; what was done from it stays.
grave-remove-do = Remove

# Grouping
group = How people are seated
group-how = People are seated
group-even = evenly
group-even-text = Delegations that the scenario needs first, then the rooms with the fewest people.
group-random = by chance
group-random-text = As evenly, but chance decides who plays what.
group-choice = as they choose
group-choice-text = Everybody takes one of the free places.
group-hand = by you
group-hand-text = People wait until you give them a seat.
group-anew = Seat everybody anew
group-anew-ask = Seat everybody anew?
group-anew-text = Those in rooms that have begun stay where they are. You can take it back once.
group-anew-done = Everybody was seated anew
group-undo = Take it back
group-undone = Everybody is where they were
list-paste = Paste a list
list-title = Seat people by a list
list-text = One person a line
list-hint = Names alone, or a table with a first line that names its columns: name, room, delegation, role. Who joins by a name on the list has that place.
list-file = Or open a file
list-try = See what comes of it
list-tried =
    { $placed ->
        [one] { $placed } person would have a place, { $expected } of them not here yet.
       *[other] { $placed } people would have a place, { $expected } of them not here yet.
    }
list-problem = Line { $line }: { $message }
list-take =
    { $placed ->
        [one] Seat { $placed } person
       *[other] Seat { $placed } people
    }
list-done =
    { $placed ->
        [one] { $placed } person has a place
       *[other] { $placed } people have a place
    }
look-on = A link to look on
look-on-text = Whoever opens it sees what is public of a room, and can do nothing: for a projector, or a guest.

# Choosing a place
places-title = Choose your place
places-free =
    { $free ->
        [0] full
       *[other] { $free } free{ $head ->
            [true] {""}
           *[other] , nobody leads yet
        }
    }
places-take = Take it
places-take-label = Take it: { $party }, { $room }
places-again = Choose another place

# Before the role
notice-title = Before you begin
notice-go-on = I understand
notice-other = I’d rather have another role
notice-private = Only the facilitator reads this. You go on as you are until they answer.
notice-words = Anything they should know?
notice-words-hint = You need not say why.
notice-ask = Ask for another role
notice-asked = The facilitator knows, and nobody else
leave = Leave the exercise
leave-ask = Leave the exercise?
leave-text = Your seat goes to another. What you wrote and signed stays. To come back you need a new link from the facilitator.
