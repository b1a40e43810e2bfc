/* Making exercises: what their different ways share. Private to this room. */
#ifndef CREATE_H
#define CREATE_H

#include "state.h"

struct plan {
    const struct scenario *scenario;
    struct text edition, name, mode, control, spectator;
    int64_t tables;
    struct text pace, timezone;
    const struct tree *schedule; /* parameters of exercise.schedule; NULL: none */
    const struct tree *listed;   /* NULL: not an open game */
    bool calculator, advice, untimed, bots, keep;
    bool anonymous, rotate_heads;
    struct text grouping, notice;
    const struct tree *fork; /* {past, parent} of its one table; NULL: it begins anew */
};

void plan_event(struct op *op, const struct plan *plan);
/* What the tables are told as soon as they are there. */
void plan_tells(struct op *op, const char *method, const struct tree *parameters,
                const struct tree *tables);
/* A bot leads every delegation but this one (-1: every one). */
void plan_bots(struct op *op, const struct scenario *scenario, struct text table, int but);
/* The caller leads the delegation op->option, bots the others. */
void play_people(struct op *op, const struct scenario *scenario, struct text table,
                 struct text token);

/* How one of the ways to make an exercise differs from another. */
struct making {
    bool (*may_ask)(const struct holder *holder); /* a token that is known already */
    void (*decide)(struct op *op);
    void (*finish)(struct op *op);
    const void *context; /* the op's */
};

/* Begins the exercise of the caller's token, or goes on with the one that it began before. */
void make(struct asked *asked, const struct making *making, const struct scenario *scenario,
          uint32_t option);
bool holder_controls(const struct holder *holder);
bool holder_plays(const struct holder *holder);
void created_finish(struct op *op);
void play_finish(struct op *op);

#endif
