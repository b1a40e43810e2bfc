# Перед уроком: перевірити цю кімнату
test-again = Спробувати ще раз
test-state-good = добре
test-state-bad = виправте
test-state-open = ще невідомо

test-verdict-waiting = Перевіряємо мережу…
test-verdict-ready = Готово: у цій кімнаті можна грати.
test-verdict-phone = Поки все гаразд. Відкрийте код нижче телефоном когось із класу, і буде готово.
test-verdict-mend = Спершу виправте: { $faults }.
test-fault-server = звідси немає зв’язку з сервером
test-fault-address = телефони не мають доступу до адреси, яку їм дали б
test-fault-many = відповідь отримали лише { $answered } з { $all } одночасних з’єднань
test-fault-slow = мережа повільна
test-fault-projector = з останнього ряду не видно екрана

test-network = Мережа
test-network-waiting = Кілька повідомлень ідуть до сервера й назад.
test-network-none = Жодне повідомлення не повернулося. Чи працює сервер, і чи цей пристрій у його мережі?
test-network-trip = Повідомлення йде туди й назад за { $ms } мс.
test-network-socket = Живі з’єднання (WebSockets) проходять.
test-network-blocked = Живі з’єднання (WebSockets) тут заблоковано; тоді гра користується звичайними вебзапитами, і це працює так само добре.

test-many = { $all } одночасно
test-many-waiting = Стільки з’єднань, скільки в класу, на мить.
test-many-blocked = Не перевірено, бо WebSockets тут заблоковано.
test-many-text = Відповідь отримали { $answered } з { $all } з’єднань; їх уже закрито.

test-phone = Телефони
test-phone-text = Зіскануйте це телефоном, який у тій мережі, якою користуватиметься клас. Тут він з’явиться під назвою свого браузера.
test-phone-qr = QR-код посилання, що перевіряє, чи бачить телефон цей сервер
test-phone-astray = { $address } — це ім’я, яким ця машина зве себе сама: телефон його не відкриє. Запустіть сервер так, щоб він був доступний іншим (./run це робить), або назвіть йому його адресу: --address.
test-phone-seen =
    { $count ->
        [one] Тут { $count } пристрій:
        [few] Тут { $count } пристрої:
       *[many] Тут { $count } пристроїв:
    }
test-phone-blocked = (без WebSockets; грати все одно можна)

test-projector = Проєктор
test-projector-text = Покажіть цю сторінку на проєкторі й підійдіть до останнього ряду.
test-projector-line = { $size }: Україна, Туреччина та ще 37 підписують 4 травня.
test-projector-ask = Який найменший рядок звідти можна прочитати?
test-size-small = Малий
test-size-middle = Середній
test-size-large = Великий
test-size-huge = Величезний
test-size-none = Жодного
test-readable-small = Усе можна показувати як є.
test-readable-middle = Хол і обговорення можна показувати як є.
test-readable-large = Хол показуйте «На весь екран», а обговорення збільште в браузері (Ctrl і +).
test-readable-huge = Читається лише код у холі. Решту збільште в браузері (Ctrl і +) або зачитайте вголос.
test-readable-none = Збільште сторінку в браузері (Ctrl і +), пригасіть світло або напишіть код на дошці.

test-sound = Звук
test-sound-text = Гра беззвучна. Вимкніть звук проєктора й телефонів, щоб і вони мовчали.

# На телефоні
test-here = Цей пристрій бачить сервер
test-here-text = { $device }. Сторінка вчителя вже показує його; цю можна закрити.
test-here-blocked = Живі з’єднання (WebSockets) тут заблоковано. Грати все одно можна.
test-here-lost = Сервер не відповів. Чи цей пристрій у тій самій мережі?
