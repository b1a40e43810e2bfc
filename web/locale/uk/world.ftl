# Розмови: у кімнаті та здалеку
meet-title = З ким зустрітися
meet-disputed = { $text }: { $articles } — під сумнівом через них. Спитайте, що зняло б суперечку.
meet-waits = { $text }: чекають на вас. Спитайте, чого вони від цього сподіваються.
meet-signature = { $text }: спитайте, що їм потрібно, щоб підписати.
circle-last = { $who }: { $words }
messages-new = Нове, відколи ви дивилися
message-waits = Надішлеться, щойно повернеться зв’язок.
quote-unknown = Текст, якого ви не знаєте
quote-gone = Цієї статті там уже немає.
call-join = Приєднатися до дзвінка на { $host }
call-set = Додати посилання на дзвінок
call-change = Змінити його
call-title = Дзвінок для цього кола
call-address = Адреса дзвінка
call-hint = Має починатися з https://. Її бачить усе коло і більше ніхто, крім ведучого.
call-do = Дати її колу

# Світ
world-parts = Частини цієї сторінки
news-earlier =
    { $count ->
        [one] { $count } давніша новина
        [few] { $count } давніші новини
       *[many] { $count } давніших новин
    }
map-how = Що показує мапа
map-by-held = Хто утримує
map-by-agreed = Про що домовлено
map-holds-it = Утримує: { $party }
map-open = Ще не домовлено
map-regions = Терени, один за одним
map-held-by-nobody = Ніхто не утримує.
map-agreed-in = { $clause }: узгоджено в тексті
map-proposed-in = Запропоновано в тексті
map-no-text = Жоден відомий вам текст про це не говорить.
figures-hint = Відкрийте показник, щоб побачити, звідки він.
figure-varies = у кожного своє
figure-all = усюди { $value }
figure-from = Складається з:
figure-fixed = Складається лише зі сталих чисел.
figure-more = І з того, чого вам не видно.
figure-start = На початку: { $value }.
figure-changes-more = Давніші зміни — у протоколі.
figure-course = { $figure }, за раундами
figure-round = Наприкінці
figure-value = Значення
figure-change = Зміна
part-not-agreed = { $title }: не узгоджено
part-decision = Відповіді на «{ $decision }»
part-text = { $text }: чи підписано і ким
cause-facilitator = ведучий: { $reason }
cause-decision = після рішення «{ $decision }»
cause-clause = коли набуло чинності «{ $clause }»
cause-news = через новину «{ $title }»
cause-time = з кінцем раунду
minutes-print = Надрукувати
minutes-of = { $title }, { $room }
minutes-before = До початку
minutes-search = Шукати в протоколі
minutes-who = Хто
minutes-what = Що
minutes-word = Слова
minutes-anybody = Усі
minutes-anything = Усе
minutes-kind-texts = Тексти
minutes-kind-signatures = Підписи
minutes-kind-agreed = Про що домовилися
minutes-kind-decisions = Рішення
minutes-kind-figures = Показники
minutes-kind-news = Новини та заяви
minutes-found =
    { $count ->
        [0] Такого в протоколі немає.
        [one] { $count } запис
        [few] { $count } записи
       *[many] { $count } записів
    }

# Рішення
decide-others-open = Зараз це вирішують: { $parties }. Кожну відповідь видно одразу.
choice-title = Ваша відповідь
choice-advise = Написати своїй делегації
decided-ours = Ваш вибір: { $option }.
decided-hidden = Що обрали інші, стане видно наприкінці гри.
evidence-says = Від чого це залежить зараз
evidence-binds = Що вас зобов’язує
evidence-binds-none = Жодна чинна стаття нікого не зобов’язує.
evidence-others =
    { $count ->
        [one] { $count } стаття зобов’язує інших
        [few] { $count } статті зобов’язують інших
       *[many] { $count } статей зобов’язують інших
    }
evidence-changes = Що це може змінити

# Також у майстерні
figure = Показник
