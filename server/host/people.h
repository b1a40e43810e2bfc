/* People: who a token makes them, what they are called, who sits where, and who is expected.
 * Private to this room.
 *
 * The roster is a fold of the exercise's journal. A table's journal names seats alone, so what
 * people are called lives here and nowhere else. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "asked.h"
#include "game.h"

enum {
    NAME_CHARACTERS_MAX = 40,
    PEOPLE_MAX = 4000,
};

struct exercise;
struct table;
struct op;

enum holder_kind { HOLDER_PERSON, HOLDER_CONTROL, HOLDER_SPECTATOR };

/* Who a token makes you. */
struct holder {
    enum holder_kind kind;
    struct exercise *exercise;
    struct person *person;         /* HOLDER_PERSON */
    struct controller *controller; /* HOLDER_CONTROL */
    struct text hash;              /* SHA-256 of the token, in hex; empty: no token */
    struct bucket commands, questions;
    unsigned online;    /* peers attached */
    int64_t away_since; /* when the last one went, or the server came back; 0: nobody came yet */
};

struct place {
    struct table *table; /* NULL: nowhere */
    int party;
    enum seat_role role;
};

struct person {
    struct person *next; /* in order of joining */
    struct text id, name;
    unsigned number;       /* in order of joining, from 1 */
    unsigned place_number; /* among those who ever sat in that delegation at that table, from 1 */
    struct holder holder;
    bool bot;
    bool left;           /* of their own will */
    bool erased;         /* and what they were called forgotten */
    bool stand_in;       /* a bot acts in this seat until they are back... */
    bool stand_in_signs; /* ...and may sign what their instructions allow */
    int64_t acted_at;    /* a bot's last move; 0: none since the server started */
    struct table *table; /* NULL: not seated */
    int party;
    struct text party_id;
    enum seat_role role;
    struct text seat;
    bool moved; /* and not told so yet */
    bool read;  /* the briefing of the delegation that they are in */
};

/* A place kept for whoever joins by this name. */
struct reservation {
    struct reservation *next;
    struct text name, like; /* as written; as it is compared */
    struct text table_id, party_id;
    enum seat_role role;
    const struct person *taken; /* by whom; NULL: they have not come yet */
};

/* How those who come are seated. */
enum grouping {
    GROUPING_EVEN,   /* where they are wanted most */
    GROUPING_RANDOM, /* the same, but chance chooses among equals */
    GROUPING_CHOICE, /* they choose, among what is free */
    GROUPING_HAND,   /* they wait until control seats them */
    GROUPINGS
};
extern const char *const grouping_names[GROUPINGS];
enum grouping grouping_read(struct text word); /* even, where it is none */

/* Where everybody was before people were grouped anew. */
struct regrouping {
    const struct tree *before; /* [{person, table?, party?, role?}]; NULL: nothing to undo */
    enum grouping grouping;
    struct reservation *reservations;
};

/* How many have sat in a delegation, for names in anonymous exercises. */
struct numbering {
    struct numbering *next;
    const struct table *table;
    struct text party_id;
    unsigned given;
};

/* A person's word to control alone: they would rather have another role. */
struct ask {
    struct ask *older;
    struct text id, text;
    const struct person *person;
    int64_t at;
};

/* --- names --- */

bool name_valid(struct text name);
/* The same for all ways to write a name: without case, accents, and spaces. */
struct text name_like(struct text name, struct arena *arena);
/* What others read: the name, or in an anonymous exercise the delegation and a number. */
struct text person_name(const struct person *person, struct arena *arena);

/* --- seats --- */

/* Who sits where, and shall: counted once, so that many can be placed. Those who are expected
 * count as if they were there. */
struct sitting {
    const struct person *person; /* NULL: one who joins in the same entry, or is expected */
    struct text id;              /* of the person; empty: expected */
    struct reservation *reservation;
    struct place place;
    bool fixed;  /* their table has begun: they stay */
    bool listed; /* stands in the list that is read */
};

struct delegation {
    struct sitting *head;
    uint32_t advisers, observers;
};

struct arrangement {
    const struct exercise *exercise;
    struct arena *arena;
    struct sitting *sittings; /* people in order of joining, then the expected */
    size_t count;
    struct delegation *delegations; /* [table * parties + party] */
    uint32_t *people;               /* [table] */
};

