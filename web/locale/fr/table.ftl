# La table : dossier, textes, échanges, monde, décisions

places = Rubriques
place-brief = Dossier
place-texts = Textes
place-talk = Échanges
place-world = Monde
place-decide = Décider
more = Plus
new-here = nouveau
us-in-a-list = vous
that-is-us = vous
by-autopilot = par l’ordinateur
value-unit = { $value } { $unit }

# L'en-tête de la table
people-here =
    { $count ->
        [one] 1 personne ici
       *[other] { $count } personnes ici
    }
people = Qui est là
nobody-sits = Personne ne siège ici.
autopilot = L’ordinateur
empty-seat = Quelqu’un
is-here = présent
is-away = absent
is-ready = prête à passer à la suite
has-powers = peut signer et décider
pass-the-lead = Nommer chef
powers-give = Autoriser à signer et à décider
powers-take = Retirer le droit de signer

# La prochaine étape
now-title = Maintenant
now-final = La partie est terminée. Le résultat dit ce qui a été convenu et ce que cela valait ; vous pouvez encore échanger et lire.
now-paused = En pause. Vous pouvez tout lire, et écrire à l’animation.
now-decide = Faites votre choix sur « { $decision } » ; vous pouvez en changer jusqu’à la clôture.
now-decide-advise = Votre chef choisit sur « { $decision } » ; dites ce que vous conseillez.
now-decide-open = Choisir
now-brief = Lisez votre dossier : ce que vous voulez, ce que vous pouvez donner, ce que vous ne devez pas accepter.
now-brief-here = Lisez votre dossier : ce que vous voulez, ce que vous pouvez donner, ce que vous ne devez pas accepter. À la fin, appuyez sur « Nous l’avons lu ».
now-brief-open = Ouvrir le dossier
now-agree = Accordez-vous dans votre délégation sur ce que vous voulez d’abord. Puis dites que vous êtes prêts.
now-brief-wait = Vous êtes prêts. Les pourparlers s’ouvrent quand le seront aussi : { $parties }, ou à la fin du temps.
now-brief-talk = Accordez-vous dans votre délégation sur ce que vous voulez d’abord. Les pourparlers s’ouvrent bientôt.
now-own-open = Parler à votre délégation
now-text-open = Ouvrir le texte
now-cleared = { $party } a amendé le texte « { $text } » après votre signature. Elle ne compte plus : voyez ce qui a changé.
now-cleared-advise = { $party } a amendé le texte « { $text } » après la signature de votre chef. Voyez ce qui a changé, et conseillez.
now-read = { $party } vous a envoyé un texte : { $text }. Lisez-le, et voyez ce qu’il vous apporte.
now-read-amended = { $party } a amendé le texte « { $text } ». Voyez ce qui a changé.
now-sign =
    { $count ->
        [one] { $signed } a signé le texte « { $text } », et vous non. Signez-le, changez-le ou déclinez-le.
       *[other] { $signed } ont signé le texte « { $text } », et vous non. Signez-le, changez-le ou déclinez-le.
    }
now-sign-advise =
    { $count ->
        [one] { $signed } a signé le texte « { $text } ». Dites à votre chef s’il faut signer.
       *[other] { $signed } ont signé le texte « { $text } ». Dites à votre chef s’il faut signer.
    }
now-sign-own = Votre texte « { $text } » est chez les autres. Signez-le quand vous y tenez : une signature fait bouger les autres.
now-sign-first = Personne n’a encore signé le texte « { $text } ». Soyez les premiers, ou dites ce qui doit changer.
now-sign-changed = { $party } a changé le texte « { $text } ». Voyez ce qui a changé : signez-le, ou changez-le encore.
now-disputed = Une partie du texte « { $text } » est contestée. Réglez-la, pour qu’il puisse être signé.
now-messages =
    { $count ->
        [one] Un nouveau message : { $circle }.
       *[other] { $count } nouveaux messages : { $circle }.
    }
