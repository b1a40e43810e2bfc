# Сторінка ведучого
act-refused = { $room }: { $why }

# Загублене посилання
link-hand = Нове посилання
link-hand-label = Нове посилання: { $name }
link-title = Нове посилання: { $name }
link-ask = Створює посилання, яке відкриває це місце ({ $name }) на будь-якому пристрої. Теперішній пристрій цього місця втрачає доступ.
link-make = Створити посилання
link-new = Посилання
link-hint = Дайте його лише цій людині: хто відкриє, той і займе місце. Удруге його не буде показано.
link-copy = Скопіювати
link-copied = Скопійовано

control-title = Ведучий
control-code = Код { $code }
control-code-title = Впустити людей
control-people =
    { $people ->
        [one] { $people } особа
        [few] { $people } особи
       *[many] { $people } осіб
    }
control-people-title = Люди
control-teaching = Методична записка
control-acts = Що Ви можете зробити
control-all =
    { $rooms ->
        [one] Ви дієте на { $rooms } кімнату.
        [2] Ви дієте на обидві кімнати.
        [few] Ви дієте на всі { $rooms } кімнати.
       *[many] Ви дієте на всі { $rooms } кімнат.
    }
control-some =
    { $rooms ->
        [1] Ви дієте лише на { $room }.
        [one] Ви дієте на { $rooms } кімнату.
        [few] Ви дієте на { $rooms } кімнати.
       *[many] Ви дієте на { $rooms } кімнат.
    }
choose-hint = Позначте кілька, щоб діяти лише на них.
choose-none = Не обирати жодної
choose-shown = Обрати ці
filter-all = Усі: { $rooms }
filter-needs = Потребують Вас: { $rooms }
filter-none = Жодної кімнати.

# Що зараз важливо
stage-opening = Усі тут і готові?
stage-talks = Усі за роботою?
stage-end = До чого йде?
stage-over = Що з цього вийшло?
stage-well = Вас ніщо не потребує.
contrasts = З чого почати обговорення
contrast-outcome = «{ $first }»: { $firsts }; «{ $second }»: { $seconds }.
contrast-score = { $party }: { $more } проти «без угоди» ({ $best }), { $less } ({ $worst }).
contrast-article =
    { $agreed ->
        [true] { $article }: { $terms } ({ $one }), { $theirs } ({ $other }).
       *[other]
            { $terse ->
                [true] { $article }: { $one } — домовлено, { $other } — ні.
               *[other] { $article }: { $one } — { $terms }, { $other } — не домовлено.
            }
    }
kind-trouble = Не спрацювали правила: { $rooms }
kind-party = Порожні важливі місця: { $rooms }
kind-head = Нікому підписувати: { $rooms }
kind-bell = Запізно для дзвоника: { $rooms }
kind-unread = Довідку не прочитано: { $rooms }
kind-lead = Немає голови: { $rooms }
kind-away = Когось немає: { $rooms }
kind-silent = Тиша: { $rooms }
kind-refused = Відмова за відмовою: { $rooms }
kind-idle = Хтось нічого не робить: { $rooms }
kind-undecided = Не вирішили: { $rooms }
kind-text = Без тексту: { $rooms }
kind-time = Кінець раунду: { $rooms }
kind-below = Гірше, ніж без угоди: { $rooms }
kind-paused = Пауза: { $rooms }
kind-early = Скінчили раніше: { $rooms }
kind-debrief = Чекають обговорення: { $rooms }

nudge = Підбадьорити
nudge-all = Підбадьорити всіх
nudge-label = Підбадьорити: { $room }
nudge-of = Підбадьорити, { $room }: { $what }
nudge-hint = Надходить як повідомлення від Вас. Змінюйте, як хочете.
nudge-done = Надіслано
nudge-title =
    { $rooms ->
        [1]
            { $some ->
                [true] Слово для { $parties } ({ $room })
               *[other] Слово для всіх: { $room }
            }
        [one] Слово для { $rooms } кімнати
        [few] Слово для { $rooms } кімнат
       *[many] Слово для { $rooms } кімнат
    }
nudge-unread = Прочитайте, будь ласка, довідку: у ній сказано, чого Ви хочете, що можете дати й на що не повинні погоджуватися. Це п’ять хвилин.
nudge-silent = Як справи? Якщо застрягли, поставте іншій стороні одне запитання: що Вам потрібно від нас, щоб сказати «так»?
nudge-idle = Вас давно не чути. У кого тут є те, що Вам потрібно? Спитайте їх або викладіть одну статтю на папері й покажіть їм.
nudge-refused = У цьому кілька разів відмовлено. Слова відмови кажуть, чого бракує; якщо не допоможе, напишіть мені.
nudge-undecided = Ваш вибір ще не зроблено. Він закривається разом із раундом; інакше діятиме типовий.
nudge-text = Ніхто ще нічого не виклав на папері. Для початку досить однієї статті; її можна змінювати скільки завгодно.

