# Погляд назад, коли обговорення відкрито
report-phase-round = { $title }, раунд { $round }
report-time = Час
report-from-to = { $before } → { $after }
report-move-added = { $terse ->
    [true] { $title }: додано
   *[other] { $title }: додано ({ $terms })
    }
report-move-removed = { $title }: вилучено
report-move-changed = { $title }: { $terms }
chart-numbers = Числа

# Угода, яку проминули
left-title = Угода, яку Ви проминули
left-pending = Шукаємо, що було досяжне…
left-nothing = Нічого кращого для всіх, хто мав би підписати, досяжне не було. Те, про що домовилися, не можна було поліпшити для всіх.
left-when =
    { $count ->
        [one] О { $time } ({ $phase }) про це можна було домовитися { $count } підписом, і для всіх підписантів це було б краще, ніж вийшло зрештою:
        [few] О { $time } ({ $phase }) про це можна було домовитися { $count } підписами, і для всіх підписантів це було б краще, ніж вийшло зрештою:
       *[many] О { $time } ({ $phase }) про це можна було домовитися { $count } підписами, і для всіх підписантів це було б краще, ніж вийшло зрештою:
    }
left-several =
    { $together ->
        [true] { $count ->
            [one] Для цього потрібен { $count } текст.
            [few] Для цього потрібні { $count } тексти, пов’язані: усі набувають чинності разом або жоден.
           *[many] Для цього потрібно { $count } текстів, пов’язаних: усі набувають чинності разом або жоден.
        }
       *[other] { $count ->
            [one] Для цього потрібен { $count } текст.
            [few] Для цього потрібні { $count } тексти, один за одним: кожен чинний, перш ніж пишуть наступний.
           *[many] Для цього потрібно { $count } текстів, один за одним: кожен чинний, перш ніж пишуть наступний.
        }
    }
left-condition = Діє за умови: { $conditions }.
left-later =
    { $count ->
        [one] Ще { $count } такий момент
        [few] Ще { $count } такі моменти
       *[many] Ще { $count } таких моментів
    }
left-gains = Що мав би кожен
left-got = Зрештою
left-deal = З нею
left-more = Більше
left-not-asked = не підписує
left-ratified = Пораховано так, ніби її ратифікували: { $parties }; тоді вони ще не вирішили.
left-replay = Подивитися на стіл, яким він був тоді

# Що було можливе
frontier-title = Що було можливе
frontier-pending = Зважуємо, про що можна було домовитися…
frontier-text = Зважено кожну угоду, яку можна було написати. Точки — ефективні: жодну не можна поліпшити для когось, не забравши в іншого. Нуль — це без угоди.
frontier-text-searched = Угод забагато, щоб зважити кожну. Точки — найкращі зі знайдених: не відомо жодної, що дала б комусь більше, не забравши в іншого. Нуль — це без угоди.
frontier-for = Очима
frontier-axis = Здобуток: { $party }
frontier-axis-least = Здобуток того, кому найгірше, крім: { $party }
frontier-efficient = Ефективна угода
frontier-what = Що
frontier-legend = Число в колі — кімната з цим числом, там, де вона скінчила; ×3 — три кімнати, які скінчили там; у зафарбованому колі є ця кімната.
frontier-more = Більше: точки, які обрала б теорія
solution-nash = Неш
solution-nash-text = добуток усіх здобутків найбільший.
solution-kalai-smorodinsky = Калаї та Смородинський
solution-kalai-smorodinsky-text = у всіх однакова частка найбільшого, на що вони могли сподіватися.
solution-egalitarian = Рівність
solution-egalitarian-text = найменший здобуток якнайбільший.
solution-utilitarian = Спільне благо
solution-utilitarian-text = усі здобутки разом найбільші.
debrief-possible = Можливо
possible-hint = Можливо: найбільше, що кожен міг здобути, коли нікому не гірше, ніж без угоди.

# Пропозиції
offers-title = Пропозиції одна за одною
offers-none = Ніхто нічого не написав.
offers-text = Кожна версія кожного тексту, за порядком: над лінією вона дала б цій делегації більше, ніж та мала тієї миті. Літера — чия це версія.
offers-to = Чого були варті пропозиції: { $party }
offers-one = { $party }: { $text }, версія { $version }
offers-offer = Пропозиція
offers-worth = Варта
offers-axis-x = одна по одній
offers-axis-y = здобуток

