/* Before a class: which phones reach this server. A teacher's page shows a link with a name by
 * chance in it; each device that opens it says hello by that name, and the page asks who did. The
 * last of them are remembered for a few minutes, and nowhere but in memory. */
#include "method.h"

#include "must.h"

#include <stdlib.h>
#include <string.h>

enum { HELLOS_MAX = 256, HELLO_MS = 10 * 60 * 1000, ROOM_LENGTH_MAX = 64, WORDS_MAX = 80 };

struct hello {
    int64_t at;
    char room[ROOM_LENGTH_MAX + 1];
    char name[4 * WORDS_MAX + 1];
    bool socket;
};

struct hellos {
    struct hello items[HELLOS_MAX]; /* a ring */
    uint64_t count;                 /* ever */
};

void hellos_close(struct host *host)
{
    free(host->hellos);
    host->hellos = NULL;
}

static struct text room_checked(struct asked *asked)
{
    struct text room = parameter_text(asked, "room", true);
    if (!token_valid(room))
        parameter_refuse(asked, "parameter.invalid", "room",
                         "A room's name is 22 to 64 characters of base64url.");
    return room;
}

void room_hello(struct asked *asked)
{
    struct host *host = asked->host;
    struct text room = room_checked(asked);
    struct text name = parameter_text(asked, "name", true);
    bool socket = parameter_flag(asked, "socket", false);
    if (name.length == 0 || text_count_characters(name) > WORDS_MAX)
        parameter_refuse(asked, "parameter.invalid", "name", "A name has 1 to 80 characters.");
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    if (!host->hellos) {
        host->hellos = calloc(1, sizeof(*host->hellos));
        must(host->hellos != NULL);
    }
    struct hello *hello = &host->hellos->items[host->hellos->count++ % HELLOS_MAX];
    *hello = (struct hello){.at = host->now, .socket = socket};
    memcpy(hello->room, room.at, room.length);
    memcpy(hello->name, name.at, name.length);
    asked_answer(asked, tree_object(asked->arena));
}

void room_look(struct asked *asked)
{
    const struct host *host = asked->host;
    struct arena *arena = asked->arena;
    struct text room = room_checked(asked);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct tree *devices = tree_list(arena);
    uint64_t count = host->hellos ? host->hellos->count : 0;
    for (uint64_t at = count > HELLOS_MAX ? count - HELLOS_MAX : 0; at < count; at++) {
        const struct hello *hello = &host->hellos->items[at % HELLOS_MAX];
        if (!text_equal(text_of(hello->room), room) || hello->at + HELLO_MS < host->now)
            continue;
        struct tree *device = tree_object(arena);
        tree_set_text(arena, device, TEXT("name"), text_of(hello->name));
        tree_set_bool(arena, device, TEXT("socket"), hello->socket);
        tree_append(arena, devices, device);
    }
    struct tree *answer = tree_object(arena);
    tree_set(arena, answer, TEXT("devices"), devices);
    asked_answer(asked, answer);
}
