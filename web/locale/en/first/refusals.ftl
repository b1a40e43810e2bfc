# What the server refuses at the Door
refusal-game-closed = This game is over.
refusal-party-unknown = There is no such delegation.
refusal-seat-taken = This seat is taken.
refusal-code-unknown = There is no open exercise with this code.
refusal-token-invalid = This link cannot be used here.
refusal-exercise-deleted = This exercise was deleted.
refusal-person-removed = You were removed from this game.
refusal-scenario-unknown = There is no such scenario.
refusal-create-key = This server asks for its operator’s key to set up an exercise.
refusal-limit-rate = That is too much at once: wait a moment.
refusal-store-failed = The server cannot write it down, so it was not done.
refusal-server-stopping = The server is stopping: try again in a moment.
