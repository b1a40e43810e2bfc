#include "paris.h"

#include "codec.h"

#include <string.h>

/* Numbers that differ from case to case, and are the same each time. */
struct dealer {
    struct seed seed;
    struct arena *arena;
    uint32_t dealt;
};

static uint32_t deal(struct dealer *dealer, size_t below)
{
    struct text place = arena_print(dealer->arena, "%u", dealer->dealt++);
    return (uint32_t)random_between(dealer->seed, place, 0, (int64_t)below - 1);
}

static struct text deal_text(struct dealer *dealer)
{
    static const struct text texts[] = {{"", 0}, {"k3f9", 4}, {"\"Quoted\"\n– мир\x01", 19}};
    return texts[deal(dealer, 3)];
}

static int64_t deal_value(struct dealer *dealer, const struct domain *domain)
{
    switch (domain->hold) {
    case HOLD_INT:
        return domain->bounded
                   ? domain->min +
                         domain->step *
                             deal(dealer, (size_t)((domain->max - domain->min) / domain->step + 1))
                   : (int64_t)deal(dealer, 1000);
    case HOLD_BOOL:
        return deal(dealer, 2);
    case HOLD_OPTION:
        return domain->options[deal(dealer, domain->option_count)].string;
    case HOLD_REGION:
        return deal(dealer, paris->region_count);
    case HOLD_PARTIES:
        return (int64_t)(deal(dealer, 256) & domain->of_parties);
    case HOLD_PARTY:
        break;
    }
    uint32_t party = deal(dealer, paris->party_count);
    while (!(domain->of_parties & party_bit((int)party)))
        party = (party + 1) % (uint32_t)paris->party_count;
    return party;
}

static const int64_t *deal_terms(struct dealer *dealer, uint32_t key)
{
    const struct clause_type *type = &paris->clause_types[paris->keys[key].type];
    int64_t *terms = ARENA_ARRAY(dealer->arena, int64_t, type->term_count);
    for (size_t index = 0; index < type->term_count; index++)
        terms[index] = deal_value(dealer, &type->terms[index].domain);
    return terms;
}

static const struct draft *deal_draft(struct dealer *dealer)
{
    struct draft *draft = ARENA_NEW(dealer->arena, struct draft);
    draft->invited = deal(dealer, 256);
    draft->witnesses = deal(dealer, 256);
    struct draft_clause *clauses = ARENA_ARRAY(dealer->arena, struct draft_clause, 4);
    draft->clause_count = deal(dealer, 5);
    for (size_t index = 0; index < draft->clause_count; index++) {
        clauses[index].key = deal(dealer, paris->key_count);
        clauses[index].terms = deal_terms(dealer, clauses[index].key);
        clauses[index].brackets = deal(dealer, 4);
    }
    draft->clauses = clauses;
    struct draft_article *articles = ARENA_ARRAY(dealer->arena, struct draft_article, 2);
    draft->article_count = deal(dealer, 3);
    for (size_t index = 0; index < draft->article_count; index++)
        articles[index] =
            (struct draft_article){deal_text(dealer), deal_text(dealer), deal(dealer, 3)};
    draft->articles = articles;
    uint32_t *conditions = ARENA_ARRAY(dealer->arena, uint32_t, 2);
    conditions[0] = deal(dealer, paris->condition_count);
    draft->takes_effect_if = draft->suspended_while = conditions;
    draft->takes_effect_count = deal(dealer, 2);
    draft->suspended_count = deal(dealer, 2);
    struct text *linked = ARENA_ARRAY(dealer->arena, struct text, 1);
    linked[0] = TEXT("qq");
    draft->linked = linked;
    draft->linked_count = deal(dealer, 2);
    return draft;
}

