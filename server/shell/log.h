/* The log: one line an occasion on standard error, time first, for people and for grep.
 *
 * No token, key or name of a person is ever written to it. One thread. */
#ifndef LOG_H
#define LOG_H

#include "text.h"

/* printf; the line's end is added. */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