# Годинник
act-where =
    { $rooms ->
        [1] { $room }
       *[other]
            { $all ->
                [true]
                    { $rooms ->
                        [2] обидві кімнати
                        [one] усі { $rooms } кімната
                        [few] усі { $rooms } кімнати
                       *[many] усі { $rooms } кімнат
                    }
               *[other]
                    { $rooms ->
                        [one] { $rooms } кімната
                        [few] { $rooms } кімнати
                       *[many] { $rooms } кімнат
                    }
            }
    }
act-start = Почати
act-started = Почали
act-next = Далі
act-next-ask = Закінчити цей раунд зараз?
act-next-text = Раунд закінчується так, наче час вийшов ({ $where }): рішення закриваються, і відкривається наступний раунд або етап.
act-next-do = Закінчити раунд
act-advanced = Відкрито наступний раунд
act-pause = Пауза
act-paused = Пауза
act-resume = Продовжити
act-resumed = Годинник знову йде
act-extend =
    { $minutes ->
        [one] +{ $minutes } хвилина
        [few] +{ $minutes } хвилини
       *[many] +{ $minutes } хвилин
    }
act-extend-label =
    { $minutes ->
        [one] +{ $minutes } хвилина для цього раунду
        [few] +{ $minutes } хвилини для цього раунду
       *[many] +{ $minutes } хвилин для цього раунду
    }
act-extended =
    { $minutes ->
        [one] Ще { $minutes } хвилина
        [few] Ще { $minutes } хвилини
       *[many] Ще { $minutes } хвилин
    }
act-bell = Дзвоник
act-bell-ask = Коли дзвоник?
act-bell-text = Решта цього раунду й наступні раунди вмістяться до нього. Новий час усі побачать одразу.
act-bell-do = Умістити
act-bell-fitted = Раунди вміщуються до дзвоника
act-bell-none = Без дзвоника
act-bell-off = Дзвоника більше немає: раунди тривають, як є
act-end = Закінчити гру
act-end-ask = Закінчити гру зараз?
act-end-text = Переговори припиняються, і обчислюється підсумок ({ $where }). Скасувати це не можна.
act-end-do = Закінчити
act-ended = Закінчено
act-debrief = Відкрити обговорення
act-debrief-opened = Обговорення відкрито: усі бачать усі очки
act-close = Закрити
act-close-ask = Закрити назавжди?
act-close-text = Ніхто більше не зможе писати ({ $where }); підсумок можна буде читати.
act-closed = Закрито

# Що ведучий каже й задає
say-message = Повідомлення
say-message-title = Повідомлення всім
say-message-hint = Його прочитає кожна делегація в розмові «Усі».
say-message-done = Надіслано
say-news = Новина
say-value = Задати значення
say-ruling = Ухвала
say-ruling-title = Ухвала
say-ruling-hint = Вона йде до протоколу, для всіх.
say-ruling-do = Ухвалити
say-ruling-done = Записано
say-mark = Позначити цю мить
say-mark-title = Позначити цю мить
say-mark-hint = Нотатка для обговорення. Бачите її лише Ви.
say-mark-done = Позначено
say-text = Ваші слова
say-do = Надіслати
news-title = Новини
news-compose = Своїми словами
news-headline = Заголовок
news-text = Що сталося
news-to =
    { $parties ->
        [0] Для всіх
        [one] Для { $parties } делегації
        [few] Для { $parties } делегацій
       *[many] Для { $parties } делегацій
    }
news-say = Оголосити новину
news-done = Оголошено
news-scheduled = Зі сценарію
news-rooms =
    { $all ->
        [true] В усіх кімнатах
       *[other] Де: { $rooms }
    }
news-end =
    { $chance ->
        [100] { $title }
       *[other] { $title } ({ $chance } %)
    }