static void deal_values(struct dealer *dealer, struct event *event, uint32_t fields)
{
    if (event->type == EVENT_DECISION_CLOSED) {
        event->value_count = (size_t)__builtin_popcountll(event->parties);
        int64_t *values = ARENA_ARRAY(dealer->arena, int64_t, event->value_count);
        for (size_t index = 0; index < event->value_count; index++)
            values[index] = deal(dealer, paris->decisions[event->decision].option_count);
        event->values = values;
    } else if (fields & FIELD_KEY) {
        event->values = deal_terms(dealer, event->key);
        event->value_count = paris->clause_types[paris->keys[event->key].type].term_count;
    } else {
        static const int64_t values[] = {INT64_MIN, -3, 0, INT64_MAX};
        event->values = values;
        event->value_count = deal(dealer, 5);
    }
}

static void deal_variable(struct dealer *dealer, struct event *event)
{
    event->variable = deal(dealer, paris->variable_count);
    const struct variable *variable = &paris->variables[event->variable];
    if (variable->per == PER_PARTY)
        event->variable_key = (int32_t)deal(dealer, paris->party_count);
    if (variable->per == PER_REGION)
        event->variable_key = (int32_t)deal(dealer, paris->region_count);
    event->value = deal_value(dealer, &variable->domain);
}

static const struct schedule *deal_schedule(struct dealer *dealer)
{
    struct schedule *schedule = ARENA_NEW(dealer->arena, struct schedule);
    int64_t *minutes = ARENA_ARRAY(dealer->arena, int64_t, paris->phase_count);
    for (size_t phase = 0; phase < paris->phase_count; phase++)
        minutes[phase] = deal(dealer, ROUND_MINUTES_MAX);
    struct utc_offset *offsets = ARENA_ARRAY(dealer->arena, struct utc_offset, 2);
    offsets[0] = (struct utc_offset){deal(dealer, 1000), (int64_t)deal(dealer, 1400) - 700};
    offsets[1] = (struct utc_offset){1000 + deal(dealer, 1000), 60};
    *schedule = (struct schedule){
        minutes, deal(dealer, 2) == 1, deal(dealer, 2) * 1769000000000, deal(dealer, 60), {0}};
    if (deal(dealer, 2))
        schedule->quiet = (struct quiet_hours){1 + deal(dealer, 700), 0, offsets, 2};
    return schedule;
}

static struct event deal_event(struct dealer *dealer, enum event_type type)
{
    uint32_t fields = event_shapes[type].fields;
    struct event event = {
        .type = type, .party = -1, .quote_key = -1, .inject = -1, .variable_key = -1};
    event.id = deal_text(dealer);
    event.seat = deal_text(dealer);
    event.instrument = deal_text(dealer);
    event.text = deal_text(dealer);
    event.title = deal_text(dealer);
    event.source = deal_text(dealer);
    event.path = deal_text(dealer);
    event.quote = deal_text(dealer);
    if (event.quote.length > 0)
        event.quote_key = (int32_t)deal(dealer, paris->key_count + 1) - 1;
    if (event.quote.length > 0)
        event.quote_article = deal_text(dealer);
    event.party = (int32_t)deal(dealer, paris->party_count + 1) - 1;
    event.inject = (int32_t)deal(dealer, paris->inject_count + 1) - 1;
    event.role = (enum seat_role)deal(dealer, 3);
    event.to = (enum message_to)deal(dealer, 4);
    event.parties = deal(dealer, 256);
    event.kind = deal(dealer, paris->instrument_count);
    event.version = deal(dealer, 1000);
    event.phase = deal(dealer, paris->phase_count);
    event.round = deal(dealer, 9);
    event.key = deal(dealer, paris->key_count);
    event.decision = deal(dealer, paris->decision_count);
    event.option = deal(dealer, paris->decisions[event.decision].option_count);
    event.outcome = deal(dealer, 2) ? deal(dealer, paris->outcome_count) : 0xffff;
    event.deadline = (int64_t)deal(dealer, 1 << 30) - 1;
    event.left = (int64_t)deal(dealer, 1 << 30) - 1;
    event.flag = deal(dealer, 2) == 1;
    event.value = -5;
    uint32_t *keys = ARENA_ARRAY(dealer->arena, uint32_t, 2);
    keys[0] = deal(dealer, paris->key_count);
    keys[1] = deal(dealer, paris->key_count);
    event.keys = keys;
    event.key_count = deal(dealer, 3);
    event.draft = deal_draft(dealer);
    event.schedule = deal_schedule(dealer);
    if (fields & FIELD_VARIABLE)
        deal_variable(dealer, &event);
    deal_values(dealer, &event, fields);
    return event;
}

