#include "asked.h"

#include "state.h"

#include <string.h>

void peer_send(struct peer *peer, struct text frame)
{
    peer->host->ports.send(peer->host->ports.context, peer->connection, frame);
}

struct text frame_notify(struct arena *arena, const char *method, const struct tree *parameters)
{
    return ARENA_JOIN(arena, TEXT("{\"jsonrpc\":\"2.0\",\"method\":\""), text_of(method),
                      TEXT("\",\"params\":"), json_write(arena, parameters), TEXT("}"));
}

static void asked_end(struct asked *asked)
{
    if (asked->peer) {
        if (asked->previous)
            asked->previous->next = asked->next;
        else
            asked->peer->asks = asked->next;
        if (asked->next)
            asked->next->previous = asked->previous;
    }
    arena_close(asked->arena);
}

/* `member` is "result" or "error". */
static void asked_reply(struct asked *asked, const char *member, struct text json)
{
    if (asked->peer && asked->id) {
        struct text id = json_write(asked->arena, asked->id);
        peer_send(asked->peer,
                  ARENA_JOIN(asked->arena, TEXT("{\"jsonrpc\":\"2.0\",\"id\":"), id, TEXT(",\""),
                             text_of(member), TEXT("\":"), json, TEXT("}")));
    }
    asked_end(asked);
}

void asked_answer_json(struct asked *asked, struct text json)
{
    asked_reply(asked, "result", json);
}

void asked_answer(struct asked *asked, const struct tree *result)
{
    asked_reply(asked, "result", json_write(asked->arena, result));
}

void asked_error(struct asked *asked, const struct tree *error)
{
    asked_reply(asked, "error", json_write(asked->arena, error));
}

void asked_refuse_with(struct asked *asked, const struct refusal *refusal)
{
    struct arena *arena = asked->arena;
    struct tree *error = tree_object(arena);
    tree_set_int(arena, error, TEXT("code"), 1000);
    tree_set_text(arena, error, TEXT("message"), refusal->message);
    tree_set(arena, error, TEXT("data"), refusal_write(refusal, arena));
    asked_error(asked, error);
}

void asked_refuse(struct asked *asked, const char *type, const char *path, const char *message)
{
    struct refusal refusal = {.type = type, .path = text_of(path), .message = text_of(message)};
    asked_refuse_with(asked, &refusal);
}

/* --- parameters --- */

void parameter_refuse(struct asked *asked, const char *type, const char *name, const char *message)
{
    if (asked->refused)
        return;
    asked->refused = true;
    asked->refusal =
        (struct refusal){.type = type, .path = text_of(name), .message = text_of(message)};
}

static bool name_is_in(struct text name, const char *names)
{
    for (const char *at = names; *at;) {
        size_t length = strcspn(at, " ");
        if (text_equal(name, (struct text){at, length}))
            return true;
        at += length;
        at += strspn(at, " ");
    }
    return false;
}

void parameters_known(struct asked *asked, const char *names)
{
    const struct tree *parameters = asked->parameters;
    for (size_t index = 0; index < parameters->count; index++) {
        struct text name = parameters->members[index].key;
        if (name_is_in(name, names))
            continue;
        asked->refused = true;
        asked->refusal = (struct refusal){
            .type = "parameter.unknown",
            .path = name,
            .message = arena_print(asked->arena, "There is no such parameter; these are known: %s.",
                                   *names ? names : "none")};
        return;
    }
}

static const struct tree *parameter(struct asked *asked, const char *name, enum tree_kind kind,
                                    const char *what)
{
    const struct tree *value = tree_get(asked->parameters, text_of(name));
    if (value && value->kind != kind) {
        parameter_refuse(asked, "parameter.invalid", name, what);
        return NULL;
    }
    return value;
}

struct text parameter_text(struct asked *asked, const char *name, bool required)
{
    const struct tree *value = parameter(asked, name, TREE_TEXT, "A text belongs here.");
    if (!value && required)
        parameter_refuse(asked, "parameter.missing", name,
                         arena_print(asked->arena, "\"%s\" is missing.", name).at);
    return value ? value->text : TEXT("");
}

int64_t parameter_int(struct asked *asked, const char *name, int64_t low, int64_t high,
                      int64_t otherwise)
{
    const struct tree *value = parameter(asked, name, TREE_INT, "A whole number belongs here.");
    if (!value)
        return otherwise;
    if (value->number < low || value->number > high)
        parameter_refuse(
            asked, "parameter.invalid", name,
            (high == INT64_MAX
                 ? arena_print(asked->arena, "A number from %lld on belongs here.", (long long)low)
                 : arena_print(asked->arena, "A number from %lld to %lld belongs here.",
                               (long long)low, (long long)high))
                .at);
    return value->number;
}

bool parameter_flag(struct asked *asked, const char *name, bool otherwise)
{
    const struct tree *value = parameter(asked, name, TREE_BOOL, "true or false belongs here.");
    return value ? value->flag : otherwise;
}
