# The table: brief, texts, talk, world, decide

places = Places
place-brief = Brief
place-texts = Texts
place-talk = Talk
place-world = World
place-decide = Decide
more = More
new-here = new
us-in-a-list = you
that-is-us = you
by-autopilot = by the computer
value-unit = { $value } { $unit }

# The head of the table
people-here =
    { $count ->
        [one] 1 here
       *[other] { $count } here
    }
people = Who is here
nobody-sits = Nobody sits here.
autopilot = The computer
empty-seat = Somebody
is-here = here
is-away = away
is-ready = ready to move on
has-powers = may sign and decide
pass-the-lead = Make head
powers-give = Let them sign and decide
powers-take = Take back the right to sign

# What to do next
now-title = Now
now-final = The game is over. The result says what was agreed and what it was worth; you can still talk and read.
now-paused = Paused. You can read everything, and write to the facilitator.
now-decide = Make your choice on “{ $decision }”; you can change it until it closes.
now-decide-advise = Your head chooses on “{ $decision }”; say what you advise.
now-decide-open = Choose
now-brief = Read your briefing: what you want, what you can give, what you must not accept.
now-brief-here = Read your briefing: what you want, what you can give, what you must not accept. At its end, press “We have read it”.
now-brief-open = Open the briefing
now-agree = Agree within your delegation on what you want first. Then say that you are ready.
now-brief-wait = You are ready. The talks open when { $parties } are too, or when the time is up.
now-brief-talk = Agree within your delegation on what you want first. The talks open soon.
now-own-open = Talk to your delegation
now-text-open = Open the text
now-cleared = { $party } amended the { $text } after you signed it. Your signature is gone: see what changed.
now-cleared-advise = { $party } amended the { $text } after your head signed it. See what changed, and advise.
now-read = { $party } sent you the { $text }. Read it, and see what it does for you.
now-read-amended = { $party } amended the { $text }. See what changed.
now-sign =
    { $count ->
        [one] { $signed } has signed the { $text }, and you have not. Sign it, change it or decline it.
       *[other] { $signed } have signed the { $text }, and you have not. Sign it, change it or decline it.
    }
now-sign-advise =
    { $count ->
        [one] { $signed } has signed the { $text }. Tell your head whether to sign.
       *[other] { $signed } have signed the { $text }. Tell your head whether to sign.
    }
now-sign-own = Your { $text } is with the others. Sign it when you mean it: a signature moves people.
now-sign-first = Nobody has signed the { $text } yet. Be the first, or say what has to change.
now-sign-changed = { $party } changed the { $text }. See what changed: sign it, or change it again.
now-disputed = Some of the { $text } is disputed. Settle that, so that it can be signed.
now-messages =
    { $count ->
        [one] One new message: { $circle }.
       *[other] { $count } new messages: { $circle }.
    }
now-messages-open = Read
now-unsent = You began a text and did not send it.
now-unsent-open = Go on writing
now-writing = You are writing. Press an underlined word to change it; when the total suits you, send it.
now-move = { $move }. { $advice }
now-move-meet = Stand up. Find { $parties }. { $advice }
now-move-write = Begin with { $parties }. { $advice }
now-begin = There is no text yet. Begin one: a draft moves a talk more than a wish.
now-waits-meet = The { $text } waits for { $parties }. Go and ask what they need.
now-waits-write = The { $text } waits for { $parties }. Ask what they need.
now-talk-open = Talk to { $parties }
now-nothing = When you have said and signed what you want, say that you are ready.
now-ready = You are ready. The others still at it: { $parties }.
now-wait = Nothing waits for you now. The next step comes when the time is up.
waits-signature =
    { $count ->
        [one] { $parties } waits for your signature.
       *[other] { $parties } wait for your signature.
    }
waits-ready =
    { $count ->
        [one] { $parties } is ready to move on.
       *[other] { $parties } are ready to move on.
    }

# Ready
ready-title = Ready to move on?
ready-hint = When all heads who are here say so, this round ends early.
ready-off = We are ready
ready-on = Ready; take it back
ready-waits = Still at it: { $parties }.
ready-head-only = Your head says when your delegation is ready to move on.
ready-unchosen-title = Ready, and nothing chosen?
ready-unchosen = You have not chosen yet. If it closes now, this counts as your choice: { $choices }.
ready-default = “{ $decision }”: { $option }

