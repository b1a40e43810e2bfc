/* Making an exercise, and a game for one at once. */
#include "create.h"
#include "method.h"

#include "must.h"
#include "sha256.h"

#include <stdlib.h>

enum { NOTICE_CHARACTERS_MAX = 2000 };

/* --- entry 1 --- */

static struct text seed_make(struct host *host, struct arena *arena)
{
    uint64_t words[2];
    host->ports.random(host->ports.context, words, sizeof(words));
    return arena_print(arena, "%016llx%016llx", (unsigned long long)words[0],
                       (unsigned long long)words[1]);
}

static struct tree *tables_plan(struct op *op, int64_t count, const struct tree *fork)
{
    struct host *host = op->exercise->host;
    struct tree *tables = tree_list(op->arena);
    for (int64_t number = 1; number <= count; number++) {
        struct tree *table = tree_object(op->arena);
        tree_set_text(op->arena, table, TEXT("id"), host_id(host, op->arena));
        tree_set_text(op->arena, table, TEXT("name"),
                      arena_print(op->arena, "Room %lld", (long long)number));
        struct text seed = TEXT("");
        if (!tree_get_text(fork, TEXT("seed"), &seed))
            seed = seed_make(host, op->arena);
        tree_set_text(op->arena, table, TEXT("seed"), seed);
        if (fork)
            tree_set(op->arena, table, TEXT("fork"), (struct tree *)(uintptr_t)fork);
        tree_append(op->arena, tables, table);
    }
    return tables;
}

void plan_tells(struct op *op, const char *method, const struct tree *parameters,
                const struct tree *tables)
{
    struct arena *arena = op->arena;
    struct tree *event = op_event(op, "command");
    struct tree *where = tree_list(arena);
    for (size_t index = 0; index < tables->count; index++)
        tree_append(arena, where, tree_get(tables->members[index].value, TEXT("id")));
    tree_set_text(arena, event, TEXT("method"), text_of(method));
    if (parameters)
        tree_set(arena, event, TEXT("params"), tree_copy(arena, parameters));
    tree_set(arena, event, TEXT("tables"), where);
}

void plan_event(struct op *op, const struct plan *plan)
{
    struct arena *arena = op->arena;
    struct tree *event = op_event(op, "created");
    tree_set_text(arena, event, TEXT("scenario"), plan->scenario->hash);
    tree_set_text(arena, event, TEXT("edition"), plan->edition);
    tree_set_text(arena, event, TEXT("name"), plan->name);
    tree_set_text(arena, event, TEXT("mode"), plan->mode);
    tree_set_text(arena, event, TEXT("code"), code_make(op->exercise->host, arena));
    tree_set_bool(arena, event, TEXT("calculator"), plan->calculator);
    tree_set_bool(arena, event, TEXT("advice"), plan->advice);
    tree_set_bool(arena, event, TEXT("untimed"), plan->untimed);
    tree_set_bool(arena, event, TEXT("bots"), plan->bots);
    if (plan->listed)
        tree_set(arena, event, TEXT("listed"), tree_copy(arena, plan->listed));
    if (plan->keep)
        tree_set_bool(arena, event, TEXT("keep"), true);
    tree_set_text(arena, event, TEXT("control"), plan->control);
    tree_set_text(arena, event, TEXT("spectator"), plan->spectator);
    if (plan->pace.length > 0)
        tree_set_text(arena, event, TEXT("pace"), plan->pace);
    if (plan->timezone.length > 0)
        tree_set_text(arena, event, TEXT("timezone"), plan->timezone);
    if (plan->anonymous)
        tree_set_bool(arena, event, TEXT("anonymous"), true);
    if (plan->rotate_heads)
        tree_set_bool(arena, event, TEXT("rotate_heads"), true);
    if (plan->grouping.length > 0)
        tree_set_text(arena, event, TEXT("grouping"), plan->grouping);
    if (plan->notice.length > 0)
        tree_set_text(arena, event, TEXT("notice"), plan->notice);
    struct tree *tables = tables_plan(op, plan->tables, plan->fork);
    tree_set(arena, event, TEXT("tables"), tables);
    if (plan->schedule)
        plan_tells(op, "exercise.schedule", plan->schedule, tables);
}

/* --- the way into the store --- */

