# Ce que le serveur refuse à la porte
refusal-game-closed = Cette partie est terminée.
refusal-party-unknown = Cette délégation n’existe pas.
refusal-seat-taken = Cette place est prise.
refusal-code-unknown = Aucun exercice ouvert n’a ce code.
refusal-token-invalid = Ce lien ne peut servir ici.
refusal-exercise-deleted = Cet exercice a été supprimé.
refusal-person-removed = Vous avez été exclu de cette partie.
refusal-scenario-unknown = Ce scénario n’existe pas.
refusal-create-key = Ce serveur demande la clé de son exploitant pour préparer un exercice.
refusal-limit-rate = C’est trop à la fois : attendez un instant.
refusal-store-failed = Le serveur ne peut l’enregistrer ; cela n’a donc pas été fait.
refusal-server-stopping = Le serveur s’arrête : réessayez dans un instant.