# Brief
brief-title = Your brief: { $party }
brief-read = We have read it
brief-common = For everybody: what has happened, what can be agreed, what comes
interests = What you want
walk-away = If you walk away, you end with { $no_deal }.
walk-away-hint = Sign nothing that leaves you with less.
first-moves = First moves
move-meet = Meet { $parties }
move-says = What the { $kind } would say
move-start = Start this text
move-later = Texts can be started when the talks open.
mandate = Your orders
mandate-broken = What is agreed now breaks this.

# Texts
texts-title = Texts
texts-none = There is no text yet that you may see.
texts-ours = These need you
texts-others = These wait for others
texts-in-force = In force
texts-public = Shown to everyone
texts-past = No longer alive
text-new = New text
text-new-later = Texts can be started when the talks are open.
text-unknown = a text you do not know
text-gone = There is no such text, or you may not see it.
text-version = { $title }, version { $version }
text-title-nth = { $title } ({ $nth })
text-signed-by = Signed by { $parties }
text-linked-with = Linked with { $texts }.
text-not-ours = You can read this text; you are not invited to sign it.
text-between = Between { $parties }.
text-witnesses = Witnessed by { $parties }.
back-to-texts = All texts
back-to-text = Back to the text
mark-new = new
mark-amended = amended
mark-moved = moved
came = Since you looked: { $what }.
came-new = sent to you by { $party }
came-version = { $party } made version { $version }
came-signed = { $count ->
        [one] { $parties } has signed
       *[other] { $parties } have signed
    }
came-declined = { $count ->
        [one] { $parties } has declined
       *[other] { $parties } have declined
    }
came-draft = it is a draft again
came-in-force = it entered into force
came-suspended = it was suspended
came-withdrawn = it was withdrawn
came-ended = it ended
unsent = Not sent yet
unsent-amendment = Amendment of { $title }
unsent-articles =
    { $count ->
        [one] One article, for { $parties }
       *[other] { $count } articles, for { $parties }
    }
throw-away = Throw away
articles-title = Articles
articles-none = No article yet. Add the first one below.
article-list =
    { $count ->
        [one] article { $list }
       *[other] articles { $list }
    }
article-title = Article { $number }. { $title }
own-words = In our own words

# How a text stands
state-draft = Draft by { $author }, version { $version }
state-draft-public = Draft by { $author }, version { $version }, shown to everyone
state-opened = By { $author }, version { $version }, open for signature
state-in-force =
    { $dormant ->
        [0] In force, version { $version }
        [one] In force, version { $version }; one article still waits
       *[other] In force, version { $version }; { $dormant } articles still wait
    }
state-suspended =
    { $count ->
        [0] Suspended, version { $version }
       *[other] Suspended, version { $version }, while { $conditions }
    }
state-withdrawn = Withdrawn by { $author }
state-ended = Ended
state-and-waits = { $state }; it waits for { $waits }
not-in-force = Not in force: it waits for { $reasons }.
missing-signatures =
    { $mine ->
        [true]
            { $count ->
                [0] your signature
                [one] your signature and that of { $parties }
               *[other] your signature and those of { $parties }
            }
       *[other]
            { $count ->
                [one] the signature of { $parties }
               *[other] the signatures of { $parties }
            }
    }
missing-ratification = ratification by { $parties }
missing-conditions = the condition { $conditions }
missing-brackets = agreement on { $articles }
missing-linked = { $texts }, with which it is linked

# How an article stands
binds = Binds { $parties }.
binds-whom = Binds
binds-uninvited = Binds { $parties }, not invited: it cannot count until they are.
articles-empty = It has no article yet.
article-struck = Struck out: { $title }
article-settled = In force.
article-dormant = Not in force.
article-superseded = Replaced by a later text.
article-ended = Ended.
article-waits = Waits for { $parties }.
disputed-by = Disputed by { $parties }.
excepted-by = Not signed for by { $parties }.
replaces = Replaces what stands in the { $text }.
replaces-needs = Replaces what stands in the { $text }; { $parties } must sign as well.
own-words-bind = Binds those who sign, in honour; it moves no figures.