static void assert_same_schedule(const struct schedule *left, const struct schedule *right)
{
    for (size_t phase = 0; phase < paris->phase_count; phase++)
        assert_int_equal(left->minutes[phase], right->minutes[phase]);
    assert_int_equal(left->fitted, right->fitted);
    assert_int_equal(left->bell_ms, right->bell_ms);
    assert_int_equal(left->debrief_minutes, right->debrief_minutes);
    assert_int_equal(left->quiet.from, right->quiet.from);
    assert_int_equal(left->quiet.to, right->quiet.to);
    assert_int_equal(left->quiet.offset_count, right->quiet.offset_count);
    for (size_t index = 0; index < left->quiet.offset_count; index++) {
        assert_int_equal(left->quiet.offsets[index].from_ms, right->quiet.offsets[index].from_ms);
        assert_int_equal(left->quiet.offsets[index].minutes, right->quiet.offsets[index].minutes);
    }
}

static void assert_same_text(struct text left, struct text right)
{
    assert_true(text_equal(left, right));
}

static void assert_same_draft(const struct draft *left, const struct draft *right)
{
    assert_int_equal(left->invited, right->invited);
    assert_int_equal(left->witnesses, right->witnesses);
    assert_int_equal(left->clause_count, right->clause_count);
    for (size_t index = 0; index < left->clause_count; index++) {
        uint32_t key = left->clauses[index].key;
        assert_int_equal(key, right->clauses[index].key);
        assert_int_equal(left->clauses[index].brackets, right->clauses[index].brackets);
        for (size_t term = 0; term < paris->clause_types[paris->keys[key].type].term_count; term++)
            assert_int_equal(left->clauses[index].terms[term], right->clauses[index].terms[term]);
    }
    assert_int_equal(left->article_count, right->article_count);
    for (size_t index = 0; index < left->article_count; index++) {
        assert_same_text(left->articles[index].id, right->articles[index].id);
        assert_same_text(left->articles[index].text, right->articles[index].text);
        assert_int_equal(left->articles[index].brackets, right->articles[index].brackets);
    }
    assert_int_equal(left->takes_effect_count, right->takes_effect_count);
    if (left->takes_effect_count > 0)
        assert_int_equal(left->takes_effect_if[0], right->takes_effect_if[0]);
    assert_int_equal(left->suspended_count, right->suspended_count);
    assert_int_equal(left->linked_count, right->linked_count);
}

