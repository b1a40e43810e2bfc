/* The first step of compiling an expression: its source as tokens.
 *
 * Internal to the engine. Everything is made in the arena it is given, which need not outlive the
 * compilation. One thread at a time. */
#ifndef LEXER_H
#define LEXER_H

#include "arena.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The first thing found wrong; later ones are dropped, since they often follow from it. */
struct complaint {
    struct arena *arena; /* for the message */
    bool made;
    bool too_long; /* it would have compiled, but to too much code */
    size_t offset; /* bytes into the source */
    struct text message;
};

/* Keeps the message, unless there is one already. Always false, to be returned. */
bool complain(struct complaint *complaint, size_t offset, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

enum token_kind {
    TOKEN_END,
    TOKEN_FAULT, /* something was complained of */
    TOKEN_NAME,  /* keywords too */
    TOKEN_INT,
    TOKEN_STRING,
    TOKEN_PLUS,
    TOKEN_MINUS,
    TOKEN_STAR,
    TOKEN_SLASH,
    TOKEN_PERCENT,
    TOKEN_EQUAL,
    TOKEN_UNEQUAL,
    TOKEN_LESS,
    TOKEN_LESS_EQUAL,
    TOKEN_GREATER,
    TOKEN_GREATER_EQUAL,
    TOKEN_AND,
    TOKEN_OR,
    TOKEN_NOT,
    TOKEN_QUESTION,
    TOKEN_COLON,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_OPEN_LIST,
    TOKEN_CLOSE_LIST,
    TOKEN_OPEN_MAP,
    TOKEN_DOT,
    TOKEN_COMMA,
};

struct token {
    enum token_kind kind;
    size_t offset;
    struct text source; /* as it stands in the source */
    struct text string; /* TOKEN_STRING: what it means */
    uint64_t
        magnitude; /* TOKEN_INT: at most 2^63, which is too much unless a minus stands before */
};

struct lexer {
    struct text source;
    size_t at;
    struct arena *arena;
    struct complaint *complaint;
};

/* The next token; at the end TOKEN_END for ever, just behind the last one; after a fault
 * TOKEN_FAULT. */
struct token lexer_next(struct lexer *lexer);

/* CEL's keywords (true, false, null, in): never a name, not a member either. */
bool lexer_is_keyword(struct text name);

/* What CEL keeps for later (for, let, …): no name, but a member may be called so. */
bool lexer_is_reserved(struct text name);

#endif
