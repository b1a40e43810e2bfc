/* A tree of plain data: what JSON can say, without fractions. TREE_UNHELD stands where a client
 * sent a number that is none of ours (a fraction, or past 64 bits), so that whoever reads the
 * parameter can name it; it holds no value, and is written as 0.5.
 *
 * Views, patches, events' payloads and method parameters are trees; the codec turns them into bytes
 * and back, so that the core knows no JSON library. A tree lives in the arena it was made in; its
 * texts are borrowed, not copied. Objects keep the order in which keys were set; two objects are
 * equal whatever their order. TREE_NULL occurs only in merge patches (RFC 7396), where it deletes,
 * and in what a client sent. */
#ifndef TREE_H
#define TREE_H

#include "arena.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum tree_kind { TREE_NULL, TREE_BOOL, TREE_INT, TREE_TEXT, TREE_LIST, TREE_OBJECT, TREE_UNHELD };

struct tree_member;

struct tree {
    enum tree_kind kind;
    union {
        bool flag;
        int64_t number;
        struct text text;
        struct {
            struct tree_member *members; /* a list's have an empty key */
            size_t count;
            size_t capacity;
        };
    };
};

struct tree_member {
    struct text key;
    struct tree *value;
};

struct tree *tree_null(struct arena *arena);
struct tree *tree_bool(struct arena *arena, bool flag);
struct tree *tree_int(struct arena *arena, int64_t number);
struct tree *tree_text(struct arena *arena, struct text text); /* borrows the bytes */
struct tree *tree_list(struct arena *arena);
struct tree *tree_object(struct arena *arena);
struct tree *tree_unheld(struct arena *arena);

/* Adds at the end of a list. */
void tree_append(struct arena *arena, struct tree *list, struct tree *value);

/* Sets a key of an object; a key that is there is replaced in its place. The key's bytes are
 * borrowed. */
void tree_set(struct arena *arena, struct tree *object, struct text key, struct tree *value);

/* The same for a key that is known not to be there: objects with many keys are built of these. */
void tree_add(struct arena *arena, struct tree *object, struct text key, struct tree *value);

/* Shorthands for tree_set with a value made on the spot. */
void tree_set_bool(struct arena *arena, struct tree *object, struct text key, bool flag);
void tree_set_int(struct arena *arena, struct tree *object, struct text key, int64_t number);
void tree_set_text(struct arena *arena, struct tree *object, struct text key, struct text text);

/* The value of a key, or NULL where `object` is NULL, no object, or lacks it. */
struct tree *tree_get(const struct tree *object, struct text key);

/* Typed reads; each returns false (and stores nothing) where the key is missing or of another kind.
 */
bool tree_get_bool(const struct tree *object, struct text key, bool *flag);
bool tree_get_int(const struct tree *object, struct text key, int64_t *number);
bool tree_get_text(const struct tree *object, struct text key, struct text *text);

bool tree_equal(const struct tree *left, const struct tree *right);

/* A deep copy, texts too, into `arena`. */
struct tree *tree_copy(struct arena *arena, const struct tree *tree);

/* The merge patch (RFC 7396) that makes `after` of `before`: only what differs, null for what
 * vanished, lists whole. NULL where nothing differs. Both must be objects without null in them.
 * Shares parts of `after`. */
struct tree *tree_diff(struct arena *arena, const struct tree *before, const struct tree *after);

/* RFC 7396's MergePatch(target, patch), as a new tree that shares parts of both. `target` may be
 * NULL. */
struct tree *tree_merge(struct arena *arena, const struct tree *target, const struct tree *patch);

#endif