# Крок за кроком
traces-title = Крок за кроком
trace-moves = Поступки
trace-moves-text = Хто яку статтю змінив і що сама ця зміна дала чи забрала.
trace-disputes = Суперечки
trace-disputes-text = Що пропонували, але не погодили, і чи владнали.
trace-promises = Обіцянки
trace-promises-text = Кожна стаття, що когось зобов’язала, і що з нею сталося.
trace-choices = Вибори
trace-choices-text = Що хто зробив, коли ніхто не бачив, і що на той час обіцяв.
trace-known = Хто що знав
trace-known-text = Коли до кого дійшли тексти, новини й таємниці.
trace-replay = { $time }, { $phase }: подивитися на стіл, яким він був тоді
trace-all = Показати все: { $count }
trace-move = { $party }: { $move }
trace-free-article = стаття власними словами
trace-dispute =
    { $lifted ->
        [true] { $party }: { $article } — спершу спірне, згодом погоджено.
       *[other] { $party }: { $article } — спірне до кінця.
    }
trace-promise =
    { $state ->
        [suspended] { $article } ({ $parties }): на кінець призупинено.
        [replaced] { $article } ({ $parties }): замінено пізнішим текстом.
        [ended] { $article } ({ $parties }): припинено.
        [denounced] { $article } ({ $parties }): вихід — { $by }.
       *[kept] { $article } ({ $parties }): чинна до кінця.
    } { $terse ->
        [true] { "" }
       *[other] { $terms }
    }
trace-choice = { $decision } { $choices }
trace-choice-of =
    { $bound ->
        [none] { $party }: { $option }{ $nothing ->
            [true] { " " }(без вибору)
           *[other] { "" }
        }
       *[other] { $party }: { $option }{ $nothing ->
            [true] { " " }(без вибору)
           *[other] { "" }
        }, обіцяно: { $bound }
    }
trace-everybody = усі
trace-knew-text =
    { $how ->
        [drafted] { $text }: показує { $who }, бачать — { $audience }.
        [invited] { $text }: запрошує { $who }, бачать — { $audience }.
        [leaked] { $text }: розголошує { $who }, відтоді знають — { $audience }.
        [entered] { $text } набуває чинності, відтоді знають — { $audience }.
       *[tabled] { $text }: показує { $who }, бачать — { $audience }.
    }
trace-knew-variable = { $thing }: є зміна, бачать — { $audience }.
trace-knew-news = «{ $title }»: дізнаються — { $audience }.
trace-knew-choices = { $decision } Закрито; вибори бачать — { $audience }.

# Ще раз
replay-title = Ще раз, очима кожного
replay-text = Пройдіть грою й подивіться на стіл, яким він був, очима однієї делегації: її тексти, розмови, таємниці.
replay-as = Очима
replay-public = когось збоку
replay-moment = Момент
replay-when = { $time }, { $at } з { $of }
replay-back = Назад
replay-on = Далі
replay-happened = Що сталося
replay-texts = Тексти
replay-no-texts = Текстів ще немає.
replay-said = Сказане
replay-nothing-said = Ще нічого не сказано.
replay-to = до: { $parties }:
replay-text-state =
    { $status ->
        [in_force] чинний
        [suspended] призупинений
        [withdrawn] відкликаний
        [ended] припинений
       *[draft] проєкт
    }, версія { $version }{ $count ->
        [0] { "" }
       *[other] , підписи: { $signed }
    }

# Власна частка
personal-title = Ваша частка в цьому
personal-did = Повідомлення: { $messages } · написані тексти: { $drafts } · змінені: { $amendments } · підписані: { $signatures } · відхилені: { $declines } · вибори: { $choices } · розголошення: { $leaks }
personal-replay = Подивитися ще раз
question-signed-below = Ви підписали текст «{ $text }», коли він був вартий для Вас { $value }, а без угоди було { $walking }. Заради чого?
question-declined-better = Ви відхилили текст «{ $text }», коли він був вартий для Вас { $value }, а без угоди було { $walking }. На що Ви чекали і чи дочекалися?
question-chose-bound = { $decision } Ваш вибір: { $option }. Ваша обіцянка: { $bound }. Що зроблять інші наступного разу?
question-gave-most = Ваша найбільша поступка: { $move } (ціна для Вас — { $cost }). Що Ви за неї отримали і чи знали вони її ціну?
question-held-out = Ви до кінця лишили спірним: { $article }. Чи було це варте того, що через це не склалося?
question-leaked = Ви розголосили текст «{ $text }». Хто став довіряти Вам менше і як Ви це помітили?
question-offered-nothing = Ви нічого не написали. Якою була б Ваша перша пропозиція?
question-never-wrote =
    { $count ->
        [one] Ви жодного разу не написали: { $parties }. Що Ви могли б від них дізнатися?
        [few] Ви жодного разу не написали: { $parties }. Що Ви могли б від них дізнатися?
       *[many] Ви жодного разу не написали: { $parties }. Що Ви могли б від них дізнатися?
    }
