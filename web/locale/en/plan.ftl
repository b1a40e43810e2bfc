# Our plan
place-plan = Plan
plan-title = Our plan
plan-whose = Your delegation shares this page. Nobody else reads it but the facilitator.
plan-observer = You read your delegation’s plan; its head and advisers write it.
plan-stands = It can be read now, and written again when the game goes on.

# Aims
aims-title = What we want, in order
aims-hint = Agree on the order: what comes first, you give up last. Drag a line, or use its arrows.
aims-keep = This is our order
aim-now = (today { $points })
aim-up = Higher: { $aim }
aim-down = Lower: { $aim }
aim-moved = { $aim }: place { $place }

# Terms to try
try-title = Try it
try-hint = Put articles together and move a term: you see what it does for you, and why. Nobody is bound by it.
try-none = Nothing here yet. Choose a first article.
try-choose = Choose an article…
try-add = Add it
try-send = Send as a text…
try-without = The facilitator has switched the calculator off: weigh it with your briefing.
send-as-title = Which text carries it?
send-as-hint = It opens as a draft, where you choose who is invited; nobody sees it until you send it.
send-as-all = carries all of it
send-as-without = without: { $articles }
send-as-none = No text that you may draft carries these articles.

# Walking away
floor-title = Where we get up and go
floor-no-deal = If you walk away, you end with { $no_deal }.
floor-label = We walk away below
floor-hint = A line you draw yourselves, before anybody tempts you to move it.
floor-ours = We walk away below { $points }.

# Jobs
jobs-title = Who looks after what
job-you = (you)
job-of = Job of { $name }
job-numbers = Numbers
job-contacts = Contacts
job-drafting = Drafting
job-numbers-does = Tries terms and says what they do for us.
job-contacts-does = Meets the others and says what they need.
job-drafting-does = Writes texts and reads those that come in.

# Notes
notes-title = Notes
notes-hint = What the others said, what they need, what to ask next
notes-saved = Saved at { $at }, last by { $name }
notes-typing = Not saved yet…
notes-kept = Words that were written over
notes-by = { $name }, { $at }
notes-back = Put back
notes-forget = Let go

# Suggestions
suggestions-title = Suggestions
suggestions-past = Answered
suggestions-more =
    { $count ->
        [one] One more suggestion
       *[other] { $shown } more suggestions
    }
suggestion-accepted = { $name }: { $line } Accepted.
suggestion-aside = { $name }: { $line } Set aside.
suggested-by = { $name } suggests:
suggests-sign = Sign the { $text }.
suggests-decline = Decline the { $text }.
suggests-choose = On “{ $decision }”: { $option }.
suggests-clause = In the { $text }: { $article }
suggests-term = Into the plan: { $article }
suggest = Suggest it
suggest-of = Suggest it to your head: { $what }
suggest-title = Suggest to your head
suggest-what = What do you suggest?
suggest-why = Why (a few words)
suggest-do = Suggest it
suggest-made = Your head sees your suggestion.
suggest-nothing = There is nothing to sign or to choose now. A term can be suggested from the plan.
suggest-accept = Accept
suggest-accept-of = Accept: { $line }
suggest-not = Not now
suggest-not-of = Not now: { $line }

# Orders
orders-hint = You sign nothing that breaks an order, unless you say so a second time.
orders-none = There is none yet.
orders-capital = (from your capital)
orders-in-plan = Your orders stand in the plan
order-remove = Remove the order: { $order }
order-add = Add an order
order-do = Give this order
order-about = About what
order-about-term = a term of an article
order-about-clause = an article
order-about-bound = what binds us
order-about-signed = who must sign first
order-about-figure = a figure
order-article = Which article
order-term = Which term
order-party = Which delegation
order-text = Which text
order-figure = Which figure
order-relation = How it must be
order-value = What value
order-is-least = at least
order-is-most = at most
order-is-same = exactly
order-is-other = anything but
order-is-holds = with
order-is-lacks = without
order-is-never = never
order-is-agreed = must be agreed
order-never = Not with this article: { $article }.
order-only-with = Only together with: { $article }.
order-unbound = We do not bind ourselves to: { $article }.
order-after = Only after { $party } has signed, for all to see: { $text }.
order-figure-least = Only while it is at least { $value }: { $figure }.
order-figure-most = Only while it is at most { $value }: { $figure }.
order-term-least = { $article }, { $term }: at least { $value }.
order-term-most = { $article }, { $term }: at most { $value }.
order-term-same = { $article }, { $term }: only { $value }.
order-term-other = { $article }, { $term }: anything but { $value }.
order-term-holds = { $article }, { $term }: only with { $value }.
order-term-lacks = { $article }, { $term }: without { $value }.

# What you want, in the brief
interest-weight = up to ±{ $points }
interest-weights = All is counted in points. The bar shows how many you can win or lose there; beside it, what you have today.
interest-now = today { $points }
interest-sum = Together { $expected } points, with all that may still happen; { $total } if it ended today.
interest-sum-even = Together { $total } points today.
interests-rank = Rank them in your plan
interests-ranked = In the order of your plan

# First moves that no scenario gives
move-made = Of the drafts there are, few would do more for you. Ask what it would cost them.
move-made-alone = Of the drafts there are, few would do more for you.

# What to do next, in more states
now-look-on = You look on: you read what is shown to everyone.
now-look-paused = The game is paused. You read what is shown to everyone.
now-world-open = See the world
now-control-open = Write to the facilitator
now-plan-open = Open our plan
now-observe = You read your delegation’s papers. See its plan, and what it is after.
now-observe-text = There is something new about the { $text }. Read it.
now-rank = Rank your { $count } aims: what comes first, you give up last.
now-try = Try it: put an article into your plan, move one term, and see what changes and why.
now-job-numbers = Your job: numbers. Move terms in the plan until you know what is worth most to you.
now-job-contacts = Your job: contacts. Note whom you will meet first, and what you will ask.
now-job-drafting = Your job: drafting. Put the articles of your first text into the plan.
now-witness =
    { $count ->
        [one] { $signed } has signed the { $text }. You are its witness: read it, and sign if it is fair.
       *[other] { $signed } have signed the { $text }. You are its witness: read it, and sign if it is fair.
    }
now-move-either = Meet { $parties }, or write to them. { $advice }
now-left-out = The { $text } is between { $parties }, without you. Read it, and ask what it would take to be in it.
now-mediate = You write for others. Ask two delegations what both could sign, and put it on paper.
