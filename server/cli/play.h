/* Plays: scripted games (tests/plays/README.md) run against the real host, codec and game, over a
 * memory store and a clock that stands still.
 *
 * A *stage* is one exercise with one table, everybody seated, and the game started. Each person on
 * it is a *player*: a connection to the host that keeps what it was sent. All of it lives in the
 * stage's arena. */
#ifndef PLAY_H
#define PLAY_H

#include "codec.h"
#include "host.h"
#include "view.h"

/* Items as plays name them (draft:A), with real ids; each once. */
struct items {
    struct text *names;
    size_t count, capacity;
};

struct player {
    struct stage *stage;
    struct text name; /* "fra:head", "control", "spectator" */
    int party;        /* -1: control, spectator */
    struct peer *peer;
    struct text token;
    struct text seat;  /* its id; empty where it has none */
    struct tree *view; /* merged from everything it was sent about the table; NULL before */
    char *stream;      /* every byte it was sent */
    size_t stream_length, stream_capacity;
    struct tree *answer; /* the last reply: {result} or {error} */
    int64_t next_call, next_key;
    struct items seen; /* everything it could ever see */
    struct items told; /* the same, less old choices of decisions that are open anew */
};

struct alias {
    struct text name, id; /* `as` -> the instrument's or message's id */
};

struct stage {
    struct arena *arena;
    struct store *store;
    struct host *host;
    const struct scenario *scenario; /* the table's own, once there is one */
    struct player *players;
    size_t player_count;
    struct text exercise, table;
    struct alias *aliases;
    size_t alias_count, alias_capacity;
    uint64_t random_count;
    bool debriefs; /* control opens the debrief when asked who sees others' scores */
};

/* Opens a host with the one scenario of `folder`, seats everybody that `play` (a whole play file)
 * needs, starts the game. NULL with a sentence in *why. */
struct stage *stage_open(const char *folder, const struct tree *play, struct text *why);
void stage_close(struct stage *stage);
struct player *stage_player(struct stage *stage, struct text name);
const struct game *stage_game(const struct stage *stage);
/* Opens the debrief, once, where the final phase has opened and the play leaves it to us. */
void stage_debrief(struct stage *stage);
/* Whose view a player is sent. */
struct audience player_audience(const struct player *player);
/* The id behind a name, or the name itself. */
struct text stage_id(const struct stage *stage, struct text name);

/* Calls a method and waits for its answer (an object with `result` or `error`). */
struct tree *player_call(struct player *player, const char *method, struct tree *parameters);

/* Whether a file's tree has the form of a play; *why in `arena` where not. */
bool play_form(struct arena *arena, const struct tree *play, struct text *why);

/* The protocol's method for a verb; NULL where it is none. */
const char *step_method(const struct tree *step, struct text verb);
/* Its parameters, from the step's `with`. */
struct tree *step_parameters(struct stage *stage, const struct tree *step, const char *method,
                             struct text verb);

/* Does one step and checks what it expects. False with the first difference in *why. */
bool step_play(struct stage *stage, const struct tree *step, struct text *why);

/* Whether everything in `then` holds. */
bool expect_then(struct stage *stage, const struct tree *then, struct text *why);
/* Whether each viewer sees (or has never been sent) the items. */
bool expect_seen(struct stage *stage, const struct tree *viewers, bool visible, struct text *why);
/* Notes what the player's view shows now; after every frame. */
void player_look(struct player *player);
/* What holds after every step of every play: what each was sent, merged, is a fresh view. */
bool expect_merged(struct stage *stage, struct text *why);
/* A second host over the same store comes to the same state. */
bool expect_replayed(struct stage *stage, const char *folder, struct text *why);

#endif
