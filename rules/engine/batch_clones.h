/* Functions of loops over columns, built for several kinds of processor; the one for this machine
 * is chosen when the program starts.
 *
 * Internal to the engine. All of them compute the same: integers know no other way. */
#ifndef BATCH_CLONES_H
#define BATCH_CLONES_H

#include <stdlib.h>

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) &&       \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define CLONED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONED
#endif

/* Into the clone, so that it is built as the clone is. */
#define WITHIN static inline __attribute__((always_inline))

#endif
