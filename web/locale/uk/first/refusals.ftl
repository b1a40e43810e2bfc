# У чому сервер відмовляє біля дверей
refusal-game-closed = Цю гру завершено.
refusal-party-unknown = Такої делегації немає.
refusal-seat-taken = Це місце зайняте.
refusal-code-unknown = Відкритої гри з таким кодом немає.
refusal-token-invalid = Цим посиланням тут скористатися не можна.
refusal-exercise-deleted = Цю гру видалено.
refusal-person-removed = Вас вилучено з цієї гри.
refusal-scenario-unknown = Такого сценарію немає.
refusal-create-key = Щоб підготувати гру, цей сервер питає ключ того, хто його утримує.
refusal-limit-rate = Забагато одразу: зачекайте хвилинку.
refusal-store-failed = Сервер не може цього записати, тож цього не зроблено.
refusal-server-stopping = Сервер зупиняється: спробуйте за мить.