news-expected = Поки що може надійти наприкінці: { $ends }
news-unexpected = Поки що сама не надійде
news-vary = Іншими словами
news-vary-hint = Те, що змінює новина сценарію, з Вашими словами не надходить: додайте це нижче, а ту там притримайте.
news-none = У цьому сценарії немає своїх новин.
news-fire = Оголосити зараз
news-fire-label = Оголосити зараз: { $title }
news-hold = Притримати
news-unhold = Хай надходить
news-of = { $act }: { $title }
news-held-done = Притримано
news-unheld = Знову може надійти
news-held = Притримано
news-by-hand = Надходить, лише коли оголосите Ви
news-fired =
    { $times ->
        [1] Надходила
        [one] Надходила { $times } раз
        [few] Надходила { $times } рази
       *[many] Надходила { $times } разів
    }
value-title = Задати значення
value-what = Що
value-to = Яке
value-choose = Оберіть…
value-bounds = від { $min } до { $max } { $unit }
value-reason = Чому
value-reason-hint = Іде до протоколу, для тих, хто бачить це значення.
value-do = Задати
value-done = Задано

# Кімната одним поглядом
room-lobby = Не почато
room-closed = закрито
room-look = Зазирнути
room-look-label = Зазирнути: { $room }
room-delegations = Делегації
room-party = Делегація
room-people = Тут
room-present = { $online } з { $people }
room-expected = Зараз
room-no-deal = Без угоди
room-below = нижче
room-drafts =
    { $count ->
        [0] немає проєктів
        [one] { $count } проєкт
        [few] { $count } проєкти
       *[many] { $count } проєктів
    }
room-in-force = чинних: { $count }
room-signatures =
    { $count ->
        [one] { $count } підпис
        [few] { $count } підписи
       *[many] { $count } підписів
    }
room-messages =
    { $count ->
        [one] { $count } повідомлення
        [few] { $count } повідомлення
       *[many] { $count } повідомлень
    }
room-refusals =
    { $count ->
        [one] { $count } відмова
        [few] { $count } відмови
       *[many] { $count } відмов
    }
room-choose = Обрати: { $room }
room-well = Усе гаразд
room-more = +{ $more }
room-line = тут { $online } з { $people } · проєктів: { $texts } · чинних: { $in_force }
room-silent = тиша вже { $minutes } хв

need-trouble =
    { $count ->
        [one] Не спрацювало { $count } правило сценарію
        [few] Не спрацювали { $count } правила сценарію
       *[many] Не спрацювали { $count } правил сценарію
    }
need-party = Ніхто не грає за { $parties }
need-head = Нікому підписувати, немає голови: { $parties }
need-away = Відсутні: { $parties }
need-silent =
    { $minutes ->
        [one] Нічого не роблять уже { $minutes } хвилину
        [few] Нічого не роблять уже { $minutes } хвилини
       *[many] Нічого не роблять уже { $minutes } хвилин
    }
need-bell =
    { $late ->
        [one] Кінець о { $ends }, на { $late } хвилину запізно для обговорення до дзвоника о { $bell }: скоротити?
        [few] Кінець о { $ends }, на { $late } хвилини запізно для обговорення до дзвоника о { $bell }: скоротити?
       *[many] Кінець о { $ends }, на { $late } хвилин запізно для обговорення до дзвоника о { $bell }: скоротити?
    }
need-text = Тексту ще немає
need-time = До кінця раунду { $left }
need-paused = Пауза
need-refused = Відмова за відмовою: { $parties }
need-idle =
    { $minutes ->
        [one] Ні тексту, ні слова вже { $minutes } хвилину: { $parties }
        [few] Ні тексту, ні слова вже { $minutes } хвилини: { $parties }
       *[many] Ні тексту, ні слова вже { $minutes } хвилин: { $parties }
    }
need-unread = Довідку не прочитано: { $parties }
need-undecided = Ще не вирішено: { $parties } ({ $title })
need-below = Гірше, ніж без угоди: { $who }
need-early =
    { $playing ->
        [one] Скінчили раніше; ще грає { $playing } кімната
        [few] Скінчили раніше; ще грають { $playing } кімнати
       *[many] Скінчили раніше; ще грають { $playing } кімнат
    }
need-debrief = Скінчено; обговорення чекає на Вас

# Погляд у кімнату
look-as = Очима
look-as-hint = Те, що бачить ця делегація, наживо. Звідси нічого не можна зробити від її імені.
look-parts = Частини кімнати
look-texts = Тексти
look-words = Розмови
look-minutes = Протокол
look-result = Підсумок
look-no-texts = Жодного тексту не складено.
look-no-words = Нічого не написано.
look-no-minutes = Ще нічого не сталося.
look-state =
    { $status ->
        [draft] Проєкт, версія { $version }
        [in_force] Чинний, версія { $version }
        [suspended] Призупинений, версія { $version }
        [withdrawn] Відкликаний
       *[ended] Припинений
    }{ $public ->
        [true] { " · показано всім" }
       *[other] { "" }
    }
