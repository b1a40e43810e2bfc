# Стіл: довідка, тексти, розмови, світ, рішення

places = Розділи
place-brief = Довідка
place-texts = Тексти
place-talk = Розмови
place-world = Світ
place-decide = Рішення
more = Більше
new-here = нове
us-in-a-list = Ви
that-is-us = Ви
by-autopilot = комп’ютер
value-unit = { $value } { $unit }

# Угорі столу
people-here =
    { $count ->
        [one] Тут { $count } особа
        [few] Тут { $count } особи
       *[many] Тут { $count } осіб
    }
people = Хто тут
nobody-sits = Тут ніхто не сидить.
autopilot = Комп’ютер
empty-seat = Хтось
is-here = тут
is-away = відсутній
is-ready = готова рухатися далі
has-powers = може підписувати й вирішувати
pass-the-lead = Зробити головою
powers-give = Дозволити підписувати й вирішувати
powers-take = Забрати право підпису

# Що робити далі
now-title = Зараз
now-final = Гру завершено. Підсумок каже, про що домовилися і чого це було варте; Ви ще можете розмовляти й читати.
now-paused = Пауза. Ви можете все читати й писати ведучому.
now-decide = Зробіть вибір: «{ $decision }»; його можна змінити, доки він відкритий.
now-decide-advise = Вибір за Вашим головою: «{ $decision }»; скажіть, що Ви радите.
now-decide-open = Обрати
now-brief = Прочитайте довідку: чого Ви хочете, що можете дати і на що не повинні погоджуватися.
now-brief-here = Прочитайте довідку: чого Ви хочете, що можете дати і на що не повинні погоджуватися. Наприкінці натисніть «Ми прочитали».
now-brief-open = Відкрити довідку
now-agree = Домовтеся у своїй делегації, чого Ви хочете насамперед. Потім скажіть, що Ви готові.
now-brief-wait = Ви готові. Переговори почнуться, коли будуть готові також { $parties }, або коли вийде час.
now-brief-talk = Домовтеся у своїй делегації, чого Ви хочете насамперед. Переговори скоро почнуться.
now-own-open = До розмови з делегацією
now-text-open = Відкрити текст
now-cleared = { $party } змінює текст «{ $text }» після Вашого підпису. Підпису більше немає: подивіться, що змінилося.
now-cleared-advise = { $party } змінює текст «{ $text }» після підпису Вашого голови. Подивіться, що змінилося, і порадьте.
now-read = { $party } надсилає Вам текст «{ $text }». Прочитайте його й подивіться, що він Вам дає.
now-read-amended = { $party } змінює текст «{ $text }». Подивіться, що змінилося.
now-sign =
    { $count ->
        [one] Текст «{ $text }» уже підписано: { $signed }; Вами ще ні. Підпишіть його, змініть або відхиліть.
        [few] Текст «{ $text }» уже підписано: { $signed }; Вами ще ні. Підпишіть його, змініть або відхиліть.
       *[many] Текст «{ $text }» уже підписано: { $signed }; Вами ще ні. Підпишіть його, змініть або відхиліть.
    }
now-sign-advise =
    { $count ->
        [one] Текст «{ $text }» уже підписано: { $signed }. Скажіть своєму голові, чи підписувати.
        [few] Текст «{ $text }» уже підписано: { $signed }. Скажіть своєму голові, чи підписувати.
       *[many] Текст «{ $text }» уже підписано: { $signed }. Скажіть своєму голові, чи підписувати.
    }
now-sign-own = Ваш текст «{ $text }» вже в інших. Підпишіть його, коли вирішите: підпис зрушує інших з місця.
now-sign-first = Текст «{ $text }» ще ніхто не підписав. Будьте першими або скажіть, що треба змінити.
now-sign-changed = { $party } змінює текст «{ $text }». Подивіться, що змінилося: підпишіть його або змініть ще раз.
now-disputed = У тексті «{ $text }» є спірне. Залагодьте це, щоб його можна було підписати.
now-messages =
    { $count ->
        [one] { $count } нове повідомлення: { $circle }.
        [few] { $count } нові повідомлення: { $circle }.
       *[many] { $count } нових повідомлень: { $circle }.
    }
