# Parties ouvertes, et gens qui ne se connaissent pas
lobby-title = Parties ouvertes
lobby-running = En cours ; une place est libre.
lobby-at = Débute le { $day } à { $time }.
lobby-waits =
    { $missing ->
        [one] Débute quand une personne de plus est là.
       *[other] Débute quand { $missing } personnes de plus sont là.
    }
lobby-taken = Places prises : { $taken } sur { $seats }.
lobby-bots = Les places vides jouent d’elles-mêmes.
lobby-days = sur plusieurs jours
lobby-join = Rejoindre
lobby-join-label = Rejoindre { $name }
lobby-join-ask = Rejoindre « { $name } » ?
lobby-manners = Vous jouerez avec des gens que vous ne connaissez pas. Les autres lisent ce que vous écrivez ; vous pouvez masquer et signaler quelqu’un, et partir à tout moment.
lobby-name = Un nom pour cette partie

calendar-do = Fichier d’agenda
calendar-label = Fichier d’agenda : { $title }
calendar-deadline = { $name } : fin du tour

list-on = L’annoncer aux inconnus : n’importe qui peut rejoindre depuis la porte
list-people = Combien de personnes au moins ?
list-people-hint = Elle débute aussitôt que les { $parties } délégations ont toutes quelqu’un.
list-at = Quand débute-t-elle ?
list-at-hint = D’elle-même ; elle est annulée s’il y a trop peu de monde. Vide : dès qu’il y en a assez.

listed-at = Elle débute d’elle-même le { $day } à { $time }, si { $people } personnes sont là d’ici là, et aussitôt que toutes les places sont prises.
listed-waits = Elle débute d’elle-même dès que { $people } personnes sont là.
listed-called-off = Cette partie a été annulée : trop peu de monde à l’heure dite. D’autres sont annoncées à la porte.

people-hint = Masquer ne vaut que pour vous. Un signalement va à l’animation de la partie et à l’exploitant du serveur ; personne d’autre ne l’apprend.
people-mute = Masquer
people-unmute = Afficher de nouveau
people-muted = Un message de { $name }, que vous avez masqué.
people-muted-show = L’afficher
people-report = Signaler
people-report-ask = Signaler { $name } ?
people-report-what = Que s’est-il passé ?
people-report-hint = L’animation le lit. Personne d’autre ne l’apprend.
people-reported = Signalé
people-vote = Voter l’exclusion
people-voted = { $votes } des { $needed } voix nécessaires
people-more-label = Plus sur { $name }