now-messages-open = Lire
now-unsent = Vous avez commencé un texte sans l’envoyer.
now-unsent-open = Continuer à écrire
now-writing = Vous écrivez. Appuyez sur un mot souligné pour le changer ; quand le total vous convient, envoyez.
now-move = { $move }. { $advice }
now-move-meet = Levez-vous. Trouvez : { $parties }. { $advice }
now-move-write = Commencez par : { $parties }. { $advice }
now-begin = Il n’y a pas encore de texte. Commencez-en un : un projet fait plus avancer un échange qu’un souhait.
now-waits-meet = Le texte « { $text } » attend : { $parties }. Allez demander ce qu’il leur faut.
now-waits-write = Le texte « { $text } » attend : { $parties }. Demandez ce qu’il leur faut.
now-talk-open = Écrire : { $parties }
now-nothing = Quand vous avez dit et signé ce que vous vouliez, dites que vous êtes prêts.
now-ready = Vous êtes prêts. Encore au travail : { $parties }.
now-wait = Rien ne vous attend pour l’instant. La suite vient à la fin du temps.
waits-signature =
    { $count ->
        [one] { $parties } attend votre signature.
       *[other] { $parties } attendent votre signature.
    }
waits-ready =
    { $count ->
        [one] Prête à passer à la suite : { $parties }.
       *[other] Prêtes à passer à la suite : { $parties }.
    }

# Prêts
ready-title = Prêts à passer à la suite ?
ready-hint = Quand tous les chefs présents le disent, ce tour finit plus tôt.
ready-off = Nous sommes prêts
ready-on = Prêts ; revenir en arrière
ready-waits = Encore au travail : { $parties }.
ready-head-only = Votre chef dit quand votre délégation est prête à passer à la suite.
ready-unchosen-title = Prêts, sans avoir choisi ?
ready-unchosen = Vous n’avez pas encore choisi. Si tout se ferme maintenant, ceci compte comme votre choix : { $choices }.
ready-default = « { $decision } » : { $option }

# Dossier
brief-title = Votre dossier : { $party }
brief-read = Nous l’avons lu
brief-common = Pour tous : ce qui s’est passé, ce qui peut être convenu, ce qui vient
interests = Ce que vous voulez
walk-away = Si vous quittez la table, il vous reste { $no_deal }.
walk-away-hint = Ne signez rien qui vous laisse avec moins.
first-moves = Premiers pas
move-meet = Rencontrer : { $parties }
move-says = Ce que dirait le texte « { $kind } »
move-start = Commencer ce texte
move-later = On pourra commencer des textes à l’ouverture des pourparlers.
mandate = Vos instructions
mandate-broken = Ce qui est convenu à présent l’enfreint.

# Textes
texts-title = Textes
texts-none = Il n’y a pas encore de texte que vous puissiez voir.
texts-ours = Ceux-ci ont besoin de vous
texts-others = Ceux-ci attendent les autres
texts-in-force = En vigueur
texts-public = Montrés à tous
texts-past = Caducs
text-new = Nouveau texte
text-new-later = On pourra commencer des textes à l’ouverture des pourparlers.
text-unknown = un texte que vous ne connaissez pas
text-gone = Ce texte n’existe pas, ou vous ne pouvez pas le voir.
text-version = { $title }, version { $version }
text-title-nth = { $title } ({ $nth })
text-signed-by = Signataires : { $parties }
text-linked-with = Lié à : { $texts }.
text-not-ours = Vous pouvez lire ce texte ; vous n’êtes pas invités à le signer.
text-between = Entre { $parties }.
text-witnesses = Témoins : { $parties }.
back-to-texts = Tous les textes
back-to-text = Retour au texte
mark-new = nouveau
mark-amended = amendé
mark-moved = a changé
came = Depuis votre dernière lecture : { $what }.
came-new = reçu de { $party }
came-version = version { $version } de { $party }
came-signed =
    { $count ->
        [one] { $parties } a signé
       *[other] { $parties } ont signé
    }