/* Its own work waits until the scenario is kept. Where it is not, the token is free again, for
 * another try. */
static void scenario_kept(void *subject, enum journal_outcome outcome, struct text words)
{
    (void)words;
    struct exercise *exercise = subject;
    exercise->busy = false;
    exercise->frozen = outcome != JOURNAL_DONE;
    if (outcome == JOURNAL_DONE) {
        struct scenario *scenario = scenario_by_hash(exercise->host, exercise->scenario_hash);
        index_put(&exercise->host->blobs, scenario->hash, scenario);
    } else {
        index_remove(&exercise->host->tokens, exercise->controllers->holder.hash);
    }
    exercise_pump(exercise);
}

static void exercise_begin(struct exercise *exercise, const struct scenario *scenario)
{
    struct host *host = exercise->host;
    exercise->scenario_hash = scenario->hash;
    if (index_find(&host->blobs, scenario->hash))
        return;
    exercise->busy = true;
    host_blob_put(host, scenario->hash, scenario_bundle(scenario), scenario_kept, exercise);
}

/* A token whose exercise is not made yet: whoever asks with it again waits for the same one. */
static void token_reserve(struct holder *holder, struct text hash)
{
    holder->hash = arena_copy(holder->exercise->arena, hash);
    index_put(&holder->exercise->host->tokens, holder->hash, holder);
}

static void tables_pin(struct op *op)
{
    struct exercise *exercise = op->exercise;
    op->waits += (unsigned)exercise->table_count;
    for (size_t index = 0; index < exercise->table_count; index++)
        table_pin(exercise->tables[index], op_letter_done, op);
}

/* --- exercise.create --- */

static void create_answer(struct op *op)
{
    struct exercise *exercise = op->exercise;
    struct arena *arena = op->arena;
    struct text token = TEXT("");
    (void)tree_get_text(op->asked->parameters, TEXT("token"), &token);
    struct tree *tables = tree_list(arena);
    for (size_t index = 0; index < exercise->table_count; index++) {
        struct tree *table = tree_object(arena);
        tree_set_text(arena, table, TEXT("id"), exercise->tables[index]->id);
        tree_set_text(arena, table, TEXT("name"), exercise->tables[index]->name);
        tree_append(arena, tables, table);
    }
    struct tree *answer = tree_object(arena);
    tree_set_text(arena, answer, TEXT("exercise"), exercise->id);
    tree_set_text(arena, answer, TEXT("code"), exercise->code);
    tree_set(arena, answer, TEXT("tables"), tables);
    tree_set_text(arena, answer, TEXT("spectator"), token_spectator(arena, token));
    asked_answer(op->asked, answer);
}

/* Who asked with one token in two ways at once has it in the first of them. True where that was the
 * other one, which is told. */
static bool refused_as_other(struct op *op, enum holder_kind kind)
{
    struct text token = TEXT("");
    (void)tree_get_text(op->asked->parameters, TEXT("token"), &token);
    const struct holder *holder = token_holder(op->exercise->host, token);
    if (holder && holder->kind == kind)
        return false;
    asked_refuse(op->asked, "token.invalid", "token", "This token is somebody else's.");
    return true;
}

void created_finish(struct op *op)
{
    if (op->table_refused)
        asked_refuse_with(op->asked, &op->table_refusal);
    else if (!refused_as_other(op, HOLDER_CONTROL))
        create_answer(op);
}

static void create_decide(struct op *op)
{
    struct asked *asked = op->asked;
    if (op->exercise->made)
        return; /* asked again */
    struct text token = parameter_text(asked, "token", true);
    struct scenario *scenario = scenario_by_hash(asked->host, op->exercise->scenario_hash);
    struct text mode = parameter_text(asked, "mode", false);
    struct text name = parameter_text(asked, "name", false);
    struct plan plan = {
        .scenario = scenario,
        .edition = scenario->editions[op->option].id,
        .name = name.length > 0 ? name : scenario->title,
        .mode = mode.length > 0 ? mode : TEXT("room"),
        .control = token_hash(op->arena, token),
        .spectator = token_hash(op->arena, token_spectator(op->arena, token)),
        .tables = parameter_int(asked, "tables", 1, TABLES_MAX, 1),
        .pace = parameter_text(asked, "pace", false),
        .timezone = parameter_text(asked, "timezone", false),
        .schedule = tree_get(asked->parameters, TEXT("schedule")),
        .listed = tree_get(asked->parameters, TEXT("listed")),
        .calculator = parameter_flag(asked, "calculator", true),
        .advice = parameter_flag(asked, "advice", parameter_flag(asked, "calculator", true)),
        .untimed = parameter_flag(asked, "untimed", false),
        .bots = parameter_flag(asked, "bots", false),
        .keep = parameter_flag(asked, "keep", false),
        .anonymous = parameter_flag(asked, "anonymous", false),
        .rotate_heads = parameter_flag(asked, "rotate_heads", false),
        .grouping = parameter_text(asked, "grouping", false),
        .notice = parameter_text(asked, "notice", false),
    };
    plan_event(op, &plan);
}

