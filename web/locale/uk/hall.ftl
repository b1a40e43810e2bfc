# Хол, до початку
hall-title = Хол
hall-qr = QR-код посилання, щоб приєднатися
hall-code = Код:
hall-where = Відкрийте { $address } і введіть
hall-project = На весь екран
hall-project-end = Назад до холу
hall-count =
    { $people ->
        [0] Ще нікого немає
        [one] Тут { $people } особа
        [few] Тут { $people } особи
       *[many] Тут { $people } осіб
    }
hall-seated =
    { $free ->
        [0] усі мають місця
       *[other] без місця: { $free }
    }
hall-waiting = Без місця
hall-waiting-none = Усі, хто прийшов, мають місце.
hall-room-empty = Поки нікого
hall-person-away = немає
hall-bot = грає сам
hall-move = Пересадити { $name } до
hall-move-nowhere = Без місця
hall-moved = Пересаджено: { $name }
hall-drag-hint = Перетягніть людину до делегації або оберіть делегацію біля імені.
hall-start = Почати
hall-start-all =
    { $tables ->
        [one] Почати
        [2] Почати в обох кімнатах
        [few] Почати в усіх { $tables } кімнатах
       *[many] Почати в усіх { $tables } кімнатах
    }
hall-start-ask = Почати зараз?
hall-start-text = Відкривається перший етап, і починає йти його годинник.
hall-start-text-people = Хто прийде пізніше, зможе приєднатися за тим самим кодом.
hall-missing-party = { $room }: ніхто не грає за { $parties }, а сценарію це потрібно.
hall-missing-head = { $room }: немає голови, який один може підписувати: { $parties }.
hall-started = Почали

# Що бачить учасник
hall-you-are-in = { $name }, Ви в грі
hall-no-seat = Ведучий зараз дасть Вам делегацію. Сторінка зміниться сама.
hall-you-are = Ви:
hall-your-role-head = Ви очолюєте делегацію: лише Ви підписуєте й вирішуєте за неї.
hall-your-role-adviser = Ви радите голові: говорите, складаєте тексти, пропонуєте.
hall-your-role-observer = Ви спостерігаєте: читаєте папери делегації.
hall-together = З Вами: { $names }
hall-alone = Поки що у своїй делегації Ви самі.
hall-wait = Прочитайте довідку, поки збираються інші. Гру почне ведучий.
hall-briefing-own = Лише для Вас
hall-briefing-common = Для всіх
stranger-title-unknown = У цього пристрою тут немає місця
stranger-text-unknown = Посилання було для іншого пристрою, або місцю дали нове посилання. Попросіть його у ведучого або приєднайтеся за кодом.
stranger-door = До дверей

stranger-title-deleted = Цю гру видалено
stranger-text-deleted = Усе, що в ній сказано й підписано, зникло: так захотів ведучий, або минув строк, доки сервер таке зберігає. Дякуємо, що Ви були з нами.

# Унизу сторінок ведучого
keeping-until = Усе зберігається до { $day } або стільки ж після останньої дії; потім видаляється, разом з іменами й словами.
keeping-for-ever = Усе зберігається, доки Ви не видалите.
keeping-keep = Зберігати назавжди
keeping-let-go = Дозволити видалити в строк
keeping-delete = Видалити зараз…
keeping-delete-ask = Видалити «{ $name }»?
keeping-delete-text = Усіх буде виведено, усі посилання перестануть діяти, а все сказане, складене й підписане буде видалено. Повернути не зможе ніхто. Ігри, що тривають від одного з її моментів, лишаться разом із минулим, яке вони продовжують. Якщо Вам потрібен звіт, візьміть його спершу.
keeping-delete-name = Для певності напишіть назву: { $name }
keeping-delete-do = Видалити назавжди
stranger-title-removed = Вас вилучено з цієї гри
stranger-text-removed = Інші делегації або ведучий не захотіли грати з Вами далі. Біля дверей є інші ігри.

# Учасники
hall-role = Роль: { $name }
hall-left = вихід
hall-away-for =
    { $minutes ->
        [one] немає вже { $minutes } хвилину
        [few] немає вже { $minutes } хвилини
       *[many] немає вже { $minutes } хвилин
    }
