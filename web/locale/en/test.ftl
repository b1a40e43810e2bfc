# Before a class: test this room
test-again = Try again
test-state-good = good
test-state-bad = mend this
test-state-open = not yet known

test-verdict-waiting = Trying the network…
test-verdict-ready = Ready: this room can play.
test-verdict-phone = Nothing is wrong so far. Open the code below with a phone of the class, and it is ready.
test-verdict-mend = Mend this first: { $faults }.
test-fault-server = the server can’t be reached from here
test-fault-address = phones can’t reach the address that they would be given
test-fault-many = only { $answered } of { $all } connections at once were answered
test-fault-slow = the network is slow
test-fault-projector = the last row can’t read the screen

test-network = Network
test-network-waiting = A few messages go to the server and back.
test-network-none = No message came back. Is the server running, and this device in its network?
test-network-trip = A message goes there and back in { $ms } ms.
test-network-socket = Live connections (WebSockets) pass.
test-network-blocked = Live connections (WebSockets) are blocked here; the game then uses ordinary web requests, which work as well.

test-many = { $all } at once
test-many-waiting = As many connections as a class has, for a moment.
test-many-blocked = Not tried, for WebSockets are blocked here.
test-many-text = { $answered } of { $all } connections were answered, and are closed again.

test-phone = Phones
test-phone-text = Scan this with a phone that is in the network the class will use. It shows up here by the name of its browser.
test-phone-qr = QR code of a link that tries whether a phone reaches this server
test-phone-astray = { $address } is this machine’s name for itself: no phone can open it. Start the server so that others reach it (./run does), or tell it its address with --address.
test-phone-seen =
    { $count ->
        [one] One device is here:
       *[other] { $count } devices are here:
    }
test-phone-blocked = (without WebSockets; it can play all the same)

test-projector = Projector
test-projector-text = Show this page on the projector, and go to the last row.
test-projector-line = { $size }: Ukraine, Türkiye and 37 others sign on 4 May.
test-projector-ask = Which is the smallest line that can be read there?
test-size-small = Small
test-size-middle = Middle
test-size-large = Large
test-size-huge = Huge
test-size-none = None of them
test-readable-small = Everything can be projected as it is.
test-readable-middle = The hall and the debrief can be projected as they are.
test-readable-large = Project the hall with “Fill the screen”, and enlarge the debrief in the browser (Ctrl and +).
test-readable-huge = Only the code in the hall can be read. Enlarge everything else in the browser (Ctrl and +), or read it out.
test-readable-none = Enlarge the page in the browser (Ctrl and +), dim the light, or write the code on the board.

test-sound = Sound
test-sound-text = The game makes no sound. Turn the projector’s and the phones’ sound off, so that nothing else does.

# On the phone
test-here = This device reaches the server
test-here-text = { $device }. The teacher’s page shows it now; you can close this.
test-here-blocked = Live connections (WebSockets) are blocked here. It can play all the same.
test-here-lost = The server did not answer. Is this device in the same network?
