# La porte : rejoindre, jouer tout de suite, animer un exercice
door-lede = Prenez place dans une délégation. Échangez garanties, terres et promesses ; signez ce que vous pouvez ; vivez avec ce que vous avez signé.

door-back-title = Vous y êtes déjà
door-back-as-control = Vous animez
door-back-as-seat = Sous le nom de { $name }
door-back-forget = Oublier
door-back-forget-label = Oublier { $title } sur cet appareil
door-back-forget-ask = Oublier « { $title } » ?
door-back-forget-text = Cet appareil perd le chemin du retour. Seule l’animation peut vous donner un nouveau lien.
door-back-forget-control-text = Cet appareil perd le chemin du retour, et personne d’autre ne peut alors animer cet exercice.

join-title = Rejoindre
join-text = On vous a donné un code de six lettres.
join-code = Code
join-code-wrong = Un code a six lettres.
join-name = Votre nom
join-name-hint = Comme les autres vous connaissent.
join-do = Rejoindre

play-title = Jouer tout de suite
play-text = Une courte partie, tout de suite et en solo : les autres places jouent d’elles-mêmes. Sans horloge, sans compte.
play-do = Jouer : { $title }
play-do-minutes =
    { $minutes ->
        [one] Environ { $minutes } minute
       *[other] Environ { $minutes } minutes
    }
play-other = Un autre scénario ou une autre délégation
play-scenario = Scénario
play-party = Votre délégation
play-party-any = N’importe laquelle
play-name = Votre nom
play-name-default = Invité

run-title = Animer un exercice
run-text = Pour une classe ou un groupe. Vous recevez un code pour eux, et une page d’où vous animez.
run-open = En préparer un
run-scenario = Scénario
run-people =
    { $parties ->
        [one] { $parties } délégation
       *[other] { $parties } délégations
    }
run-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
run-edition = Quelle ampleur
run-how-many = Combien de personnes ?
run-how-many-hint = Vous pourrez le changer ; on peut venir et partir.
run-tables = Salles
run-tables-text =
    { $tables ->
        [one] Une salle, avec les { $people } personnes.
       *[other] { $people } personnes : { $tables } salles de { $each }.
    }
run-tables-thin = Une salle a alors moins de personnes que les { $essential } délégations nécessaires à ce scénario.
run-tables-full = Une salle a { $seats } places ; certaines personnes n’en auraient pas.
run-mode = Où se rencontre-t-on ?
run-mode-room = Dans la salle : on se parle de vive voix
run-mode-online = En ligne : on se parle ici
run-mode-mixed = Les deux
run-time = Combien de temps ?
run-time-lesson = Un cours : des tours de quelques minutes
run-time-days = Sur plusieurs jours : des tours de plusieurs heures, chacun vient quand il peut
run-time-none = Sans horloge : vous dites quand un tour finit
run-bell = Quand sonne la fin du cours ?
run-bell-hint = Les tours s’y adaptent. Vide : la durée du scénario.
run-debrief = Minutes pour le débriefing
run-debrief-hint = Gardées pour la fin, avant la sonnerie.
run-phase =
    { $rounds ->
        [one] { $title } { $minutes } min
       *[other] { $title } { $rounds } × { $minutes } min
    }
run-preview = Début à { $starts }, quand tout le monde sera là : { $phases }.
run-preview-debrief = Débriefing à partir de { $at }.
run-preview-bell = Sonnerie à { $at }.
run-preview-late = Cela ne tient pas avant la sonnerie, même à une minute par tour.
run-hours = Heures que dure un tour
run-hours-hint = 24 font un jour. Un tour finit plus tôt quand toutes les délégations sont prêtes, et à l’échéance quels que soient les présents : les choix non faits prennent leur valeur par défaut.
run-quiet = Aucune échéance la nuit ({ $zone })
run-quiet-from = De
run-quiet-to = À
run-name = Nom de l’exercice
run-name-hint = Pour que vous le retrouviez. Les participants le voient.
run-more = Plus de choix
run-bots = Les places vides jouent d’elles-mêmes
run-calculator = Les délégations peuvent voir ce qu’un texte vaut pour elles
run-advice = Les délégations peuvent demander conseil sur ce qu’elles pourraient proposer
run-key = Clé
run-key-hint = Ce serveur demande une clé pour préparer un exercice. Son exploitant la possède.
run-do = Ouvrir l’accueil
pack-title = Dossier à imprimer

door-kept =
    { $days ->
        [0] Ce qui est joué ici est conservé jusqu’à ce que l’animation le supprime.
        [one] Ce qui est joué ici est supprimé un jour après le dernier acte.
       *[other] Ce qui est joué ici est supprimé { $days } jours après le dernier acte.
    }
no-scenarios = Ce serveur n’a pas de scénario.

run-anonymous = Sans noms : les autres voient « France 1 », et aucun nom n’est conservé
run-rotate = La direction tourne : à chaque phase, le conseiller suivant devient chef
run-notice = Un avertissement avant que l’on voie son rôle
run-notice-hint = Laissez vide s’il n’en faut pas. Chacun peut vous demander en privé un autre rôle.
notice-usual = Ce jeu porte sur un conflit, et peut évoquer la guerre et le deuil. Vous jouez un rôle : ce que vous y dites n’est pas ce que vous pensez. S’il vous touche de trop près, demandez-en un autre.
test-title = Essayer cette salle