hall-stood-in = замінює бот
hall-expected = Чекаємо: { $names }
bot-in = Хай грає бот
bot-in-label = Хай бот грає за { $party }, { $room }
bot-out = Прибрати
bot-out-label = Прибрати бота: { $party }
bots-in = Ботів на порожні місця
bots-in-done = Боти грають там, де ніхто не очолює. Хто приєднається, сяде на місце бота.
stand-in = Замінити ботом
stand-in-label = Замінити ботом: { $name }
stand-in-done = Поки немає { $name }, відповідає бот; він нічого не підписує.
stand-in-end = Без бота: { $name }
lead-to = Очолює { $name }
grave-erase = Забути ім’я
grave-erase-label = Забути ім’я { $name }
grave-erase-ask = Забути ім’я «{ $name }»?
grave-erase-text = Відтепер усі читатимуть замість нього делегацію й номер. Місце і все зроблене з нього лишаться; у записі сервера ім’я зберігається, хоч його ніхто не бачить, доки гру не видалено. Скасувати це не можна.
grave-erase-do = Забути
grave-remove = Вилучити
grave-remove-label = Вилучити з гри: { $name }
grave-remove-ask = Вилучити з гри: { $name }?
grave-remove-text = Сторінка цієї людини одразу закриється, а посилання більше не відкриє цю гру. Місце вільне; зроблене з нього лишається.
grave-remove-do = Вилучити

# Розсадження
group = Як розсаджувати людей
group-how = Людей розсаджують
group-even = порівну
group-even-text = Спершу делегації, потрібні сценарію, потім кімнати, де людей найменше.
group-random = навмання
group-random-text = Так само порівну, але хто за кого грає, вирішує випадок.
group-choice = за їхнім вибором
group-choice-text = Кожен займає одне з вільних місць.
group-hand = Ви самі
group-hand-text = Люди чекають, доки Ви дасте їм місце.
group-anew = Розсадити всіх заново
group-anew-ask = Розсадити всіх заново?
group-anew-text = Ті, чия кімната вже почала, лишаються на місцях. Один раз це можна скасувати.
group-anew-done = Усіх розсаджено заново
group-undo = Скасувати
group-undone = Усі там, де були
list-paste = Вставити список
list-title = Розсадити за списком
list-text = По одній людині в рядку
list-hint = Лише імена або таблиця, перший рядок якої називає стовпці: name, room, delegation, role. Хто приєднається під іменем зі списку, матиме те місце.
list-file = Або відкрити файл
list-try = Подивитися, що вийде
list-tried =
    { $placed ->
        [one] Місце мала б { $placed } особа; ще не тут: { $expected }.
        [few] Місця мали б { $placed } особи; ще не тут: { $expected }.
       *[many] Місця мали б { $placed } осіб; ще не тут: { $expected }.
    }
list-problem = Рядок { $line }: { $message }
list-take =
    { $placed ->
        [one] Розсадити { $placed } особу
        [few] Розсадити { $placed } особи
       *[many] Розсадити { $placed } осіб
    }
list-done =
    { $placed ->
        [one] Місце має { $placed } особа
        [few] Місця мають { $placed } особи
       *[many] Місця мають { $placed } осіб
    }
look-on = Посилання, щоб дивитися
look-on-text = Хто його відкриє, бачить те, що в кімнаті для всіх, і нічого не може робити: для проєктора або гостя.

# Вибір місця
places-title = Оберіть собі місце
places-free =
    { $free ->
        [0] заповнено
       *[other] вільно: { $free }{ $head ->
            [true] {""}
           *[other] , голови ще немає
        }
    }
places-take = Зайняти
places-take-label = Зайняти: { $party }, { $room }
places-again = Обрати інше місце

# Перед роллю
notice-title = Перш ніж почати
notice-go-on = Зрозуміло
notice-other = Я хочу іншу роль
notice-private = Це читає лише ведучий. Доки він не відповість, усе йде як є.
notice-words = Що йому варто знати?
notice-words-hint = Пояснювати не обов’язково.
notice-ask = Попросити іншу роль
notice-asked = Ведучий знає, і більше ніхто
leave = Вийти з гри
leave-ask = Вийти з гри?
leave-text = Ваше місце дістанеться іншому. Написане й підписане Вами лишиться. Щоб повернутися, потрібне буде нове посилання від ведучого.
