# Regard en arrière, une fois le débriefing ouvert
report-phase-round = { $title }, tour { $round }
report-time = Heure
report-from-to = { $before } → { $after }
report-move-added = { $terse ->
    [true] { $title } : ajouté
   *[other] { $title } : ajouté ({ $terms })
    }
report-move-removed = { $title } : retiré
report-move-changed = { $title } : { $terms }
chart-numbers = Les chiffres

# L’accord manqué
left-title = L’accord que vous avez laissé passer
left-pending = On cherche ce qui était à portée…
left-nothing = Rien de meilleur n’était à portée pour tous ceux qui auraient dû le signer. Ce qui a été convenu ne pouvait être amélioré pour tous.
left-when =
    { $count ->
        [one] À { $time } ({ $phase }), ceci aurait pu être conclu par une seule signature, et aurait mieux valu que le résultat final pour tous les signataires :
       *[other] À { $time } ({ $phase }), ceci aurait pu être conclu par { $count } signatures, et aurait mieux valu que le résultat final pour tous les signataires :
    }
left-several =
    { $together ->
        [true] Il y faut { $count } textes, liés : ils entrent en vigueur ensemble, ou pas du tout.
       *[other] Il y faut { $count } textes, l’un après l’autre : chacun en vigueur avant que le suivant soit écrit.
    }
left-condition = Il prend effet si : { $conditions }.
left-later =
    { $count ->
        [one] Un autre moment semblable
       *[other] { $count } autres moments semblables
    }
left-gains = Ce que chacun aurait eu
left-got = À la fin
left-deal = Avec lui
left-more = De plus
left-not-asked = ne le signe pas
left-ratified = Calculé comme si c’était ratifié par : { $parties }, qui n’avaient pas encore décidé.
left-replay = Voir la table telle qu’elle était alors

# Ce qui était possible
frontier-title = Ce qui était possible
frontier-pending = On pèse ce qui aurait pu être convenu…
frontier-text = Tous les accords que l’on pouvait écrire ont été pesés. Les points sont efficaces : aucun ne peut être amélioré pour l’un sans prendre à un autre. Zéro, c’est l’absence d’accord.
frontier-text-searched = Il y a trop d’accords pour les peser tous. Les points sont les meilleurs que l’on ait trouvés : on n’en connaît aucun qui améliore le sort de l’un sans prendre à un autre. Zéro, c’est l’absence d’accord.
frontier-for = Vu par
frontier-axis = Ce que gagne { $party }
frontier-axis-least = Ce que gagne le moins bien loti, hors { $party }
frontier-efficient = Un accord efficace
frontier-what = Quoi
frontier-legend = Un numéro dans un cercle est la salle de ce numéro, là où elle a fini ; ×3, ce sont trois salles qui ont fini là ; le cercle plein contient cette salle.
frontier-more = Plus : les points que la théorie choisirait
solution-nash = Nash
solution-nash-text = le produit de tous les gains est le plus grand.
solution-kalai-smorodinsky = Kalai et Smorodinsky
solution-kalai-smorodinsky-text = chacun a la même part du maximum qu’il pouvait espérer.
solution-egalitarian = Égalitaire
solution-egalitarian-text = le plus petit gain est aussi grand que possible.
solution-utilitarian = Utilitariste
solution-utilitarian-text = la somme de tous les gains est la plus grande.
debrief-possible = Possible
possible-hint = Possible : le plus que chacun pouvait gagner sans que personne n’ait moins que sans accord.

# Les offres
offers-title = Les offres au fil du temps
offers-none = Personne n’a rien mis par écrit.
offers-text = Chaque version de chaque texte, dans l’ordre : au-dessus de la ligne, elle aurait rendu cette délégation plus heureuse qu’elle ne l’était alors. La lettre dit de qui est la version.
offers-to = Ce que les offres valaient pour { $party }
offers-one = { $party } : { $text }, version { $version }
offers-offer = Offre
offers-worth = Valeur
offers-axis-x = une offre après l’autre
offers-axis-y = gain

# Pas à pas
traces-title = Pas à pas
trace-moves = Concessions
trace-moves-text = Qui a changé quel article, et ce que ce seul changement a donné ou coûté.
trace-disputes = Contestations
trace-disputes-text = Ce qui était proposé sans être convenu, et si cela s’est réglé.
trace-promises = Promesses
trace-promises-text = Chaque article qui a lié quelqu’un, et ce qu’il est devenu.
trace-choices = Choix
trace-choices-text = Ce que chacun a fait quand personne ne regardait, et ce qu’il avait alors promis.
trace-known = Qui savait quoi
trace-known-text = Quand les textes, les nouvelles et les secrets sont parvenus à qui.
trace-replay = { $time }, { $phase } : voir la table telle qu’elle était alors
trace-all = Tout montrer : { $count }
trace-move = { $party } : { $move }
trace-free-article = un article libre
trace-dispute =
    { $lifted ->
        [true] { $party } a contesté { $article }, puis l’a accepté.
       *[other] { $party } a contesté { $article } jusqu’au bout.
    }