question-result =
    { $result ->
        [ahead] Ви скінчили краще, ніж без угоди: { $gain }. Що Ви зробили б так само?
        [behind] Ви скінчили гірше, ніж без угоди: { $gain }. Коли треба було зупинитися?
       *[other] Ви скінчили так само, як без угоди. Що зрушило б інших?
    }
card-title = Картка, яку можна показати
card-text = Вона нічого не розкриває тим, хто ще не грав.
card-as = У ролі: { $party }
card-result =
    { $result ->
        [better] Краще, ніж без угоди
        [worse] Гірше, ніж без угоди
        [same] Так само, як без угоди
       *[unknown] Зіграно до кінця
    }
card-did = Угоди: { $agreements } · пропозиції: { $offers } · повідомлення: { $messages }
card-save = Зберегти як зображення
card-copy = Скопіювати слова
card-copied = Скопійовано.

# Кімнати поруч
rooms-together =
    { $count ->
        [one] { $count } кімната ({ $rooms })
        [few] { $count } кімнати ({ $rooms })
       *[many] { $count } кімнат ({ $rooms })
    }
compare-title = Кімнати поруч
compare-text = Що здобула кожна делегація проти того, що було б без угоди, у різних кімнатах. Що більша крапка, то більше кімнат мали цей результат; довга риска — посередині.
compare-by = Об’єднати за тим,
compare-by-outcome = чим скінчилося
compare-by-all = нічим: усі кімнати разом
compare-by-set = який клас і яка редакція
compare-by-news = чи була новина: { $title }
compare-all = Усі кімнати
compare-news-came =
    { $came ->
        [true] «{ $title }»: була
       *[other] «{ $title }»: не була
    }
compare-groups = Здобуток за групами кімнат
compare-middle = Посередині
compare-range = Від найменшого
compare-from-to = від { $least } до { $most }
compare-set =
    { $named ->
        [true] { $name } ({ $edition })
       *[other] { $name }
    }
compare-beside = Ще один клас поруч
compare-beside-none = жоден
compare-beside-failed = Результатів цього класу немає: його видалено або він ще не закінчив.
compare-every =
    { $count ->
        [one] Окремо { $count } кімната
        [few] Окремо всі { $count } кімнати
       *[many] Окремо всі { $count } кімнат
    }
compare-room = Кімната
compare-in-force = Чинні статті
compare-news = Новини, які мали не всі
compare-came =
    { $came ->
        [true] так
       *[other] –
    }
compare-not-yet =
    { $count ->
        [one] Обговорення ще не відкрито: { $rooms }.
        [few] Обговорення ще не відкрито: { $rooms }.
       *[many] Обговорення ще не відкрито: { $rooms }.
    }

# Знову
again-title = А тепер?
again-other = Зіграти за інший бік: { $party }
again-same = Ще раз: { $party }
again-people = Зіграти з людьми

# Обговорення на екрані, крок за кроком
present-open = Показати обговорення
present-title = Обговорення
present-step = { $at } з { $of }
present-back = Назад
present-on = Далі
present-close = Закрити
present-how = Чим скінчили кімнати
present-contrasts = У чому різниця
present-marks = Позначені моменти
present-choose = Кімната

# Узяти із собою
exports-title = Узяти із собою
exports-text = Ваш стіл: те, що Ви могли читати, і те, що було зіграно.
exports-text-control = Усі кімнати, що скінчили, з діями кожного місця та всіма повідомленнями. Бережіть це: тут видно, хто що зробив.
exports-csv = Для електронної таблиці (CSV)
exports-json = Усе (JSON)
exports-html = Звіт для друку (HTML)
exports-open = Експорт

# Зіграти далі з якогось моменту
fork-open = Грати далі звідси
fork-title = Грати далі з цього моменту
fork-text = Нова гра почнеться такою, якою ця була о { $when }. Ця лишиться, як є, а нову порівняють із нею в її власному обговоренні.
fork-as = Роль
fork-as-facilitator = Ведучий: місця займуть інші
fork-lead-hint = Ви дістанете для них код; доти місця тримають боти. Годинник стоїть, доки Ви не продовжите.
fork-play = Грати проти ботів
fork-lead = Відкрити
fork-parent = Звідки ця гра пішла інакше
fork-parent-text = Інша гра пішла з того самого моменту й скінчилася так: { $outcome }.
fork-parent-here = Ця гра
fork-parent-there = Інша гра