came-declined =
    { $count ->
        [one] { $parties } a décliné
       *[other] { $parties } ont décliné
    }
came-draft = de nouveau un projet
came-in-force = entré en vigueur
came-suspended = suspendu
came-withdrawn = retiré
came-ended = terminé
unsent = Pas encore envoyés
unsent-amendment = Amendement : { $title }
unsent-articles =
    { $count ->
        [one] Un article, pour { $parties }
       *[other] { $count } articles, pour { $parties }
    }
throw-away = Jeter
articles-title = Articles
articles-none = Pas encore d’article. Ajoutez le premier ci-dessous.
article-list =
    { $count ->
        [one] article { $list }
       *[other] articles { $list }
    }
article-title = Article { $number }. { $title }
own-words = Dans nos propres mots

# Où en est un texte
state-draft = Projet de { $author }, version { $version }
state-draft-public = Projet de { $author }, version { $version }, montré à tous
state-opened = De { $author }, version { $version }, ouvert à la signature
state-in-force =
    { $dormant ->
        [0] En vigueur, version { $version }
        [one] En vigueur, version { $version } ; un article attend encore
       *[other] En vigueur, version { $version } ; { $dormant } articles attendent encore
    }
state-suspended =
    { $count ->
        [0] Suspendu, version { $version }
       *[other] Suspendu, version { $version }, tant que { $conditions }
    }
state-withdrawn = Retiré par { $author }
state-ended = Terminé
state-and-waits = { $state } ; il manque : { $waits }
not-in-force = Pas en vigueur ; il manque : { $reasons }.
missing-signatures =
    { $mine ->
        [true]
            { $count ->
                [0] votre signature
                [one] votre signature et celle de { $parties }
               *[other] votre signature et celles de { $parties }
            }
       *[other]
            { $count ->
                [one] la signature de { $parties }
               *[other] les signatures de { $parties }
            }
    }
missing-ratification = la ratification de { $parties }
missing-conditions = la condition { $conditions }
missing-brackets = un accord sur { $articles }
missing-linked = le texte lié : { $texts }

# Où en est un article
binds = Engage { $parties }.
binds-whom = Engage
binds-uninvited = Engage une partie qui n’est pas invitée : { $parties }. Il ne peut compter avant qu’elle le soit.
articles-empty = Il n’a encore aucun article.
article-struck = Supprimé : { $title }
article-settled = En vigueur.
article-dormant = Pas en vigueur.
article-superseded = Remplacé par un texte ultérieur.
article-ended = Terminé.
article-waits = Attend { $parties }.
disputed-by = Contesté par { $parties }.
excepted-by = Excepté de la signature de { $parties }.
replaces = Remplace ce que prévoit le texte « { $text } ».
replaces-needs = Remplace ce que prévoit le texte « { $text } » ; doivent signer aussi : { $parties }.
own-words-bind = Engage d’honneur ceux qui signent ; ne change aucun chiffre.
back-to-new = Toutes les façons de commencer
exchange = Un échange
exchange-hint = Ce que vous donnez d’un côté, ce qu’ils donnent de l’autre, en un seul texte qui engage les deux.
exchange-start = Nous donnons, ils donnent
exchange-with = Avec qui
exchange-kind = Comme quel genre de texte
exchange-no-kind = Aucun genre de texte n’est ouvert à toutes ces délégations.
exchange-begin = Commencer

# Un nouveau texte
kind-open-to = Ouvert à : { $parties }
template-holds =
    { $count ->
        [one] Un article
       *[other] { $count } articles
    }
start-blank = Partir d’une page blanche
start-blank-of = Partir d’une page blanche : { $kind }
start-copy = Ou de la copie d’un texte

# Écrire
amend-title = Amender : { $title }, version { $version }
draft-kept = Ce que vous écrivez reste sur cet appareil jusqu’à l’envoi.
draft-gone = Ce projet a été envoyé ou jeté.
draft-sent = Envoyé. Les parties invitées le voient à présent.
amendment-sent = Envoyé. C’est la nouvelle version.
send-draft =
    { $parties ->
        [several]
            { $count ->
                [0] Envoyer
                [one] Envoyer à { $count } délégation
               *[other] Envoyer à { $count } délégations
            }
       *[other] Envoyer : { $parties }
    }