/* Every member that the event's shape names. */
static void assert_same_event(const struct event *left, const struct event *right)
{
    uint32_t fields = event_shapes[left->type].fields;
    assert_int_equal(left->type, right->type);
#define SAME_TEXT(field, member)                                                                   \
    if (fields & (field))                                                                          \
    assert_same_text(left->member, right->member)
#define SAME(field, member)                                                                        \
    if (fields & (field))                                                                          \
    assert_int_equal(left->member, right->member)
    SAME_TEXT(FIELD_ID, id);
    SAME_TEXT(FIELD_SEAT, seat);
    SAME_TEXT(FIELD_INSTRUMENT, instrument);
    SAME_TEXT(FIELD_TEXT, text);
    SAME_TEXT(FIELD_TITLE, title);
    SAME_TEXT(FIELD_SOURCE, source);
    SAME_TEXT(FIELD_PATH, path);
    SAME_TEXT(FIELD_QUOTE, quote);
    SAME(FIELD_QUOTE, quote_key);
    SAME_TEXT(FIELD_QUOTE, quote_article);
    SAME(FIELD_PARTY, party);
    SAME(FIELD_INJECT, inject);
    SAME(FIELD_VARIABLE, variable);
    SAME(FIELD_VARIABLE, variable_key);
    SAME(FIELD_ROLE, role);
    SAME(FIELD_TO, to);
    SAME(FIELD_PARTIES, parties);
    SAME(FIELD_KIND, kind);
    SAME(FIELD_VERSION, version);
    SAME(FIELD_PHASE, phase);
    SAME(FIELD_PHASE, round);
    SAME(FIELD_KEY, key);
    SAME(FIELD_DECISION, decision);
    SAME(FIELD_OPTION, option);
    SAME(FIELD_OUTCOME, outcome);
    SAME(FIELD_VALUES, value_count);
    SAME(FIELD_KEYS, key_count);
    SAME(FIELD_VALUE, value);
    SAME(FIELD_DEADLINE, deadline);
    SAME(FIELD_LEFT, left);
    SAME(FIELD_FLAG, flag);
    for (size_t index = 0; (fields & FIELD_VALUES) && index < left->value_count; index++)
        assert_int_equal(left->values[index], right->values[index]);
    for (size_t index = 0; (fields & FIELD_KEYS) && index < left->key_count; index++)
        assert_int_equal(left->keys[index], right->keys[index]);
    if (fields & FIELD_SCHEDULE)
        assert_same_schedule(left->schedule, right->schedule);
    if (fields & FIELD_DRAFT)
        assert_same_draft(left->draft, right->draft);
#undef SAME
#undef SAME_TEXT
}

static void every_event_comes_back_from_the_journal(void **state)
{
    struct dealer dealer = {.seed = {7, 11}, .arena = *state};
    for (int type = 0; type < EVENT_TYPES; type++)
        for (int round = 0; round < 20; round++) {
            struct event event = deal_event(&dealer, (enum event_type)type);
            struct entry entry = {.sequence = 12,
                                  .at = 1769000000000,
                                  .key = TEXT("s:1"),
                                  .by = {.kind = ACTOR_CLOCK},
                                  .events = &event,
                                  .event_count = 1};
            struct text bytes = entry_write(paris, &entry, *state), why;
            struct entry read;
            bool whole = entry_read(paris, bytes, *state, &read, &why);
            if (!whole)
                print_error("%.*s\n%.*s\n", TEXT_ARGUMENTS(bytes), TEXT_ARGUMENTS(why));
            assert_true(whole);
            assert_int_equal(read.event_count, 1);
            assert_same_event(&event, &read.events[0]);
        }
}

static void an_entry_can_be_read_by_a_person(void **state)
{
    uint32_t reserved = (uint32_t)scenario_key(paris, TEXT("fra.troops"));
    struct event event = {.type = EVENT_SIGNED,
                          .instrument = TEXT("k3f9"),
                          .version = 2,
                          .party = scenario_party(paris, TEXT("deu")),
                          .keys = &reserved,
                          .key_count = 1};
    struct entry entry = {.sequence = 12,
                          .at = 1769000000000,
                          .key = TEXT("berlin:17"),
                          .by = {.kind = ACTOR_SEAT, .seat = TEXT("berlin"), .automatic = true},
                          .events = &event,
                          .event_count = 1,
                          .answer = tree_object(*state)};
    struct text bytes = entry_write(paris, &entry, *state), why;
    assert_text(bytes, "{\"seq\":12,\"at\":1769000000000,\"key\":\"berlin:17\",\"by\":{\"seat\":"
                       "\"berlin\",\"automatic\":true},\"events\":[{\"type\":\"signed\","
                       "\"instrument\":\"k3f9\",\"party\":\"deu\",\"version\":2,\"clauses\":["
                       "\"fra.troops\"]}],\"answer\":{}}");
    struct entry read;
    assert_true(entry_read(paris, bytes, *state, &read, &why));
    assert_int_equal(read.sequence, 12);
    assert_text(read.key, "berlin:17");
    assert_int_equal(read.by.kind, ACTOR_SEAT);
    assert_text(read.by.seat, "berlin");
    assert_true(read.by.automatic);
    assert_non_null(read.answer);
}

