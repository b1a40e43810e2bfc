/* What anyone may ask: the server, and its scenarios. */
#include "method.h"

#ifndef ENTENTE_VERSION
#define ENTENTE_VERSION "0"
#endif

void server_info(struct asked *asked)
{
    struct host *host = asked->host;
    struct arena *arena = asked->arena;
    struct tree *limits = tree_object(arena);
    tree_set_int(arena, limits, TEXT("message_bytes"), MESSAGE_BYTES_MAX);
    tree_set_int(arena, limits, TEXT("message_characters"), 2000);
    tree_set_int(arena, limits, TEXT("name_characters"), NAME_CHARACTERS_MAX);
    tree_set_int(arena, limits, TEXT("clauses"), 100);
    tree_set_int(arena, limits, TEXT("tables"), TABLES_MAX);
    tree_set_int(arena, limits, TEXT("commands_burst"), 20);
    tree_set_int(arena, limits, TEXT("commands_per_second"), 5);
    struct tree *answer = tree_object(arena);
    tree_set_text(arena, answer, TEXT("name"), TEXT("Entente"));
    tree_set_text(arena, answer, TEXT("version"), TEXT(ENTENTE_VERSION));
    tree_set_int(arena, answer, TEXT("now"), host->now);
    tree_set_int(arena, answer, TEXT("keep_days"), host->keep_ms / INT64_C(86400000));
    tree_set_bool(arena, answer, TEXT("create_key"), peer_needs_key(asked->peer));
    tree_set(arena, answer, TEXT("limits"), limits);
    if (host->address.length > 0)
        tree_set_text(arena, answer, TEXT("address"), host->address);
    asked_answer(asked, answer);
}

static struct tree *parties_list(const struct scenario *scenario, struct arena *arena)
{
    struct tree *parties = tree_object(arena);
    for (size_t party = 0; party < scenario->party_count; party++) {
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("name"), scenario->parties[party].name);
        tree_set_text(arena, item, TEXT("colour"), scenario->parties[party].colour);
        tree_set(arena, parties, scenario->parties[party].id, item);
    }
    return parties;
}

static struct tree *editions_list(const struct scenario *scenario, struct arena *arena)
{
    struct tree *editions = tree_object(arena);
    for (size_t edition = 0; edition < scenario->edition_count; edition++) {
        if (scenario->editions[edition].id.length == 0)
            continue; /* the one that opens everything */
        struct tree *item = tree_object(arena);
        tree_set_text(arena, item, TEXT("title"), scenario->editions[edition].title);
        if (edition == scenario->edition_start)
            tree_set_bool(arena, item, TEXT("default"), true);
        tree_set(arena, editions, scenario->editions[edition].id, item);
    }
    return editions;
}

const struct scenario *scenario_spoken(struct asked *asked, const struct scenario *scenario)
{
    struct text language = parameter_text(asked, "language", false);
    return scenario ? scenario_in(scenario, language) : NULL;
}

/* Its own, and those that it has a locale for. */
static struct tree *languages_list(const struct scenario *scenario, struct arena *arena)
{
    struct tree *languages = tree_list(arena);
    tree_append(arena, languages, tree_text(arena, scenario->language));
    for (size_t index = 0; index < scenario->translation_count; index++)
        tree_append(arena, languages, tree_text(arena, scenario->translations[index].language));
    return languages;
}