send-amendment = Envoyer l’amendement
send-later = L’envoi sera possible à l’ouverture des pourparlers.
amend-ask = Amender un texte signé ?
amend-do = L’amender
amend-clears =
    { $count ->
        [one] La signature de { $parties } est effacée. La nouvelle version part aussitôt vers : { $invited }.
       *[other] Les signatures de { $parties } sont effacées. La nouvelle version part aussitôt vers : { $invited }.
    }
invited = Entre
invited-too-few =
    { $count ->
        [one] Au moins { $count } partie.
       *[other] Au moins { $count } parties.
    }
witnesses = Témoins
witnesses-hint = Un témoin peut écrire dans le texte et le signer ; rien ne l’engage.
add-article = Ajouter un article
add-named = Ajouter : { $title }
add-own-words = + Un article dans vos propres mots
own-words-hint = Ce dont vous convenez et qu’aucun autre article ne dit.
own-words-worth = Un tel article engage d’honneur et ne change aucun chiffre.
remove = Retirer
remove-article = Retirer : { $title }
term-label = { $article }, { $term }
term-change = { $term } : { $value }. Changer
term-slider = Faire glisser : { $term }
term-done = C’est fait
term-less = Moins : { $term }
term-more = Plus : { $term }
term-range =
    { $step ->
        [1] de { $min } à { $max }
       *[other] de { $min } à { $max }, par pas de { $step }
    }
conditions = Conditions
takes-effect-if = Ne prend effet que si
suspended-while = Suspendu tant que
refused-at = Article { $number } : { $text }
meanwhile-title = Pendant que vous écriviez, { $party } a fait la version { $version }
meanwhile-carried = Cette version change d’autres articles que vous : ce que vous avez écrit repose à présent sur elle.
meanwhile-read = J’ai vu
meanwhile-line = La version { $version } est arrivée pendant que vous écriviez.
meanwhile-see = La voir
meanwhile-same =
    { $count ->
        [one] Vous avez changé tous deux le même article. Choisissez ; rien n’est perdu jusque-là.
       *[other] Vous avez changé tous deux les mêmes articles. Choisissez pour chacun ; rien n’est perdu jusque-là.
    }
meanwhile-theirs = Ce qui a changé ({ $party })
meanwhile-merge = Les deux ensemble
meanwhile-ours = Ce que vous avez changé
meanwhile-apply = Continuer avec la version { $version }
shut-opened = Ce texte est ouvert à la signature : personne ne peut l’amender tant que son auteur ne le rouvre pas.
shut-over = Ce texte n’est plus un projet.
shut-apart = Garder ce que vous avez écrit comme un nouveau texte
written-as = Écrit comme
written-text = Un texte
written-exchange = Nous donnons | ils donnent
side-ours = Vous donnez
side-theirs =
    { $count ->
        [0] Ils donnent
        [one] { $parties } donne
       *[other] { $parties } donnent
    }
side-both = Les deux donnent
side-empty = Rien encore.
side-none = Aucun article ne tient seul ici : voyez ce qui engage les deux.
add-ours = + Ce que vous pourriez donner
add-theirs = + Ce qu’ils pourraient donner
add-both = + Ce qui engagerait les deux