static void what_is_no_entry_is_said_to_be_none(void **state)
{
    static const struct {
        const char *bytes, *word;
    } bad[] = {
        {"{", "JSON"},
        {"{\"seq\":-1,\"at\":1,\"by\":\"clock\",\"events\":[]}", "seq"},
        {"{\"seq\":1,\"at\":1,\"by\":\"nobody\",\"events\":[]}", "by"},
        {"{\"seq\":1,\"at\":1,\"events\":[]}", "seat"},
        {"{\"seq\":1,\"at\":1,\"by\":\"clock\",\"events\":[{\"type\":\"singed\"}]}", "singed"},
        {"{\"seq\":1,\"at\":1,\"by\":\"clock\",\"events\":[7]}", "type"},
        {"{\"seq\":1,\"at\":1,\"by\":\"clock\",\"events\":[{\"type\":\"tabled\",\"instrument\":"
         "\"a\",\"party\":\"xyz\"}]}",
         "xyz"},
        {"{\"seq\":1,\"at\":1,\"by\":\"clock\",\"events\":[{\"type\":\"chosen\",\"decision\":"
         "\"ratify\",\"party\":\"fra\",\"option\":\"maybe\"}]}",
         "maybe"},
        {"{\"seq\":1,\"at\":1,\"by\":\"clock\",\"events\":[{\"type\":\"version\",\"instrument\":"
         "\"a\",\"party\":\"fra\",\"version\":1}]}",
         "draft"},
        {"{\"seq\":1,\"at\":1,\"by\":\"clock\",\"events\":[{\"type\":\"set\",\"variable\":"
         "\"attrition\",\"value\":1000}]}",
         "value"},
    };
    for (size_t index = 0; index < sizeof(bad) / sizeof(*bad); index++) {
        struct entry entry;
        struct text why = TEXT("");
        assert_false(entry_read(paris, text_of(bad[index].bytes), *state, &entry, &why));
        assert_non_null(strstr(arena_copy(*state, why).at, bad[index].word));
    }
}

static void a_pin_comes_back(void **state)
{
    struct pin pin = {.scenario_hash = paris->hash,
                      .options = {.id = TEXT("t1"),
                                  .name = TEXT("Room 2"),
                                  .edition = paris->edition_start,
                                  .seed = {UINT64_MAX, 1},
                                  .live = true,
                                  .advice = true,
                                  .untimed = true},
                      .at = 1769000000000};
    struct pin read;
    struct text edition, why;
    assert_true(pin_read(pin_write(&pin, paris, *state), *state, &read, &edition, &why));
    assert_same_text(read.scenario_hash, paris->hash);
    assert_same_text(edition, paris->editions[paris->edition_start].id);
    assert_text(read.options.id, "t1");
    assert_text(read.options.name, "Room 2");
    assert_true(read.options.seed.low == UINT64_MAX && read.options.seed.high == 1);
    assert_true(read.options.live && read.options.untimed && !read.options.calculator &&
                read.options.advice && !read.options.open_scores);
    assert_int_equal(read.at, pin.at);
    assert_false(pin_read(TEXT("{\"at\":1}"), *state, &read, &edition, &why));
    assert_false(pin_read(TEXT("no"), *state, &read, &edition, &why));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARIS_TEST(every_event_comes_back_from_the_journal),
        PARIS_TEST(an_entry_can_be_read_by_a_person),
        PARIS_TEST(what_is_no_entry_is_said_to_be_none),
        PARIS_TEST(a_pin_comes_back),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
