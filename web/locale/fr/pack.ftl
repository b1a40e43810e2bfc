# Le dossier à imprimer
pack-print = Imprimer
pack-text = Tout pour une classe, sur papier. Il contient les secrets de chaque délégation : gardez-le pour vous, et donnez à chaque délégation ses propres pages.
pack-begins = Quand commence le cours ?
pack-begins-hint = Le déroulé donne alors les heures.
pack-key = Ce serveur demande une clé pour préparer un exercice, et pour ses dossiers. Ouvrez le lien que possède son exploitant.

pack-people = Personnes
pack-people-text = Au moins { $least }, { $best } pour jouer toutes les délégations, jusqu’à { $most } par table.
pack-delegations = Délégations
pack-minutes = Durée
pack-minutes-text =
    { $minutes ->
        [one] { $minutes } minute de jeu, plus le temps de rejoindre et d’en parler après.
       *[other] { $minutes } minutes de jeu, plus le temps de rejoindre et d’en parler après.
    }
pack-agenda = À l’ordre du jour
pack-edition = Édition
pack-contents = Dans ce dossier : le déroulé ; le dossier commun ; un dossier confidentiel par délégation ; un chevalet à plier pour chaque table ; la note pédagogique.

pack-sheet = Déroulé
pack-sheet-text =
    { $joining ->
        [one] Avec { $joining } minute pour rejoindre. Les tours durent ce que dit le scénario ; la page d’où vous animez les adapte à votre sonnerie.
       *[other] Avec { $joining } minutes pour rejoindre. Les tours durent ce que dit le scénario ; la page d’où vous animez les adapte à votre sonnerie.
    }
pack-at = À
pack-what = Quoi
pack-lasts = Minutes
pack-does = Vous
pack-joining = Arrivée
pack-joining-does = Projetez le code. Chacun le tape avec son nom, et trouve sa délégation. Distribuez les dossiers et dressez les chevalets.
pack-does-read = Demandez à tous de lire, et à chaque délégation de dire ce qu’elle veut le plus.
pack-does-draft = Envoyez-les les uns vers les autres. Qui n’a parlé à personne, ou n’a pas encore de texte ?
pack-does-decide = Chaque chef choisit en secret. Rappelez-le avant la fin du temps.
pack-does-again = Dites ce que coûte un tour de plus, et quelles délégations ne se sont pas rencontrées.
pack-does-debrief = Laissez chacun deviner ce que voulaient les autres. Puis ouvrez le débriefing.
pack-end = Fin
pack-injects = Nouvelles qui peuvent survenir
pack-inject-automatic = d’elle-même
pack-inject-by-hand = quand vous l’envoyez

pack-join = Rejoignez ici
pack-common = Le dossier commun
pack-common-head = Pour tous
pack-own = { $party } : le dossier confidentiel
pack-own-head = Confidentiel : pour { $party } seulement
pack-sign = Le chevalet : { $party }
pack-teaching = La note pédagogique
pack-teaching-head = Pour l’animation
