/* The host: tables, their mailboxes, exercises, rosters and timers, with no event loop of its own.
 *
 * The shell gives it bytes and ticks; it gives back frames. The play runner and the simulator drive
 * the same host with a clock and a store of their own. A command travels: bytes -> codec -> command
 * -> the mailbox of its table -> decide -> entry -> store (durable) -> apply -> one patch per
 * audience -> frames -> send. Nothing is applied, shown or answered before it is durable. One
 * thread. */
#ifndef HOST_H
#define HOST_H

#include "game.h"
#include "journal.h"
#include "record.h"
#include "text.h"

#include <stdbool.h>
#include <stdint.h>

struct host;
struct peer; /* one connection, or one POST */

struct host_ports {
    void *context;
    struct store *store;              /* borrowed; closed by the caller after host_close */
    int64_t (*now_ms)(void *context); /* since 1970; may jump: the host never goes back */
    void (*random)(void *context, void *bytes, size_t length);
    /* One JSON text to one connection; `frame` is borrowed. A frame for many peers of one audience
     * is the same bytes each time. */
    void (*send)(void *context, void *connection, struct text frame);
    /* Ends a connection with a WebSocket close code. The shell closes the peer itself, but never
     * from within send or disconnect. */
    void (*disconnect)(void *context, void *connection, int code, struct text why);
    void (*log)(void *context, struct text line); /* one line, no secrets in it; may be NULL */
    /* Does `work` in a thread beside the host's, and then `done` in the host's, in a later turn.
     * Several may be under way. NULL: both are done at once. */
    void (*aside)(void *context, void (*work)(void *subject), void (*done)(void *subject),
                  void *subject);
};

struct host_settings {
    const char *scenarios; /* the folder of scenario folders */
    const char *scenario; /* this one scenario folder alone, in place of `scenarios`; may be NULL */
    const char *studio;   /* the folder of one more, which its author is writing; may be NULL */
    struct text create_key; /* empty: anyone may create */
    struct text address;    /* where others reach this server, for server.info; may be empty */
    int keep_days;          /* an exercise is deleted so long after its last act; 0: never */
    bool unlimited;         /* no rate limits: the play runner and bench */
};

/* Loads the scenarios (those with errors are logged and left out). */
struct host *host_open(const struct host_ports *ports, const struct host_settings *settings);

/* Reads the store's exercises and tables back; calls `ready` (from a later store delivery) when
 * everything is served again. */
void host_restore(struct host *host, void (*ready)(void *context), void *context);

/* Says bye to everybody and refuses what is new; what was accepted is still finished. host_idle
 * tells when. */
void host_drain(struct host *host);
bool host_idle(const struct host *host);
void host_close(struct host *host);

/* `connection` is the shell's own, handed back in send. `address` is for rate limits (copied).
 * `token`: POST's bearer, or empty; such a peer asks as the token's holder, and its `attach` shows
 * a view but follows nothing. */
struct peer *host_peer_open(struct host *host, void *connection, struct text address,
                            struct text token);
void host_peer_close(struct host *host, struct peer *peer);

/* The studio's files may have changed: reads them again, sends those who watch what came of it, and
 * lets new games be played by the scenario as it is now. Games under way keep the one they began
 * with. Nothing happens where there is no studio, or while the host is being restored. */
void host_studio_look(struct host *host);

/* This peer may create exercises without the key, and see the studio: it asks from the operator's
 * own machine. */
void host_peer_trust(struct peer *peer);

/* One whole message (JSON-RPC), at most 64 KiB; longer ones are refused. A request without an id
 * gets no answer. */
void host_receive(struct host *host, struct peer *peer, struct text message);

/* When host_tick is next needed, ms since 1970; INT64_MAX: not before something else happens. */
int64_t host_due(const struct host *host);
void host_tick(struct host *host);

/* Bots. Without them the heads that nobody plays are marked as bots' and do nothing. */
struct host_bots {
    void *context;
    /* What the bot in this seat would do now, at most one thing. The command's texts live in
     * `arena`; its actor is filled in by the host, which asks each bot of a table in turn after
     * every change there, until none wants anything. Must not call the host. */
    bool (*wants)(void *context, const struct game *game, int party, struct text seat, int64_t now,
                  struct arena *arena, struct command *command);
    /* The same for who stands in for a head who is away: it may bind the delegation to nothing.
     * NULL: it does nothing at all. */
    bool (*stands_in)(void *context, const struct game *game, int party, struct text seat,
                      int64_t now, struct arena *arena, struct command *command);
    int64_t pause_ms; /* from a change at the table until bots are asked */
    /* What could be proposed, for people who ask; NULL where the party knows of no such text. NULL:
     * there is no advice. */
    struct tree *(*advises)(const struct game *game, int party, struct text instrument,
                            struct arena *arena);
};
void host_set_bots(struct host *host, const struct host_bots *bots);

/* What is made of games that are over. All of it is called in any thread, several at a time. */
struct host_debrief {
    struct tree *(*story)(const struct record *record, struct arena *arena);
    /* These take seconds; where `stopped` turns true they end early, and what they give is thrown
     * away. */
    struct tree *(*left)(const struct record *record, bool (*stopped)(void *context), void *context,
                         struct arena *arena);
    struct tree *(*space)(const struct scenario *scenario, uint32_t edition,
                          bool (*stopped)(void *context), void *context, struct arena *arena);
};
/* Without it reports tell nothing but scores. */
void host_set_debrief(struct host *host, const struct host_debrief *debrief);

/* A table's game, for the play runner and tests; NULL where there is none. */
const struct game *host_game(const struct host *host, struct text table);

#endif
