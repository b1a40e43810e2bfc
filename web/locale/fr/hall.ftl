# L'accueil, avant le départ
hall-title = L’accueil
hall-qr = Code QR du lien pour rejoindre
hall-code = Le code est
hall-where = Ouvrez { $address } et entrez
hall-project = Plein écran
hall-project-end = Retour à l’accueil
hall-count =
    { $people ->
        [0] Personne n’est encore là
        [one] { $people } personne est là
       *[other] { $people } personnes sont là
    }
hall-seated =
    { $free ->
        [0] tout le monde a une place
       *[other] sans place : { $free }
    }
hall-waiting = Sans place
hall-waiting-none = Tous ceux qui sont venus ont une place.
hall-room-empty = Personne encore
hall-person-away = absent
hall-bot = joue de lui-même
hall-move = Déplacer { $name } vers
hall-move-nowhere = Sans place
hall-moved = { $name } : place changée
hall-drag-hint = Faites glisser une personne vers une délégation, ou choisissez-en une à côté de son nom.
hall-start = Commencer
hall-start-all =
    { $tables ->
        [one] Commencer
        [2] Commencer dans les deux salles
       *[other] Commencer dans les { $tables } salles
    }
hall-start-ask = Commencer maintenant ?
hall-start-text = La première phase s’ouvre et son horloge se met en marche.
hall-start-text-people = Qui vient plus tard peut encore rejoindre avec le même code.
hall-missing-party = { $room } : personne ne joue { $parties }, dont ce scénario a besoin.
hall-missing-head = { $room } : sans chef, qui seul peut signer : { $parties }.
hall-started = C’est parti

# Ce que voit un participant
hall-you-are-in = Vous y êtes, { $name }
hall-no-seat = L’animation vous donnera une délégation dans un instant. Cette page change d’elle-même.
hall-you-are = Vous êtes
hall-your-role-head = Vous dirigez la délégation : vous seul signez et décidez pour elle.
hall-your-role-adviser = Vous conseillez le chef : vous parlez, rédigez et proposez.
hall-your-role-observer = Vous observez : vous lisez les papiers de la délégation.
hall-together = Avec vous : { $names }
hall-alone = Pour l’instant, vous êtes seul dans votre délégation.
hall-wait = Lisez votre dossier pendant que les autres arrivent. L’animation donnera le départ.
hall-briefing-own = Pour vous seuls
hall-briefing-common = Pour tous
stranger-title-unknown = Cet appareil n’a pas de place ici
stranger-text-unknown = Le lien était pour un autre appareil, ou la place a reçu un nouveau lien. Demandez-en un à l’animation, ou rejoignez avec le code.
stranger-door = À la porte

stranger-title-deleted = Cet exercice a été supprimé
stranger-text-deleted = Tout ce qui y fut dit et signé a disparu : l’animation l’a voulu, ou le délai de conservation du serveur est passé. Merci d’y avoir été.

# Au pied des pages de l'animation
keeping-until = Tout est conservé jusqu’au { $day }, ou aussi longtemps après le dernier acte ; puis tout est supprimé, noms et paroles compris.
keeping-for-ever = Tout est conservé jusqu’à ce que vous le supprimiez.
keeping-keep = Conserver pour de bon
keeping-let-go = Laisser supprimer à terme
keeping-delete = Supprimer maintenant…
keeping-delete-ask = Supprimer « { $name } » ?
keeping-delete-text = Tout le monde est reconduit, tous les liens cessent, et tout ce qui a été dit, rédigé et signé est supprimé. Personne ne peut le rétablir. Les parties jouées à partir de l’un de ses moments restent, avec le passé qu’elles prolongent. Si vous voulez un rapport, prenez-le d’abord.
keeping-delete-name = Pour confirmer, écrivez son nom : { $name }
keeping-delete-do = Supprimer pour toujours
stranger-title-removed = Vous avez été exclu de cette partie
stranger-text-removed = Les autres délégations, ou l’animation, n’ont pas voulu continuer avec vous. Il y a d’autres parties à la porte.

# Les participants
hall-role = Rôle de { $name }
hall-left = parti
hall-away-for =
    { $minutes ->
        [one] absent depuis { $minutes } minute
       *[other] absent depuis { $minutes } minutes
    }