now-messages-open = Прочитати
now-unsent = Ви почали текст і не надіслали його.
now-unsent-open = Писати далі
now-writing = Ви пишете. Натисніть підкреслене слово, щоб змінити його; коли сума Вас влаштує, надішліть.
now-move = { $move }. { $advice }
now-move-meet = Встаньте. Знайдіть: { $parties }. { $advice }
now-move-write = Почніть із: { $parties }. { $advice }
now-begin = Тексту ще немає. Почніть його: проєкт зрушує розмову краще, ніж побажання.
now-waits-meet = Текст «{ $text }» чекає: { $parties }. Підійдіть і спитайте, що їм потрібно.
now-waits-write = Текст «{ $text }» чекає: { $parties }. Спитайте, що їм потрібно.
now-talk-open = Написати: { $parties }
now-nothing = Коли скажете й підпишете все, що хотіли, скажіть, що Ви готові.
now-ready = Ви готові. Ще працюють: { $parties }.
now-wait = Зараз нічого не чекає на Вас. Наступний крок буде, коли вийде час.
waits-signature =
    { $count ->
        [one] На Ваш підпис чекає { $parties }.
        [few] На Ваш підпис чекають { $parties }.
       *[many] На Ваш підпис чекають { $parties }.
    }
waits-ready =
    { $count ->
        [one] Готова рухатися далі: { $parties }.
        [few] Готові рухатися далі: { $parties }.
       *[many] Готові рухатися далі: { $parties }.
    }

# Готовність
ready-title = Готові рухатися далі?
ready-hint = Коли це скажуть усі присутні голови, раунд закінчиться раніше.
ready-off = Ми готові
ready-on = Готові; скасувати
ready-waits = Ще працюють: { $parties }.
ready-head-only = Що Ваша делегація готова рухатися далі, каже Ваш голова.
ready-unchosen-title = Готові, нічого не обравши?
ready-unchosen = Ви ще не обрали. Якщо все закриється зараз, Вашим вибором буде: { $choices }.
ready-default = «{ $decision }»: { $option }

# Довідка
brief-title = Ваша довідка: { $party }
brief-read = Ми прочитали
brief-common = Для всіх: що сталося, про що можна домовитися, що буде далі
interests = Чого Ви хочете
walk-away = Якщо підете без угоди, матимете { $no_deal }.
walk-away-hint = Не підписуйте нічого, що лишить Вам менше.
first-moves = Перші кроки
move-meet = Зустріч: { $parties }
move-says = Що було б у тексті «{ $kind }»
move-start = Почати цей текст
move-later = Тексти можна буде почати, коли почнуться переговори.
mandate = Ваші вказівки
mandate-broken = Те, про що зараз домовлено, порушує це.

# Тексти
texts-title = Тексти
texts-none = Тексту, який Ви могли б бачити, ще немає.
texts-ours = Потребують Вас
texts-others = Чекають на інших
texts-in-force = Чинні
texts-public = Показані всім
texts-past = Уже не діють
text-new = Новий текст
text-new-later = Тексти можна буде почати, коли почнуться переговори.
text-unknown = невідомий Вам текст
text-gone = Такого тексту немає, або Вам не можна його бачити.
text-version = { $title }, версія { $version }
text-title-nth = { $title } ({ $nth })
text-signed-by = Підписано: { $parties }
text-linked-with = Пов’язаний із: { $texts }.
text-not-ours = Ви можете читати цей текст; підписувати його Вас не запрошено.
text-between = Сторони: { $parties }.
text-witnesses = Свідки: { $parties }.
back-to-texts = Усі тексти
back-to-text = Назад до тексту
mark-new = новий
mark-amended = змінено
mark-moved = є зміни
came = Відколи Ви дивилися: { $what }.
came-new = надсилає { $party }
came-version = { $party } створює версію { $version }
came-signed =
    { $count ->
        [one] є підпис: { $parties }
        [few] є підписи: { $parties }
       *[many] є підписи: { $parties }
    }
