/* Becoming somebody on a connection, and following what they may see. */
#include "method.h"
#include "stream.h"

enum { TOKEN_ENDED = 4001 };

/* --- who is there --- */

static void holder_presence(struct holder *holder)
{
    if (holder->kind == HOLDER_SPECTATOR || holder->exercise->host->closing ||
        holder->exercise->deleted)
        return;
    if (holder->kind == HOLDER_PERSON && holder->person->table)
        table_presence_changed(holder->person->table);
    exercise_changed(holder->exercise);
}

void peer_detach(struct peer *peer)
{
    struct holder *holder = peer->holder;
    peer_unsubscribe(peer, NULL);
    peer->holder = NULL;
    if (!holder)
        return;
    holder->online--;
    if (holder->online == 0) {
        holder->away_since = host_now(holder->exercise->host);
        holder_presence(holder);
    }
}

void person_unsubscribe(struct person *person)
{
    for (struct peer *peer = person->holder.exercise->host->peers; peer; peer = peer->next)
        if (peer->holder == &person->holder)
            peer_unsubscribe(peer, NULL);
}

void exercise_tell_moved(struct exercise *exercise)
{
    struct arena *arena = arena_open();
    struct text frame = frame_notify(arena, "moved", tree_object(arena));
    for (struct peer *peer = exercise->host->peers; peer; peer = peer->next)
        if (peer->holder && peer->holder->exercise == exercise &&
            peer->holder->kind == HOLDER_PERSON && peer->holder->person->moved)
            peer_send(peer, frame);
    for (struct person *person = exercise->people; person; person = person->next)
        person->moved = false;
    arena_close(arena);
}

void exercise_cut(struct exercise *exercise, const struct holder *holder, const char *reason,
                  const char *why)
{
    struct host *host = exercise->host;
    struct arena *arena = arena_open();
    struct tree *parameters = tree_object(arena);
    tree_set_text(arena, parameters, TEXT("reason"), text_of(reason));
    struct text frame = frame_notify(arena, "bye", parameters);
    for (struct peer *peer = host->peers; peer; peer = peer->next)
        if (peer->holder && peer->holder->exercise == exercise &&
            (!holder || peer->holder == holder)) {
            peer_send(peer, frame);
            peer_detach(peer);
            host->ports.disconnect(host->ports.context, peer->connection, TOKEN_ENDED,
                                   text_of(why));
        }
    arena_close(arena);
}

void holder_cut(struct holder *holder)
{
    exercise_cut(holder->exercise, holder, "token", "this link was replaced by another");
}

/* --- attach --- */

static struct stream *holder_stream(const struct holder *holder, struct table *table)
{
    const struct person *person = holder->person;
    if (holder->kind == HOLDER_CONTROL)
        return holder->exercise->control_stream;
    if (holder->kind == HOLDER_SPECTATOR)
        return table_stream(table, (struct audience){AUDIENCE_PUBLIC, -1});
    if (person->table && person->table->game)
        return table_stream(person->table, (struct audience){AUDIENCE_PARTY, person->party});
    return holder->exercise->hall_stream;
}

static int64_t next_key(const struct holder *holder)
{
    const struct key_ring *ring = holder->kind == HOLDER_CONTROL
                                      ? &holder->controller->keys
                                      : table_keys(holder->person->table, holder->person->seat);
    return ring->highest + 1;
}

static struct tree *you_part(const struct holder *holder, const struct table *table,
                             struct arena *arena)
{
    struct tree *you = tree_object(arena);
    if (holder->kind == HOLDER_SPECTATOR) {
        tree_set_text(arena, you, TEXT("table"), table->id);
        return you;
    }
    if (holder->kind == HOLDER_CONTROL) {
        tree_set_text(arena, you, TEXT("controller"), holder->controller->id);
        tree_set_text(arena, you, TEXT("name"), holder->controller->name);
        return you;
    }
    const struct person *person = holder->person;
    tree_set_text(arena, you, TEXT("person"), person->id);
    tree_set_text(arena, you, TEXT("name"), person_name(person, arena));
    if (!person->table)
        return you;
    tree_set_text(arena, you, TEXT("table"), person->table->id);
    tree_set_text(arena, you, TEXT("party"), holder->exercise->scenario->parties[person->party].id);
    tree_set_text(arena, you, TEXT("seat"), person->seat);
    return you;
}

