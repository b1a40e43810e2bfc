# Éléments communs
entente = Entente
notices = Annonces
dismiss = Fermer l’annonce
close = Fermer
go-back = Retour
try-again = Réessayer
language = Langue
loading = Un instant…
part-failed = Cette partie de la page a cessé de fonctionner. Le reste continue.
something-failed = Un problème est survenu sur cette page. Réessayez, ou rechargez-la.
connection-lost = La connexion est perdue. Nouvel essai en cours ; ce que vous avez écrit est conservé.
connection-lost-answer = La connexion s’est perdue avant la réponse. Vérifiez si c’est fait avant de recommencer.
clock-paused = En pause
clock-left = Temps restant dans ce tour
phase-round = { $phase }, tour { $round } sur { $rounds }
role-head = Chef
role-adviser = Conseiller
role-observer = Observateur
yes = oui
no = non
nobody = personne
facilitator = L’animation
room-nth = Salle { $number }
a-text = un texte
clause-of = { $title } : { $it }
text-by = { $title }, de { $party }
party-chose = { $party } : { $option }

# Le procès-verbal
minute-phase-opened =
    { $rounds ->
        [1] { $phase } : ouverture
       *[other] { $phase } : ouverture du tour { $round }
    }
minute-paused = Pause
minute-resumed = Reprise
minute-drafted = { $party } rédige un texte : { $text }
minute-amended = { $party } amende le texte « { $text } » : version { $version }
minute-opened =
    { $on ->
        [true] { $party } ouvre à la signature le texte « { $text } »
       *[other] { $party } rouvre aux amendements le texte « { $text } »
    }
minute-tabled = { $party } montre à tous le texte « { $text } »
minute-leaked = { $party } divulgue le texte « { $text } »
minute-signed =
    { $reserved ->
        [none] { $party } signe le texte « { $text } », version { $version }
       *[other] { $party } signe le texte « { $text } », version { $version }, sauf { $reserved }
    }
minute-unsigned =
    { $on ->
        [true] L’animation annule une signature ({ $party }) sous le texte « { $text } »
       *[other] { $party } retire sa signature du texte « { $text } »
    }
minute-declined = { $party } décline le texte « { $text } »
minute-withdrawn = { $party } retire le texte « { $text } »
minute-entered = Entrée en vigueur : { $text }
minute-settled = Convenu : { $clause }
minute-unsettled = N’est plus convenu : { $clause }
minute-suspended =
    { $on ->
        [true] Suspendu : { $text }
       *[other] De nouveau en vigueur : { $text }
    }
minute-denounced =
    { $on ->
        [true] { $party } annonce son retrait du texte « { $text } »
       *[other] { $party } se retire du texte « { $text } »
    }
minute-ended = Fin du texte « { $text } »
minute-ratified =
    { $on ->
        [false] { $party } n’a pas ratifié le texte « { $text } »
       *[other] { $party } a ratifié le texte « { $text } »
    }
minute-chosen = { $party } se prononce sur « { $decision } » : { $option }
minute-decision-opened = À décider : { $decision }
minute-decision-closed =
    { $choices ->
        [none] Décidé : { $decision }
       *[other] { $decision } : { $choices }
    }
minute-set =
    { $turn ->
        [up] { $variable } passe de { $before } à { $value } { $unit }
        [down] { $variable } retombe de { $before } à { $value } { $unit }
       *[other] { $variable } : { $before }, à présent { $value } { $unit }
    }
minute-said = { $words }
minute-inject = Nouvelle : { $title }
minute-press = { $party } à la presse : « { $words } »
minute-ruling = Arbitrage de l’animation : { $words }
minute-closed = La partie est close

part-missing = Cette partie de la page n’a pas pu être chargée.
reload = Recharger la page