came-declined =
    { $count ->
        [one] відхиляє { $parties }
        [few] відхиляють { $parties }
       *[many] відхиляють { $parties }
    }
came-draft = знову проєкт
came-in-force = набув чинності
came-suspended = призупинено
came-withdrawn = відкликано
came-ended = припинено
unsent = Ще не надіслано
unsent-amendment = Зміни до тексту «{ $title }»
unsent-articles =
    { $count ->
        [one] { $count } стаття, для: { $parties }
        [few] { $count } статті, для: { $parties }
       *[many] { $count } статей, для: { $parties }
    }
throw-away = Викинути
articles-title = Статті
articles-none = Статей ще немає. Додайте першу нижче.
article-list =
    { $count ->
        [one] стаття { $list }
        [few] статті { $list }
       *[many] статті { $list }
    }
article-title = Стаття { $number }. { $title }
own-words = Своїми словами

# Стан тексту
state-draft = Проєкт, версія { $version }; автор: { $author }
state-draft-public = Проєкт, версія { $version }, показаний усім; автор: { $author }
state-opened = Відкритий для підписання, версія { $version }; автор: { $author }
state-in-force =
    { $dormant ->
        [0] Чинний, версія { $version }
        [one] Чинний, версія { $version }; { $dormant } стаття ще чекає
        [few] Чинний, версія { $version }; { $dormant } статті ще чекають
       *[many] Чинний, версія { $version }; { $dormant } статей ще чекають
    }
state-suspended =
    { $count ->
        [0] Призупинений, версія { $version }
       *[other] Призупинений, версія { $version }, доки { $conditions }
    }
state-withdrawn = Відкликано: { $author }
state-ended = Припинено
state-and-waits = { $state }; бракує: { $waits }
not-in-force = Ще не чинний; бракує: { $reasons }.
missing-signatures =
    { $mine ->
        [true]
            { $count ->
                [0] Вашого підпису
                [one] Вашого підпису, а також: { $parties }
                [few] Вашого підпису, а також: { $parties }
               *[many] Вашого підпису, а також: { $parties }
            }
       *[other]
            { $count ->
                [one] підпису ({ $parties })
                [few] підписів ({ $parties })
               *[many] підписів ({ $parties })
            }
    }
missing-ratification = ратифікації ({ $parties })
missing-conditions = умови { $conditions }
missing-brackets = згоди щодо спірного ({ $articles })
missing-linked = пов’язаного тексту ({ $texts })

# Стан статті
binds = Зобов’язує: { $parties }.
binds-whom = Зобов’язує
binds-uninvited = Зобов’язує незапрошених: { $parties }. Не діятиме, доки їх не запрошено.
articles-empty = У ньому ще немає статей.
article-struck = Викреслено: { $title }
article-settled = Чинна.
article-dormant = Не чинна.
article-superseded = Замінена пізнішим текстом.
article-ended = Припинена.
article-waits = Чекає: { $parties }.
disputed-by = Оспорюють: { $parties }.
excepted-by = Не поширюється підпис: { $parties }.
replaces = Замінює те, що визначає текст «{ $text }».
replaces-needs = Замінює те, що визначає текст «{ $text }»; мають підписати також: { $parties }.
own-words-bind = Зобов’язує підписантів словом честі; показників не змінює.
back-to-new = Усі способи почати
exchange = Обмін
exchange-hint = Що даєте Ви, з одного боку, що дають вони, з другого, в одному тексті, який зобов’язує обох.
exchange-start = Ми даємо, вони дають
exchange-with = З ким
exchange-kind = Який це буде текст
exchange-no-kind = Немає такого виду тексту, який могли б підписати всі вони.
exchange-begin = Почати

# Новий текст
kind-open-to = Доступний для: { $parties }
template-holds =
    { $count ->
        [one] { $count } стаття
        [few] { $count } статті
       *[many] { $count } статей
    }
start-blank = Почати з чистої сторінки
start-blank-of = Почати з чистої сторінки: { $kind }
start-copy = Або з копії тексту

