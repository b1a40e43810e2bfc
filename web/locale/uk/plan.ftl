# Наш план
place-plan = План
plan-title = Наш план
plan-whose = Цю сторінку пише вся Ваша делегація. Крім неї, її читає лише ведучий.
plan-observer = Ви читаєте план своєї делегації; пишуть його голова й радники.
plan-stands = Зараз його можна читати; писати — коли гра триватиме.

# Цілі
aims-title = Чого ми хочемо, за порядком
aims-hint = Домовтеся про порядок: що перше, тим поступаєтеся останнім. Перетягніть рядок або скористайтеся стрілками.
aims-keep = Це наш порядок
aim-now = (сьогодні { $points })
aim-up = Вище: { $aim }
aim-down = Нижче: { $aim }
aim-moved = { $aim }: місце { $place }

# Умови на пробу
try-title = Спробуйте
try-hint = Складіть статті й змініть умову: побачите, що це Вам дає і чому. Це нікого не зобов’язує.
try-none = Поки що нічого. Оберіть першу статтю.
try-choose = Оберіть статтю…
try-add = Додати
try-send = Зробити з цього текст…
try-without = Ведучий вимкнув калькулятор: зважуйте за своєю довідкою.
send-as-title = Який текст це містить?
send-as-hint = Відкриється проєкт, де Ви оберете, кого запросити; до надсилання його не бачить ніхто.
send-as-all = містить усе
send-as-without = без цього: { $articles }
send-as-none = Жоден текст, який Ви можете скласти, не містить цих статей.

# Піти без угоди
floor-title = Де ми встаємо і йдемо
floor-no-deal = Якщо підете без угоди, матимете { $no_deal }.
floor-label = Ми йдемо, якщо менше ніж
floor-hint = Межа, яку Ви проводите самі, перш ніж Вас схилять її посунути.
floor-ours = Ми йдемо, якщо менше ніж { $points }.

# Завдання
jobs-title = Хто за що відповідає
job-you = (Ви)
job-of = Завдання: { $name }
job-numbers = Цифри
job-contacts = Контакти
job-drafting = Тексти
job-numbers-does = Пробує умови й каже, що вони нам дають.
job-contacts-does = Зустрічається з іншими й каже, що їм потрібно.
job-drafting-does = Пише тексти й читає ті, що надходять.

# Нотатки
notes-title = Нотатки
notes-hint = Що сказали інші, що їм потрібно, про що спитати далі
notes-saved = Збережено о { $at }, востаннє: { $name }
notes-typing = Ще не збережено…
notes-kept = Слова, які було замінено
notes-by = { $name }, { $at }
notes-back = Повернути
notes-forget = Прибрати

# Поради
suggestions-title = Поради
suggestions-past = З відповіддю
suggestions-more =
    { $count ->
        [one] Ще { $shown } порада
        [few] Ще { $shown } поради
       *[many] Ще { $shown } порад
    }
suggestion-accepted = { $name }: { $line } Прийнято.
suggestion-aside = { $name }: { $line } Відкладено.
suggested-by = { $name } радить:
suggests-sign = Підписати текст «{ $text }».
suggests-decline = Відхилити текст «{ $text }».
suggests-choose = «{ $decision }»: { $option }.
suggests-clause = У тексті «{ $text }»: { $article }
suggests-term = До плану: { $article }
suggest = Порадити
suggest-of = Порадити голові: { $what }
suggest-title = Порадити голові
suggest-what = Що Ви радите?
suggest-why = Чому (кілька слів)
suggest-do = Порадити
suggest-made = Голова бачить Вашу пораду.
suggest-nothing = Зараз нема чого підписувати чи обирати. Умову можна порадити з плану.
suggest-accept = Прийняти
suggest-accept-of = Прийняти: { $line }
suggest-not = Не зараз
suggest-not-of = Не зараз: { $line }

