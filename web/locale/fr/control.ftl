# La page de l'animation
act-refused = { $room } : { $why }

# Un lien perdu
link-hand = Nouveau lien
link-hand-label = Nouveau lien pour { $name }
link-title = Un nouveau lien pour { $name }
link-ask = Fait un lien qui ouvre la place de { $name } sur n’importe quel appareil. L’appareil actuel de cette place en est exclu.
link-make = Faire le lien
link-new = Le lien
link-hint = Donnez-le à cette seule personne : qui l’ouvre prend la place. Il n’est plus montré ensuite.
link-copy = Copier
link-copied = Copié

control-title = Animation
control-code = Code { $code }
control-code-title = Laisser entrer
control-people =
    { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
control-people-title = Personnes
control-teaching = Note pédagogique
control-acts = Ce que vous pouvez faire
control-all =
    { $rooms ->
        [one] Vous agissez sur la salle.
        [2] Vous agissez sur les deux salles.
       *[other] Vous agissez sur les { $rooms } salles.
    }
control-some =
    { $rooms ->
        [one] Vous agissez sur { $room } seulement.
       *[other] Vous agissez sur { $rooms } salles.
    }
choose-hint = Cochez-en pour n’agir que sur elles.
choose-none = N’en choisir aucune
choose-shown = Choisir celles-ci
filter-all = Toutes : { $rooms }
filter-needs = Ont besoin de vous : { $rooms }
filter-none = Aucune salle.

# Ce qui compte à présent
stage-opening = Tout le monde est-il là, et prêt ?
stage-talks = Tout le monde est-il au travail ?
stage-end = Où cela mène-t-il ?
stage-over = Qu’en est-il sorti ?
stage-well = Rien n’a besoin de vous.
contrasts = Pour ouvrir le débriefing
contrast-outcome = « { $first } » dans { $firsts } ; « { $second } » dans { $seconds }.
contrast-score = { $party } : { $more } par rapport à l’absence d’accord dans { $best }, { $less } dans { $worst }.
contrast-article =
    { $agreed ->
        [true] { $article } : { $terms } dans { $one }, { $theirs } dans { $other }.
       *[other]
            { $terse ->
                [true] { $article } : convenu dans { $one }, pas dans { $other }.
               *[other] { $article } : { $terms } dans { $one }, pas convenu dans { $other }.
            }
    }
kind-trouble = Règles en échec : { $rooms }
kind-party = Places essentielles vides : { $rooms }
kind-head = Personne pour signer : { $rooms }
kind-bell = Trop tard pour la sonnerie : { $rooms }
kind-unread = Dossier non lu : { $rooms }
kind-lead = Chef absent : { $rooms }
kind-away = Quelqu’un d’absent : { $rooms }
kind-silent = Silence : { $rooms }
kind-refused = Refus répétés : { $rooms }
kind-idle = Quelqu’un ne fait rien : { $rooms }
kind-undecided = Indécis : { $rooms }
kind-text = Sans texte : { $rooms }
kind-time = Fin du tour : { $rooms }
kind-below = Moins que sans accord : { $rooms }
kind-paused = En pause : { $rooms }
kind-early = Fini tôt : { $rooms }
kind-debrief = Attend le débriefing : { $rooms }

nudge = Relancer
nudge-all = Les relancer tous
nudge-label = Relancer { $room }
nudge-of = Relancer { $room } : { $what }
nudge-hint = Cela arrive comme un message de votre part. Changez-le à votre gré.
nudge-done = Envoyé
nudge-title =
    { $rooms ->
        [one]
            { $some ->
                [true] Un mot pour { $parties } ({ $room })
               *[other] Un mot pour tous dans { $room }
            }
       *[other] Un mot pour { $rooms } salles
    }
nudge-unread = Lisez maintenant votre dossier : il dit ce que vous voulez, ce que vous pouvez donner, et ce que vous ne devez pas accepter. Cela prend cinq minutes.
nudge-silent = Comment cela va-t-il ? Si vous êtes bloqués, posez une seule question à l’autre camp : que vous faudrait-il de nous pour dire oui ?
nudge-idle = On ne vous a pas entendus depuis un moment. Qui, ici, a quelque chose dont vous avez besoin ? Demandez-le-lui, ou mettez un article sur le papier et montrez-le.
nudge-refused = Cela a été refusé plusieurs fois. Le refus dit ce qui manque ; si cela n’aide pas, écrivez-moi.
nudge-undecided = Votre choix est encore ouvert. Il se clôt avec ce tour ; sinon la valeur par défaut compte.
nudge-text = Personne n’a encore rien mis sur le papier. Un article suffit pour commencer ; on peut le changer aussi souvent qu’on veut.

# L'horloge
act-where =
    { $rooms ->
        [one] { $room }
       *[other]
            { $all ->
                [true]
                    { $rooms ->
                        [one] la salle
                        [2] les deux salles
                       *[other] les { $rooms } salles
                    }
               *[other] { $rooms } salles
            }
    }
act-start = Commencer
act-started = C’est parti
act-next = Suivant
act-next-ask = Terminer ce tour maintenant ?
act-next-text = Le tour se termine comme si son temps était écoulé ({ $where }) : les décisions se closent, et le tour ou la phase suivante s’ouvre.
act-next-do = Terminer le tour
act-advanced = Le tour suivant est ouvert
act-pause = Pause
act-paused = En pause
act-resume = Reprendre
act-resumed = L’horloge repart
act-extend =
    { $minutes ->
        [one] +{ $minutes } minute
       *[other] +{ $minutes } minutes
    }
act-extend-label =
    { $minutes ->
        [one] +{ $minutes } minute pour ce tour
       *[other] +{ $minutes } minutes pour ce tour
    }
act-extended =
    { $minutes ->
        [one] Une minute de plus
       *[other] { $minutes } minutes de plus
    }
act-bell = La sonnerie
act-bell-ask = Quand sonne la fin du cours ?
act-bell-text = Ce qui reste de ce tour, et les tours à venir, sont adaptés pour finir avant. Tout le monde voit aussitôt la nouvelle heure.
act-bell-do = Adapter
act-bell-fitted = Les tours finissent avant la sonnerie
act-bell-none = Pas de sonnerie
act-bell-off = Plus de sonnerie : les tours gardent leur durée
act-end = Terminer la partie
act-end-ask = Terminer la partie maintenant ?
act-end-text = Les pourparlers cessent et le résultat est calculé ({ $where }). C’est irréversible.
act-end-do = Terminer
act-ended = Terminé
act-debrief = Ouvrir le débriefing
act-debrief-opened = Le débriefing est ouvert : tout le monde voit tous les scores
act-close = Clore
act-close-ask = Clore pour de bon ?
act-close-text = Plus personne ne peut écrire ({ $where }) ; le résultat reste lisible.
act-closed = Clos

# Ce que l'animation dit et règle
say-message = Message
say-message-title = Un message à tous
say-message-hint = Toutes les délégations le lisent sous « Tout le monde ».
say-message-done = Envoyé
say-news = Nouvelle
say-value = Régler une valeur
say-ruling = Arbitrage
say-ruling-title = Un arbitrage
say-ruling-hint = Il va au procès-verbal, pour tous.
say-ruling-do = Arbitrer
say-ruling-done = Consigné
say-mark = Marquer ce moment
say-mark-title = Marquer ce moment
say-mark-hint = Une note pour le débriefing. Vous seul la voyez.
say-mark-done = Marqué
say-text = Vos mots
say-do = Envoyer
news-title = Nouvelles
news-compose = Dans vos propres mots
news-headline = Titre
news-text = Ce qui s’est passé
news-to =
    { $parties ->
        [0] Pour tous
        [one] Pour une délégation
       *[other] Pour { $parties } délégations
    }
news-say = Annoncer cette nouvelle
news-done = Elle est annoncée
news-scheduled = Du scénario
news-rooms =
    { $all ->
        [true] Dans toutes les salles
       *[other] Dans { $rooms }
    }
news-end =
    { $chance ->
        [100] { $title }
       *[other] { $title } ({ $chance } %)
    }
news-expected = En l’état, elle peut venir à la fin de : { $ends }
news-unexpected = En l’état, elle ne vient pas d’elle-même
news-vary = En d’autres mots
news-vary-hint = Ce que change la nouvelle du scénario ne vient pas avec vos mots : ajoutez-le ci-dessous, et retenez-y l’autre.
news-none = Ce scénario n’apporte pas de nouvelles.
news-fire = L’annoncer maintenant
news-fire-label = L’annoncer maintenant : { $title }
news-hold = Retenir
news-unhold = Laisser venir
news-of = { $act } : { $title }
news-held-done = Retenue
news-unheld = Elle peut de nouveau venir
news-held = Retenue
news-by-hand = Ne vient que si vous l’annoncez
news-fired =
    { $times ->
        [one] Est venue
       *[other] Est venue { $times } fois
    }
value-title = Régler une valeur
value-what = Quoi
value-to = À
value-choose = Choisissez…
value-bounds = de { $min } à { $max } { $unit }
value-reason = Pourquoi
value-reason-hint = Cela va au procès-verbal, pour ceux qui voient la valeur.
value-do = Régler
value-done = Réglé

# Une salle d'un coup d'œil
room-lobby = Pas commencée
room-closed = close
room-look = Regarder
room-look-label = Regarder dans { $room }
room-delegations = Délégations
room-party = Délégation
room-people = Ici
room-present = { $online } sur { $people }
room-expected = À présent
room-no-deal = Sans accord
room-below = au-dessous
room-drafts =
    { $count ->
        [0] aucun projet
        [one] { $count } projet
       *[other] { $count } projets
    }
room-in-force = { $count } en vigueur
room-signatures =
    { $count ->
        [one] { $count } signature
       *[other] { $count } signatures
    }
room-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
room-refusals =
    { $count ->
        [one] { $count } refus
       *[other] { $count } refus
    }
room-choose = Choisir { $room }
room-well = Tout va bien
room-more = +{ $more }
room-line = { $online } sur { $people } ici · projets : { $texts } · en vigueur : { $in_force }
room-silent = silence depuis { $minutes } min

need-trouble =
    { $count ->
        [one] Une règle du scénario a échoué
       *[other] { $count } règles du scénario ont échoué
    }
need-party = Personne ne joue { $parties }
need-head = Personne ne peut signer, faute de chef : { $parties }
need-away = Absents : { $parties }
need-silent =
    { $minutes ->
        [one] Rien depuis une minute
       *[other] Rien depuis { $minutes } minutes
    }
need-bell =
    { $late ->
        [one] Finit à { $ends }, une minute trop tard pour le débriefing avant la sonnerie de { $bell } : raccourcir ?
       *[other] Finit à { $ends }, { $late } minutes trop tard pour le débriefing avant la sonnerie de { $bell } : raccourcir ?
    }
need-text = Pas encore de texte
need-time = Le tour finit dans { $left }
need-paused = En pause
need-refused = Refus répétés : { $parties }
need-idle =
    { $minutes ->
        [one] Ni texte ni message depuis une minute : { $parties }
       *[other] Ni texte ni message depuis { $minutes } minutes : { $parties }
    }
need-unread = N’ont pas lu le dossier : { $parties }
need-undecided = Pas encore décidé : { $parties } ({ $title })
need-below = Moins que sans accord : { $who }
need-early =
    { $playing ->
        [one] Fini tôt ; une salle joue encore
       *[other] Fini tôt ; { $playing } salles jouent encore
    }
need-debrief = C’est fini ; le débriefing vous attend

# Regarder dans une salle
look-as = Vu par
look-as-hint = Ce que voit cette délégation, en direct. D’ici on ne peut rien faire en son nom.
look-parts = Parties de la salle
look-texts = Textes
look-words = Échanges
look-minutes = Procès-verbal
look-result = Résultat
look-no-texts = Aucun texte n’a été rédigé.
look-no-words = Rien n’a été écrit.
look-no-minutes = Il ne s’est encore rien passé.
look-state =
    { $status ->
        [draft] Projet, version { $version }
        [in_force] En vigueur, version { $version }
        [suspended] Suspendu, version { $version }
        [withdrawn] Retiré
       *[ended] Terminé
    }{ $public ->
        [true] { " · montré à tous" }
       *[other] { "" }
    }
look-signed =
    { $count ->
        [0] Personne n’a signé.
       *[other] Signé par { $signed }.
    }
look-signed-except = { $party } (avec exceptions)
look-missing = Attend { $parties }.
rule-void = Annuler la signature de { $party }
rule-void-title = Annuler la signature de { $party } sous le texte « { $title } » ?
rule-void-text = Elle ne compte plus, comme si elle n’avait jamais été donnée ; la délégation peut signer de nouveau.
rule-void-do = L’annuler
rule-end = Mettre fin à ce texte
rule-end-title = Mettre fin au texte « { $title } » ?
rule-end-text = Ce qu’il réglait ne compte plus. On ne peut le rétablir ; un nouveau texte peut être rédigé.
rule-effects = Ce que provoque l’article { $article }
rule-reason-hint = Cela va au procès-verbal, pour ceux qui voient le texte.
look-circle-plenary = Tout le monde
look-circle-press = Presse
look-circle-control = Avec { $party }

# Ce que demandent les délégations
requests =
    { $count ->
        [one] Une question pour vous
       *[other] { $count } questions pour vous
    }
request-claimed =
    { $own ->
        [true] à vous
       *[other] { $name } y répond
    }
request-take = Je m’en charge
request-leave = La laisser aux autres
request-answer = Répondre
request-answer-title = Votre réponse
request-answer-hint = Seule cette délégation la lit.
request-rule = Arbitrer
request-done = Réglé
changes = Ce que cela change
changes-add = + Une valeur qui change

# Ceux qui animent ensemble
facilitators = Animation
facilitator-state =
    { $own ->
        [true] vous
       *[other]
            { $online ->
                [true] présent
               *[other] absent
            }
    }
facilitator-name = Nom d’une personne de plus à l’animation
facilitator-hint = Elle voit et fait tout ce que vous faites. Le journal dit qui a fait quoi.
facilitator-invite = Faire un lien
facilitator-link = Lien pour { $name }
facilitator-remove = Mettre fin au lien
facilitator-remove-label = Mettre fin au lien de { $name }

# Le journal de l'animation
log = Journal
log-empty = Rien encore.
log-exercise-start = Départ
log-exercise-pause = Pause
log-exercise-resume = Reprise
log-exercise-advance = Le tour a été terminé
log-exercise-extend =
    { $value ->
        [one] { $value } minute pour le tour
       *[other] { $value } minutes pour le tour
    }
log-exercise-schedule = L’horaire a été changé
log-exercise-end = La partie a été terminée
log-inject-fire = Nouvelle : { $what }
log-inject-hold =
    { $on ->
        [true] Retenue : { $what }
       *[other] Peut de nouveau venir : { $what }
    }
log-inject-compose = Nouvelle, dans ses propres mots : { $what }
log-variable-set = { $what } réglé à { $value } : { $reason }
log-signature-void = La signature de { $party } a été annulée : { $reason }
log-instrument-end = Il a été mis fin à un texte : { $reason }
log-ruling-make = Arbitrage : { $what }
log-moment-mark = Marqué : { $what }
log-debrief-open =
    { $on ->
        [true] Le débriefing a été ouvert
       *[other] Le débriefing a été fermé
    }
log-message-send = Message : { $what }
log-assigned = { $person } siège pour { $party }
log-released = { $person } n’a plus de place
log-bot = Un bot joue { $party }
log-bot-gone = Un bot est parti
log-grouped = Des places ont été données
log-ungrouped = Une répartition a été annulée
log-planned = Des places ont été données selon une liste
log-stand-in = Un bot remplace { $person }, ou ne remplace plus
log-erased = Un nom a été oublié
log-spectator = Un lien pour regarder a été fait
log-removed = { $person } : exclusion
log-linked = Un nouveau lien pour { $person }
log-controller = { $what } anime aussi
log-controller-gone = Il a été mis fin à un lien d’animation
log-claimed =
    { $on ->
        [true] S’est chargé d’une question
       *[other] A laissé une question aux autres
    }
log-settled = A répondu à une question

# Un chef absent, et le souhait d'un autre rôle
need-lead =
    { $minutes ->
        [one] Absence depuis { $minutes } minute : { $names }. Sous Personnes, quelqu’un d’autre peut diriger, ou un bot remplacer
       *[other] Absence depuis { $minutes } minutes : { $names }. Sous Personnes, quelqu’un d’autre peut diriger, ou un bot remplacer
    }
request-role = { $name } préférerait un autre rôle
request-role-hint = Seule l’animation voit ceci. Sous Personnes, vous pouvez changer sa place.