# Ce qu'il nous apporte
worth-title = Ce qu’il vous apporte
worth-off = L’animation a désactivé le calculateur. Jugez d’après votre dossier.
worth-against = points pour vous ; { $gain } par rapport à aujourd’hui ({ $today })
worth-below = C’est { $by } de moins que sans accord ({ $no_deal }). Seul, il ne vaut pas une signature.
worth-above = C’est { $by } de plus que sans accord ({ $no_deal }).
worth-nothing-moves = Rien ne bouge pour vous.
worth-all = Tous les intérêts
worth-item = Intérêt
worth-now = Aujourd’hui
worth-then = Alors
worth-change = Écart
worth-assuming = En supposant aussi
worth-figures = Chiffres qui bougent
worth-stays = { $figure } reste à { $now } : rien n’est convenu sur { $without }
advice-ask = Qu’est-ce qui aiderait ?
advice-none = Vos conseillers ne connaissent rien qui aiderait ici.
advice-hint = Estimé d’après vos propres intérêts et d’après ce que les autres ont écrit et supprimé ; sans les secrets de personne.
advice-gain = { $gain } pour vous
advice-welcome = Semble plaire à : { $parties }.
advice-unwelcome = Semble déplaire à : { $parties }.
advice-binds = Engagerait : { $parties }.
advice-take = Le mettre dans le texte

# Ce qui a changé
changes-since-you-looked = Ce qui a changé ({ $party }) depuis votre dernière lecture
compare-with = Montrer ce qui a changé depuis
compare-none = rien : le texte tel quel
compare-older = Versions antérieures
version-by = version { $version }, de { $party }
nothing-changed = Aucun article n’a changé.
conditions-changed = Les conditions ont changé aussi.
difference-added = ajouté
difference-removed = supprimé
difference-changed = modifié

# Ce qu'on peut faire d'un texte
sign = Signer
sign-except = Signer sauf…
amend = Le changer
amend-go-on = Continuer à le changer
unsign = Retirer notre signature
talk-about = En parler
dispute = Marquer ce que nous contestons
dispute-article = Contester cet article
accept-article = Ne plus le contester
link-texts = Lier à un autre texte
you-signed = Vous avez signé cette version.
sign-paused = On signera quand la partie reprendra.
sign-head-only = Votre chef signe. Vous pouvez lire, écrire et conseiller.
sign-disputed = On pourra le signer quand rien n’y sera plus contesté.
sign-later = On pourra le signer à l’ouverture des pourparlers.
act-table = Montrer à tous
act-leak = Divulguer
act-open = Ouvrir à la signature
act-reopen = Rouvrir aux amendements
act-decline = Décliner
act-withdraw = Retirer le texte
act-leave = S’en retirer
act-unsign = Retirer notre signature
sure-table = Montrer à tous le texte « { $title } » ?
sure-table-text = Toutes les délégations et tous les spectateurs le voient aussitôt, avec ses signataires et toutes ses versions futures. C’est irréversible.
sure-leak = Divulguer le texte « { $title } » ?
sure-leak-text = Tout le monde le voit aussitôt, et sait qu’il a été divulgué ; le procès-verbal dit par qui. C’est irréversible.
sure-open = Ouvrir à la signature le texte « { $title } » ?
sure-open-text = Dès lors personne ne le change, jusqu’à ce que vous le rouvriez. Le verront aussitôt : { $invited }.
sure-reopen = Rouvrir aux amendements le texte « { $title } » ?
sure-reopen-text = Les parties invitées peuvent de nouveau l’amender ; un amendement efface toutes les signatures.
sure-decline = Décliner le texte « { $title } » ?
sure-decline-text = Verront aussitôt que vous ne le signez pas : { $invited }. Un amendement efface votre réponse, et vous pourrez signer plus tard.
sure-withdraw = Retirer le texte « { $title } » ?
sure-withdraw-text = Personne ne pourra plus le signer. Le verront aussitôt : { $invited }. C’est irréversible.
sure-unsign = Retirer votre signature du texte « { $title } » ?
sure-unsign-text = Verront aussitôt que vous ne le signez plus : { $invited }. Vous pourrez signer de nouveau.
sure-leave = Vous retirer du texte « { $title } » ?
sure-leave-text =
    { $notice ->
        [true] À la fin du prochain tour, ce qui vous y engage cesse. Tout le monde le voit aussitôt. C’est irréversible.
       *[other] Ce qui vous y engage cesse aussitôt, et tout le monde le voit. C’est irréversible.
    }
