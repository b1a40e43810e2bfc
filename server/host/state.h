/* What the host knows. Private to this room.
 *
 * An exercise's and a table's state are folds of their journals; what is attached to them (streams,
 * peers, mailboxes) is not, and is gone after a restart. */
#ifndef STATE_H
#define STATE_H

#include "asked.h"
#include "codec.h"
#include "host.h"
#include "index.h"
#include "key.h"
#include "limit.h"
#include "people.h"

#include <stdatomic.h>

enum {
    PATCHES_KEPT = 64,
    STREAM_KEPT_MS = 600000, /* a stream that nobody is attached to */
    TABLES_MAX = 40,
    MESSAGE_BYTES_MAX = 64 << 10,
    MARK_MS = 10000,
    EXERCISE_SHOW_MS = 250,
};

/* --- the host --- */

/* What was found out about games that are over. */
struct finding {
    bool begun;
    struct arena *arena; /* of what was found; NULL: not yet */
    struct tree *found;
};

/* A question to the store. */
struct flight {
    struct flight *previous, *next;
    struct host *host;
    void (*done)(void *subject, enum journal_outcome outcome, struct text words);
    void (*entry)(void *subject, uint64_t sequence, struct text bytes);
    void (*listed)(void *subject, struct text name);
    void *subject;
};

struct host {
    struct host_ports ports;
    struct arena *arena;
    struct host_bots bots;
    bool has_bots;
    struct host_debrief debrief;
    struct archive *archives; /* of tables, the last one looked at first */
    size_t archive_count;
    struct labour *labours; /* wait for their turn */
    bool labouring;
    atomic_bool hurried; /* what is done in other threads is to end soon */
    size_t asides;       /* under way in other threads: scenarios stay as long */
    struct text create_key, address;
    bool unlimited;
    struct scenario **shelf; /* by id: what can be played */
    size_t shelf_count;
    struct studio *studio;    /* NULL: none */
    struct hellos *hellos;    /* of devices, before a class; NULL: none came */
    struct scenario **pinned; /* of games under way, no longer on the shelf */
    size_t pinned_count;
    struct index blobs;                               /* scenarios that the store has, by hash */
    struct exercise *exercises, *last_exercise;       /* in order of making */
    struct index exercise_ids, codes, tokens, tables; /* tokens: by hash, holders */
    struct peer *peers;
    struct flight *flights;
    struct index addresses; /* struct address */
    struct address *address_list;
    size_t address_count;
    int64_t now;
    int64_t marked_at;             /* when the last mark was asked for */
    int64_t stopped_at;            /* restore: the mark found */
    int64_t keep_ms;               /* an exercise, after the last act; 0: for ever */
    int64_t keep_look_at, bury_at; /* not before then: whose time is up; the next burial */
    size_t dying;                  /* deleted, and not yet gone */
    struct exercise *burying;      /* its journals are being dropped */
    struct index gone;             /* ids of exercises that were deleted */
    bool draining, closing, restoring;
    size_t restore_waits;
    void (*ready)(void *context);
    void *ready_context;
};

