/* Re-examination: what enters into force, settles, waits, is suspended and resumes. In the order of
 * drafting, in passes until nothing changes. Only suspensions can go to and fro: in at most as many
 * passes as there are texts in force. (Drafts do not count: how many there are is a secret.) What
 * else a pass changes, it changes for good. */
#include "scratch.h"

#include "must.h"

static struct instrument *text_at(struct scratch *scratch, size_t index)
{
    return &scratch->position.instruments[index];
}

static const struct instrument_type *type_of(struct scratch *scratch, size_t index)
{
    return &scratch->scenario->instruments[text_at(scratch, index)->kind];
}

static struct text path_of(struct scratch *scratch, size_t index, const char *part)
{
    return ARENA_JOIN(scratch->arena, TEXT("instruments."), type_of(scratch, index)->id, TEXT("."),
                      text_of(part));
}

/* Ratification may come and go until the text is in force; then it stays. */
static bool examine_ratified(struct scratch *scratch, size_t index)
{
    const struct instrument *text = text_at(scratch, index);
    const struct expression *const *when = type_of(scratch, index)->ratified_when;
    if (!when)
        return false;
    bool changed = false;
    for (size_t party = 0; party < scratch->scenario->party_count; party++) {
        party_set bit = party_bit((int)party);
        bool before = text->ratified & bit;
        if (!(text->signed_by & text->draft->invited & bit) ||
            (before && text->status == INSTRUMENT_IN_FORCE))
            continue;
        bool now =
            scratch_true(scratch, when[party], NULL, path_of(scratch, index, "ratified_when"));
        if (now == before)
            continue;
        scratch_emit(scratch, (struct event){.type = EVENT_RATIFIED,
                                             .instrument = text->id,
                                             .party = (int32_t)party,
                                             .flag = now});
        changed = true;
    }
    return changed;
}

/* The texts that enter together with this one, itself among them, in the order of drafting. False
 * where one of them no longer can. */
static bool group_of(struct scratch *scratch, size_t index, size_t *group, size_t *count)
{
    size_t all = scratch->position.instrument_count;
    bool *in = ARENA_ARRAY(scratch->arena, bool, all);
    in[index] = true;
    for (bool grown = true; grown;) {
        grown = false;
        for (size_t member = 0; member < all; member++) {
            const struct draft *draft = text_at(scratch, member)->draft;
            for (size_t link = 0; in[member] && link < draft->linked_count; link++) {
                const struct instrument *other =
                    instrument_find(&scratch->position, draft->linked[link]);
                must(other);
                size_t at = (size_t)(other - scratch->position.instruments);
                grown |= !in[at];
                in[at] = true;
            }
        }
    }
    *count = 0;
    for (size_t member = 0; member < all; member++) {
        if (!in[member])
            continue;
        if (text_at(scratch, member)->status != INSTRUMENT_DRAFT)
            return false;
        group[(*count)++] = member;
    }
    return true;
}

static bool has_brackets(const struct draft *draft)
{
    for (size_t index = 0; index < draft->clause_count; index++)
        if (draft->clauses[index].brackets)
            return true;
    for (size_t index = 0; index < draft->article_count; index++)
        if (draft->articles[index].brackets)
            return true;
    return false;
}

/* All whom the clause binds have signed, ratified and not reserved it, and who holds its key now
 * agrees. */
static bool clause_complete(struct scratch *scratch, size_t index,
                            const struct draft_clause *clause, party_set *bound)
{
    const struct instrument *text = text_at(scratch, index);
    bool failed = false;
    *bound = clause_binds(scratch->scenario, scratch_world(scratch), clause->key, clause->terms,
                          &failed);
    if (failed) {
        scratch_trouble(scratch,
                        arena_print(scratch->arena, "clauses.%.*s.binds",
                                    TEXT_ARGUMENTS(scratch->scenario->keys[clause->key].id)),
                        TEXT("Whom this clause binds could not be computed, so it is not "
                             "settled."));
        return false;
    }
    party_set missing;
    clause_replaces(&scratch->position, text, clause->key, &missing);
    return !(*bound & ~instrument_parties_to(text, clause->key)) && !missing;
}

