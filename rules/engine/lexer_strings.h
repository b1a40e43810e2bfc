/* String literals: quotes, triple quotes, raw strings and escapes, as CEL has them. Internal to the
 * lexer. */
#ifndef LEXER_STRINGS_H
#define LEXER_STRINGS_H

#include "lexer.h"

struct string_reader {
    struct text source;
    size_t at;    /* the opening quote; afterwards, what follows the closing one */
    size_t start; /* where the literal begins, its prefix included */
    bool raw;     /* backslashes mean themselves */
    struct complaint *complaint;
};

/* Reads the literal; its meaning, in `arena`, to *string. False where it is malformed. */
bool string_read(struct string_reader *reader, struct arena *arena, struct text *string);

#endif