static struct tree *scenario_brief(struct asked *asked, const struct scenario *own)
{
    struct arena *arena = asked->arena;
    const struct scenario *scenario = scenario_spoken(asked, own);
    struct tree *brief = tree_object(arena);
    tree_set_text(arena, brief, TEXT("id"), scenario->id);
    tree_set_text(arena, brief, TEXT("title"), scenario->title);
    tree_set_text(arena, brief, TEXT("summary"), scenario->summary);
    tree_set_int(arena, brief, TEXT("minutes"), scenario->minutes);
    tree_set_text(arena, brief, TEXT("language"), scenario->language);
    tree_set(arena, brief, TEXT("languages"), languages_list(own, arena));
    tree_set(arena, brief, TEXT("parties"), parties_list(scenario, arena));
    struct tree *essential = tree_list(arena);
    for (size_t party = 0; party < scenario->party_count; party++)
        if (scenario->essential & party_bit((int)party))
            tree_append(arena, essential, tree_text(arena, scenario->parties[party].id));
    tree_set(arena, brief, TEXT("essential"), essential);
    tree_set(arena, brief, TEXT("editions"), editions_list(scenario, arena));
    return brief;
}

void scenario_list(struct asked *asked)
{
    struct host *host = asked->host;
    struct tree *scenarios = tree_list(asked->arena);
    for (size_t index = 0; index < host->shelf_count; index++)
        tree_append(asked->arena, scenarios, scenario_brief(asked, host->shelf[index]));
    struct tree *answer = tree_object(asked->arena);
    tree_set(asked->arena, answer, TEXT("scenarios"), scenarios);
    if (asked->refused)
        asked_refuse_with(asked, &asked->refusal);
    else
        asked_answer(asked, answer);
}

/* As its holder may know it, where it is the holder's own. */
static struct audience holder_audience(const struct holder *holder)
{
    if (holder->kind == HOLDER_CONTROL)
        return (struct audience){AUDIENCE_CONTROL, -1};
    if (holder->kind == HOLDER_PERSON && holder->person->table)
        return (struct audience){AUDIENCE_PARTY, holder->person->party};
    return (struct audience){AUDIENCE_PUBLIC, -1};
}

void scenario_get(struct asked *asked)
{
    struct host *host = asked->host;
    struct text id = parameter_text(asked, "scenario", false);
    const struct tree *wished = tree_get(asked->parameters, TEXT("edition"));
    struct text edition_id = parameter_text(asked, "edition", false);
    const struct scenario *scenario = NULL;
    struct audience audience = {AUDIENCE_PUBLIC, -1};
    uint32_t edition = 0;
    const struct exercise *own = asked->holder ? asked->holder->exercise : NULL;
    if (own && (id.length == 0 || text_equal(id, own->scenario->id))) {
        scenario = own->scenario;
        audience = holder_audience(asked->holder);
        edition = own->edition;
    } else {
        scenario = id.length > 0            ? shelf_scenario(host, id)
                   : host->shelf_count == 1 ? host->shelf[0]
                                            : NULL;
        if (!scenario && id.length == 0)
            parameter_refuse(asked, "parameter.missing", "scenario", "Say which scenario.");
        else if (!scenario)
            parameter_refuse(asked, "scenario.unknown", "scenario", "There is no such scenario.");
        else
            edition = scenario->edition_start;
    }
    if (scenario && wished) {
        int found = scenario_edition(scenario, edition_id);
        if (found < 0)
            parameter_refuse(asked, "edition.unknown", "edition", "There is no such edition.");
        else
            edition = (uint32_t)found;
    }
    scenario = scenario_spoken(asked, scenario);
    if (asked->refused)
        asked_refuse_with(asked, &asked->refusal);
    else
        asked_answer(asked, scenario_view(scenario, edition, audience, asked->arena));
}

/* All of it, for who prints it before a class: who may make an exercise of it could read the same
 * there, as its control. */
void scenario_pack(struct asked *asked)
{
    uint32_t edition = 0;
    struct text id = parameter_text(asked, "scenario", true);
    (void)parameter_text(asked, "edition", false);
    create_key_checked(asked);
    const struct scenario *scenario = asked->refused ? NULL : wished_scenario(asked, id, &edition);
    scenario = scenario_spoken(asked, scenario);
    if (asked->refused)
        asked_refuse_with(asked, &asked->refusal);
    else
        asked_answer(asked, scenario_view(scenario, edition,
                                          (struct audience){AUDIENCE_CONTROL, -1}, asked->arena));
}