trace-promise =
    { $state ->
        [suspended] { $article } ({ $parties }) : suspendu à la fin.
        [replaced] { $article } ({ $parties }) : remplacé par un texte ultérieur.
        [ended] { $article } ({ $parties }) : terminé.
        [denounced] { $article } ({ $parties }) : retrait de { $by }.
       *[kept] { $article } ({ $parties }) : en vigueur jusqu’au bout.
    } { $terse ->
        [true] { "" }
       *[other] { $terms }
    }
trace-choice = { $decision } { $choices }
trace-choice-of =
    { $bound ->
        [none] { $party } : { $option }{ $nothing ->
            [true] { " " }(sans choisir)
           *[other] { "" }
        }
       *[other] { $party } : { $option }{ $nothing ->
            [true] { " " }(sans choisir)
           *[other] { "" }
        }, lié par { $bound }
    }
trace-everybody = tout le monde
trace-knew-text =
    { $how ->
        [drafted] { $who } a montré { $text } à : { $audience }.
        [invited] { $who } a associé à { $text } : { $audience }.
        [leaked] { $who } a divulgué { $text } : dès lors savait { $audience }.
        [entered] { $text } est entré en vigueur ; dès lors savait { $audience }.
       *[tabled] { $who } a montré { $text } à : { $audience }.
    }
trace-knew-variable = { $thing } a changé ; pouvait le voir : { $audience }.
trace-knew-news = « { $title } » est parvenu à : { $audience }.
trace-knew-choices = { $decision } Clos ; a vu les choix : { $audience }.

# Revoir
replay-title = Encore une fois, par les yeux de chacun
replay-text = Parcourez la partie et voyez la table telle qu’elle était, comme une délégation la voyait : ses textes, ses entretiens, ses secrets.
replay-as = Par les yeux de
replay-public = quelqu’un de l’extérieur
replay-moment = Moment
replay-when = { $time }, { $at } sur { $of }
replay-back = Reculer
replay-on = Avancer
replay-happened = Ce qui s’est passé
replay-texts = Textes
replay-no-texts = Pas encore de texte.
replay-said = Paroles
replay-nothing-said = Rien n’a encore été dit.
replay-to = à { $parties } :
replay-text-state =
    { $status ->
        [in_force] en vigueur
        [suspended] suspendu
        [withdrawn] retiré
        [ended] terminé
       *[draft] projet
    }, version { $version }{ $count ->
        [0] { "" }
       *[other] , signé par { $signed }
    }

# Sa propre part
personal-title = Votre part
personal-did = Messages : { $messages } · textes rédigés : { $drafts } · amendés : { $amendments } · signés : { $signatures } · déclinés : { $declines } · choix : { $choices } · divulgations : { $leaks }
personal-replay = Revoir ce moment
question-signed-below = Vous avez signé le texte « { $text } » quand il valait { $value } pour vous, et l’absence d’accord { $walking }. Qu’est-ce qui en valait la peine ?
question-declined-better = Vous avez décliné le texte « { $text } » quand il valait { $value } pour vous, et l’absence d’accord { $walking }. Qu’attendiez-vous, et est-ce venu ?
question-chose-bound = { $decision } Vous avez choisi : { $option }. Vous aviez promis : { $bound }. Que feraient les autres la prochaine fois ?
question-gave-most = Votre plus grande concession : { $move } (elle vous a coûté { $cost }). Qu’avez-vous reçu en échange, et savaient-ils ce qu’elle vous coûtait ?
question-held-out = Vous avez contesté { $article } jusqu’au bout. Cela valait-il ce qui n’a pas abouti à cause de cela ?
question-leaked = Vous avez divulgué le texte « { $text } ». Qui vous a moins fait confiance ensuite, et à quoi l’avez-vous vu ?
question-offered-nothing = Vous n’avez rien mis par écrit. Quelle aurait été votre première offre ?
question-never-wrote =
    { $count ->
        [one] Vous n’avez jamais écrit à { $parties }. Qu’auriez-vous pu en apprendre ?
       *[other] Vous n’avez jamais écrit à { $parties }. Qu’auriez-vous pu en apprendre ?
    }