bool create_key_given(struct asked *asked)
{
    struct text wanted = asked->host->create_key;
    struct text given = parameter_text(asked, "create_key", false);
    if (wanted.length == 0)
        return false;
    /* Compared by hash, so that the time it takes tells nothing of the key. */
    return text_equal(sha256_hex(asked->arena, wanted), sha256_hex(asked->arena, given));
}

void create_key_checked(struct asked *asked)
{
    bool knows_key = create_key_given(asked);
    if (peer_needs_key(asked->peer) && !knows_key)
        parameter_refuse(asked, "create.key", "create_key",
                         "This server asks for its operator's key to create an exercise.");
}

const struct scenario *wished_scenario(struct asked *asked, struct text id, uint32_t *edition)
{
    const struct scenario *scenario = shelf_scenario(asked->host, id);
    if (!scenario) {
        parameter_refuse(asked, "scenario.unknown", "scenario", "There is no such scenario.");
        return NULL;
    }
    *edition = scenario->edition_start;
    struct text wished;
    if (!tree_get_text(asked->parameters, TEXT("edition"), &wished))
        return scenario;
    int found = scenario_edition(scenario, wished);
    if (found < 0)
        parameter_refuse(asked, "edition.unknown", "edition", "There is no such edition.");
    else
        *edition = (uint32_t)found;
    return scenario;
}

static bool one_of(struct text word, const char *const *words)
{
    for (; *words; words++)
        if (text_equal(word, text_of(*words)))
            return true;
    return word.length == 0; /* not given */
}

/* What is chosen from a few words, and the time. */
static void create_check_options(struct asked *asked)
{
    static const char *const modes[] = {"room", "online", "mixed", NULL};
    static const char *const paces[] = {"live", "async", NULL};
    struct text pace = parameter_text(asked, "pace", false);
    bool untimed = parameter_flag(asked, "untimed", false);
    static const char *const groupings[] = {"even", "random", "choice", "hand", NULL};
    if (!one_of(parameter_text(asked, "grouping", false), groupings))
        parameter_refuse(asked, "parameter.invalid", "grouping",
                         "People are grouped even, random, by choice or by hand.");
    if (text_count_characters(parameter_text(asked, "notice", false)) > NOTICE_CHARACTERS_MAX)
        parameter_refuse(asked, "parameter.invalid", "notice",
                         "A notice has at most 2,000 characters.");
    if (!one_of(parameter_text(asked, "mode", false), modes))
        parameter_refuse(asked, "parameter.invalid", "mode", "A mode is room, online or mixed.");
    if (!one_of(pace, paces))
        parameter_refuse(asked, "parameter.invalid", "pace",
                         "A pace is live (minutes, while the server runs) or async (days).");
    if (parameter_text(asked, "timezone", false).length > 60)
        parameter_refuse(asked, "parameter.invalid", "timezone",
                         "A time zone is written as Europe/Kyiv.");
    if (untimed && tree_get(asked->parameters, TEXT("schedule")))
        parameter_refuse(asked, "parameter.invalid", "schedule",
                         "Without a clock there is no schedule.");
}