# Складання
amend-title = Зміни: { $title }, версія { $version }
draft-kept = Те, що Ви пишете, лишається на цьому пристрої, доки не надішлете.
draft-gone = Цей проєкт надіслано або викинуто.
draft-sent = Надіслано. Запрошені сторони вже бачать його.
amendment-sent = Надіслано. Це нова версія.
send-draft =
    { $parties ->
        [several]
            { $count ->
                [0] Надіслати
                [one] Надіслати { $count } делегації
                [few] Надіслати { $count } делегаціям
               *[many] Надіслати { $count } делегаціям
            }
       *[other] Надіслати: { $parties }
    }
send-amendment = Надіслати зміни
send-later = Надіслати можна буде, коли почнуться переговори.
amend-ask = Змінити підписаний текст?
amend-do = Змінити
amend-clears =
    { $count ->
        [one] Знімається підпис: { $parties }. Нову версію одразу побачать: { $invited }.
        [few] Знімаються підписи: { $parties }. Нову версію одразу побачать: { $invited }.
       *[many] Знімаються підписи: { $parties }. Нову версію одразу побачать: { $invited }.
    }
invited = Між ким
invited-too-few =
    { $count ->
        [one] Щонайменше { $count } сторона.
        [few] Щонайменше { $count } сторони.
       *[many] Щонайменше { $count } сторін.
    }
witnesses = Свідки
witnesses-hint = Свідок може писати в тексті й підписати його; його ніщо не зобов’язує.
add-article = Додати статтю
add-named = Додати: { $title }
add-own-words = + Стаття своїми словами
own-words-hint = Те, про що Ви домовляєтеся і чого не каже жодна інша стаття.
own-words-worth = Така стаття зобов’язує словом честі й не змінює показників.
remove = Прибрати
remove-article = Прибрати: { $title }
term-label = { $article }, { $term }
term-change = { $term }: { $value }. Змінити
term-slider = Пересунути: { $term }
term-done = Готово
term-less = Менше: { $term }
term-more = Більше: { $term }
term-range =
    { $step ->
        [1] від { $min } до { $max }
       *[other] від { $min } до { $max }, крок { $step }
    }
conditions = Умови
takes-effect-if = Набуває чинності, лише якщо
suspended-while = Призупиняється, доки
refused-at = Стаття { $number }: { $text }
meanwhile-title = Поки Ви писали, { $party } створює версію { $version }
meanwhile-carried = Вона змінює інші статті, ніж Ви: написане Вами тепер стоїть на новій версії.
meanwhile-read = Бачу
meanwhile-line = Поки Ви писали, з’явилася версія { $version }.
meanwhile-see = Подивитися
meanwhile-same =
    { $count ->
        [one] Ви обоє змінили ту саму статтю. Оберіть; доти ніщо не втрачено.
        [few] Ви обоє змінили ті самі статті. Оберіть для кожної; доти ніщо не втрачено.
       *[many] Ви обоє змінили ті самі статті. Оберіть для кожної; доти ніщо не втрачено.
    }
meanwhile-theirs = Що змінює { $party }
meanwhile-merge = Обидві зміни разом
meanwhile-ours = Що змінили Ви
meanwhile-apply = Далі з версією { $version }
shut-opened = Цей текст відкрито для підписання: ніхто не може його змінювати, доки автор не відкриє його знову.
shut-over = Цей текст уже не проєкт.
shut-apart = Залишити написане як новий текст
written-as = Записано як
written-text = Один текст
written-exchange = Ми даємо | вони дають
side-ours = Ви даєте
side-theirs =
    { $count ->
        [0] Вони дають
        [one] { $parties } дає
        [few] { $parties } дають
       *[many] { $parties } дають
    }
side-both = Дають обидві сторони
side-empty = Ще нічого.
side-none = Жодна стаття не може стояти тут сама: дивіться, що зобов’язує обидві сторони.
add-ours = + Що могли б дати Ви
add-theirs = + Що могли б дати вони
add-both = + Що зобов’язало б обидві сторони

