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