# A new text
back-to-new = All ways to begin
exchange = An exchange
exchange-hint = What you give on one side, what they give on the other, in one text that binds both.
exchange-start = We give, they give
exchange-with = With whom
exchange-kind = As what kind of text
exchange-no-kind = There is no kind of text that all of these may sign.
exchange-begin = Begin
kind-open-to = Open to { $parties }
template-holds =
    { $count ->
        [one] One article
       *[other] { $count } articles
    }
start-blank = Start from a blank page
start-blank-of = Start from a blank page: { $kind }
start-copy = Or from a copy of a text

# Writing
amend-title = Amend the { $title }, version { $version }
draft-kept = What you write is kept on this device until you send it.
draft-gone = This draft was sent or thrown away.
draft-sent = Sent. The parties invited see it now.
amendment-sent = Sent. It is the new version.
send-draft =
    { $parties ->
        [several]
            { $count ->
                [0] Send
               *[other] Send to { $count } delegations
            }
       *[other] Send to { $parties }
    }
send-amendment = Send the amendment
send-later = It can be sent when the talks are open.
amend-ask = Amend a text that is signed?
amend-do = Amend it
amend-clears =
    { $count ->
        [one] The signature of { $parties } is cleared. The new version goes at once to { $invited }.
       *[other] The signatures of { $parties } are cleared. The new version goes at once to { $invited }.
    }
invited = Between
invited-too-few = At least { $count } parties.
witnesses = Witnesses
witnesses-hint = A witness may write in the text and sign it; it is bound by nothing.
add-article = Add an article
add-named = Add: { $title }
add-own-words = + An article in your own words
own-words-hint = What you agree that no other article says.
own-words-worth = Such an article binds in honour and moves no figures.
remove = Remove
remove-article = Remove: { $title }
term-label = { $article }, { $term }
term-change = { $term }: { $value }. Change it
term-slider = Slide: { $term }
term-done = Done
term-less = Less: { $term }
term-more = More: { $term }
term-range =
    { $step ->
        [1] { $min } to { $max }
       *[other] { $min } to { $max }, in steps of { $step }
    }
conditions = Conditions
takes-effect-if = Takes effect only if
suspended-while = Suspended while
refused-at = Article { $number }: { $text }
meanwhile-title = While you were writing, { $party } made version { $version }
meanwhile-carried = It changes other articles than you did: what you wrote stands on the new version now.
meanwhile-read = I have seen it
meanwhile-line = Version { $version } came in while you wrote.
meanwhile-see = See it
meanwhile-same =
    { $count ->
        [one] You both changed the same article. Choose; nothing is lost until you do.
       *[other] You both changed the same articles. Choose for each; nothing is lost until you do.
    }
meanwhile-ours = What you changed
meanwhile-theirs = What { $party } changed
meanwhile-merge = Both together
meanwhile-apply = Go on with version { $version }
shut-opened = This text was opened for signature: nobody can amend it until its author reopens it.
shut-over = This text is no draft any more.
shut-apart = Keep what you wrote as a new text
written-as = Written as
written-text = One text
written-exchange = We give | they give
side-ours = You give
side-theirs =
    { $count ->
        [0] They give
        [one] { $parties } gives
       *[other] { $parties } give
    }
side-both = Both give
side-empty = Nothing yet.
side-none = No article can stand here alone: see what binds both.
add-ours = + What you could give
add-theirs = + What they could give
add-both = + What would bind both

# What it does for us
worth-title = What it does for you
worth-off = The facilitator has switched the calculator off. Judge with your briefing.
worth-against = points for you; { $gain } against today ({ $today })
worth-below = That is { $by } less than if you walk away ({ $no_deal }). Alone it is not worth signing.
worth-above = That is { $by } more than if you walk away ({ $no_deal }).
worth-nothing-moves = Nothing moves for you.
worth-all = Every interest
worth-item = Interest
worth-now = Today
worth-then = Then
worth-change = Change
worth-assuming = Assuming also
worth-figures = Figures that move
worth-stays = { $figure } stays { $now }: nothing is agreed on { $without }

advice-ask = What would help?
advice-none = Nothing that your advisers know would help here.
advice-hint = Estimated by your own interests, and by what the others wrote and struck out; nobody’s secrets are in it.
advice-gain = { $gain } for you
advice-welcome = Welcome to { $parties }, as it seems.
advice-unwelcome = Unwelcome to { $parties }, as it seems.
advice-binds = Would bind { $parties }.
advice-take = Put it into the text

