/* A watch on the folder of a scenario: its files, briefings/ and locale/.
 *
 * The system tells of changes at once (inotify and its like); where it does not, as on network
 * shares, a look at sizes and times once a second finds them. A change is reported a moment after
 * the first of a burst, so that a file that an editor writes in pieces is mostly read once. A
 * folder that goes and comes back is watched again. */
#ifndef WATCH_H
#define WATCH_H

#include "arena.h"

#include <uv.h>

struct watch;

/* `changed` is called from the loop, perhaps for nothing. `folder` is borrowed; the watch lives in
 * `arena`, until the loop has ended. */
struct watch *watch_open(const char *folder, uv_loop_t *loop, void (*changed)(void *context),
                         void *context, struct arena *arena);

/* Ends its handles; NULL is allowed. */
void watch_close(struct watch *watch);

#endif
