# Quelqu’un d’autre à la place d’un bot
people-invite = Inviter quelqu’un
people-invite-text = Qui entre avec ce code prend la place d’un bot et continue là où il en est.

# À côté de la carte du haut, dans une première partie
guide-title = Guide
guide-leave = Quitter le guide
guide-aims =
    { $count ->
        [one] Vous êtes : { $us }. Vous voulez avant tout une chose : { $aims }. Votre dossier dit ce qu’elle vaut, et ce que vaut l’absence d’accord : ne signez rien qui vous laisse moins.
       *[other] Vous êtes : { $us }. Vous voulez avant tout : { $aims }. Votre dossier dit ce que chaque chose vaut, et ce que vaut l’absence d’accord : ne signez rien qui vous laisse moins.
    }
guide-begin = Vous en savez assez. Dites que vous êtes prêts, et les pourparlers s’ouvrent.
guide-first = Attendez un instant, l’autre partie écrit la première. Ou commencez vous-même : partez d’un modèle et changez une seule chose.
guide-offer = { $party } a mis une offre par écrit. Elle demande beaucoup : c’est ainsi que tout le monde commence. Ouvrez-la.
guide-worth = « Ce qu’il vous apporte » compare ce texte à la situation actuelle. Trop peu ? Modifiez-le : demandez ce qui compte pour vous, donnez ce qui vous coûte peu. L’autre partie ne veut pas les mêmes choses que vous.
guide-give = Changez un article à la fois et regardez le total. Donnez ce qui vous coûte peu, demandez ce qui vaut beaucoup ; puis envoyez.
guide-answer = Votre offre est entre les mains de : { $parties }. La réponse sera une signature, ou une phrase disant quel changement la vaudrait ; vous la trouverez dans les conversations.
guide-sign =
    { $count ->
        [one] { $parties } a signé. Comparez le total à l’absence d’accord, puis signez ; ou changez encore une chose, ce qui efface la signature.
       *[other] { $parties } ont signé. Comparez le total à l’absence d’accord, puis signez ; ou changez encore une chose, ce qui efface les signatures.
    }
guide-kept = Ce texte est en vigueur : { $text }. Il lie tous ses signataires. S’il ne reste rien à régler, dites que vous êtes prêts.
guide-choose = Promettre est une chose. Ce que vous ferez vraiment reste secret jusqu’à la fin : pensez à ce que vous y gagneriez, et à ce qui se passe si cela se remarque.
