# Notre plan
place-plan = Plan
plan-title = Notre plan
plan-whose = Votre délégation partage cette page. Personne d’autre ne la lit, sauf l’animation.
plan-observer = Vous lisez le plan de votre délégation ; son chef et ses conseillers l’écrivent.
plan-stands = On peut le lire à présent, et l’écrire de nouveau quand la partie reprend.

# Buts
aims-title = Ce que nous voulons, dans l’ordre
aims-hint = Accordez-vous sur l’ordre : ce qui vient d’abord, vous y renoncez en dernier. Glissez une ligne, ou prenez ses flèches.
aims-keep = C’est notre ordre
aim-now = (aujourd’hui { $points })
aim-up = Plus haut : { $aim }
aim-down = Plus bas : { $aim }
aim-moved = { $aim } : place { $place }

# Termes à essayer
try-title = Essayez
try-hint = Réunissez des articles et changez un terme : vous voyez ce que cela vous apporte, et pourquoi. Cela ne lie personne.
try-none = Rien encore. Choisissez un premier article.
try-choose = Choisissez un article…
try-add = L’ajouter
try-send = En faire un texte…
try-without = L’animation a désactivé le calculateur : pesez-le avec votre dossier.
send-as-title = Quel texte le porte ?
send-as-hint = Il s’ouvre comme projet, où vous choisissez les invités ; personne ne le voit avant l’envoi.
send-as-all = le porte en entier
send-as-without = sans : { $articles }
send-as-none = Aucun texte que vous pouvez rédiger ne porte ces articles.

# Quitter la table
floor-title = Où nous quittons la table
floor-no-deal = Si vous quittez la table, il vous reste { $no_deal }.
floor-label = Nous partons en dessous de
floor-hint = Une limite que vous tracez vous-mêmes, avant qu’on vous tente de la déplacer.
floor-ours = Nous partons en dessous de { $points }.

# Tâches
jobs-title = Qui s’occupe de quoi
job-you = (vous)
job-of = Tâche : { $name }
job-numbers = Chiffres
job-contacts = Contacts
job-drafting = Rédaction
job-numbers-does = Essaie des termes et dit ce qu’ils nous apportent.
job-contacts-does = Rencontre les autres et dit ce qu’il leur faut.
job-drafting-does = Écrit des textes et lit ceux qui arrivent.

# Notes
notes-title = Notes
notes-hint = Ce que les autres ont dit, ce qu’il leur faut, quoi demander ensuite
notes-saved = Enregistré à { $at }, en dernier : { $name }
notes-typing = Pas encore enregistré…
notes-kept = Des mots qui ont été remplacés
notes-by = { $name }, { $at }
notes-back = Remettre
notes-forget = Laisser

# Suggestions
suggestions-title = Suggestions
suggestions-past = Avec réponse
suggestions-more =
    { $count ->
        [one] Encore une suggestion
       *[other] Encore { $shown } suggestions
    }
suggestion-accepted = { $name } : { $line } Acceptée.
suggestion-aside = { $name } : { $line } Mise de côté.
suggested-by = { $name } suggère :
suggests-sign = Signer le texte « { $text } ».
suggests-decline = Décliner le texte « { $text } ».
suggests-choose = Sur « { $decision } » : { $option }.
suggests-clause = Dans le texte « { $text } » : { $article }
suggests-term = Dans le plan : { $article }
suggest = Le suggérer
suggest-of = Le suggérer à votre chef : { $what }
suggest-title = Suggérer à votre chef
suggest-what = Que suggérez-vous ?
suggest-why = Pourquoi (quelques mots)
suggest-do = Le suggérer
suggest-made = Votre chef voit votre suggestion.
suggest-nothing = Il n’y a rien à signer ni à choisir maintenant. Un terme se suggère depuis le plan.
suggest-accept = Accepter
suggest-accept-of = Accepter : { $line }
suggest-not = Pas maintenant
suggest-not-of = Pas maintenant : { $line }