/* Puts what the other texts of a group would settle into the world, and that they are in force. */
static void suppose_others(struct scratch *scratch, const size_t *group, size_t count, size_t but)
{
    for (size_t member = 0; member < count; member++) {
        if (group[member] == but)
            continue;
        const struct draft *draft = text_at(scratch, group[member])->draft;
        scratch->world.slots[type_of(scratch, group[member])->slot] = 1;
        scratch->stale = true;
        for (size_t index = 0; index < draft->clause_count; index++) {
            const struct draft_clause *clause = &draft->clauses[index];
            party_set bound;
            if (!clause_complete(scratch, group[member], clause, &bound))
                continue;
            world_settle(scratch->scenario, &scratch->world, clause->key, clause->terms, bound);
            scratch->stale = true;
        }
    }
}

/* The text's own conditions for entering, in the world as supposed. */
static bool text_ready(struct scratch *scratch, size_t index)
{
    const struct instrument *text = text_at(scratch, index);
    const struct instrument_type *type = type_of(scratch, index);
    const struct draft *draft = text->draft;
    if (has_brackets(draft))
        return false;
    party_set parties = instrument_parties(text);
    if (!type->in_force_when && parties != draft->invited)
        return false;
    /* Both slots are read by an instrument's own expressions alone. */
    scratch->world.slots[scratch->scenario->slot_signatories] = (int64_t)parties;
    scratch->world.slots[scratch->scenario->slot_invited] = (int64_t)draft->invited;
    scratch->stale = true;
    bool ready =
        scratch_true(scratch, type->in_force_when, NULL, path_of(scratch, index, "in_force_when"));
    scratch->world.slots[scratch->scenario->slot_signatories] = 0;
    scratch->world.slots[scratch->scenario->slot_invited] = 0;
    scratch->stale = true;
    for (size_t condition = 0; ready && condition < draft->takes_effect_count; condition++) {
        const struct condition *rule =
            &scratch->scenario->conditions[draft->takes_effect_if[condition]];
        ready =
            scratch_true(scratch, rule->when, NULL,
                         ARENA_JOIN(scratch->arena, TEXT("conditions."), rule->id, TEXT(".when")));
    }
    return ready;
}

static bool group_ready(struct scratch *scratch, const size_t *group, size_t count)
{
    for (size_t member = 0; member < count; member++) {
        int64_t *state = count > 1 ? scratch_suppose(scratch) : NULL;
        if (state)
            suppose_others(scratch, group, count, group[member]);
        bool ready = text_ready(scratch, group[member]);
        if (state)
            scratch_return(scratch, state);
        if (!ready)
            return false;
    }
    return true;
}

/* Keys whose on_entry is to run once all are settled. */
struct entries {
    uint32_t *keys;
    size_t count;
};

static struct entries entries_open(struct scratch *scratch)
{
    return (struct entries){
        .keys = ARENA_ARRAY(scratch->arena, uint32_t, scratch->scenario->key_count)};
}

static bool requirements_hold(struct scratch *scratch, size_t index, const size_t *group,
                              size_t count, const struct draft_clause *clause)
{
    int64_t *state = count > 1 ? scratch_suppose(scratch) : NULL;
    if (state)
        suppose_others(scratch, group, count, index);
    bool hold =
        !clause_requirement_failed(scratch->scenario, scratch_world(scratch),
                                   text_at(scratch, index)->draft, clause->key, clause->terms);
    if (state)
        scratch_return(scratch, state);
    return hold;
}

/* Settles what is complete of a text in force; the rest stays dormant. `group` are the texts that
 * enter with it at this moment. */
static bool examine_clauses(struct scratch *scratch, size_t index, const size_t *group,
                            size_t count, struct entries *entries)
{
    const struct instrument *text = text_at(scratch, index);
    bool changed = false;
    for (size_t at = 0; at < text->draft->clause_count; at++) {
        const struct draft_clause *clause = &text->draft->clauses[at];
        enum clause_state before = (enum clause_state)text->clauses[at];
        if (before != CLAUSE_PROPOSED && before != CLAUSE_DORMANT)
            continue;
        party_set bound;
        bool settles = clause_complete(scratch, index, clause, &bound) &&
                       requirements_hold(scratch, index, group, count, clause);
        if (!settles && before == CLAUSE_DORMANT)
            continue;
        changed = true;
        if (!settles) {
            scratch_emit(scratch, (struct event){.type = EVENT_DORMANT,
                                                 .instrument = text->id,
                                                 .key = clause->key,
                                                 .flag = true});
            continue;
        }
        const struct clause_key *key = &scratch->scenario->keys[clause->key];
        bool replaces = scratch->position.holders[clause->key] != NONE;
        scratch_emit(scratch,
                     (struct event){
                         .type = EVENT_SETTLED,
                         .instrument = text->id,
                         .key = clause->key,
                         .values = clause->terms,
                         .value_count = scratch->scenario->clause_types[key->type].term_count,
                         .parties = bound,
                     });
        if (!replaces && !scratch->position.entry_run[clause->key])
            entries->keys[entries->count++] = clause->key;
    }
    return changed;
}

