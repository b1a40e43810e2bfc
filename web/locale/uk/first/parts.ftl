# Спільне
entente = Entente
notices = Повідомлення
dismiss = Сховати
close = Закрити
go-back = Назад
try-again = Спробувати ще раз
language = Мова
loading = Хвилинку…
part-failed = Ця частина сторінки перестала працювати. Решта працює далі.
something-failed = На цій сторінці стався збій. Спробуйте ще раз або перезавантажте її.
connection-lost = З’єднання втрачено. Пробуємо знову; написане Вами збережено.
connection-lost-answer = З’єднання зникло раніше, ніж надійшла відповідь. Подивіться, чи це зроблено, перш ніж повторювати.
clock-paused = Пауза
clock-left = Скільки лишилося в цьому раунді
phase-round = { $phase }, раунд { $round } з { $rounds }
role-head = Голова
role-adviser = Радник
role-observer = Спостерігач
yes = так
no = ні
nobody = ніхто
facilitator = Ведучий
room-nth = Кімната { $number }
a-text = текст
clause-of = { $title }: { $it }
text-by = { $title }, від: { $party }
party-chose = { $party }: { $option }

# Протокол
minute-phase-opened =
    { $rounds ->
        [1] Починається: { $phase }
       *[other] Починається: { $phase }, раунд { $round }
    }
minute-paused = Пауза
minute-resumed = Гра триває
minute-drafted = { $party } складає текст «{ $text }»
minute-amended = { $party } змінює текст «{ $text }»: версія { $version }
minute-opened =
    { $on ->
        [true] { $party } відкриває текст «{ $text }» для підписання
       *[other] { $party } знову відкриває текст «{ $text }» для змін
    }
minute-tabled = { $party } показує всім текст «{ $text }»
minute-leaked = { $party } розголошує текст «{ $text }»
minute-signed =
    { $reserved ->
        [none] { $party } підписує текст «{ $text }», версія { $version }
       *[other] { $party } підписує текст «{ $text }», версія { $version }, крім: { $reserved }
    }
minute-unsigned =
    { $on ->
        [true] Ведучий скасовує підпис під текстом «{ $text }»: { $party }
       *[other] { $party } відкликає свій підпис під текстом «{ $text }»
    }
minute-declined = { $party } відхиляє текст «{ $text }»
minute-withdrawn = { $party } відкликає текст «{ $text }»
minute-entered = Набуває чинності: { $text }
minute-settled = Домовлено: { $clause }
minute-unsettled = Більше не домовлено: { $clause }
minute-suspended =
    { $on ->
        [true] Призупинено: { $text }
       *[other] Знову чинний: { $text }
    }
minute-denounced =
    { $on ->
        [true] { $party } оголошує про вихід із тексту «{ $text }»
       *[other] { $party } виходить із тексту «{ $text }»
    }
minute-ended = Припинено: { $text }
minute-ratified =
    { $on ->
        [false] { $party } не ратифікує текст «{ $text }»
       *[other] { $party } ратифікує текст «{ $text }»
    }
minute-chosen = { $party } вирішує «{ $decision }»: { $option }
minute-decision-opened = Слід вирішити: { $decision }
minute-decision-closed =
    { $choices ->
        [none] Вирішено: { $decision }
       *[other] { $decision }: { $choices }
    }
minute-set =
    { $turn ->
        [up] { $variable } зростає з { $before } до { $value } { $unit }
        [down] { $variable } спадає з { $before } до { $value } { $unit }
       *[other] { $variable }: { $before }, тепер { $value } { $unit }
    }
minute-said = { $words }
minute-inject = Новина: { $title }
minute-press = { $party } для преси: «{ $words }»
minute-ruling = Ухвала ведучого: { $words }
minute-closed = Гру закрито

part-missing = Цю частину сторінки не вдалося завантажити.
reload = Перезавантажити сторінку