int64_t host_now(struct host *host); /* never goes back */
void host_log(struct host *host, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct text host_id(struct host *host, struct arena *arena); /* ten random characters */

void host_append(struct host *host, struct text journal, uint64_t sequence, struct text bytes,
                 void (*done)(void *subject, enum journal_outcome outcome, struct text words),
                 void *subject);
void host_read(struct host *host, struct text journal, uint64_t from,
               void (*entry)(void *subject, uint64_t sequence, struct text bytes),
               void (*done)(void *subject, enum journal_outcome outcome, struct text words),
               void *subject);
void host_list(struct host *host, struct text prefix,
               void (*listed)(void *subject, struct text name),
               void (*done)(void *subject, enum journal_outcome outcome, struct text words),
               void *subject);
void host_blob_put(struct host *host, struct text name, struct text bytes,
                   void (*done)(void *subject, enum journal_outcome outcome, struct text words),
                   void *subject);
void host_blob_get(struct host *host, struct text name,
                   void (*entry)(void *subject, uint64_t sequence, struct text bytes),
                   void (*done)(void *subject, enum journal_outcome outcome, struct text words),
                   void *subject);
void host_drop(struct host *host, struct text journal,
               void (*done)(void *subject, enum journal_outcome outcome, struct text words),
               void *subject);
void host_blob_drop(struct host *host, struct text name,
                    void (*done)(void *subject, enum journal_outcome outcome, struct text words),
                    void *subject);
/* The port's `aside`, counted as a flight: the host does not go before it is done. */
void host_aside(struct host *host, void (*work)(void *subject), void (*done)(void *subject),
                void *subject);
void host_free(struct host *host);

void shelf_fill(struct host *host, const struct host_settings *settings);
struct scenario *shelf_scenario(const struct host *host, struct text id);
struct scenario *scenario_by_hash(const struct host *host, struct text hash);
void scenario_pin(struct host *host, struct scenario *scenario); /* takes it */
/* Takes it, in the place of the one that was there with its id or as `before` (NULL: none), which
 * is closed where no game needs it. */
void shelf_put(struct host *host, struct scenario *before, struct scenario *scenario);
void scenarios_unpin(struct host *host); /* closes the pinned ones that no game needs any more */

void hellos_close(struct host *host);

/* --- the studio --- */

void studio_open(struct host *host, const char *folder);
void studio_close(struct host *host);
/* The author's own machine, or who knows the operator's key; never at a table. */
bool studio_right_checked(struct asked *asked);
void studio_watch(struct asked *asked);
void studio_evaluate(struct asked *asked);
/* What the page shows, as JSON. `scenario`: the last good one, or NULL; `good`: it is what lies in
 * the folder now. */
struct text studio_state(const char *folder, const struct diagnostics *diagnostics,
                         const struct scenario *scenario, bool good, struct arena *arena);

/* Notes when the server was last alive, so that live games can stand still while it is not. */
void mark_write(struct host *host);
int64_t mark_due(const struct host *host);

/* --- limits --- */

struct address {
    struct address *next;
    struct bucket asking, guessing, making;
    char name[64];
};

/* Each takes one go of the peer's address; false where none is left. */
bool address_asks(struct host *host, const struct peer *peer);  /* anything, as nobody */
bool address_makes(struct host *host, const struct peer *peer); /* an exercise */
bool address_may_guess(struct host *host, const struct peer *peer);
void address_guessed_wrong(struct host *host, const struct peer *peer);
bool limit_takes(struct host *host, struct bucket *bucket, struct allowance allowance);

/* --- exercises --- */

/* One of those who control an exercise, each by a link of their own. The first made it. */
struct controller {
    struct controller *next; /* in order of coming */
    struct text id, name;    /* the first one's are empty */
    struct holder holder;
    struct key_ring keys;
    bool gone; /* stays, for the record names it */
};

/* One more link for those who look on. */
struct spectator {
    struct spectator *older;
    struct holder holder;
};

/* Something that control did, as its journal has it. */
struct act {
    struct act *older;
    uint64_t sequence;
    uint32_t index;
    int64_t at;
    const struct controller *by;
    const struct tree *event;
};

/* What became of a delegation's word to control. */
struct request {
    struct request *next;
    struct text table, message;
    const struct controller *claimed; /* NULL: nobody */
    bool settled;
};

/* An open game: strangers find it, and it begins by itself. */
struct listing {
    bool on;
    bool called_off;    /* too few had come when it was to begin */
    int64_t people_min; /* delegations that people lead */
    int64_t starts_at;  /* 0: as soon as so many are there */
    int64_t next_try;   /* not before then */
};

struct exercise {
    struct exercise *next;
    struct host *host;
    struct arena *arena;
    struct text id, code, name, mode;
    struct text timezone; /* where its people keep time, such as Europe/Kyiv; may be empty */
    struct scenario *scenario;
    struct text scenario_hash, edition_id;
    uint32_t edition;
    bool calculator, advice, untimed, bots;
    bool async; /* its deadlines pass while the server is down, too */
    bool alone; /* nobody controls it: who plays it opens the debrief by finishing */
    struct listing listing;
    struct vote *votes;    /* on who is to be removed */
    struct barred *barred; /* tokens of those who were */
    bool kept;             /* on purpose, until it is deleted */
    bool deleted;          /* nobody is let in any more; its journals go */
    size_t buried;         /* how far that has come */
    int64_t last_at;       /* of its last entry */
    bool anonymous, rotate_heads;
    struct text notice;
    enum grouping grouping;
    struct reservation *reservations;
    struct regrouping regrouping; /* the last one, until it is undone */
    struct numbering *numberings;
    struct ask *role_asks;                            /* newest first */
    struct spectator *spectators;                     /* more of them, newest first */
    struct controller *controllers, *last_controller; /* at least the first */
    struct act *acts_done;                            /* newest first */
    struct request *requests;
    struct holder spectator;
    struct table **tables;
    size_t table_count;
    struct person *people, *last_person;
    size_t person_count;
    uint64_t sequence; /* of its journal */
    bool busy, frozen, made, ended;
    struct finding space;     /* what was possible */
    struct op *ops, *last_op; /* wait for their turn */
    struct op *flying;        /* in the store */
    struct op *acts;          /* control's commands, from entry to answer */
    struct stream *control_stream, *hall_stream;
    bool stale;                        /* control has not been shown all that changed */
    int64_t shown_at;                  /* when it was last shown something */
    struct drive *drives, *last_drive; /* restore: what tables may still have to be told */
};

/* Something to be done to an exercise: decided at its turn, stored, folded, then driven into the
 * tables it concerns, and answered when they have answered. */
struct op {
    struct op *next;
    struct exercise *exercise;
    struct arena *arena; /* asked's, or its own */
    struct asked *asked; /* may be NULL */
    void (*decide)(struct op *op);
    void (*drive)(struct op *op);  /* before its events are driven into the tables; may be NULL */
    void (*finish)(struct op *op); /* answers and ends it */
    struct tree *events;           /* decided; an empty list: nothing to store */
    struct tree *answer;
    bool refused;
    struct refusal refusal;
    struct controller *by; /* who asked, where control did */
    int64_t key;           /* theirs; 0: none */
    bool later;            /* its answer is stored when the tables have answered */
    uint64_t sequence;
    int64_t at;
    unsigned waits;                 /* tables to hear from */
    struct tree *tables, *refusals; /* who did it; {id: message} */
    struct refusal table_refusal;   /* the first */
    bool table_refused;
    struct command command; /* control's */
    struct text wish;       /* an id the op is about */
    struct text token;      /* a fresh one, to be handed out */
    struct text known;      /* the answer that was given before */
    struct asked *also;     /* who asked the same while it was under way */
    struct op *next_act;    /* control's, under way */
    struct op *act;         /* whose answer this one stores */
    bool joined;            /* another answers for it */
    uint32_t option;        /* a small choice: an edition, a delegation */
    uint64_t of;            /* the entry it closes */
    const void *context;    /* of who makes an exercise */
};

struct exercise *exercise_open(struct host *host, struct text id);
void exercise_close(struct exercise *exercise);
struct op *op_open(struct exercise *exercise, struct asked *asked, void (*turn)(struct op *op));
void op_submit(struct op *op);
struct tree *op_event(struct op *op, const char *type);
void op_refuse(struct op *op, const char *type, const char *path, const char *message);
void op_refuse_expired(struct op *op); /* its key is too old */
void op_end(struct op *op);            /* without an answer */
void op_release_wait(struct op *op);   /* one less; the last one finishes it */
/* Tells the tables what event number `index` of entry `op->sequence` asks of them. */
void op_drive_event(struct op *op, uint32_t index, const struct tree *event);
void op_letter_done(void *context, struct table *table, const struct refusal *refusal,
                    struct text json);
void exercise_pump(struct exercise *exercise);
/* Answers a command of control's and whoever asked the same, and ends it. */
void act_end(struct op *act, const struct refusal *refusal, struct text json);
bool act_under_way(const struct op *op);

/* Makes one entry true; false where it is none of ours. */
bool exercise_fold(struct exercise *exercise, uint64_t sequence, const struct tree *entry);

/* Finds its scenario by hash; `scenario` stays NULL where it is not there (yet). */
void exercise_use_scenario(struct exercise *exercise);
struct controller *exercise_controller(const struct exercise *exercise, struct text id);
struct controller *controller_open(struct exercise *exercise);
struct text controller_key(const struct controller *controller); /* as views name them */
struct request *exercise_request(const struct exercise *exercise, struct text table,
                                 struct text message);
struct table *exercise_table(const struct exercise *exercise, struct text id);
const char *exercise_state(const struct exercise *exercise);
bool exercise_check_end(struct exercise *exercise); /* true where it ends now */
struct tree *exercise_brief(const struct exercise *exercise, struct arena *arena);
struct tree *exercise_view(const struct exercise *exercise, struct arena *arena);
struct tree *exercise_hall(const struct exercise *exercise, struct arena *arena);
/* Something of it changed: a patch to the hall, and to control at once or, where it was sent one
 * less than EXERCISE_SHOW_MS ago, together with whatever else changes until then. */
void exercise_changed(struct exercise *exercise);
/* A table alone changed: control's page shows it at a glance. */
void exercise_table_changed(struct exercise *exercise);
int64_t exercise_due(const struct exercise *exercise); /* INT64_MAX: nothing waits to be shown */
void exercise_show(struct exercise *exercise);         /* what waits, now */

/* Open games. Refuses a wrong parameter `listed`. */
void listing_check(struct asked *asked, const struct scenario *scenario);
void listing_fold(struct exercise *exercise, const struct tree *created);
void listing_view(const struct exercise *exercise, struct tree *brief, struct arena *arena);
int64_t listing_due(const struct exercise *exercise, int64_t now);
void listing_tick(struct exercise *exercise);

/* Who was removed. False where the event is no such thing. */
bool removal_fold(struct exercise *exercise, struct text type, const struct tree *event);
bool token_is_barred(const struct exercise *exercise, struct text hash);

/* Until when it is kept, as things stand; INT64_MAX: for ever. */
int64_t exercise_keep_until(const struct exercise *exercise);
/* Restore: it was deleted before the stop, and is not yet gone. */
void exercise_deleted_before(struct exercise *exercise);
void gone_note(struct host *host, struct text id);
int64_t keeping_due(const struct host *host);
void keeping_tick(struct host *host); /* at most one exercise's deletion is begun */

/* Restore: an event of an entry that tables may not have heard of. */
struct drive {
    struct drive *next;
    uint64_t sequence;
    uint32_t index;
    const struct tree *event;
    bool acknowledged;
};

/* A link that control hands out: the parameter `token`, made by who asks, or a fresh one. Notes a
 * token that is none. */
void link_check(struct asked *asked);
/* Sets `op->token`. False where it is the owner's already, or, refused, somebody else's. */
bool op_link_token(struct op *op, const struct person *owner);
void op_link_answer(struct op *op);

/* --- tables --- */

typedef void (*letter_done)(void *context, struct table *table, const struct refusal *refusal,
                            struct text json);

/* A command in a table's mailbox. Its arena is the sender's, who frees it after `done`. */
struct letter {
    struct letter *next;
    struct arena *arena;
    struct command command;
    struct text seat; /* with `key`: of whom; 0: not keyed */
    int64_t key;
    uint64_t drive_sequence; /* 0: does not derive from the exercise */
    uint32_t drive_index;
    bool before_clock; /* even where the time is up */
    unsigned conflicts;
    letter_done done;
    void *context;
    int64_t at;
    const struct event *events;
    size_t event_count;
    const struct tree *answer;
};

struct seat_keys {
    struct seat_keys *next;
    struct text seat;
    struct key_ring ring;
};

/* A text that a bot amended, so that people have time to read it. */
struct penned {
    uint64_t text; /* the hash of its id */
    int64_t at;    /* 0: a person has amended it since */
};
enum { PENNED = 16 };

struct table {
    struct exercise *exercise;
    struct text id, name, journal;
    struct seed seed;
    size_t order;
    struct game *game; /* NULL until its pin is durable */
    struct arena *arena;
    uint64_t sequence;       /* of the game's last entry */
    uint64_t past;           /* how many of them came with the pin: its journal has as many fewer */
    const struct tree *fork; /* where it goes on from another: {past, parent}; else NULL */
    uint64_t
        hash_told; /* the entry whose state was last told in the log, or was found in the store */
    int64_t last_at;
    int64_t stuck_due; /* a deadline that could not be passed */
    bool busy, frozen, pumping, started, closed;
    struct letter *letters, *last_letter;
    struct letter *flying;
    struct seat_keys *seats;
    uint64_t drive_sequence; /* the last event of the exercise that it knows */
    uint32_t drive_index;
    struct stream **streams; /* public, control, then one a party */
    uint64_t refusals;
    uint32_t *refused;           /* [party]: since it last did something */
    struct arena *summary_arena; /* NULL: to be made anew */
    struct tree *summary;
    int64_t bots_at; /* when to ask the bots; INT64_MAX: not */
    int bot_turn;    /* the party whose bot moved last: those behind it are asked first */
    struct penned penned[PENNED]; /* in a ring: `pen` is the next place */
    size_t pen;
    struct finding left;     /* the deal they left */
    struct archive *archive; /* NULL: nobody looked back for a while */
    party_set to_lead;       /* a phase has just opened: whose lead has not gone round yet */
    bool phase_seen;         /* one has opened before */
};

struct table *table_open(struct exercise *exercise, struct text id, struct text name,
                         struct seed seed);
void table_close(struct table *table);
/* Writes entry 1, then serves. */
void table_pin(struct table *table, letter_done done, void *context);
void table_submit(struct table *table, struct letter *letter);
void table_pump(struct table *table);
int64_t table_due(const struct table *table);
void table_tick(struct table *table);
/* Folds one entry of its journal; false where it is none. */
bool table_fold(struct table *table, uint64_t sequence, struct text bytes);
/* Says in the log what the table's state is, where that was not said before: what `entente replay`
 * finds in the store is held against it. */
void table_log_hash(struct table *table);
void table_restore(struct table *table);
struct key_ring *table_keys(struct table *table, struct text seat);
struct stream *table_stream(struct table *table, struct audience audience);
struct tree *table_summary(struct table *table);
struct tree *table_presence(const struct table *table, struct arena *arena);
void table_presence_changed(struct table *table);
void table_ask_bots(struct table *table);
/* Notes whose hand was last in a text. */
void table_note_pen(struct table *table, const struct letter *letter);
/* Notes whose lead is to go round after this entry, which is folded; passes it on. */
void rotation_note(struct table *table, const struct entry *entry);
void table_rotate(struct table *table);

/* --- tokens, and who is attached --- */

bool token_valid(struct text token);
struct text token_hash(struct arena *arena, struct text token);
struct text token_make(struct host *host, struct arena *arena);
struct text token_spectator(struct arena *arena, struct text control);
struct holder *token_holder(const struct host *host, struct text token);
struct text code_make(struct host *host, struct arena *arena);
struct text code_normal(struct arena *arena, struct text typed);

void peer_detach(struct peer *peer);
/* Ends every peer of a token that is no longer good. */
void holder_cut(struct holder *holder);
/* The same for a reason: every peer of the holder (NULL: of anybody in the exercise) hears it, and
 * is shown out. */
void exercise_cut(struct exercise *exercise, const struct holder *holder, const char *reason,
                  const char *why);
/* The person's seat is another. */
void person_unsubscribe(struct person *person);
void exercise_tell_moved(struct exercise *exercise);

#endif