static void attach_answer(struct asked *asked, struct holder *holder, struct table *table)
{
    struct arena *arena = asked->arena;
    static const char *const kinds[] = {
        [HOLDER_PERSON] = "seat", [HOLDER_CONTROL] = "control", [HOLDER_SPECTATOR] = "spectator"};
    struct tree *answer = tree_object(arena);
    tree_set_text(arena, answer, TEXT("kind"), text_of(kinds[holder->kind]));
    tree_set(arena, answer, TEXT("exercise"), exercise_brief(holder->exercise, arena));
    tree_set(arena, answer, TEXT("you"), you_part(holder, table, arena));
    if (holder->kind == HOLDER_CONTROL || (holder->kind == HOLDER_PERSON && holder->person->table))
        tree_set_int(arena, answer, TEXT("next_key"), next_key(holder));
    tree_set_int(arena, answer, TEXT("now"), asked->host->now);
    stream_answer(holder_stream(holder, table), parameter_text(asked, "since", false), arena,
                  answer);
    tree_set(arena, answer, TEXT("presence"),
             holder->kind == HOLDER_PERSON && holder->person->table
                 ? table_presence(holder->person->table, arena)
                 : tree_object(arena));
    asked_answer(asked, answer);
}

/* A spectator's table: the one asked for, or the first. */
static struct table *spectator_table(struct asked *asked, const struct exercise *exercise)
{
    struct text wished = parameter_text(asked, "table", false);
    struct table *table = wished.length > 0           ? exercise_table(exercise, wished)
                          : exercise->table_count > 0 ? exercise->tables[0]
                                                      : NULL;
    return table && table->game ? table : NULL;
}

static void peer_become(struct peer *peer, struct holder *holder)
{
    if (peer->holder == holder) {
        peer_unsubscribe(peer, NULL);
        return;
    }
    peer_detach(peer);
    peer->holder = holder;
    /* Before the answer, which shows it already. */
    if (++holder->online > 1)
        return;
    holder_presence(holder);
    if (holder->kind == HOLDER_PERSON)
        person_back(holder->person);
}

void attach(struct asked *asked)
{
    struct peer *peer = asked->peer;
    struct text token = parameter_text(asked, "token", false);
    (void)parameter_text(asked, "since", false);
    (void)parameter_text(asked, "table", false);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct holder *holder = token.length > 0 ? token_holder(asked->host, token) : asked->holder;
    if (!holder || !holder->exercise->made || !holder->exercise->scenario) {
        asked_refuse(asked, "token.unknown", "token", "This link is not known here.");
        return;
    }
    struct table *table = NULL;
    if (holder->kind == HOLDER_SPECTATOR && !(table = spectator_table(asked, holder->exercise))) {
        asked_refuse(asked, "table.unknown", "table", "There is no such table.");
        return;
    }
    bool follows = peer->token.length == 0;
    if (follows)
        peer_become(peer, holder);
    if (holder->kind == HOLDER_CONTROL)
        exercise_show(holder->exercise); /* The answer is of now. */
    if (follows)
        stream_subscribe(holder_stream(holder, table), peer);
    attach_answer(asked, holder, table);
}

/* --- control looks into a table --- */

static struct table *asked_table(struct asked *asked)
{
    struct text id = parameter_text(asked, "table", true);
    struct table *table = exercise_table(asked->holder->exercise, id);
    if (!table || !table->game)
        parameter_refuse(asked, "table.unknown", "table", "There is no such table.");
    return table;
}

void table_attach(struct asked *asked)
{
    struct arena *arena = asked->arena;
    const struct exercise *exercise = asked->holder->exercise;
    struct table *table = asked_table(asked);
    struct text as = parameter_text(asked, "as", false);
    struct text since = parameter_text(asked, "since", false);
    struct audience audience = {AUDIENCE_CONTROL, -1};
    if (as.length > 0) {
        audience = (struct audience){AUDIENCE_PARTY, scenario_party(exercise->scenario, as)};
        if (audience.party < 0)
            parameter_refuse(asked, "party.unknown", "as", "There is no such delegation.");
    }
    const struct scenario *scenario = scenario_spoken(asked, exercise->scenario);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct stream *stream = table_stream(table, audience);
    if (asked->peer->token.length == 0) {
        peer_unsubscribe(asked->peer, table);
        stream_subscribe(stream, asked->peer);
    }
    struct tree *answer = tree_object(arena);
    stream_answer(stream, since, arena, answer);
    tree_set(arena, answer, TEXT("scenario"),
             scenario_view(scenario, exercise->edition, audience, arena));
    tree_set(arena, answer, TEXT("presence"), table_presence(table, arena));
    asked_answer(asked, answer);
}

void table_detach(struct asked *asked)
{
    struct table *table = asked_table(asked);
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    peer_unsubscribe(asked->peer, table);
    asked_answer(asked, tree_object(asked->arena));
}
