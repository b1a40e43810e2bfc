#include "buffer.h"

#include "must.h"

#include <stdlib.h>
#include <string.h>

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
    if (buffer->capacity - buffer->length < length) {
        size_t capacity = buffer->capacity ? buffer->capacity : 512;
        while (capacity - buffer->length < length)
            capacity *= 2;
        buffer->at = realloc(buffer->at, capacity);
        must(buffer->at);
        buffer->capacity = capacity;
    }
    if (length)
        memcpy(buffer->at + buffer->length, bytes, length);
    buffer->length += length;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->at);
    *buffer = (struct buffer){0};
}