sign-ask = Signer la version { $version } du texte « { $title } » ?
sign-ask-except = Signer la version { $version } du texte « { $title } », sauf { $articles } ?
sign-do = Signer la version { $version }
sign-do-except = Signer sauf { $articles }
sign-binds = Vous vous engagez à :
sign-binds-nothing = Aucun de ses articles ne vous engage.
sign-binds-others = Les autres s’engagent à :
sign-choose-except = Cochez ce que votre signature excepte
sign-seen =
    { $public ->
        [true] Tout le monde le voit aussitôt.
       *[other] Le verront aussitôt : { $invited }.
    }
sign-ratify = Votre signature compte une fois que vous l’aurez ratifiée.
sign-below = Seul, il vous laisse avec { $total } : { $by } de moins que sans accord.
sign-stale = Il a été amendé pendant que vous regardiez : voici la version { $version }. Revenez en arrière et lisez-la d’abord.
sign-override = Signer quand même
sign-override-hint = Vous pouvez signer contre vos instructions ; c’est votre nom.
signed = Signé : { $title }.
signed-waits = Signé : { $title }. Encore attendus : { $parties }.
linked = Textes liés
linked-hint = Les textes liés entrent en vigueur ensemble, ou pas du tout.
linked-unknown =
    { $count ->
        [one] Un texte que vous ne connaissez pas
       *[other] { $count } textes que vous ne connaissez pas
    }
link-with = Lier à
link-do = Les lier
link-undo = Ne plus le lier
link-none = Vous n’êtes invités à aucun autre projet.
link-new-version = Lier fait une nouvelle version de chacun : les signatures sont effacées.

# Signatures
signatures = Signatures
party-signed = signé à { $at }
party-except = sauf { $articles }
party-waits = n’a pas signé
party-declined = a décliné
party-left = s’est retirée
party-leaves = s’en retire à la fin du prochain tour
party-not-ratified = attend la ratification
as-witness = témoin
condition-holds = c’est le cas
condition-fails = ce n’est pas le cas

# Échanges
talk-title = Échanges
circles = Conversations
circle-plenary = Tout le monde
circle-press = Déclarations à la presse
circle-control = L’animation
circle-own = Votre délégation
circle-new = Nouveau cercle
circle-with = Parler avec
circle-open = Ouvrir
circle-who-reads = Seules les délégations cochées le lisent, et l’animation.
circle-control-hint = Seule l’animation lit ceci.
circle-press-hint = Tout le monde lit une déclaration à la presse, les spectateurs aussi.
back-to-circles = Toutes les conversations
unread = non lu
messages = Messages
messages-none = Rien n’a encore été dit.
messages-older = Messages plus anciens
message-write = Écrire un message
message-send = Envoyer
message-publish = Publier
message-left =
    { $left ->
        [one] Un caractère restant
       *[other] { $left } caractères restants
    }
quote = Citer
quote-article = Citer l’article { $number } dans un message
quote-drop = Ne pas citer
talk-meet = Rencontrez : { $parties }.
talk-observer = Vous pouvez lire ici ; votre délégation parle.
talk-paused = En pause : on ne peut écrire qu’à l’animation.
talk-later = On ne peut rien écrire ici dans cette phase.

# Monde
world-title = Le monde
news = Nouvelles
settled = Ce qui est convenu
settled-none = Rien n’est encore en vigueur.
map-title = La carte
map-held-by = Tenue par
map-nothing-agreed = rien de convenu
figures = Chiffres
figures-state = Ce qui est
figures-follow = Ce qui en découle
figure-history = Tour par tour
all-of-them = tous
minutes = Procès-verbal
minutes-none = Il ne s’est encore rien passé.
minutes-round = { $phase }, tour { $round }
minutes-older = Plus tôt

