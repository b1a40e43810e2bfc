#include "lexer_strings.h"

struct string_buffer {
    char *bytes;
    size_t length;
};

static char peek(const struct string_reader *reader, size_t ahead)
{
    size_t at = reader->at + ahead;
    return at < reader->source.length ? reader->source.at[at] : '\0';
}

static void buffer_add(struct string_buffer *buffer, unsigned byte)
{
    buffer->bytes[buffer->length++] = (char)(unsigned char)byte;
}

static void buffer_add_character(struct string_buffer *buffer, uint32_t character)
{
    if (character < 0x80) {
        buffer_add(buffer, character);
    } else if (character < 0x800) {
        buffer_add(buffer, 0xc0 | character >> 6);
        buffer_add(buffer, 0x80 | (character & 0x3f));
    } else if (character < 0x10000) {
        buffer_add(buffer, 0xe0 | character >> 12);
        buffer_add(buffer, 0x80 | (character >> 6 & 0x3f));
        buffer_add(buffer, 0x80 | (character & 0x3f));
    } else {
        buffer_add(buffer, 0xf0 | character >> 18);
        buffer_add(buffer, 0x80 | (character >> 12 & 0x3f));
        buffer_add(buffer, 0x80 | (character >> 6 & 0x3f));
        buffer_add(buffer, 0x80 | (character & 0x3f));
    }
}

static uint32_t digit_value(char character)
{
    if (character >= '0' && character <= '9')
        return (uint32_t)(character - '0');
    char lower = character | 0x20;
    return lower >= 'a' && lower <= 'f' ? (uint32_t)(lower - 'a') + 10 : 16;
}

/* `count` digits from `ahead` on, and nothing else. */
static bool read_code(const struct string_reader *reader, size_t ahead, size_t count, uint32_t base,
                      uint32_t *code)
{
    uint32_t value = 0;
    for (size_t index = 0; index < count; index++) {
        uint32_t digit = digit_value(peek(reader, ahead + index));
        if (digit >= base)
            return false;
        value = value * base + digit;
    }
    *code = value;
    return true;
}

/* What a one-letter escape stands for, or 0. */
static char simple_escape(char letter)
{
    static const char letters[] = "abfnrtv\\?\"'`";
    static const char meanings[] = "\a\b\f\n\r\t\v\\?\"'`";
    for (size_t index = 0; letters[index]; index++)
        if (letters[index] == letter)
            return meanings[index];
    return '\0';
}

/* A character beyond 16 bits may be written in two halves, as in JSON: \ud83d\ude00. */
static void read_second_half(struct string_reader *reader, uint32_t *code)
{
    uint32_t second;
    if (*code < 0xd800 || *code > 0xdbff || peek(reader, 0) != '\\' || peek(reader, 1) != 'u' ||
        !read_code(reader, 2, 4, 16, &second) || second < 0xdc00 || second > 0xdfff)
        return;
    *code = 0x10000 + ((*code & 0x3ff) << 10) + (second & 0x3ff);
    reader->at += 6;
}

/* At a backslash. */
static bool read_escape(struct string_reader *reader, struct string_buffer *buffer)
{
    char letter = peek(reader, 1);
    char simple = simple_escape(letter);
    if (simple) {
        buffer_add(buffer, (unsigned char)simple);
        reader->at += 2;
        return true;
    }
    size_t start = reader->at;
    size_t digits = letter == 'x' || letter == 'X' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    uint32_t code = 0;
    bool good = false;
    if (digits > 0) {
        good = read_code(reader, 2, digits, 16, &code);
        reader->at += good ? 2 + digits : 0;
    } else if (letter >= '0' && letter <= '3') {
        good = read_code(reader, 1, 3, 8, &code);
        reader->at += good ? 4 : 0;
    }
    if (!good)
        return complain(
            reader->complaint, reader->at,
            "No escape is written so: there are \\n \\t \\\\ \\' \\\" \\xHH \\uHHHH and "
            "CEL's others; a raw string r'…' takes a backslash as it is.");
    if (letter == 'u')
        read_second_half(reader, &code);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return complain(reader->complaint, start, "This escape is no Unicode character.");
    buffer_add_character(buffer, code);
    return true;
}

static bool at_closing(const struct string_reader *reader, char quote, bool triple)
{
    return peek(reader, 0) == quote &&
           (!triple || (peek(reader, 1) == quote && peek(reader, 2) == quote));
}

/* Bytes up to the closing quote or to where it is missed. */
static size_t string_extent(struct string_reader reader, char quote, bool triple)
{
    size_t start = reader.at;
    while (reader.at < reader.source.length && !at_closing(&reader, quote, triple))
        reader.at += peek(&reader, 0) == '\\' && !reader.raw ? 2 : 1;
    return reader.at - start;
}

bool string_read(struct string_reader *reader, struct arena *arena, struct text *string)
{
    char quote = peek(reader, 0);
    bool triple = peek(reader, 1) == quote && peek(reader, 2) == quote;
    reader->at += triple ? 3 : 1;
    /* What an escape means is never longer than how it is written. */
    struct string_buffer buffer = {arena_take(arena, string_extent(*reader, quote, triple) + 1), 0};
    while (reader->at < reader->source.length && !at_closing(reader, quote, triple)) {
        char character = peek(reader, 0);
        if (!triple && (character == '\n' || character == '\r'))
            break;
        if (character == '\\' && !reader->raw) {
            if (!read_escape(reader, &buffer))
                return false;
        } else {
            buffer_add(&buffer, (unsigned char)character);
            reader->at++;
        }
    }
    if (!at_closing(reader, quote, triple))
        return complain(reader->complaint, reader->start,
                        "This string is not closed: %s%c is missing.", triple ? "three times " : "",
                        quote);
    reader->at += triple ? 3 : 1;
    *string = (struct text){buffer.bytes, buffer.length};
    return true;
}
