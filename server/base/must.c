#include "must.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void must_fail(const char *what, const char *file, int line)
{
    fprintf(stderr, "entente: broken promise at %s:%d: %s\n", file, line, what);
    abort();
}
