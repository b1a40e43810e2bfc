# Somebody else for the seat of a bot
people-invite = Invite somebody
people-invite-text = Whoever joins with this code takes the seat of a bot, and goes on from where it is.

# Beside the card on top, in a first game
guide-title = Guide
guide-leave = Leave the guide
guide-aims =
    { $count ->
        [one] You are { $us }. You want one thing above all: { $aims }. Each thing counts in points. Sign nothing that leaves you with less than you have if you walk away.
       *[other] You are { $us }. Above all you want: { $aims }. Each thing counts in points. Sign nothing that leaves you with less than you have if you walk away.
    }
guide-begin = That is all you need to know. Say that you are ready, and the talks open.
guide-first = You can talk first, or begin from one of the first moves below your briefing. Or wait a moment: the other side will write.
guide-offer = { $party } has put an offer into words. It asks for much: everybody does at first. Open it.
guide-worth = “What it does for you” weighs this text against today. Too little? Press “Change it”: ask for what matters to you, and give what costs you little. The other side wants other things than you do.
guide-give = Move one article at a time, and watch the total. Give what costs you little, ask for what is worth much; then send it.
guide-answer = Your offer is with { $parties }. The answer is a signature, or a sentence with the change that would earn one: it stands under Talk.
guide-sign =
    { $count ->
        [one] { $parties } has signed. “What it does for you” says whether it is worth it. Less than walking away? Press “Change it” and ask for more: that clears the signature, and the talk goes on.
       *[other] { $parties } have signed. “What it does for you” says whether it is worth it. Less than walking away? Press “Change it” and ask for more: that clears the signatures, and the talk goes on.
    }
guide-kept = The { $text } is in force: it binds all who signed it. If nothing is left to settle, say that you are ready.
guide-choose = Promises are one thing. What you really do is your secret until the end: think of what you would gain, and of what happens if it is noticed.
