# What an answer to a question would bring, and what advisers say of it.
brings = points for you
brings-against = points for you; { $gain } against today
brings-sure = As far as can be foreseen, for certain.
brings-range = Between { $least } and { $most }, by { $causes }.
brings-by-others = what the others choose
brings-by-chance = chance
brings-by-hidden = what you cannot see
brings-unknown = What this would bring cannot be computed.
brings-hint = Your expected points when this round has ended, while the others do what is taken for granted. News that may come is not counted.
advised-by = { $name } advises this.
choice-head-advised = Your head chooses, and sees what you suggest beside each answer.