static void entries_run(struct scratch *scratch, const struct entries *entries)
{
    for (size_t index = 0; index < entries->count; index++) {
        const struct clause_key *key = &scratch->scenario->keys[entries->keys[index]];
        scratch_emit(scratch, (struct event){.type = EVENT_ENTRY_RUN, .key = entries->keys[index]});
        effects_run(scratch, &key->on_entry, key->id);
    }
}

static bool examine_entry(struct scratch *scratch, size_t index)
{
    size_t *group = ARENA_ARRAY(scratch->arena, size_t, scratch->position.instrument_count);
    size_t count = 0;
    if (!group_of(scratch, index, group, &count) || !group_ready(scratch, group, count))
        return false;
    for (size_t member = 0; member < count; member++)
        scratch_emit(scratch, (struct event){.type = EVENT_ENTERED,
                                             .instrument = text_at(scratch, group[member])->id});
    struct entries entries = entries_open(scratch);
    for (size_t member = 0; member < count; member++)
        examine_clauses(scratch, group[member], group, count, &entries);
    entries_run(scratch, &entries);
    return true;
}

static bool examine_dormant(struct scratch *scratch, size_t index)
{
    struct entries entries = entries_open(scratch);
    bool changed = examine_clauses(scratch, index, NULL, 0, &entries);
    entries_run(scratch, &entries);
    return changed;
}

/* --- suspension --- */

static struct rest rest_of(struct scratch *scratch, const struct position *position)
{
    const struct scenario *scenario = scratch->scenario;
    struct world world = world_copy(scenario, &scratch->world, scratch->arena);
    struct position awake = position_copy(scenario, position, world.slots, scratch->arena);
    for (size_t index = 0; index < awake.instrument_count; index++)
        awake.instruments[index].suspended = false;
    position_derive(scenario, &awake);
    world_refresh(scenario, &world);
    return (struct rest){world, awake.instruments, awake.instrument_count, awake.holders};
}

static bool reads_differ(const struct expression *expression, const struct world *left,
                         const struct world *right)
{
    size_t count;
    const uint32_t *reads = expression_reads(expression, &count);
    for (size_t index = 0; index < count; index++)
        if (left->slots[reads[index]] != right->slots[reads[index]] ||
            left->failed[reads[index]] != right->failed[reads[index]])
            return true;
    return false;
}

/* Whether anything has changed that a suspension could depend on. Where suspensions chase one
 * another without rest, each re-examination would leave others of them on, so that all could see
 * how often there was one: for a secret draft, say. */
static bool is_stirred(struct scratch *scratch)
{
    const struct scenario *scenario = scratch->scenario;
    struct rest *rest = &scratch->rest;
    if (!rest->world.slots)
        *rest = rest_of(scratch, &scratch->game->position);
    struct rest now = rest_of(scratch, &scratch->position);
    bool stirred = false;
    for (size_t key = 0; key < scenario->key_count; key++)
        stirred |= now.holders[key] != rest->holders[key];
    for (size_t index = 0; index < now.count && !stirred; index++) {
        const struct instrument *text = &now.instruments[index];
        bool before = index < rest->count && rest->instruments[index].status == INSTRUMENT_IN_FORCE;
        stirred = before != (text->status == INSTRUMENT_IN_FORCE);
        for (size_t at = 0; before && !stirred && at < text->draft->suspended_count; at++)
            stirred = reads_differ(scenario->conditions[text->draft->suspended_while[at]].when,
                                   &now.world, &rest->world);
    }
    return stirred;
}

/* The conditions are read as if the text itself were active; no event yet, since the fixed point
 * may pass here again. */
static bool examine_suspension(struct scratch *scratch, size_t index)
{
    const struct draft *draft = text_at(scratch, index)->draft;
    bool before = text_at(scratch, index)->suspended;
    if (draft->suspended_count == 0)
        return false;
    position_suspend(scratch->scenario, &scratch->position, index, false);
    scratch->stale |= before;
    bool suspended = false;
    for (size_t condition = 0; !suspended && condition < draft->suspended_count; condition++) {
        const struct condition *rule =
            &scratch->scenario->conditions[draft->suspended_while[condition]];
        suspended =
            scratch_true(scratch, rule->when, NULL,
                         ARENA_JOIN(scratch->arena, TEXT("conditions."), rule->id, TEXT(".when")));
    }
    position_suspend(scratch->scenario, &scratch->position, index, suspended);
    scratch->stale |= suspended;
    return suspended != before;
}