# Що це нам дає
worth-title = Що це Вам дає
worth-off = Ведучий вимкнув калькулятор. Судіть за довідкою.
worth-against = у балах для Вас; { $gain } проти теперішнього ({ $today })
worth-below = Це на { $by } менше, ніж без угоди ({ $no_deal }). Сам по собі він не вартий підпису.
worth-above = Це на { $by } більше, ніж без угоди ({ $no_deal }).
worth-nothing-moves = Для Вас нічого не змінюється.
worth-all = Усі інтереси
worth-item = Інтерес
worth-now = Сьогодні
worth-then = Тоді
worth-change = Зміна
worth-assuming = Припускаючи також
worth-figures = Показники, що змінюються
worth-stays = { $figure }: лишається { $now }, бо немає згоди щодо: { $without }
advice-ask = Що допомогло б?
advice-none = Ваші радники не знають нічого, що тут допомогло б.
advice-hint = Оцінено за Вашими інтересами і за тим, що інші писали й викреслювали; чужих таємниць тут немає.
advice-gain = { $gain } для Вас
advice-welcome = Здається, до вподоби: { $parties }.
advice-unwelcome = Здається, не до вподоби: { $parties }.
advice-binds = Зобов’язало б: { $parties }.
advice-take = Внести в текст

# Що змінилося
changes-since-you-looked = Що змінює { $party } відтоді, як Ви дивилися
compare-with = Показати зміни після
compare-none = нічого: як є
compare-older = Давніші версії
version-by = версія { $version }, { $party }
nothing-changed = Жодна стаття не змінилася.
conditions-changed = Змінилися й умови.
difference-added = додано
difference-removed = викреслено
difference-changed = змінено

# Що можна зробити з текстом
sign = Підписати
sign-except = Підписати, крім…
amend = Змінити
amend-go-on = Змінювати далі
unsign = Відкликати наш підпис
talk-about = Поговорити про нього
dispute = Позначити, що ми оспорюємо
dispute-article = Оспорити цю статтю
accept-article = Більше не оспорювати
link-texts = Пов’язати з іншим текстом
you-signed = Ви підписали цю версію.
sign-paused = Підписати можна буде, коли гра піде далі.
sign-head-only = Підписує Ваш голова. Ви можете читати, писати й радити.
sign-disputed = Підписати можна, щойно в ньому не буде спірного.
sign-later = Підписати можна буде, коли почнуться переговори.
act-table = Показати всім
act-leak = Розголосити
act-open = Відкрити для підписання
act-reopen = Знову відкрити для змін
act-decline = Відхилити
act-withdraw = Відкликати текст
act-leave = Вийти з нього
act-unsign = Відкликати наш підпис
sure-table = Показати всім текст «{ $title }»?
sure-table-text = Кожна делегація і кожен глядач одразу побачать його, хто його підписав і всі пізніші версії. Скасувати це не можна.
sure-leak = Розголосити текст «{ $title }»?
sure-leak-text = Усі одразу побачать його і те, що його розголошено; протокол скаже, ким. Скасувати це не можна.
sure-open = Відкрити для підписання текст «{ $title }»?
sure-open-text = Відтоді його ніхто не змінює, доки Ви не відкриєте його знову. Це одразу побачать: { $invited }.
sure-reopen = Знову відкрити для змін текст «{ $title }»?
sure-reopen-text = Запрошені зможуть знову його змінювати; зміна знімає всі підписи.
sure-decline = Відхилити текст «{ $title }»?
sure-decline-text = Що Ви його не підписуєте, одразу побачать: { $invited }. Зміна тексту знімає Вашу відповідь, і Ви зможете підписати пізніше.
sure-withdraw = Відкликати текст «{ $title }»?
sure-withdraw-text = Його вже ніхто не зможе підписати. Це одразу побачать: { $invited }. Скасувати це не можна.
sure-unsign = Відкликати Ваш підпис під текстом «{ $title }»?
sure-unsign-text = Що Ви його вже не підписуєте, одразу побачать: { $invited }. Ви зможете підписати знову.
sure-leave = Вийти з тексту «{ $title }»?
sure-leave-text =
    { $notice ->
        [true] Наприкінці наступного раунду те, що Вас у ньому зобов’язує, припиняється. Усі побачать це одразу. Скасувати це не можна.
       *[other] Те, що Вас у ньому зобов’язує, припиняється негайно, і всі це побачать. Скасувати це не можна.
    }