# Décider
decide-title = Décider
decide-none = Il n’y a rien à décider à présent.
decide-others = En train de décider : { $parties }. Vous verrez leur choix à la clôture.
decide-to-come = À venir
decide-in-phase = { $phase } : { $decision }
decided = Décidé : { $decision }
choice-saved = Enregistré : { $option }
choice-so-far = Votre choix jusqu’ici : { $option }.
choice-none = Vous n’avez pas encore choisi.
choice-secret = Secret jusqu’à la clôture ; vous pouvez le changer d’ici là.
choice-open = Tout le monde le voit aussitôt ; vous pouvez le changer jusqu’à la clôture.
choice-head-only = Votre chef choisit. Dites ce que vous conseillez dans le cercle de votre délégation.
option-default = (retenu si personne ne choisit)

# Dit au fur et à mesure
told-paused = La partie est en pause.
told-resumed = La partie reprend.
told-phase = Début : { $phase }.
told-time =
    { $minutes ->
        [one] Encore une minute.
       *[other] Encore { $minutes } minutes.
    }
told-text = { $party } vous a envoyé un texte : { $title }
told-amended = { $party } a amendé le texte « { $title } »
told-cleared = { $party } a amendé le texte « { $title } » : votre signature est effacée.
told-signed =
    { $count ->
        [one] { $parties } a signé le texte « { $title } »
       *[other] { $parties } ont signé le texte « { $title } »
    }
told-in-force = En vigueur : { $title }.
told-suspended = Suspendu : { $title }.
told-withdrawn = Retiré : { $title }.
told-ended = Terminé : { $title }.
told-decide = À décider : { $decisions }
told-news = Nouvelle : { $title }
told-message =
    { $where ->
        [plenary] { $who }, à tous : { $text }
        [press] { $who }, à la presse : { $text }
       *[other] { $who } : { $text }
    }
told-over = La partie est terminée.
told-messages =
    { $count ->
        [one] Un nouveau message
       *[other] { $count } nouveaux messages
    }
told-many =
    { $count ->
        [one] Il s’est passé { $count } chose : voyez ce qui est marqué
       *[other] Il s’est passé { $count } choses : voyez ce qui est marqué
    }

# Se mettre au courant
missed =
    { $count ->
        [one] Pendant votre absence, il s’est passé { $count } chose.
       *[other] Pendant votre absence, il s’est passé { $count } choses.
    }
missed-new = La partie a commencé sans vous. Voici ce qu’il faut savoir.
missed-title = Pendant votre absence
missed-title-new = Ce qui s’est passé jusqu’ici
missed-dismiss = Je le sais
catch-up = Me mettre au courant
catch-open = Ce qui est ouvert
catch-open-none = Rien n’attend votre mot.
catch-left = encore { $left }
catch-decide = À décider : { $decision }
catch-signed = Vous l’avez signé.
catch-promised = Ce qui est promis
catch-promised-own = Par vous
catch-promised-others = Par d’autres
catch-happened = Ce qui s’est passé
catch-more = Le reste se trouve sous Monde.
catch-with = Qui est avec vous
catch-person = { $name } ({ $role }, { $here })
stood-in-here = un bot remplace

## Ce que dit un robot : $takes et $wants sont des articles entiers, chacun une phrase avec son point

bot-opening = Voici ce que nous avons en tête. Changez ce que vous ne pouvez pas accepter ; nous regardons l’ensemble.
bot-take-if = Nous pouvons accepter ceci : { $takes } Mais il doit aussi y figurer : { $wants }
bot-sign-if = Nous pouvons signer s’il y figure : { $wants }
bot-sign-without = Nous pouvons le signer sans ceci : { $takes }
bot-condition = Ce texte ne nous est utile qu’à une condition, qui y figure désormais : { $conditions }.
bot-link = Ce texte ne nous est utile qu’avec celui auquel il est désormais lié : tous deux entrent en vigueur au même moment, ou aucun.
bot-sign = Nous pouvons signer ce texte tel quel.
bot-decline = Nous ne pouvons pas signer ce texte : il nous laisserait dans une situation pire que sans accord.
bot-away = Notre chef de délégation est absent pour le moment. Nous avons votre texte et ne signons rien avant son retour.