static size_t texts_in_force(const struct position *position)
{
    size_t count = 0;
    for (size_t index = 0; index < position->instrument_count; index++)
        count += position->instruments[index].status == INSTRUMENT_IN_FORCE;
    return count;
}

/* One pass, the `number`th from 0. What still changes when there have been as many as texts in
 * force is suspended, and stays so (`unsteady`); where nothing has `stirred` since the last
 * rest, suspensions are left as they are. True where anything has changed. */
static bool examine_pass(struct scratch *scratch, size_t number, bool *stirred, bool *unsteady)
{
    bool changed = false;
    for (size_t index = 0; index < scratch->position.instrument_count; index++) {
        const struct instrument *text = text_at(scratch, index);
        if (text->status != INSTRUMENT_DRAFT && text->status != INSTRUMENT_IN_FORCE)
            continue;
        changed |= examine_ratified(scratch, index);
        if (text->status == INSTRUMENT_DRAFT)
            changed |= examine_entry(scratch, index);
        if (text->status != INSTRUMENT_IN_FORCE)
            continue;
        changed |= examine_dormant(scratch, index);
        if (text->draft->suspended_count > 0 && !*stirred)
            *stirred = is_stirred(scratch);
        if (!*stirred || unsteady[index] || !examine_suspension(scratch, index))
            continue;
        changed = true;
        unsteady[index] = number >= texts_in_force(&scratch->position);
        if (unsteady[index]) {
            position_suspend(scratch->scenario, &scratch->position, index, true);
            scratch->stale = true;
        }
    }
    return changed;
}

void examine(struct scratch *scratch)
{
    if (scratch->position.frozen || scratch->position.clock == CLOCK_LOBBY)
        return;
    size_t count = scratch->position.instrument_count;
    bool *before = ARENA_ARRAY(scratch->arena, bool, count);
    bool *unsteady = ARENA_ARRAY(scratch->arena, bool, count);
    for (size_t index = 0; index < count; index++)
        before[index] = text_at(scratch, index)->suspended;
    bool stirred = false;
    for (size_t pass = 0; examine_pass(scratch, pass, &stirred, unsteady); pass++)
        ;
    if (stirred)
        scratch->rest = rest_of(scratch, &scratch->position);
    for (size_t index = 0; index < count; index++) {
        const struct instrument *text = text_at(scratch, index);
        if (text->suspended != before[index])
            scratch_emit(scratch, (struct event){.type = EVENT_SUSPENDED,
                                                 .instrument = text->id,
                                                 .flag = text->suspended});
        if (unsteady[index])
            scratch_trouble(scratch, path_of(scratch, index, "suspended_while"),
                            TEXT("Its suspension depends on itself without rest, so this text "
                                 "stays suspended for now."));
    }
}

void instrument_denounce(struct scratch *scratch, const struct instrument *instrument, int party)
{
    size_t index = (size_t)(instrument - scratch->position.instruments);
    must(index < scratch->position.instrument_count);
    scratch_emit(scratch, (struct event){.type = EVENT_DENOUNCED,
                                         .instrument = instrument->id,
                                         .party = party,
                                         .flag = true});
    bool left = false;
    for (size_t at = 0; at < instrument->draft->clause_count; at++) {
        const struct draft_clause *clause = &instrument->draft->clauses[at];
        enum clause_state state = (enum clause_state)instrument->clauses[at];
        if (state != CLAUSE_SETTLED && state != CLAUSE_DORMANT && state != CLAUSE_OVERTAKEN)
            continue;
        bool failed = false;
        party_set bound = state == CLAUSE_SETTLED
                              ? scratch->position.bound[clause->key]
                              : clause_binds(scratch->scenario, scratch_world(scratch), clause->key,
                                             clause->terms, &failed);
        if (bound & party_bit(party))
            scratch_emit(scratch, (struct event){.type = EVENT_UNSETTLED,
                                                 .instrument = instrument->id,
                                                 .key = clause->key});
        else
            left = true;
    }
    /* A text of which nothing is left is over. */
    if (!left && instrument->draft->article_count == 0)
        scratch_emit(scratch, (struct event){.type = EVENT_ENDED, .instrument = instrument->id});
}