question-result =
    { $result ->
        [ahead] Vous finissez avec { $gain } points de plus que sans accord. Que referiez-vous de la même façon ?
        [behind] Vous finissez avec { $gain } points de moins que sans accord. À quel moment aurait-il fallu s’arrêter ?
       *[other] Vous finissez là où l’absence d’accord vous aurait laissés. Qu’est-ce qui aurait fait bouger les autres ?
    }
card-title = Une carte à montrer
card-text = Elle ne révèle rien à ceux qui n’ont pas encore joué.
card-as = Dans le rôle de : { $party }
card-result =
    { $result ->
        [better] Mieux que sans accord
        [worse] Moins bien que sans accord
        [same] Autant que sans accord
       *[unknown] Jouée jusqu’au bout
    }
card-did = Accords : { $agreements } · offres : { $offers } · messages : { $messages }
card-save = L’enregistrer en image
card-copy = Copier ses mots
card-copied = Copié.

# Les salles côte à côte
rooms-together =
    { $count ->
        [one] une salle ({ $rooms })
       *[other] { $count } salles ({ $rooms })
    }
compare-title = Les salles côte à côte
compare-text = Ce que chaque délégation a gagné par rapport à l’absence d’accord, d’une salle à l’autre. Plus un point est gros, plus il y a de salles qui ont eu ce résultat ; le grand trait est celui du milieu.
compare-by = Regrouper selon
compare-by-outcome = la façon dont cela a fini
compare-by-all = rien : toutes les salles ensemble
compare-by-set = la classe et l’édition
compare-by-news = la nouvelle : { $title }
compare-all = Toutes les salles
compare-news-came =
    { $came ->
        [true] « { $title } » est arrivée
       *[other] « { $title } » n’est pas arrivée
    }
compare-groups = Ce qui a été gagné, par groupes de salles
compare-middle = Milieu
compare-range = Du moins au plus
compare-from-to = de { $least } à { $most }
compare-set =
    { $named ->
        [true] { $name } ({ $edition })
       *[other] { $name }
    }
compare-beside = Une autre classe à côté
compare-beside-none = aucune
compare-beside-failed = On ne peut pas avoir ce qu’a fait cette classe : elle est effacée, ou n’a pas fini.
compare-every = Chacune des { $count } salles
compare-room = Salle
compare-in-force = Articles en vigueur
compare-news = Nouvelles que toutes n’ont pas eues
compare-came =
    { $came ->
        [true] oui
       *[other] –
    }
compare-not-yet =
    { $count ->
        [one] Le débriefing n’est pas ouvert : { $rooms }.
       *[other] Les débriefings ne sont pas ouverts : { $rooms }.
    }

# Encore
again-title = Et maintenant ?
again-other = Jouer l’autre côté : { $party }
again-same = Encore une fois : { $party }
again-people = Jouer avec des gens

# Le débriefing projeté, pas à pas
present-open = Montrer le débriefing
present-title = Débriefing
present-step = { $at } sur { $of }
present-back = Reculer
present-on = Avancer
present-close = Fermer
present-how = Comment les salles ont fini
present-contrasts = Ce qui a différé
present-marks = Moments marqués
present-choose = Salle

# À emporter
exports-title = À emporter
exports-text = Votre propre table : ce que vous pouviez lire, et ce qui a été joué.
exports-text-control = Toutes les salles terminées, avec ce qu’a fait chaque siège et tous les messages. À garder avec soin : on y lit qui a fait quoi.
exports-csv = Pour un tableur (CSV)
exports-json = Tout (JSON)
exports-html = Un rapport à imprimer (HTML)
exports-open = Exporter

# Rejouer à partir d’un moment
fork-open = Jouer à partir d’ici
fork-title = Jouer à partir de ce moment
fork-text = Une nouvelle partie commence telle que celle-ci était à { $when }. Celle-ci reste comme elle est, et la nouvelle lui sera comparée dans son propre débriefing.
fork-as = Dans le rôle de
fork-as-facilitator = Animation : d’autres prennent les sièges
fork-lead-hint = Vous recevez un code pour eux ; des automates gardent les sièges jusqu’à leur venue. L’horloge est arrêtée jusqu’à votre reprise.
fork-play = Jouer contre des automates
fork-lead = L’ouvrir
fork-parent = Depuis le moment où cette partie a repris
fork-parent-text = L’autre est partie du même moment et a fini ainsi : { $outcome }.
fork-parent-here = Cette partie
fork-parent-there = L’autre
