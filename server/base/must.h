/* must() stops the program when we broke our own promise.
 *
 * It stays on in release builds: a game that goes on from an impossible state would write that
 * state into its journal. What comes from outside is never checked with it; that is refused with a
 * sentence. */
#ifndef MUST_H
#define MUST_H

_Noreturn void must_fail(const char *what, const char *file, int line);

#define must(condition) ((condition) ? (void)0 : must_fail(#condition, __FILE__, __LINE__))

#endif
