# The studio: for the author of a scenario.

studio = Studio
studio-how = A studio is opened for one scenario, on its author's own machine:
studio-never-good = As soon as the scenario is without errors, it is shown here.
studio-stale = What follows is the last version without errors.
studio-places = Parts of the scenario
studio-place-draft = Drafts and scores
studio-place-world = The world
studio-place-course = The course of the game
studio-place-briefings = Briefings
studio-place-texts = Languages and limits
studio-play = Play this version, bots in the other seats
studio-play-as = Play as { $party }

studio-problems =
    { $errors ->
        [0]
            { $warnings ->
                [0] Nothing is wrong
                [one] No errors, one warning
               *[other] No errors, { $warnings } warnings
            }
        [one]
            { $warnings ->
                [0] One error
                [one] One error, one warning
               *[other] One error, { $warnings } warnings
            }
       *[other]
            { $warnings ->
                [0] { $errors } errors
                [one] { $errors } errors, one warning
               *[other] { $errors } errors, { $warnings } warnings
            }
    }
studio-error = Error:
studio-warning = Warning:
studio-copy = Copy the place
studio-copy-label = Copy the place { $place }
studio-copied = Copied: paste it where your editor opens files.
studio-source = Line { $line }

studio-draft = Draft
studio-all-drafts = Every draft of the file: what each party gains against no deal
studio-draft-empty = Nothing yet
studio-undo = As in the file
studio-between = Between { $parties }.
studio-empty-draft = Tick articles below, in any combination.
studio-binds-nobody = Binds nobody.
studio-not-carried = No article of this kind of text; here it only counts.
studio-holds = (would hold as the game begins)
studio-does-not-hold = (would not hold as the game begins)
studio-all-clauses = All articles
studio-no-heading = Without a heading

studio-glance = Against no deal
studio-all-gain = Everybody is better off than with no deal.
studio-nobody-gains = Nobody is better off than with no deal.
studio-some-lose = Not better off than with no deal: { $parties }.
studio-against = expected; { $gain } against no deal ({ $no_deal })
studio-not-computed = can't be computed
studio-mandate = Against its orders: { $sentence }
studio-before = Before
studio-expected = Expected
studio-points = Points
studio-total = Together
studio-with-draft = With the draft

studio-variables = Variables
studio-suppose = As the game begins. Suppose that one is otherwise, and see what the draft is worth then.
studio-as-they-start =
    { $count ->
        [one] The one as it starts
       *[other] All { $count } as they start
    }
studio-formulas = Formulas

studio-phases = Phases
studio-phase =
    { $rounds ->
        [one] One round
       *[other] { $rounds } rounds
    }{ $minutes ->
        [0] , without a limit:
        [one] {" "}of one minute:
       *[other] {" "}of { $minutes } minutes:
    }
studio-when = When
studio-each-round = At the end of each round
studio-default = without a choice
studio-by = Asked of
studio-resolve = What comes of it
studio-injects = News
studio-by-hand = Sent by the facilitator alone.
studio-chance = Chance in percent
studio-effects = What it does
studio-outcomes = Endings
studio-outcome-now = This one, if all of the draft counted as the game begins

studio-for-all = For everybody
studio-briefing-of = Briefing of { $party }
studio-for-control = For the facilitator alone

studio-languages = Languages
studio-languages-none = There is no other language: texts of another one go into locale/LANGUAGE.json.
studio-language-whole = All { $texts } texts are there.
studio-language-missing = { $missing } of { $texts } texts are missing; those are shown as in scenario.json.
studio-missing = Which ones
studio-limits = Limits
studio-limit = Of
studio-used = Used
studio-most = At most
studio-limit-parties = Parties
studio-limit-regions = Regions
studio-limit-clauses = Kinds of article
studio-limit-keys = Articles, one a party or region
studio-limit-phases = Phases
studio-limit-bytes = Bytes of the longest file