# What changed
changes-since-you-looked = What { $party } changed since you last looked
compare-with = Show what changed since
compare-none = nothing: as it stands
compare-older = Earlier versions
version-by = version { $version }, by { $party }
nothing-changed = No article changed.
conditions-changed = The conditions changed as well.
difference-added = added
difference-removed = struck out
difference-changed = changed

# What can be done with a text
sign = Sign
sign-except = Sign except…
amend = Change it
amend-go-on = Go on changing it
unsign = Take back our signature
talk-about = Talk about it
dispute = Mark what we dispute
dispute-article = Dispute this article
accept-article = No longer dispute it
link-texts = Link with another text
you-signed = You have signed this version.
sign-paused = Signing waits until the game goes on.
sign-head-only = Your head signs. You can read, write and advise.
sign-disputed = It can be signed once nothing in it is disputed.
sign-later = It can be signed when the talks are open.
act-table = Show to everyone
act-leak = Leak it
act-open = Open for signature
act-reopen = Reopen for changes
act-decline = Decline
act-withdraw = Withdraw the text
act-leave = Leave it
act-unsign = Take back our signature
sure-table = Show the { $title } to everyone?
sure-table-text = Every delegation and every spectator sees it at once, with who has signed it and all later versions. This cannot be taken back.
sure-leak = Leak the { $title }?
sure-leak-text = Everyone sees it at once, and that it was leaked; the record says by whom. This cannot be taken back.
sure-open = Open the { $title } for signature?
sure-open-text = From then on nobody changes it, until you reopen it. { $invited } will see that at once.
sure-reopen = Reopen the { $title } for changes?
sure-reopen-text = Those invited may amend it again; an amendment clears all signatures.
sure-decline = Decline the { $title }?
sure-decline-text = { $invited } will see at once that you do not sign it. An amendment clears your answer, and you may sign later.
sure-withdraw = Withdraw the { $title }?
sure-withdraw-text = Nobody can sign it any more. { $invited } will see that at once. This cannot be taken back.
sure-unsign = Take back your signature under the { $title }?
sure-unsign-text = { $invited } will see at once that you no longer sign it. You can sign again.
sure-leave = Leave the { $title }?
sure-leave-text =
    { $notice ->
        [true] At the end of the next round what binds you in it ends. Everyone sees it at once. This cannot be taken back.
       *[other] What binds you in it ends at once, and everyone sees it. This cannot be taken back.
    }
sign-ask = Sign version { $version } of the { $title }?
sign-ask-except = Sign version { $version } of the { $title }, except { $articles }?
sign-do = Sign version { $version }
sign-do-except = Sign except { $articles }
sign-binds = You bind yourselves to:
sign-binds-nothing = No article of it binds you.
sign-binds-others = The others bind themselves to:
sign-choose-except = Tick what you do not sign for
sign-seen =
    { $public ->
        [true] Everyone sees it at once.
       *[other] { $invited } will see it at once.
    }
sign-ratify = It counts once you have ratified it.
sign-below = Taken alone it leaves you with { $total }: { $by } less than walking away.
sign-stale = It was amended while you looked: there is a version { $version } now. Go back and read that first.
sign-override = Sign all the same
sign-override-hint = You can sign against your orders; it is your name.
signed = Signed: { $title }.
signed-waits = Signed: { $title }. It waits for { $parties }.
linked = Linked texts
linked-hint = Linked texts enter into force together, or not at all.
linked-unknown =
    { $count ->
        [one] A text you do not know
       *[other] { $count } texts you do not know
    }
link-with = Link with
link-do = Link them
link-undo = Link it no longer
link-none = There is no other draft that you are invited to.
link-new-version = Linking makes a new version of each: signatures are cleared.

# Signatures
signatures = Signatures
party-signed = signed at { $at }
party-except = except { $articles }
party-waits = has not signed
party-declined = declined
party-left = left
party-leaves = leaves at the end of the next round
party-not-ratified = waits for ratification
as-witness = witness
condition-holds = so it is now
condition-fails = not so now

