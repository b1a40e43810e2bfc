# Студія: для автора сценарію

studio = Студія
studio-how = Студію відкривають для одного сценарію, на машині його автора:
studio-never-good = Щойно сценарій буде без помилок, він з’явиться тут.
studio-stale = Далі показано останню версію без помилок.
studio-places = Частини сценарію
studio-place-draft = Проєкти й очки
studio-place-world = Світ
studio-place-course = Перебіг гри
studio-place-briefings = Довідки
studio-place-texts = Мови й межі
studio-play = Зіграти цю версію, з ботами на інших місцях
studio-play-as = Грати за { $party }

studio-problems =
    { $errors ->
        [0]
            { $warnings ->
                [0] Усе гаразд
                [one] Помилок немає, { $warnings } застереження
                [few] Помилок немає, { $warnings } застереження
               *[many] Помилок немає, { $warnings } застережень
            }
        [one]
            { $warnings ->
                [0] { $errors } помилка
                [one] { $errors } помилка, { $warnings } застереження
                [few] { $errors } помилка, { $warnings } застереження
               *[many] { $errors } помилка, { $warnings } застережень
            }
        [few]
            { $warnings ->
                [0] { $errors } помилки
                [one] { $errors } помилки, { $warnings } застереження
                [few] { $errors } помилки, { $warnings } застереження
               *[many] { $errors } помилки, { $warnings } застережень
            }
       *[many]
            { $warnings ->
                [0] { $errors } помилок
                [one] { $errors } помилок, { $warnings } застереження
                [few] { $errors } помилок, { $warnings } застереження
               *[many] { $errors } помилок, { $warnings } застережень
            }
    }
studio-error = Помилка:
studio-warning = Застереження:
studio-copy = Скопіювати місце
studio-copy-label = Скопіювати місце { $place }
studio-copied = Скопійовано: вставте там, де Ваш редактор відкриває файли.
studio-source = Рядок { $line }

studio-draft = Проєкт
studio-all-drafts = Усі проєкти файлу: що здобуває кожна сторона проти «без угоди»
studio-draft-empty = Поки нічого
studio-undo = Як у файлі
studio-between = Сторони: { $parties }.
studio-empty-draft = Позначте статті нижче, у будь-якому поєднанні.
studio-binds-nobody = Нікого не зобов’язує.
studio-not-carried = Такої статті в цьому виді тексту немає; тут вона лише рахується.
studio-holds = (на початку гри було б так)
studio-does-not-hold = (на початку гри було б не так)
studio-all-clauses = Усі статті
studio-no-heading = Без рубрики

studio-glance = Проти «без угоди»
studio-all-gain = Усім краще, ніж без угоди.
studio-nobody-gains = Нікому не краще, ніж без угоди.
studio-some-lose = Не краще, ніж без угоди: { $parties }.
studio-against = очікується; { $gain } проти «без угоди» ({ $no_deal })
studio-not-computed = не обчислюється
studio-mandate = Проти вказівок: { $sentence }
studio-before = До того
studio-expected = Очікується
studio-points = Очки
studio-total = Разом
studio-with-draft = З проєктом

studio-variables = Змінні
studio-suppose = Як на початку гри. Припустіть, що якась інакша, і подивіться, чого тоді вартий проєкт.
studio-as-they-start =
    { $count ->
        [one] { $count }, як на початку
        [few] Усі { $count }, як на початку
       *[many] Усі { $count }, як на початку
    }
studio-formulas = Формули

studio-phases = Етапи
studio-phase =
    { $rounds ->
        [one] { $rounds } раунд
        [few] { $rounds } раунди
       *[many] { $rounds } раундів
    }{ $minutes ->
        [0] , без обмеження:
        [one] {" "}по { $minutes } хвилині:
        [few] {" "}по { $minutes } хвилини:
       *[many] {" "}по { $minutes } хвилин:
    }
studio-when = Коли
studio-each-round = Наприкінці кожного раунду
studio-default = якщо не обрано
studio-by = Питають
studio-resolve = Що з цього випливає
studio-injects = Новини
studio-by-hand = Надсилає лише ведучий.
studio-chance = Імовірність у відсотках
studio-effects = Що вона робить
studio-outcomes = Кінцівки
studio-outcome-now = Ця, якби весь проєкт діяв від початку гри

studio-for-all = Для всіх
studio-briefing-of = Довідка: { $party }
studio-for-control = Лише для ведучого

studio-languages = Мови
studio-languages-none = Іншої мови немає: тексти іншою мовою кладуть у locale/LANGUAGE.json.
studio-language-whole = Є всі тексти: { $texts }.
studio-language-missing = Бракує текстів: { $missing } з { $texts }; їх показано, як у scenario.json.
studio-missing = Яких
studio-limits = Межі
studio-limit = Чого
studio-used = Використано
studio-most = Щонайбільше
studio-limit-parties = Сторони
studio-limit-regions = Терени
studio-limit-clauses = Види статей
studio-limit-keys = Статті, по одній на сторону чи терен
studio-limit-phases = Етапи
studio-limit-bytes = Байти найдовшого файлу
