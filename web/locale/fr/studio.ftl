# Le studio : pour l'auteur d'un scénario

studio = Studio
studio-how = Un studio s’ouvre pour un scénario, sur la machine de son auteur :
studio-never-good = Dès que le scénario sera sans erreur, il s’affichera ici.
studio-stale = Ce qui suit est la dernière version sans erreur.
studio-places = Parties du scénario
studio-place-draft = Projets et scores
studio-place-world = Le monde
studio-place-course = Le cours du jeu
studio-place-briefings = Dossiers
studio-place-texts = Langues et limites
studio-play = Jouer cette version, des bots aux autres places
studio-play-as = Jouer { $party }

studio-problems =
    { $errors ->
        [0]
            { $warnings ->
                [0] Rien ne cloche
                [one] Aucune erreur, un avertissement
               *[other] Aucune erreur, { $warnings } avertissements
            }
        [one]
            { $warnings ->
                [0] Une erreur
                [one] Une erreur, un avertissement
               *[other] Une erreur, { $warnings } avertissements
            }
       *[other]
            { $warnings ->
                [0] { $errors } erreurs
                [one] { $errors } erreurs, un avertissement
               *[other] { $errors } erreurs, { $warnings } avertissements
            }
    }
studio-error = Erreur :
studio-warning = Avertissement :
studio-copy = Copier l’endroit
studio-copy-label = Copier l’endroit { $place }
studio-copied = Copié : collez-le là où votre éditeur ouvre les fichiers.
studio-source = Ligne { $line }

studio-draft = Projet
studio-all-drafts = Tous les projets du fichier : ce que chaque partie y gagne par rapport à l’absence d’accord
studio-draft-empty = Rien encore
studio-undo = Comme dans le fichier
studio-between = Entre { $parties }.
studio-empty-draft = Cochez des articles ci-dessous, en toute combinaison.
studio-binds-nobody = N’engage personne.
studio-not-carried = Aucun article de ce genre de texte ; ici il ne fait que compter.
studio-holds = (serait vrai au début de la partie)
studio-does-not-hold = (ne serait pas vrai au début de la partie)
studio-all-clauses = Tous les articles
studio-no-heading = Sans rubrique

studio-glance = Par rapport à l’absence d’accord
studio-all-gain = Chacun s’en sort mieux que sans accord.
studio-nobody-gains = Personne ne s’en sort mieux que sans accord.
studio-some-lose = Ne s’en sortent pas mieux que sans accord : { $parties }.
studio-against = attendus ; { $gain } par rapport à l’absence d’accord ({ $no_deal })
studio-not-computed = ne peut être calculé
studio-mandate = Contre ses instructions : { $sentence }
studio-before = Avant
studio-expected = Attendu
studio-points = Points
studio-total = Ensemble
studio-with-draft = Avec le projet

studio-variables = Variables
studio-suppose = Comme au début de la partie. Supposez-en une différente, et voyez ce que vaut alors le projet.
studio-as-they-start =
    { $count ->
        [one] Celle-ci comme au début
       *[other] Toutes les { $count } comme au début
    }
studio-formulas = Formules

studio-phases = Phases
studio-phase =
    { $rounds ->
        [one] Un tour
       *[other] { $rounds } tours
    }{ $minutes ->
        [0] , sans limite :
        [one] {" "}d’une minute :
       *[other] {" "}de { $minutes } minutes :
    }
studio-when = Quand
studio-each-round = À la fin de chaque tour
studio-default = sans choix
studio-by = Demandé à
studio-resolve = Ce qui en résulte
studio-injects = Nouvelles
studio-by-hand = Envoyée par l’animation seule.
studio-chance = Chance en pour cent
studio-effects = Ce qu’elle fait
studio-outcomes = Issues
studio-outcome-now = Celle-ci, si tout le projet comptait dès le début de la partie

studio-for-all = Pour tous
studio-briefing-of = Dossier : { $party }
studio-for-control = Pour l’animation seule

studio-languages = Langues
studio-languages-none = Il n’y a pas d’autre langue : les textes d’une autre vont dans locale/LANGUAGE.json.
studio-language-whole =
    { $texts ->
        [one] Le seul texte est là.
       *[other] Les { $texts } textes sont là.
    }
studio-language-missing = Textes manquants : { $missing } sur { $texts } ; ceux-là sont donnés comme dans scenario.json.
studio-missing = Lesquels
studio-limits = Limites
studio-limit = De
studio-used = Employé
studio-most = Au plus
studio-limit-parties = Parties
studio-limit-regions = Régions
studio-limit-clauses = Genres d’article
studio-limit-keys = Articles, un par partie ou région
studio-limit-phases = Phases
studio-limit-bytes = Octets du plus long fichier
