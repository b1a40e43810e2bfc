/* Parties, regions, their own fields, and the agenda. */
#include "loader.h"

static const char *const party_keys[] = {"name", "short", "colour", "kind", "seats", "bot", NULL};
static const char *const region_keys[] = {"name", NULL};

/* Own fields of all members together: a field is there for every one, 0 where one has none. */
static const struct field *read_fields(struct loader *loader, const struct datum *members,
                                       size_t limit, const char *const *known,
                                       enum name_space space, size_t *count)
{
    struct field *fields = ARENA_ARRAY(loader->arena, struct field, FIELDS_MAX);
    *count = 0;
    for (size_t owner = 0; owner < limit; owner++) {
        const struct datum *object = &members->members[owner];
        for (size_t index = 0; object->kind == DATUM_OBJECT && index < object->count; index++) {
            const struct datum *member = &object->members[index];
            if (word_is_among(member->key, known) || member->kind != DATUM_INT)
                continue;
            size_t field = 0;
            while (field < *count && !text_equal(fields[field].id, member->key))
                field++;
            if (field == FIELDS_MAX) {
                fault_key(loader, member, "There are more than %d own fields, which is the limit.",
                          FIELDS_MAX);
                return fields;
            }
            if (field == *count) {
                claim_name(loader, space, member, "a field");
                fields[(*count)++] =
                    (struct field){member->key, ARENA_ARRAY(loader->arena, int64_t, limit)};
            }
            ((int64_t *)(uintptr_t)fields[field].values)[owner] = member->number;
        }
    }
    return fields;
}

/* Keys that are neither known nor own fields. */
static void check_field_keys(struct loader *loader, const struct datum *object,
                             const char *const *known, const char *what)
{
    struct text keys[8];
    size_t count = 0;
    for (; known[count]; count++)
        keys[count] = text_of(known[count]);
    for (size_t index = 0; index < object->count; index++) {
        const struct datum *member = &object->members[index];
        if (word_is_among(member->key, known) || member->kind == DATUM_INT)
            continue;
        mark_broken(loader, member->key);
        int nearest = text_nearest(member->key, keys, count);
        if (nearest >= 0)
            fault_key(loader, member, "There is no key '%.*s' here; perhaps you mean '%s'.",
                      TEXT_ARGUMENTS(member->key), known[nearest]);
        else
            fault_key(loader, member,
                      "There is no key '%.*s' here, and an own field of a %s is a whole number.",
                      TEXT_ARGUMENTS(member->key), what);
    }
}

static void read_seats(struct loader *loader, const struct datum *object, struct party *party)
{
    static const char *const known[] = {"head", "adviser", "observer", NULL};
    const struct datum *seats = read_object(loader, object, "seats");
    party->heads = 1;
    party->advisers = 2;
    if (!seats)
        return;
    check_keys(loader, seats, known);
    party->advisers = (uint32_t)read_int(loader, seats, "adviser", 0, SEATS_MAX, 0);
    party->observers = (uint32_t)read_int(loader, seats, "observer", 0, SEATS_MAX, 0);
    const struct datum *head = datum_get(seats, TEXT("head"));
    if (!head)
        fault_missing(loader, seats, "head", "every party has one");
    if (head && (head->kind != DATUM_INT || head->number != 1))
        fault(loader, head, "Every party has exactly one head.");
}

static void check_colour(struct loader *loader, const struct datum *object)
{
    const struct datum *colour = datum_get(object, TEXT("colour"));
    if (!colour || !expect_text(loader, colour))
        return;
    struct text text = colour->text;
    bool good = text.length == 7 && text.at[0] == '#';
    for (size_t index = 1; good && index < 7; index++) {
        char digit = text.at[index];
        good = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f') ||
               (digit >= 'A' && digit <= 'F');
    }
    if (!good)
        fault(loader, colour, "A colour is written as #rrggbb, such as #2458a6.");
}

/* Any kind will do, but one that was meant to be a mediator must not silently be another. */
static bool read_mediator(struct loader *loader, const struct datum *object, struct party *party)
{
    const struct text mediator = TEXT("mediator");
    party->kind = read_text(loader, object, "kind", TEXT("state"));
    if (text_equal(party->kind, mediator))
        return true;
    if (text_nearest(party->kind, &mediator, 1) == 0)
        fault(loader, datum_get(object, TEXT("kind")),
              "There is no kind '%.*s'; perhaps you mean 'mediator'.", TEXT_ARGUMENTS(party->kind));
    return false;
}