sign-ask = Підписати версію { $version } тексту «{ $title }»?
sign-ask-except = Підписати версію { $version } тексту «{ $title }», крім: { $articles }?
sign-do = Підписати версію { $version }
sign-do-except = Підписати, крім: { $articles }
sign-binds = Ви зобов’язуєтеся:
sign-binds-nothing = Жодна його стаття Вас не зобов’язує.
sign-binds-others = Інші зобов’язуються:
sign-choose-except = Позначте, на що Ваш підпис не поширюється
sign-seen =
    { $public ->
        [true] Усі побачать це одразу.
       *[other] Це одразу побачать: { $invited }.
    }
sign-ratify = Підпис рахуватиметься, щойно Ви його ратифікуєте.
sign-below = Сам по собі він лишає Вам { $total }: на { $by } менше, ніж без угоди.
sign-stale = Поки Ви дивилися, текст змінили: тепер це версія { $version }. Поверніться й прочитайте спершу її.
sign-override = Усе одно підписати
sign-override-hint = Ви можете підписати всупереч вказівкам; це Ваше ім’я.
signed = Підписано: { $title }.
signed-waits = Підписано: { $title }. Ще чекаємо: { $parties }.
linked = Пов’язані тексти
linked-hint = Пов’язані тексти набувають чинності разом або не набувають зовсім.
linked-unknown =
    { $count ->
        [one] { $count } невідомий Вам текст
        [few] { $count } невідомі Вам тексти
       *[many] { $count } невідомих Вам текстів
    }
link-with = Пов’язати з
link-do = Пов’язати
link-undo = Більше не пов’язувати
link-none = Немає іншого проєкту, до якого Вас запрошено.
link-new-version = Пов’язування створює нову версію кожного: підписи знімаються.

# Підписи
signatures = Підписи
party-signed = підпис о { $at }
party-except = крім: { $articles }
party-waits = підпису немає
party-declined = відхилено
party-left = вихід
party-leaves = виходить наприкінці наступного раунду
party-not-ratified = чекає на ратифікацію
as-witness = свідок
condition-holds = зараз так
condition-fails = зараз не так

# Розмови
talk-title = Розмови
circles = Розмови
circle-plenary = Усі
circle-press = Заяви для преси
circle-control = Ведучий
circle-own = Ваша делегація
circle-new = Нове коло
circle-with = Говорити з
circle-open = Відкрити
circle-who-reads = Читають лише ті, кого Ви позначите, і ведучий.
circle-control-hint = Це читає лише ведучий.
circle-press-hint = Заяву для преси читають усі, глядачі теж.
back-to-circles = Усі розмови
unread = не прочитано
messages = Повідомлення
messages-none = Ще нічого не сказано.
messages-older = Давніші повідомлення
message-write = Напишіть повідомлення
message-send = Надіслати
message-publish = Оприлюднити
message-left =
    { $left ->
        [one] Лишився { $left } знак
        [few] Лишилося { $left } знаки
       *[many] Лишилося { $left } знаків
    }
quote = Цитувати
quote-article = Цитувати статтю { $number } у повідомленні
quote-drop = Не цитувати
talk-meet = Зустріньтеся: { $parties }.
talk-observer = Тут Ви можете читати; говорить Ваша делегація.
talk-paused = Пауза: писати можна лише ведучому.
talk-later = На цьому етапі тут не можна писати.

# Світ
world-title = Світ
news = Новини
settled = Про що домовлено
settled-none = Поки нічого не чинне.
map-title = Мапа
map-held-by = Хто утримує
map-nothing-agreed = ще ні про що не домовлено
figures = Показники
figures-state = Що є
figures-follow = Що з цього випливає
figure-history = За раундами
all-of-them = усі
minutes = Протокол
minutes-none = Ще нічого не сталося.
minutes-round = { $phase }, раунд { $round }
minutes-older = Раніше

