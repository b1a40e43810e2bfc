#include "lexer.h"

#include "lexer_strings.h"

#include <stdarg.h>
#include <stdio.h>

bool complain(struct complaint *complaint, size_t offset, const char *format, ...)
{
    if (complaint->made)
        return false;
    char buffer[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(buffer, sizeof(buffer), format, arguments);
    va_end(arguments);
    struct text message = {buffer, length < 0 ? 0 : (size_t)length};
    if (message.length >= sizeof(buffer))
        message.length = sizeof(buffer) - 1;
    /* What was cut off must not leave half a character behind. */
    while (message.length > 0 && !text_is_utf8(message))
        message.length--;
    complaint->made = true;
    complaint->offset = offset;
    complaint->message = arena_copy(complaint->arena, message);
    return false;
}

static bool text_is_one_of(struct text name, const struct text *names, size_t count)
{
    for (size_t index = 0; index < count; index++)
        if (text_equal(name, names[index]))
            return true;
    return false;
}

bool lexer_is_keyword(struct text name)
{
    static const struct text keywords[] = {{"true", 4}, {"false", 5}, {"null", 4}, {"in", 2}};
    return text_is_one_of(name, keywords, sizeof(keywords) / sizeof(keywords[0]));
}

bool lexer_is_reserved(struct text name)
{
    static const struct text reserved[] = {
        {"as", 2},   {"break", 5},    {"const", 5},     {"continue", 8}, {"else", 4},
        {"for", 3},  {"function", 8}, {"if", 2},        {"import", 6},   {"let", 3},
        {"loop", 4}, {"package", 7},  {"namespace", 9}, {"return", 6},   {"var", 3},
        {"void", 4}, {"while", 5}};
    return text_is_one_of(name, reserved, sizeof(reserved) / sizeof(reserved[0]));
}

static char peek(const struct lexer *lexer, size_t ahead)
{
    size_t at = lexer->at + ahead;
    return at < lexer->source.length ? lexer->source.at[at] : '\0';
}

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

static bool starts_name(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           character == '_';
}

static void skip_blanks(struct lexer *lexer)
{
    while (lexer->at < lexer->source.length) {
        char character = peek(lexer, 0);
        if (character == '/' && peek(lexer, 1) == '/') {
            while (lexer->at < lexer->source.length && peek(lexer, 0) != '\n')
                lexer->at++;
        } else if (character == ' ' || character == '\t' || character == '\n' ||
                   character == '\f' || character == '\r') {
            lexer->at++;
        } else {
            return;
        }
    }
}

static struct token token_end_here(const struct lexer *lexer, enum token_kind kind, size_t start)
{
    return (struct token){
        .kind = kind, .offset = start, .source = {lexer->source.at + start, lexer->at - start}};
}

static struct token token_fault(struct lexer *lexer)
{
    lexer->at = lexer->source.length;
    return (struct token){.kind = TOKEN_FAULT, .offset = lexer->complaint->offset};
}

static int digit_value(char character)
{
    if (is_digit(character))
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return 16;
}

/* What would make it a number of another kind than int. */
static bool number_is_int(struct lexer *lexer, size_t start, bool hex)
{
    char next = peek(lexer, 0);
    if (next == 'u' || next == 'U')
        return complain(lexer->complaint, start,
                        "There are no unsigned numbers: write it without the %c.", next);
    if (!hex && ((next == '.' && is_digit(peek(lexer, 1))) || next == 'e' || next == 'E'))
        return complain(lexer->complaint, start,
                        "There are no fractions: numbers are whole, as in 7 or 0x1f.");
    /* Of all words `in` alone may follow a number. */
    bool word_in = next == 'i' && peek(lexer, 1) == 'n' && !starts_name(peek(lexer, 2)) &&
                   !is_digit(peek(lexer, 2));
    if (!word_in && (starts_name(next) || is_digit(next)))
        return complain(lexer->complaint, lexer->at, "A number goes on with '%c' here.", next);
    return true;
}

static struct token lex_number(struct lexer *lexer)
{
    size_t start = lexer->at;
    bool hex = peek(lexer, 0) == '0' && peek(lexer, 1) == 'x' && digit_value(peek(lexer, 2)) < 16;
    unsigned base = hex ? 16 : 10;
    if (hex)
        lexer->at += 2;
    uint64_t magnitude = 0;
    bool fits = true;
    for (int digit; (digit = digit_value(peek(lexer, 0))) < (int)base; lexer->at++)
        fits = fits && !__builtin_mul_overflow(magnitude, base, &magnitude) &&
               !__builtin_add_overflow(magnitude, (uint64_t)digit, &magnitude);
    if (!number_is_int(lexer, start, hex))
        return token_fault(lexer);
    if (!fits || magnitude > (uint64_t)INT64_MAX + 1) {
        complain(lexer->complaint, start, "This number does not fit into 64 bits.");
        return token_fault(lexer);
    }
    struct token token = token_end_here(lexer, TOKEN_INT, start);
    token.magnitude = magnitude;
    return token;
}

static struct token lex_string(struct lexer *lexer, size_t start, bool raw)
{
    struct string_reader reader = {.source = lexer->source,
                                   .at = lexer->at,
                                   .start = start,
                                   .raw = raw,
                                   .complaint = lexer->complaint};
    struct text string;
    if (!string_read(&reader, lexer->arena, &string))
        return token_fault(lexer);
    lexer->at = reader.at;
    struct token token = token_end_here(lexer, TOKEN_STRING, start);
    token.string = string;
    return token;
}

/* A name, or a string with a prefix: r'…', and b'…' that is refused. */
static struct token lex_name(struct lexer *lexer)
{
    size_t start = lexer->at;
    while (starts_name(peek(lexer, 0)) || is_digit(peek(lexer, 0)))
        lexer->at++;
    struct token token = token_end_here(lexer, TOKEN_NAME, start);
    if ((peek(lexer, 0) != '\'' && peek(lexer, 0) != '"') || token.source.length > 2)
        return token;
    bool raw = false, bytes = false;
    for (size_t index = 0; index < token.source.length; index++) {
        char prefix = token.source.at[index] | 0x20;
        if (prefix != 'r' && prefix != 'b')
            return token;
        raw = raw || prefix == 'r';
        bytes = bytes || prefix == 'b';
    }
    if (bytes) {
        complain(lexer->complaint, start, "There are no bytes: write the string without the b.");
        return token_fault(lexer);
    }
    return lex_string(lexer, start, raw);
}

struct sign {
    char spelling[3];
    enum token_kind kind;
};

/* Longer ones before those they start with. */
static const struct sign signs[] = {{"==", TOKEN_EQUAL},      {"!=", TOKEN_UNEQUAL},
                                    {"<=", TOKEN_LESS_EQUAL}, {">=", TOKEN_GREATER_EQUAL},
                                    {"&&", TOKEN_AND},        {"||", TOKEN_OR},
                                    {"+", TOKEN_PLUS},        {"-", TOKEN_MINUS},
                                    {"*", TOKEN_STAR},        {"/", TOKEN_SLASH},
                                    {"%", TOKEN_PERCENT},     {"<", TOKEN_LESS},
                                    {">", TOKEN_GREATER},     {"!", TOKEN_NOT},
                                    {"?", TOKEN_QUESTION},    {":", TOKEN_COLON},
                                    {"(", TOKEN_OPEN},        {")", TOKEN_CLOSE},
                                    {"[", TOKEN_OPEN_LIST},   {"]", TOKEN_CLOSE_LIST},
                                    {"{", TOKEN_OPEN_MAP},    {".", TOKEN_DOT},
                                    {",", TOKEN_COMMA}};

static struct token lex_sign(struct lexer *lexer)
{
    size_t start = lexer->at;
    for (size_t index = 0; index < sizeof(signs) / sizeof(signs[0]); index++) {
        const char *spelling = signs[index].spelling;
        if (peek(lexer, 0) != spelling[0] || (spelling[1] && peek(lexer, 1) != spelling[1]))
            continue;
        lexer->at += spelling[1] ? 2 : 1;
        return token_end_here(lexer, signs[index].kind, start);
    }
    char character = peek(lexer, 0);
    if (character == '=')
        complain(lexer->complaint, start, "A single = means nothing here: equality is ==.");
    else if (character == '&' || character == '|')
        complain(lexer->complaint, start, "A single %c means nothing here: write %c%c.", character,
                 character, character);
    else if (character > ' ' && character <= '~')
        complain(lexer->complaint, start, "'%c' means nothing here.", character);
    else
        complain(lexer->complaint, start,
                 "This character means nothing here: names are of letters a-z, digits and _.");
    return token_fault(lexer);
}

struct token lexer_next(struct lexer *lexer)
{
    if (lexer->complaint->made)
        return token_fault(lexer);
    size_t end = lexer->at;
    skip_blanks(lexer);
    if (lexer->at >= lexer->source.length)
        return (struct token){.kind = TOKEN_END, .offset = end}; /* where something is missing */
    char character = peek(lexer, 0);
    if (starts_name(character))
        return lex_name(lexer);
    if (is_digit(character))
        return lex_number(lexer);
    if (character == '.' && is_digit(peek(lexer, 1))) {
        complain(lexer->complaint, lexer->at,
                 "There are no fractions: numbers are whole, as in 7 or 0x1f.");
        return token_fault(lexer);
    }
    if (character == '\'' || character == '"')
        return lex_string(lexer, lexer->at, false);
    return lex_sign(lexer);
}