# Вказівки
orders-hint = Ви не підписуєте нічого, що порушує вказівку, хіба що підтвердите це вдруге.
orders-none = Поки що жодної.
orders-capital = (від Вашої столиці)
orders-in-plan = Ваші вказівки — у плані
order-remove = Прибрати вказівку: { $order }
order-add = Додати вказівку
order-do = Дати цю вказівку
order-about = Про що
order-about-term = умова статті
order-about-clause = стаття
order-about-bound = що нас зобов’язує
order-about-signed = хто має підписати першим
order-about-figure = показник
order-article = Яка стаття
order-term = Яка умова
order-party = Яка делегація
order-text = Який текст
order-figure = Який показник
order-relation = Як має бути
order-value = Яке значення
order-is-least = щонайменше
order-is-most = щонайбільше
order-is-same = саме
order-is-other = будь-що, крім
order-is-holds = з участю
order-is-lacks = без участі
order-is-never = ніколи
order-is-agreed = має бути погоджено
order-never = Не з цією статтею: { $article }.
order-only-with = Лише разом із цим: { $article }.
order-unbound = Ми не зобов’язуємося до цього: { $article }.
order-after = Лише після публічного підпису ({ $party }): { $text }.
order-figure-least = Лише поки це щонайменше { $value }: { $figure }.
order-figure-most = Лише поки це щонайбільше { $value }: { $figure }.
order-term-least = { $article }, { $term }: щонайменше { $value }.
order-term-most = { $article }, { $term }: щонайбільше { $value }.
order-term-same = { $article }, { $term }: лише { $value }.
order-term-other = { $article }, { $term }: будь-що, крім { $value }.
order-term-holds = { $article }, { $term }: лише з участю { $value }.
order-term-lacks = { $article }, { $term }: без участі { $value }.

# Чого Ви хочете, у довідці
interest-weight = до ±{ $points }
interest-weights = Усе рахується в балах. Смужка показує, скільки там можна здобути або втратити; поруч — що Ви маєте сьогодні.
interest-now = сьогодні { $points }
interest-sum = Разом балів: { $expected }, з усім, що ще може статися; { $total }, якби все скінчилося сьогодні.
interest-sum-even = Разом сьогодні балів: { $total }.
interests-rank = Упорядкуйте їх у плані
interests-ranked = У порядку Вашого плану

# Перші кроки, яких сценарій не дає
move-made = Мало який проєкт дав би Вам більше. Спитайте, чого це їм коштуватиме.
move-made-alone = Мало який проєкт дав би Вам більше.

# Наступний крок, в інших випадках
now-look-on = Ви спостерігаєте: Ви читаєте те, що показано всім.
now-look-paused = Гру призупинено. Ви читаєте те, що показано всім.
now-world-open = Оглянути світ
now-control-open = Написати ведучому
now-plan-open = Відкрити наш план
now-observe = Ви читаєте папери своєї делегації. Подивіться її план і чого вона прагне.
now-observe-text = У тексті «{ $text }» є нове. Прочитайте його.
now-rank = Упорядкуйте свої цілі ({ $count }): що перше, тим поступаєтеся останнім.
now-try = Спробуйте: додайте статтю до плану, змініть одну умову й побачите, що зміниться і чому.
now-job-numbers = Ваше завдання: цифри. Змінюйте умови в плані, поки не знатимете, що для Вас найцінніше.
now-job-contacts = Ваше завдання: контакти. Занотуйте, з ким зустрінетеся спершу і про що спитаєте.
now-job-drafting = Ваше завдання: тексти. Складіть у плані статті свого першого тексту.
now-witness =
    { $count ->
        [one] { $signed } підписує текст «{ $text }». Ви його свідок: прочитайте й підпишіть, якщо він справедливий.
        [few] { $signed } підписують текст «{ $text }». Ви його свідок: прочитайте й підпишіть, якщо він справедливий.
       *[many] { $signed } підписують текст «{ $text }». Ви його свідок: прочитайте й підпишіть, якщо він справедливий.
    }
now-move-either = Зустріньтеся або напишіть: { $parties }. { $advice }
now-left-out = Текст «{ $text }» складають без Вас: { $parties }. Прочитайте його й спитайте, що потрібно, щоб долучитися.
now-mediate = Ви пишете для інших. Спитайте дві делегації, що могли б підписати обидві, і викладіть це на папері.
