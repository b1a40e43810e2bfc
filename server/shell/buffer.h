/* Bytes that grow: what comes in pieces, and what waits to go out. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>

struct buffer {
    unsigned char *at; /* owned */
    size_t length;
    size_t capacity;
};

/* Adds bytes at the end; running out of memory ends the program. */
void buffer_add(struct buffer *buffer, const void *bytes, size_t length);

/* Gives the memory back; the buffer is empty and may be used again. */
void buffer_free(struct buffer *buffer);

#endif
