# Avant un cours : essayer cette salle
test-again = Réessayer
test-state-good = bien
test-state-bad = à corriger
test-state-open = pas encore connu

test-verdict-waiting = Essai du réseau…
test-verdict-ready = Prêt : on peut jouer dans cette salle.
test-verdict-phone = Rien ne manque jusqu’ici. Ouvrez le code ci-dessous avec un téléphone de la classe, et tout est prêt.
test-verdict-mend = À corriger d’abord : { $faults }.
test-fault-server = le serveur est injoignable d’ici
test-fault-address = les téléphones ne peuvent joindre l’adresse qu’on leur donnerait
test-fault-many = seules { $answered } connexions simultanées sur { $all } ont reçu une réponse
test-fault-slow = le réseau est lent
test-fault-projector = le dernier rang ne peut lire l’écran

test-network = Réseau
test-network-waiting = Quelques messages font l’aller et retour vers le serveur.
test-network-none = Aucun message n’est revenu. Le serveur tourne-t-il, et cet appareil est-il dans son réseau ?
test-network-trip = Un message fait l’aller et retour en { $ms } ms.
test-network-socket = Les connexions directes (WebSockets) passent.
test-network-blocked = Les connexions directes (WebSockets) sont bloquées ici ; le jeu emploie alors des requêtes web ordinaires, qui marchent aussi bien.

test-many = { $all } à la fois
test-many-waiting = Autant de connexions qu’en a une classe, pour un instant.
test-many-blocked = Pas essayé, car les WebSockets sont bloqués ici.
test-many-text = { $answered } connexions sur { $all } ont reçu une réponse, et sont refermées.

test-phone = Téléphones
test-phone-text = Scannez ceci avec un téléphone qui est dans le réseau de la classe. Il apparaît ici sous le nom de son navigateur.
test-phone-qr = Code QR d’un lien qui essaie si un téléphone joint ce serveur
test-phone-astray = { $address } est le nom que cette machine se donne à elle-même : aucun téléphone ne peut l’ouvrir. Démarrez le serveur de sorte que d’autres le joignent (./run le fait), ou donnez-lui son adresse avec --address.
test-phone-seen =
    { $count ->
        [one] Un appareil est là :
       *[other] { $count } appareils sont là :
    }
test-phone-blocked = (sans WebSockets ; il peut jouer quand même)

test-projector = Projecteur
test-projector-text = Montrez cette page au projecteur, et allez au dernier rang.
test-projector-line = { $size } : l’Ukraine, la Türkiye et 37 autres signent le 4 mai.
test-projector-ask = Quelle est la plus petite ligne que l’on y lit ?
test-size-small = Petit
test-size-middle = Moyen
test-size-large = Grand
test-size-huge = Très grand
test-size-none = Aucune
test-readable-small = Tout peut être projeté tel quel.
test-readable-middle = L’accueil et le débriefing peuvent être projetés tels quels.
test-readable-large = Projetez l’accueil en « Plein écran », et agrandissez le débriefing dans le navigateur (Ctrl et +).
test-readable-huge = Seul le code de l’accueil est lisible. Agrandissez le reste dans le navigateur (Ctrl et +), ou lisez-le à voix haute.
test-readable-none = Agrandissez la page dans le navigateur (Ctrl et +), baissez la lumière, ou écrivez le code au tableau.

test-sound = Son
test-sound-text = Le jeu ne fait aucun bruit. Coupez le son du projecteur et des téléphones, pour que rien d’autre n’en fasse.

# Sur le téléphone
test-here = Cet appareil joint le serveur
test-here-text = { $device }. La page de l’enseignant l’affiche à présent ; vous pouvez fermer celle-ci.
test-here-blocked = Les connexions directes (WebSockets) sont bloquées ici. On peut jouer quand même.
test-here-lost = Le serveur n’a pas répondu. Cet appareil est-il dans le même réseau ?
