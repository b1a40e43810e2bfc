/* The space of packages: every way to fill in the clauses that stay open.
 *
 * Each open clause key is an *axis*; its options are numbered: 0 leaves the clause out, the others
 * are its terms, the last term varying fastest. A *point* is one option an axis. Where they are few
 * enough, points are numbered too, the last axis varying fastest. A space is immutable, lives in
 * the arena it was opened in, and may be read by several threads. */
#ifndef SPACE_H
#define SPACE_H

#include "batch.h"

struct axis {
    uint32_t key;     /* in scenario->keys */
    uint64_t options; /* at least 2 */
};

struct package_space {
    const struct scenario *scenario;
    const struct axis *axes;
    const uint32_t *keys; /* those of the axes */
    size_t axis_count;
    struct text size; /* how many points, in decimal digits, exactly */
    uint64_t count;   /* the same; 0 where it takes more than 63 bits */
};

/* The keys that `analysis.vary` names (all, where it names none) and the edition leaves open;
 * without an edition (-1), all that are named. In file order. */
const uint32_t *space_keys(const struct scenario *scenario, int edition, struct arena *arena,
                           size_t *count);

/* False where one clause alone has more than 2^62 sets of terms: *key is it. The keys are borrowed
 * as long as the space is used. */
bool space_open(struct package_space *space, const struct scenario *scenario, const uint32_t *keys,
                size_t key_count, struct arena *arena, uint32_t *key);

/* How many terms an axis has, and what they are under an option that is not 0. */
size_t space_terms(const struct package_space *space, size_t axis);
void space_values(const struct package_space *space, size_t axis, uint64_t option, int64_t *terms);

/* The option of an axis that has these terms, each in its domain. */
uint64_t space_option(const struct package_space *space, size_t axis, const int64_t *terms);

/* A numbered point's options; where there are no numbers, never called. */
void space_point(const struct package_space *space, uint64_t number, uint64_t *options);

/* A point as a package, in `arena`. */
struct package space_package(const struct package_space *space, const uint64_t *options,
                             struct arena *arena);

/* Writes points into the columns of a batch, whose plan has the space's keys. It belongs to the
 * batch's thread. */
struct writer;

struct writer *writer_open(const struct package_space *space, const struct batch_plan *plan,
                           struct batch *batch, struct arena *arena);
void writer_set(struct writer *writer, size_t axis, size_t row, uint64_t option);
void writer_put(struct writer *writer, size_t row, const uint64_t *options);
/* Rows 0 to rows - 1 become the points from number `first` on. Columns that stay as the last fill
 * left them are not touched, so nothing else may be written between two fills. */
void writer_fill(struct writer *writer, uint64_t first, size_t rows);

/* A number for chance: the same for the same seed, stream and count, whoever asks (SplitMix64;
 * Steele, Lea and Flood, 2014). */
struct dice {
    uint64_t state;
};

struct dice dice_of(uint64_t seed, uint64_t stream);
uint64_t dice_below(struct dice *dice, uint64_t limit); /* limit > 0 */
void space_random(const struct package_space *space, struct dice *dice, uint64_t *options);

#endif