# Instructions
orders-hint = Vous ne signez rien qui enfreigne une instruction, sauf à le dire une seconde fois.
orders-none = Il n’y en a pas encore.
orders-capital = (de votre capitale)
orders-in-plan = Vos instructions sont dans le plan
order-remove = Supprimer l’instruction : { $order }
order-add = Ajouter une instruction
order-do = Donner cette instruction
order-about = À propos de quoi
order-about-term = un terme d’un article
order-about-clause = un article
order-about-bound = ce qui nous lie
order-about-signed = qui doit signer d’abord
order-about-figure = un chiffre
order-article = Quel article
order-term = Quel terme
order-party = Quelle délégation
order-text = Quel texte
order-figure = Quel chiffre
order-relation = Comment il doit être
order-value = Quelle valeur
order-is-least = au moins
order-is-most = au plus
order-is-same = exactement
order-is-other = tout sauf
order-is-holds = avec
order-is-lacks = sans
order-is-never = jamais
order-is-agreed = doit être convenu
order-never = Pas avec cet article : { $article }.
order-only-with = Seulement avec : { $article }.
order-unbound = Nous ne nous lions pas à ceci : { $article }.
order-after = Seulement après la signature publique de { $party } : { $text }.
order-figure-least = Seulement tant que c’est au moins { $value } : { $figure }.
order-figure-most = Seulement tant que c’est au plus { $value } : { $figure }.
order-term-least = { $article }, { $term } : au moins { $value }.
order-term-most = { $article }, { $term } : au plus { $value }.
order-term-same = { $article }, { $term } : seulement { $value }.
order-term-other = { $article }, { $term } : tout sauf { $value }.
order-term-holds = { $article }, { $term } : seulement avec { $value }.
order-term-lacks = { $article }, { $term } : sans { $value }.

# Ce que vous voulez, dans le dossier
interest-weight = jusqu’à ±{ $points }
interest-weights = Tout se compte en points. La barre dit combien vous pouvez y gagner ou y perdre ; à côté, ce que vous avez aujourd’hui.
interest-now = aujourd’hui { $points }
interest-sum = Ensemble { $expected } points, avec tout ce qui peut encore arriver ; { $total } si tout finissait aujourd’hui.
interest-sum-even = Ensemble { $total } points aujourd’hui.
interests-rank = Classez-les dans votre plan
interests-ranked = Dans l’ordre de votre plan

# Premiers pas qu’aucun scénario ne donne
move-made = Peu de projets vous apporteraient davantage. Demandez ce que cela leur coûterait.
move-made-alone = Peu de projets vous apporteraient davantage.

# La prochaine étape, dans d’autres cas
now-look-on = Vous observez : vous lisez ce qui est montré à tous.
now-look-paused = La partie est en pause. Vous lisez ce qui est montré à tous.
now-world-open = Voir le monde
now-control-open = Écrire à l’animation
now-plan-open = Ouvrir notre plan
now-observe = Vous lisez les papiers de votre délégation. Voyez son plan, et ce qu’elle cherche.
now-observe-text = Il y a du nouveau dans le texte « { $text } ». Lisez-le.
now-rank = Classez vos { $count } buts : ce qui vient d’abord, vous y renoncez en dernier.
now-try = Essayez : mettez un article dans votre plan, changez un terme, et voyez ce qui change et pourquoi.
now-job-numbers = Votre tâche : les chiffres. Changez des termes dans le plan jusqu’à savoir ce qui vaut le plus pour vous.
now-job-contacts = Votre tâche : les contacts. Notez qui vous rencontrerez d’abord, et ce que vous demanderez.
now-job-drafting = Votre tâche : la rédaction. Mettez dans le plan les articles de votre premier texte.
now-witness =
    { $count ->
        [one] { $signed } a signé le texte « { $text } ». Vous en êtes témoin : lisez-le, et signez s’il est juste.
       *[other] { $signed } ont signé le texte « { $text } ». Vous en êtes témoin : lisez-le, et signez s’il est juste.
    }
now-move-either = Rencontrez-les, ou écrivez-leur : { $parties }. { $advice }
now-left-out = Le texte « { $text } » se fait sans vous, entre { $parties }. Lisez-le, et demandez ce qu’il faudrait pour en être.
now-mediate = Vous écrivez pour d’autres. Demandez à deux délégations ce que toutes deux pourraient signer, et mettez-le sur le papier.