# Talk
talk-title = Talk
circles = Conversations
circle-plenary = Everyone
circle-press = Press statements
circle-control = The facilitator
circle-own = Your delegation
circle-new = New circle
circle-with = Talk with
circle-open = Open
circle-who-reads = Only those you tick read it, and the facilitator.
circle-control-hint = Only the facilitator reads this.
circle-press-hint = Everyone reads a press statement, spectators too.
back-to-circles = All conversations
unread = unread
messages = Messages
messages-none = Nothing said yet.
messages-older = Older messages
message-write = Write a message
message-send = Send
message-publish = Publish
message-left =
    { $left ->
        [one] One character left
       *[other] { $left } characters left
    }
quote = Quote
quote-article = Quote article { $number } in a message
quote-drop = Do not quote
talk-meet = Meet { $parties }.
talk-observer = You can read here; your delegation speaks.
talk-paused = Paused: only the facilitator can be written to.
talk-later = Nothing can be written here in this phase.

# World
world-title = The world
news = News
settled = What is agreed
settled-none = Nothing is in force yet.
map-title = The map
map-held-by = Held by
map-nothing-agreed = nothing agreed yet
figures = Figures
figures-state = What is
figures-follow = What follows from it
figure-history = Round by round
all-of-them = all
minutes = Minutes
minutes-none = Nothing has happened yet.
minutes-round = { $phase }, round { $round }
minutes-older = Earlier minutes

# Decide
decide-title = Decide
decide-none = Nothing is to be decided now.
decide-others = { $parties } decide this now. You see it when it closes.
decide-to-come = To come
decide-in-phase = { $phase }: { $decision }
decided = Decided: { $decision }
choice-saved = Saved: { $option }
choice-so-far = Your choice so far: { $option }.
choice-none = You have not chosen yet.
choice-secret = Secret until it closes; you may change it until then.
choice-open = Everyone sees it at once; you may change it until it closes.
choice-head-only = Your head chooses. Say what you advise in your delegation’s circle.
option-default = (taken if nobody chooses)

# Told as it happens
told-paused = The game is paused.
told-resumed = The game goes on.
told-phase = { $phase } has begun.
told-time =
    { $minutes ->
        [one] One minute left.
       *[other] { $minutes } minutes left.
    }
told-text = { $party } sent you the { $title }
told-amended = { $party } amended the { $title }
told-cleared = { $party } amended the { $title }: your signature is cleared.
told-signed =
    { $count ->
        [one] { $parties } has signed the { $title }
       *[other] { $parties } have signed the { $title }
    }
told-in-force = The { $title } is in force.
told-suspended = The { $title } is suspended.
told-withdrawn = The { $title } was withdrawn.
told-ended = The { $title } has ended.
told-decide = To decide: { $decisions }
told-news = News: { $title }
told-message =
    { $where ->
        [plenary] { $who }, to everyone: { $text }
        [press] { $who }, to the press: { $text }
       *[other] { $who }: { $text }
    }
told-over = The game is over.
told-messages =
    { $count ->
        [one] One new message
       *[other] { $count } new messages
    }
told-many = { $count } things happened: see what is marked

# Catching up
missed =
    { $count ->
        [one] While you were away { $count } thing happened.
       *[other] While you were away { $count } things happened.
    }
missed-new = This game has begun without you. Here is what you need to know.
missed-title = While you were away
missed-title-new = What happened so far
missed-dismiss = I know
catch-up = Catch up
catch-open = What is open
catch-open-none = Nothing waits for your word.
catch-left = { $left } left
catch-decide = To decide: { $decision }
catch-signed = You have signed it.
catch-promised = What is promised
catch-promised-own = By you
catch-promised-others = By others
catch-happened = What happened
catch-more = Older things stand under World.
catch-with = Who is with you
catch-person = { $name } ({ $role }, { $here })
stood-in-here = a bot stands in

## What a bot says: $takes and $wants are whole articles of a treaty, each a sentence with its full stop

bot-opening = This is what we have in mind. Change what you cannot take; we look at the whole.
bot-take-if = We can take this: { $takes } But it must also say: { $wants }
bot-sign-if = We can sign if it says: { $wants }
bot-sign-without = We can sign it without this: { $takes }
bot-condition = This is worth it to us only on a condition, which now stands in it: { $conditions }.
bot-link = This is worth it to us only together with the text that it is now linked with: both enter into force at the same moment, or neither.
bot-sign = We can sign this as it stands.
bot-decline = We cannot sign this: it would leave us worse off than no agreement.
bot-away = Our head of delegation is away for the moment. We have your text, and sign nothing until they are back.
