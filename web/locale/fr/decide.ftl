# Ce qu’une réponse apporterait, et ce que les conseillers en disent.
brings = points pour vous
brings-against = points pour vous ; { $gain } par rapport à aujourd’hui
brings-sure = Certain, autant qu’on puisse le prévoir.
brings-range = Entre { $least } et { $most }, selon { $causes }.
brings-by-others = ce que les autres choisissent
brings-by-chance = le hasard
brings-by-hidden = ce que vous ne voyez pas
brings-unknown = Ce que cela apporterait ne peut être calculé.
brings-hint = Vos points attendus à la fin de ce tour, si les autres font ce qui est retenu d’office. Les nouvelles à venir ne sont pas comptées.
advised-by = { $name } le conseille.
choice-head-advised = Votre chef choisit, et voit à côté de chaque réponse ce que vous suggérez.