/* As it is now, with room for `more` sittings. In `arena`. */
struct arrangement *arrangement_open(const struct exercise *exercise, size_t more,
                                     struct arena *arena);
struct sitting *arrangement_add(struct arrangement *arrangement, const struct person *person,
                                struct text id);
struct sitting *arrangement_of(struct arrangement *arrangement, const struct person *person);
/* Out of their seat; into one. A head who is there already becomes an adviser. */
void arrangement_take(struct arrangement *arrangement, struct sitting *sitting);
void arrangement_put(struct arrangement *arrangement, struct sitting *sitting, struct place place);
/* Where a newcomer is wanted most. `table` may be NULL and `party` -1: anywhere. False where no
 * table takes anyone. */
bool arrangement_propose(const struct arrangement *arrangement, const struct table *table,
                         int party, bool random, struct place *place);
/* A head is wanted there, or an adviser's seat is free. */
bool arrangement_has_room(const struct arrangement *arrangement, const struct place *place);
/* Events for all that is not as it is arranged; bots make way. */
void op_arrange(struct op *op, const struct arrangement *arrangement);

/* Notes in the event where everybody is whom the arrangement will move. */
void op_note_before(struct op *op, struct tree *event, const struct arrangement *arrangement);

/* The human head, the bot, of a delegation; NULL. */
struct person *party_head(const struct exercise *exercise, const struct table *table, int party,
                          bool bot);
/* The game's word counts: delegations pass the lead on by themselves. */
enum seat_role person_role(const struct person *person);
const char *role_name(enum seat_role role);
bool role_read(struct text word, enum seat_role *role);
/* Out of the seat, where there is one. */
void op_release(struct op *op, const struct person *person);
void op_bot(struct op *op, struct table *table, int party);
/* A bot for every delegation there (or for `party`) that nobody leads. */
void bots_fill(struct op *op, struct table *table, int party);
/* The whole answer, once the tables have done it; `{}` where `answer` is NULL. */
void people_settle(struct op *op);

/* --- the roster --- */

struct text event_text(const struct exercise *exercise, const struct tree *event, const char *name);
bool event_flag(const struct tree *event, const char *name);
void holder_take(struct holder *holder, struct text hash); /* it is the token's from now on */
struct person *exercise_person(const struct exercise *exercise, struct text id);
struct reservation *exercise_reservation(const struct exercise *exercise, struct text name,
                                         struct arena *arena);
/* Makes an event of the roster true; false where it is none. */
bool people_fold(struct exercise *exercise, struct text type, const struct tree *event, int64_t at);
struct tree *person_view(const struct person *person, struct arena *arena);
struct tree *delegations_view(const struct table *table, struct arena *arena);
/* What is free, for those who choose a place. */
struct tree *places_view(const struct exercise *exercise, struct arena *arena);
struct tree *expected_view(const struct exercise *exercise, struct arena *arena);
/* Requests for another role that are not settled, among `requests`. */
void asks_view(const struct exercise *exercise, struct tree *requests, struct arena *arena);
bool exercise_asked(const struct exercise *exercise, struct text id);

/* After a restart nobody is there yet. */
void people_restored(struct exercise *exercise);
/* Somebody is there again: the bot that stood in for them goes. */
void person_back(struct person *person);

/* --- a pasted list --- */

struct list_row {
    struct list_row *next;
    int64_t line;                        /* from 1 */
    struct text text;                    /* the whole line */
    struct text name, room, party, role; /* empty: not said */
};

/* Names alone, or a table with a header that has `name` and any of `room`, `delegation`, `role`,
 * in any order, between commas, semicolons or tabs. Empty lines say nothing. */
struct list_row *list_read(struct text text, struct arena *arena);

/* --- methods --- */

/* An operation of control's on the roster. */
void roster_ask(struct asked *asked, void (*turn)(struct op *op));
void exercise_join(struct asked *asked);
void exercise_leave(struct asked *asked);
void roster_group(struct asked *asked);
void roster_plan(struct asked *asked);
void roster_undo(struct asked *asked);
void brief_read(struct asked *asked);
void seat_assign(struct asked *asked);
void seat_release(struct asked *asked);
void seat_choose(struct asked *asked);
void seat_ask(struct asked *asked);
void seat_link(struct asked *asked);
void bot_fill(struct asked *asked);
void bot_release(struct asked *asked);
void bot_stand_in(struct asked *asked);
void person_erase(struct asked *asked);

#endif
