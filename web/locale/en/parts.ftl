# Shared pieces
entente = Entente
notices = Notices
dismiss = Dismiss
close = Close
go-back = Go back
try-again = Try again
loading = One moment…
part-failed = This part of the page stopped working. The rest goes on.
something-failed = Something went wrong on this page. Try again, or reload it.
connection-lost = The connection is lost. Trying again; what you typed is kept.
connection-lost-answer = The connection was lost before the answer came. Look whether it was done before you do it again.
clock-paused = Paused
clock-left = Time left in this round
phase-round = { $phase }, round { $round } of { $rounds }
role-head = Head
role-adviser = Adviser
role-observer = Observer