static const struct scenario *create_check(struct asked *asked, uint32_t *edition)
{
    struct text id = parameter_text(asked, "scenario", true);
    (void)parameter_text(asked, "edition", false);
    struct text name = parameter_text(asked, "name", false);
    struct text token = parameter_text(asked, "token", true);
    (void)parameter_int(asked, "tables", 1, TABLES_MAX, 1);
    (void)parameter_flag(asked, "calculator", true);
    (void)parameter_flag(asked, "advice", true);
    (void)parameter_flag(asked, "bots", false);
    (void)parameter_flag(asked, "keep", false);
    (void)parameter_flag(asked, "anonymous", false);
    (void)parameter_flag(asked, "rotate_heads", false);
    create_check_options(asked);
    create_key_checked(asked);
    if (name.length > 0 && (text_count_characters(name) > 80))
        parameter_refuse(asked, "parameter.invalid", "name", "A name has at most 80 characters.");
    if (!token_valid(token))
        parameter_refuse(asked, "token.invalid", "token",
                         "A token is 22 to 64 characters of base64url.");
    const struct scenario *scenario = wished_scenario(asked, id, edition);
    if (scenario && tree_get(asked->parameters, TEXT("schedule")))
        schedule_check(asked, scenario);
    if (scenario)
        listing_check(asked, scenario);
    return scenario;
}

void make(struct asked *asked, const struct making *making, const struct scenario *scenario,
          uint32_t option)
{
    struct host *host = asked->host;
    if (asked->refused) {
        asked_refuse_with(asked, &asked->refusal);
        return;
    }
    struct text token = parameter_text(asked, "token", true);
    struct holder *holder = token_holder(host, token);
    if (holder && !making->may_ask(holder)) {
        asked_refuse(asked, "token.invalid", "token", "This token is somebody else's.");
        return;
    }
    if (!holder && !address_makes(host, asked->peer)) {
        asked_refuse(asked, "limit.rate", "", "Too many games at once; wait a minute.");
        return;
    }
    struct exercise *exercise = holder ? holder->exercise : NULL;
    if (!exercise) {
        exercise = exercise_open(host, host_id(host, asked->arena));
        /* Control's place is kept for the token, in play.now until the person is there to take it.
         */
        token_reserve(&exercise->controllers->holder, token_hash(asked->arena, token));
        exercise_begin(exercise, scenario);
    }
    struct op *op = op_open(exercise, asked, making->decide);
    /* Who controls another exercise is nobody in this one: their token says what was asked before.
     */
    op->by = NULL;
    op->key = 0;
    op->option = option;
    op->finish = making->finish;
    op->context = making->context;
    op->drive = tables_pin;
    op_submit(op);
}

bool holder_controls(const struct holder *holder)
{
    return holder->kind == HOLDER_CONTROL;
}

void exercise_create(struct asked *asked)
{
    static const struct making making = {holder_controls, create_decide, created_finish};
    uint32_t edition = 0;
    const struct scenario *scenario = create_check(asked, &edition);
    make(asked, &making, scenario, edition);
}

/* --- play.now --- */

void play_finish(struct op *op)
{
    struct exercise *exercise = op->exercise;
    struct arena *arena = op->arena;
    if (op->table_refused) {
        asked_refuse_with(op->asked, &op->table_refusal);
        return;
    }
    if (refused_as_other(op, HOLDER_PERSON))
        return;
    struct text token = TEXT("");
    (void)tree_get_text(op->asked->parameters, TEXT("token"), &token);
    const struct holder *holder = token_holder(exercise->host, token);
    struct tree *answer = tree_object(arena);
    tree_set_text(arena, answer, TEXT("exercise"), exercise->id);
    if (holder->person->table) {
        const struct person *person = holder->person;
        tree_set_text(arena, answer, TEXT("table"), person->table->id);
        tree_set_text(arena, answer, TEXT("seat"), person->seat);
        tree_set_text(arena, answer, TEXT("party"), exercise->scenario->parties[person->party].id);
    }
    tree_set_text(arena, answer, TEXT("code"), exercise->code);
    asked_answer(op->asked, answer);
}

/* An event that names a seat at a table that is only planned. */
static void planned_seat(struct op *op, const char *type, struct text person, struct text name,
                         struct text table, struct text party)
{
    struct arena *arena = op->arena;
    struct tree *event = op_event(op, type);
    tree_set_text(arena, event, TEXT("person"), person);
    if (name.length > 0)
        tree_set_text(arena, event, TEXT("name"), name);
    tree_set_text(arena, event, TEXT("table"), table);
    tree_set_text(arena, event, TEXT("party"), party);
    tree_set_text(arena, event, TEXT("role"), TEXT("head"));
    tree_set_text(arena, event, TEXT("seat"), host_id(op->exercise->host, arena));
}