look-signed =
    { $count ->
        [0] Ніхто не підписав.
       *[other] Підписано: { $signed }.
    }
look-signed-except = { $party } (з винятками)
look-missing = Чекає: { $parties }.
rule-void = Скасувати підпис: { $party }
rule-void-title = Скасувати підпис ({ $party }) під текстом «{ $title }»?
rule-void-text = Він більше не рахується, наче його й не було; делегація може підписати знову.
rule-void-do = Скасувати підпис
rule-end = Припинити цей текст
rule-end-title = Припинити текст «{ $title }»?
rule-end-text = Те, що він визначав, більше не діє. Повернути його не можна; можна скласти новий.
rule-effects = Що спричиняє стаття { $article }
rule-reason-hint = Іде до протоколу, для тих, хто бачить цей текст.
look-circle-plenary = Усі
look-circle-press = Преса
look-circle-control = З делегацією: { $party }

# Про що питають делегації
requests =
    { $count ->
        [one] { $count } запитання до Вас
        [few] { $count } запитання до Вас
       *[many] { $count } запитань до Вас
    }
request-claimed =
    { $own ->
        [true] Ваше
       *[other] відповідає { $name }
    }
request-take = Беруся
request-leave = Лишити іншим
request-answer = Відповісти
request-answer-title = Ваша відповідь
request-answer-hint = Її прочитає лише ця делегація.
request-rule = Ухвалити
request-done = Готово
changes = Що це змінює
changes-add = + Значення, яке змінюється

# Ті, хто веде гру разом
facilitators = Ведучі
facilitator-state =
    { $own ->
        [true] Ви
       *[other]
            { $online ->
                [true] тут
               *[other] немає
            }
    }
facilitator-name = Ім’я ще одного ведучого
facilitator-hint = Він бачить і робить усе те, що й Ви. Запис каже, хто що зробив.
facilitator-invite = Створити посилання
facilitator-link = Посилання: { $name }
facilitator-remove = Припинити посилання
facilitator-remove-label = Припинити посилання: { $name }

# Журнал ведучих
log = Журнал
log-empty = Поки нічого.
log-exercise-start = Початок
log-exercise-pause = Пауза
log-exercise-resume = Гра триває
log-exercise-advance = Раунд закінчено
log-exercise-extend = Хвилин для раунду: { $value }
log-exercise-schedule = Розклад змінено
log-exercise-end = Гру закінчено
log-inject-fire = Новина: { $what }
log-inject-hold =
    { $on ->
        [true] Притримано: { $what }
       *[other] Знову може надійти: { $what }
    }
log-inject-compose = Новина своїми словами: { $what }
log-variable-set = { $what }, нове значення { $value }: { $reason }
log-signature-void = Скасовано підпис, { $party }: { $reason }
log-instrument-end = Текст припинено: { $reason }
log-ruling-make = Ухвала: { $what }
log-moment-mark = Позначено: { $what }
log-debrief-open =
    { $on ->
        [true] Обговорення відкрито
       *[other] Обговорення закрито
    }
log-message-send = Повідомлення: { $what }
log-assigned = { $person }, місце: { $party }
log-released = { $person } більше не має місця
log-bot = За { $party } грає бот
log-bot-gone = Бот пішов
log-grouped = Людей розсаджено
log-ungrouped = Розсадження скасовано
log-planned = Людей розсаджено за списком
log-stand-in = { $person }: бот замінює або вже ні
log-erased = Ім’я забуто
log-spectator = Створено посилання, щоб дивитися
log-removed = Вилучено: { $person }
log-linked = Нове посилання: { $person }
log-controller = Гру веде також { $what }
log-controller-gone = Посилання ведучого припинено
log-claimed =
    { $on ->
        [true] Узято запитання
       *[other] Запитання лишено іншим
    }
log-settled = Дано відповідь на запитання

# Голова, якого немає, і бажання мати іншу роль
need-lead =
    { $minutes ->
        [one] Немає вже { $minutes } хвилину: { $names }. У розділі «Люди» очолити може інший, або замінить бот
        [few] Немає вже { $minutes } хвилини: { $names }. У розділі «Люди» очолити може інший, або замінить бот
       *[many] Немає вже { $minutes } хвилин: { $names }. У розділі «Люди» очолити може інший, або замінить бот
    }
request-role = { $name } хоче іншу роль
request-role-hint = Це бачать лише ведучі. Пересадити можна в розділі «Люди».