# Рішення
decide-title = Рішення
decide-none = Зараз вирішувати нічого.
decide-others = Зараз вирішують: { $parties }. Ви побачите це, коли рішення закриється.
decide-to-come = Попереду
decide-in-phase = { $phase }: { $decision }
decided = Вирішено: { $decision }
choice-saved = Збережено: { $option }
choice-so-far = Поки що Ваш вибір: { $option }.
choice-none = Ви ще не обрали.
choice-secret = Таємно, доки не закриється; доти можна змінити.
choice-open = Усі бачать це одразу; можна змінити, доки не закриється.
choice-head-only = Обирає Ваш голова. Скажіть у колі своєї делегації, що Ви радите.
option-default = (якщо ніхто не обере)

# Що відбувається
told-paused = Гру призупинено.
told-resumed = Гра триває.
told-phase = Починається: { $phase }.
told-time =
    { $minutes ->
        [one] Лишилася { $minutes } хвилина.
        [few] Лишилося { $minutes } хвилини.
       *[many] Лишилося { $minutes } хвилин.
    }
told-text = { $party } надсилає Вам текст «{ $title }»
told-amended = { $party } змінює текст «{ $title }»
told-cleared = { $party } змінює текст «{ $title }»: Ваш підпис знято.
told-signed =
    { $count ->
        [one] { $parties } підписує текст «{ $title }»
        [few] { $parties } підписують текст «{ $title }»
       *[many] { $parties } підписують текст «{ $title }»
    }
told-in-force = Чинний: { $title }.
told-suspended = Призупинено: { $title }.
told-withdrawn = Відкликано: { $title }.
told-ended = Припинено: { $title }.
told-decide = Слід вирішити: { $decisions }
told-news = Новина: { $title }
told-message =
    { $where ->
        [plenary] { $who }, усім: { $text }
        [press] { $who }, для преси: { $text }
       *[other] { $who }: { $text }
    }
told-over = Гру закінчено.
told-messages =
    { $count ->
        [one] { $count } нове повідомлення
        [few] { $count } нові повідомлення
       *[many] { $count } нових повідомлень
    }
told-many =
    { $count ->
        [one] Сталася { $count } подія: дивіться позначене
        [few] Сталося { $count } події: дивіться позначене
       *[many] Сталося { $count } подій: дивіться позначене
    }

# Надолужити
missed =
    { $count ->
        [one] Поки Вас не було, сталася { $count } подія.
        [few] Поки Вас не було, сталося { $count } події.
       *[many] Поки Вас не було, сталося { $count } подій.
    }
missed-new = Ця гра почалася без Вас. Ось що треба знати.
missed-title = Поки Вас не було
missed-title-new = Що було досі
missed-dismiss = Знаю
catch-up = Надолужити
catch-open = Що відкрито
catch-open-none = Ваше слово ніде не потрібне.
catch-left = лишилося { $left }
catch-decide = Слід вирішити: { $decision }
catch-signed = Ви його підписали.
catch-promised = Що обіцяно
catch-promised-own = Вами
catch-promised-others = Іншими
catch-happened = Що сталося
catch-more = Давніше дивіться в розділі «Світ».
catch-with = Хто з Вами
catch-person = { $name } ({ $role }, { $here })
stood-in-here = замінює бот

## Що каже бот: $takes і $wants — цілі статті договору, кожна — речення з крапкою

bot-opening = Ось що ми маємо на думці. Змініть те, на що не можете пристати; ми дивимося на ціле.
bot-take-if = Ми можемо пристати на це: { $takes } Але має бути й таке: { $wants }
bot-sign-if = Ми можемо підписати, якщо там буде: { $wants }
bot-sign-without = Ми можемо підписати це без такого: { $takes }
bot-condition = Цей текст вигідний нам лише за умови, яка тепер у ньому стоїть: { $conditions }.
bot-link = Цей текст вигідний нам лише разом із тим, з яким він тепер пов’язаний: обидва набирають чинності одночасно або жоден.
bot-sign = Ми можемо підписати це як є.
bot-decline = Ми не можемо цього підписати: з ним нам було б гірше, ніж без угоди.
bot-away = Голови нашої делегації зараз немає. Ваш текст у нас, і ми нічого не підписуємо до повернення.
