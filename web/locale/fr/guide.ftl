# Quelqu’un d’autre à la place d’un bot
people-invite = Inviter quelqu’un
people-invite-text = Qui entre avec ce code prend la place d’un bot et continue là où il en est.

# À côté de la carte du haut, dans une première partie
guide-title = Guide
guide-leave = Quitter le guide
guide-aims =
    { $count ->
        [one] Vous êtes : { $us }. Vous voulez avant tout une chose : { $aims }. Tout se compte en points. Ne signez rien qui vous laisse moins que si vous quittez la table.
       *[other] Vous êtes : { $us }. Vous voulez avant tout : { $aims }. Tout se compte en points. Ne signez rien qui vous laisse moins que si vous quittez la table.
    }
guide-begin = Vous en savez assez. Dites que vous êtes prêts, et les pourparlers s’ouvrent.
guide-first = Vous pouvez d’abord parler, ou partir de l’un des premiers pas sous votre dossier. Ou attendez un instant : l’autre partie écrira.
guide-offer = { $party } a mis une offre par écrit. Elle demande beaucoup : c’est ainsi que tout le monde commence. Ouvrez-la.
guide-worth = « Ce qu’il vous apporte » compare ce texte à la situation actuelle. Trop peu ? Modifiez-le : demandez ce qui compte pour vous, donnez ce qui vous coûte peu. L’autre partie ne veut pas les mêmes choses que vous.
guide-give = Changez un article à la fois et regardez le total. Donnez ce qui vous coûte peu, demandez ce qui vaut beaucoup ; puis envoyez.
guide-answer = Votre offre est entre les mains de : { $parties }. La réponse sera une signature, ou une phrase disant quel changement la vaudrait ; vous la trouverez dans les conversations.
guide-sign =
    { $count ->
        [one] { $parties } a signé. « Ce qu’il vous apporte » dit si cela en vaut la peine. Moins que sans accord ? Changez-le et demandez davantage : la signature s’efface, et les pourparlers continuent.
       *[other] { $parties } ont signé. « Ce qu’il vous apporte » dit si cela en vaut la peine. Moins que sans accord ? Changez-le et demandez davantage : les signatures s’effacent, et les pourparlers continuent.
    }
guide-kept = Ce texte est en vigueur : { $text }. Il lie tous ses signataires. S’il ne reste rien à régler, dites que vous êtes prêts.
guide-choose = Promettre est une chose. Ce que vous ferez vraiment reste secret jusqu’à la fin : pensez à ce que vous y gagneriez, et à ce qui se passe si cela se remarque.