void play_people(struct op *op, const struct scenario *scenario, struct text table,
                 struct text token)
{
    struct host *host = op->exercise->host;
    struct arena *arena = op->arena;
    struct text name = parameter_text(op->asked, "name", false);
    struct text person = host_id(host, arena);
    struct tree *joined = op_event(op, "joined");
    tree_set_text(arena, joined, TEXT("person"), person);
    tree_set_text(arena, joined, TEXT("name"),
                  name.length > 0 ? name : scenario->parties[op->option].short_name);
    tree_set_text(arena, joined, TEXT("token"), token_hash(arena, token));
    planned_seat(op, "assigned", person, TEXT(""), table, scenario->parties[op->option].id);
    plan_bots(op, scenario, table, (int)op->option);
}

void plan_bots(struct op *op, const struct scenario *scenario, struct text table, int but)
{
    for (int party = 0; party < (int)scenario->party_count; party++)
        if (party != but)
            planned_seat(op, "bot", host_id(op->exercise->host, op->arena),
                         scenario->parties[party].short_name, table, scenario->parties[party].id);
}

static void play_decide(struct op *op)
{
    struct exercise *exercise = op->exercise;
    struct host *host = exercise->host;
    if (exercise->made) {
        /* Asked again; or with a seat's token of some other game. */
        if (!exercise->alone || exercise->tables[0]->fork)
            op_refuse(op, "token.invalid", "token", "This token is somebody else's.");
        return;
    }
    struct text token = parameter_text(op->asked, "token", true);
    const struct scenario *scenario = scenario_by_hash(host, op->exercise->scenario_hash);
    struct plan plan = {.scenario = scenario,
                        .edition = scenario->editions[scenario->edition_start].id,
                        .name = scenario->title,
                        .mode = TEXT("online"),
                        .control = TEXT(""),
                        .spectator = TEXT(""),
                        .tables = 1,
                        .calculator = true,
                        .advice = true,
                        .untimed = true,
                        .bots = true};
    plan_event(op, &plan);
    struct text table = TEXT("");
    const struct tree *tables = tree_get(op->events->members[0].value, TEXT("tables"));
    must(tree_get_text(tables->members[0].value, TEXT("id"), &table));
    play_people(op, scenario, table, token);
    plan_tells(op, "exercise.start", NULL, tables);
}

/* The shortest is the one to begin with. */
static const struct scenario *first_scenario(const struct host *host)
{
    const struct scenario *first = NULL;
    for (size_t index = 0; index < host->shelf_count; index++)
        if (!first || host->shelf[index]->minutes < first->minutes)
            first = host->shelf[index];
    return first;
}

static const struct scenario *play_check(struct asked *asked, uint32_t *party)
{
    struct text id = parameter_text(asked, "scenario", false);
    struct text wished = parameter_text(asked, "party", false);
    struct text name = parameter_text(asked, "name", false);
    struct text token = parameter_text(asked, "token", true);
    const struct scenario *scenario =
        id.length > 0 ? shelf_scenario(asked->host, id) : first_scenario(asked->host);
    if (!token_valid(token))
        parameter_refuse(asked, "token.invalid", "token",
                         "A token is 22 to 64 characters of base64url.");
    if (name.length > 0 && !name_valid(name))
        parameter_refuse(asked, "parameter.invalid", "name", "A name has 1 to 40 characters.");
    if (!scenario) {
        parameter_refuse(asked, "scenario.unknown", "scenario", "There is no such scenario.");
        return NULL;
    }
    *party = 0;
    while (scenario->essential && !(scenario->essential & party_bit((int)*party)))
        (*party)++;
    int found = wished.length > 0 ? scenario_party(scenario, wished) : (int)*party;
    if (found < 0)
        parameter_refuse(asked, "party.unknown", "party", "There is no such delegation.");
    else
        *party = (uint32_t)found;
    return scenario;
}

bool holder_plays(const struct holder *holder)
{
    return holder->kind == HOLDER_PERSON || !holder->exercise->made;
}

void play_now(struct asked *asked)
{
    static const struct making making = {holder_plays, play_decide, play_finish};
    uint32_t party = 0;
    const struct scenario *scenario = play_check(asked, &party);
    make(asked, &making, scenario, party);
}