/* Any name will do here too, and one is drawn where no bot has it; but not for a slip of the pen.
 */
static void read_bot(struct loader *loader, const struct datum *object, struct party *party)
{
    const struct text known[] = {TEXT("boulware"), TEXT("linear"),      TEXT("conceder"),
                                 TEXT("micro"),    TEXT("tit_for_tat"), TEXT("convener")};
    const size_t count = sizeof(known) / sizeof(*known);
    party->bot = read_text(loader, object, "bot", TEXT(""));
    int nearest = text_nearest(party->bot, known, count);
    if (nearest >= 0 && !text_equal(party->bot, known[nearest]))
        fault(loader, datum_get(object, TEXT("bot")),
              "There is no bot '%.*s'; perhaps you mean '%.*s'.", TEXT_ARGUMENTS(party->bot),
              TEXT_ARGUMENTS(known[nearest]));
}

static void read_party(struct loader *loader, const struct datum *datum, struct party *party)
{
    party->id = party->name = party->short_name = datum->key;
    claim_name(loader, NAMES_GLOBAL, datum, "a party");
    if (text_equal(datum->key, TEXT("common")))
        fault_key(loader, datum, "No party is called 'common': briefings/common.md is for all.");
    party->heads = 1;
    if (!expect_object(loader, datum)) {
        mark_lost(loader, "own field");
        return;
    }
    check_field_keys(loader, datum, party_keys, "party");
    party->name = need_text(loader, datum, "name");
    party->short_name = read_text(loader, datum, "short", party->name);
    check_colour(loader, datum);
    party->colour = read_text(loader, datum, "colour", TEXT("#666666"));
    party->mediator = read_mediator(loader, datum, party);
    read_bot(loader, datum, party);
    read_seats(loader, datum, party);
}

void declare_parties(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "parties", "party");
    if (!datum_get(loader->root, TEXT("parties")))
        fault_missing(loader, loader->root, "parties", "the delegations at the table");
    size_t count = count_within(loader, members, PARTIES_MAX, "parties");
    if (members && count == 0)
        fault(loader, members, "There must be at least one party.");
    if (count == 0)
        mark_lost(loader, "party");
    struct party *parties = ARENA_ARRAY(loader->arena, struct party, count);
    for (size_t index = 0; index < count; index++)
        read_party(loader, &members->members[index], &parties[index]);
    scenario->parties = parties;
    scenario->party_count = count;
    if (members)
        scenario->party_fields = read_fields(loader, members, count, party_keys, NAMES_PARTY,
                                             &scenario->party_field_count);
}

void declare_regions(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "regions", "region");
    size_t count = count_within(loader, members, REGIONS_MAX, "regions");
    struct region *regions = ARENA_ARRAY(loader->arena, struct region, count);
    for (size_t index = 0; index < count; index++) {
        const struct datum *datum = &members->members[index];
        regions[index].id = datum->key;
        claim_name(loader, NAMES_GLOBAL, datum, "a region");
        if (!expect_object(loader, datum)) {
            mark_lost(loader, "own field");
            continue;
        }
        check_field_keys(loader, datum, region_keys, "region");
        regions[index].name = need_text(loader, datum, "name");
    }
    scenario->regions = regions;
    scenario->region_count = count;
    if (members)
        scenario->region_fields = read_fields(loader, members, count, region_keys, NAMES_REGION,
                                              &scenario->region_field_count);
}

void declare_agenda(struct loader *loader)
{
    struct scenario *scenario = loader->scenario;
    const struct datum *members = read_section(loader, "agenda", "item of the agenda");
    size_t count = count_within(loader, members, AGENDA_MAX, "items on the agenda");
    struct named *agenda = ARENA_ARRAY(loader->arena, struct named, count);
    for (size_t index = 0; index < count; index++) {
        const struct datum *datum = &members->members[index];
        (void)check_id(loader, datum, datum->key);
        agenda[index].id = datum->key;
        agenda[index].title = member_text(loader, datum);
    }
    scenario->agenda = agenda;
    scenario->agenda_count = count;
}