hall-stood-in = un bot remplace
hall-expected = Attendus : { $names }
bot-in = Laisser jouer un bot
bot-in-label = Laisser un bot jouer { $party } dans { $room }
bot-out = Le retirer
bot-out-label = Retirer le bot : { $party }
bots-in = Des bots aux places vides
bots-in-done = Des bots jouent là où personne ne dirige. Qui rejoint prend la place d’un bot.
stand-in = Un bot remplace
stand-in-label = Un bot remplace { $name }
stand-in-done = Un bot répond pour { $name }, et ne signe rien, en attendant son retour.
stand-in-end = Plus de bot pour { $name }
lead-to = { $name } dirige
grave-erase = Oublier le nom
grave-erase-label = Oublier le nom { $name }
grave-erase-ask = Oublier le nom « { $name } » ?
grave-erase-text = Dès lors, chacun lit à sa place la délégation et un numéro. La place et ce qui en a été fait restent ; le journal du serveur garde le nom, que personne ne voit, jusqu’à la suppression de l’exercice. C’est irréversible.
grave-erase-do = L’oublier
grave-remove = Exclure
grave-remove-label = Exclure { $name } de l’exercice
grave-remove-ask = Exclure { $name } de l’exercice ?
grave-remove-text = Sa page se ferme aussitôt, et son lien n’ouvre plus cet exercice. La place est libre ; ce qui en a été fait reste.
grave-remove-do = Exclure

# Répartition
group = Comment les places sont données
group-how = Les places sont données
group-even = également
group-even-text = D’abord les délégations dont le scénario a besoin, puis les salles les moins remplies.
group-random = au hasard
group-random-text = Aussi également, mais le hasard décide qui joue quoi.
group-choice = au choix de chacun
group-choice-text = Chacun prend une des places libres.
group-hand = par vous
group-hand-text = On attend que vous donniez une place.
group-anew = Replacer tout le monde
group-anew-ask = Replacer tout le monde ?
group-anew-text = Ceux dont la salle a commencé restent où ils sont. Vous pouvez revenir en arrière une fois.
group-anew-done = Tout le monde a été replacé
group-undo = Revenir en arrière
group-undone = Chacun est là où il était
list-paste = Coller une liste
list-title = Placer selon une liste
list-text = Une personne par ligne
list-hint = Des noms seuls, ou un tableau dont la première ligne nomme les colonnes : name, room, delegation, role. Qui rejoint sous un nom de la liste a cette place.
list-file = Ou ouvrir un fichier
list-try = Voir ce que cela donne
list-tried =
    { $placed ->
        [one] { $placed } personne aurait une place ; pas encore là : { $expected }.
       *[other] { $placed } personnes auraient une place ; pas encore là : { $expected }.
    }
list-problem = Ligne { $line } : { $message }
list-take =
    { $placed ->
        [one] Placer { $placed } personne
       *[other] Placer { $placed } personnes
    }
list-done =
    { $placed ->
        [one] { $placed } personne a une place
       *[other] { $placed } personnes ont une place
    }
look-on = Un lien pour regarder
look-on-text = Qui l’ouvre voit ce qui est public dans une salle, et ne peut rien faire : pour un projecteur, ou un invité.

# Choisir une place
places-title = Choisissez votre place
places-free =
    { $free ->
        [0] complet
       *[other] libres : { $free }{ $head ->
            [true] {""}
           *[other] , encore sans chef
        }
    }
places-take = La prendre
places-take-label = La prendre : { $party }, { $room }
places-again = Choisir une autre place

# Avant le rôle
notice-title = Avant de commencer
notice-go-on = J’ai compris
notice-other = Je préférerais un autre rôle
notice-private = Seule l’animation lit ceci. Vous continuez ainsi jusqu’à sa réponse.
notice-words = Y a-t-il quelque chose à savoir ?
notice-words-hint = Vous n’avez pas à dire pourquoi.
notice-ask = Demander un autre rôle
notice-asked = L’animation le sait, et personne d’autre
leave = Quitter l’exercice
leave-ask = Quitter l’exercice ?
leave-text = Votre place revient à quelqu’un d’autre. Ce que vous avez écrit et signé reste. Pour revenir, il vous faudra un nouveau lien de l’animation.
