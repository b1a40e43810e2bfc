# Shared pieces
entente = Entente
notices = Notices
dismiss = Dismiss
close = Close
go-back = Go back
try-again = Try again
language = Language
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
yes = yes
no = no
nobody = nobody
facilitator = The facilitator
room-nth = Room { $number }
a-text = a text
clause-of = { $title }: { $it }
text-by = { $title }, from { $party }
party-chose = { $party }: { $option }

# The minutes
minute-phase-opened =
    { $rounds ->
        [1] { $phase } opens
       *[other] { $phase }, round { $round }, opens
    }
minute-paused = Paused
minute-resumed = Resumed
minute-drafted = { $party } drafts the { $text }
minute-amended = { $party } amends the { $text }: version { $version }
minute-opened =
    { $on ->
        [true] { $party } opens the { $text } for signature
       *[other] { $party } reopens the { $text } for changes
    }
minute-tabled = { $party } shows the { $text } to everyone
minute-leaked = { $party } leaks the { $text }
minute-signed =
    { $reserved ->
        [none] { $party } signs the { $text }, version { $version }
       *[other] { $party } signs the { $text }, version { $version }, except for { $reserved }
    }
minute-unsigned =
    { $on ->
        [true] The facilitator voids { $party }’s signature under the { $text }
       *[other] { $party } takes back its signature under the { $text }
    }
minute-declined = { $party } declines the { $text }
minute-withdrawn = { $party } withdraws the { $text }
minute-entered = The { $text } is in force
minute-settled = Agreed: { $clause }
minute-unsettled = No longer agreed: { $clause }
minute-suspended =
    { $on ->
        [true] The { $text } is suspended
       *[other] The { $text } is in force again
    }
minute-denounced =
    { $on ->
        [true] { $party } gives notice that it leaves the { $text }
       *[other] { $party } leaves the { $text }
    }
minute-ended = The { $text } has ended
minute-ratified =
    { $on ->
        [false] { $party } has not ratified the { $text }
       *[other] { $party } has ratified the { $text }
    }
minute-chosen = { $party } decides on “{ $decision }”: { $option }
minute-decision-opened = To decide: { $decision }
minute-decision-closed =
    { $choices ->
        [none] Decided: { $decision }
       *[other] { $decision }: { $choices }
    }
minute-set =
    { $turn ->
        [up] { $variable } rises from { $before } to { $value } { $unit }
        [down] { $variable } falls from { $before } to { $value } { $unit }
       *[other] { $variable }: { $before }, now { $value } { $unit }
    }
minute-said = { $words }
minute-inject = News: { $title }
minute-press = { $party } to the press: “{ $words }”
minute-ruling = The facilitator rules: { $words }
minute-closed = The game is closed

part-missing = This part of the page could not be fetched.
reload = Reload the page
