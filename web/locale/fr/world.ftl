# Parler, dans la salle et à distance
meet-title = Qui rencontrer
meet-disputed = { $text } : { $articles }, en litige de leur fait. Demandez ce qui réglerait la question.
meet-waits = { $text } : on attend votre réponse. Demandez ce qu’ils en espèrent.
meet-signature = { $text } : demandez ce qu’il leur faut avant de signer.
circle-last = { $who } : { $words }
messages-new = Nouveau depuis votre dernière visite
message-waits = Ce sera envoyé dès que la connexion sera rétablie.
quote-unknown = Un texte que vous ne connaissez pas
quote-gone = Cet article n’y figure plus.
call-join = Rejoindre l’appel sur { $host }
call-set = Donner un lien d’appel
call-change = Le changer
call-title = Un appel pour ce cercle
call-address = Adresse de l’appel
call-hint = Elle doit commencer par https://. Tout le cercle la voit, et personne d’autre que l’animation.
call-do = La donner au cercle

# Le monde
world-parts = Parties de cette page
news-earlier =
    { $count ->
        [one] Une nouvelle plus ancienne
       *[other] { $count } nouvelles plus anciennes
    }
map-how = Ce que montre la carte
map-by-held = Qui tient quoi
map-by-agreed = Ce qui est convenu
map-holds-it = Tenu par : { $party }
map-open = Rien n’est encore convenu
map-regions = Les régions, une à une
map-held-by-nobody = Tenue par personne.
map-agreed-in = { $clause } : convenu dans
map-proposed-in = Proposé dans
map-no-text = Aucun texte que vous connaissez n’en parle.
figures-hint = Ouvrez un chiffre pour voir d’où il vient.
figure-varies = selon la délégation
figure-all = partout { $value }
figure-from = Il vient de :
figure-fixed = Il ne vient que de nombres fixes.
figure-more = Et de ce que vous ne pouvez pas voir.
figure-start = Au début : { $value }.
figure-changes-more = Les changements plus anciens sont au procès-verbal.
figure-course = { $figure }, tour par tour
figure-round = À la fin de
figure-value = Valeur
figure-change = Écart
part-not-agreed = { $title } : non convenu
part-decision = Les réponses à « { $decision } »
part-text = { $text } : signé ou non, et par qui
cause-facilitator = animation : { $reason }
cause-decision = après la décision « { $decision } »
cause-clause = à l’entrée en vigueur de « { $clause } »
cause-news = à cause de la nouvelle « { $title } »
cause-time = à la fin du tour
minutes-print = L’imprimer
minutes-of = { $title }, { $room }
minutes-before = Avant le début
minutes-search = Chercher dans le procès-verbal
minutes-who = Qui
minutes-what = Quoi
minutes-word = Mots
minutes-anybody = Tout le monde
minutes-anything = Tout
minutes-kind-texts = Textes
minutes-kind-signatures = Signatures
minutes-kind-agreed = Ce qui fut convenu
minutes-kind-decisions = Décisions
minutes-kind-figures = Chiffres
minutes-kind-news = Nouvelles et déclarations
minutes-found =
    { $count ->
        [0] Rien de tel au procès-verbal.
        [one] Une entrée
       *[other] { $count } entrées
    }

# Décider
decide-others-open = En décident à présent : { $parties }. Vous voyez chaque réponse dès qu’elle est donnée.
choice-title = Votre réponse
choice-advise = Écrire à votre délégation
decided-ours = Votre choix : { $option }.
decided-hidden = Le choix des autres sera montré à la fin de la partie.
evidence-says = Ce dont cela dépend, en l’état
evidence-binds = Ce qui vous lie
evidence-binds-none = Aucun article en vigueur ne lie qui que ce soit.
evidence-others =
    { $count ->
        [one] Un article en lie d’autres
       *[other] { $count } articles en lient d’autres
    }
evidence-changes = Ce que cela peut changer

# Aussi à l’atelier
figure = Chiffre
