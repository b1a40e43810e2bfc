/* Secrecy is non-interference: two random games that differ only in what some parties do in secret
 * show everybody else the same bytes, after every step. In game A the secretive parties draft,
 * sign, write, choose and instruct themselves among each other; in game B they do nothing of it.
 * All else, done by anybody, is done in both. */
#include "../unit/test.h"

#include "codec.h"
#include "wishes.h"

enum { GAMES = 40, STEPS = 80 };

struct twins {
    const struct scenario *scenario;
    struct game *secretive, *plain; /* A and B */
    struct dice dice;
    party_set secret; /* the secretive */
    uint64_t sequences[2];
    uint64_t secrets; /* how much was done in secret */
    bool out;         /* a secret text has entered into force: they are no longer twins */
    int64_t now;
};

static void game_do(struct twins *twins, bool plain, const struct command *command,
                    const struct decision_result *result)
{
    struct game *game = plain ? twins->plain : twins->secretive;
    if (!result->refused && result->event_count > 0)
        apply(game, ++twins->sequences[plain], twins->now, &command->actor, result->events,
              result->event_count);
}

static void assert_view_same(const struct twins *twins, struct audience audience, int step)
{
    struct arena *arena = arena_open();
    struct text left = json_write(arena, view(twins->secretive, audience, arena));
    struct text right = json_write(arena, view(twins->plain, audience, arena));
    if (!text_equal(left, right)) {
        struct tree *difference = tree_diff(arena, view(twins->plain, audience, arena),
                                            view(twins->secretive, audience, arena));
        struct text shown = difference ? json_write(arena, difference) : TEXT("the order");
        fail_msg("seed %llu, step %d, party %d can tell the games apart: %.*s",
                 (unsigned long long)twins->dice.seed.low, step, audience.party,
                 TEXT_ARGUMENTS(shown));
    }
    arena_close(arena);
}

static void assert_same_for_others(const struct twins *twins, int step)
{
    assert_view_same(twins, (struct audience){AUDIENCE_PUBLIC, NONE}, step);
    for (int party = 0; party < (int)twins->scenario->party_count; party++)
        if (!(twins->secret & party_bit(party)))
            assert_view_same(twins, (struct audience){AUDIENCE_PARTY, party}, step);
}

static bool is_secret(const struct twins *twins, party_set parties)
{
    return parties && !(parties & ~twins->secret);
}

static bool variable_is_secret(const struct twins *twins, uint32_t variable, int32_t key)
{
    const struct visibility *seen_by = &twins->scenario->variables[variable].seen_by;
    if (seen_by->own)
        return is_secret(twins, party_bit(key));
    return !seen_by->all && !(seen_by->parties & ~twins->secret);
}

/* Whether an event is of a kind that others are not to notice. (What it shows is not looked at:
 * that is what is tested.) */
static bool event_is_secret(const struct twins *twins, const struct event *event)
{
    switch ((int)event->type) {
    case EVENT_DRAFTED:
    case EVENT_VERSION:
    case EVENT_OPENED:
    case EVENT_SIGNED:
    case EVENT_UNSIGNED:
    case EVENT_DECLINED:
    case EVENT_WITHDRAWN:
    case EVENT_RATIFIED:
    case EVENT_CHOSEN:
    case EVENT_INSTRUCTION:
    case EVENT_POWERS:
    case EVENT_TROUBLE:
    case EVENT_INJECT_HELD:
        return true;
    case EVENT_MESSAGE:
        return event->to == TO_CONTROL ||
               (event->to == TO_PARTIES && is_secret(twins, event->parties));
    case EVENT_INJECT:
        return !event->flag && !(event->parties & ~twins->secret);
    case EVENT_SET:
        return variable_is_secret(twins, event->variable, event->variable_key);
    default:
        return false;
    }
}

/* A text that nobody else knows. */
static const struct instrument *secret_text(struct twins *twins)
{
    const struct position *position = &twins->secretive->position;
    if (position->instrument_count == 0)
        return NULL;
    size_t at = (size_t)dice_throw(&twins->dice, 0, (int64_t)position->instrument_count - 1);
    const struct instrument *text = &position->instruments[at];
    bool known = text->open_to_all || instrument_find(&twins->plain->position, text->id);
    return known ? NULL : text;
}

static struct command secret_instruction(struct twins *twins, int party, struct arena *arena)
{
    struct command command = wish_of(twins->scenario, party, true, COMMAND_INSTRUCTION_ADD, arena);
    command.source = dice_say(&twins->dice, 50) ? TEXT("round < 3") : TEXT("false");
    command.text = TEXT("No.");
    return command;
}

static struct command secret_by_control(struct twins *twins)
{
    const struct scenario *scenario = twins->scenario;
    struct dice *dice = &twins->dice;
    struct command command = wish_of_control(COMMAND_VARIABLE_SET);
    if (scenario->inject_count > 0 && dice_say(dice, 30)) {
        command.type = dice_say(dice, 80) ? COMMAND_INJECT_FIRE : COMMAND_INJECT_HOLD;
        command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)scenario->inject_count - 1);
        const struct visibility *seen_by = &scenario->injects[command.subject].seen_by;
        /* One that others see comes about in both games or in none. */
        if (!seen_by->all && !(seen_by->parties & ~twins->secret))
            return command;
        command.type = COMMAND_VARIABLE_SET;
    }
    command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)scenario->variable_count - 1);
    const struct variable *variable = &scenario->variables[command.subject];
    if (variable->per == PER_PARTY)
        command.key = dice_party(dice, twins->secret);
    else if (variable->per == PER_REGION)
        command.key = 0;
    command.value = dice_value(dice, scenario, &variable->domain);
    return command;
}

static struct command secret_wish(struct twins *twins, struct arena *arena)
{
    struct dice *dice = &twins->dice;
    int party = dice_party(dice, twins->secret);
    const struct instrument *text = secret_text(twins);
    if (text && dice_say(dice, 60)) {
        const struct instrument *other = secret_text(twins);
        return wish_act(dice, twins->scenario, party, text, other ? other->id : TEXT(""), arena);
    }
    int64_t kind = dice_throw(dice, 0, 9);
    if (kind < 3)
        return wish_draft(dice, twins->scenario, party, twins->secret,
                          arena_print(arena, "Secret %llu.", (unsigned long long)twins->secrets),
                          arena);
    if (kind < 4)
        return wish_words(dice, twins->scenario, party,
                          dice_say(dice, 30) ? TO_CONTROL : TO_PARTIES, twins->secret, arena);
    if (kind < 5 && twins->scenario->decision_count > 0)
        return wish_choice(dice, twins->scenario, party, arena);
    return kind < 7 ? secret_instruction(twins, party, arena) : secret_by_control(twins);
}

/* Something in game A alone; left out where it would be more than a secret. */
static void secret_do(struct twins *twins)
{
    struct arena *arena = arena_open();
    struct command command = secret_wish(twins, arena);
    struct decision_result result = decide(twins->secretive, &command, twins->now, arena);
    bool secret = true;
    for (size_t index = 0; !result.refused && index < result.event_count; index++)
        secret &= event_is_secret(twins, &result.events[index]);
    if (command.type == COMMAND_CHOOSE)
        secret &= twins->scenario->decisions[command.subject].secret;
    if (secret) {
        game_do(twins, false, &command, &result);
        twins->secrets++;
    }
    arena_close(arena);
}

/* What secrets set going is lawfully seen by all, so before anything else is done the secret
 * variables are again what they are in game B. */
static void variables_restore(struct twins *twins)
{
    const struct scenario *scenario = twins->scenario;
    for (size_t index = 0; index < scenario->variable_count; index++) {
        const struct variable *variable = &scenario->variables[index];
        size_t keys = variable->per == PER_PARTY    ? scenario->party_count
                      : variable->per == PER_REGION ? scenario->region_count
                                                    : 1;
        for (size_t key = 0; key < keys; key++) {
            int64_t value = twins->plain->position.state[variable->slot + key];
            if (twins->secretive->position.state[variable->slot + key] == value)
                continue;
            struct arena *arena = arena_open();
            struct command command = wish_of_control(COMMAND_VARIABLE_SET);
            command.subject = (uint32_t)index;
            command.key = variable->per == PER_NONE ? NONE : (int32_t)key;
            command.value = value;
            struct decision_result result = decide(twins->secretive, &command, twins->now, arena);
            assert_false(result.refused);
            game_do(twins, false, &command, &result);
            arena_close(arena);
        }
    }
}

/* And so are choices, before they close. */
static void choices_restore(struct twins *twins)
{
    const struct scenario *scenario = twins->scenario;
    for (size_t index = 0; index < scenario->decision_count; index++)
        for (int party = 0; party < (int)scenario->party_count; party++) {
            uint16_t mine = twins->secretive->position.decisions[index].choice[party];
            uint16_t plain = twins->plain->position.decisions[index].choice[party];
            if (mine == plain || !twins->secretive->position.decisions[index].open)
                continue;
            struct arena *arena = arena_open();
            struct command command = wish_of(scenario, party, true, COMMAND_CHOOSE, arena);
            command.subject = (uint32_t)index;
            command.option = plain ? plain - 1U : scenario->decisions[index].start;
            struct decision_result result = decide(twins->secretive, &command, twins->now, arena);
            assert_false(result.refused);
            game_do(twins, false, &command, &result);
            arena_close(arena);
        }
}

/* A text that both games have. */
static const struct instrument *common_text(struct twins *twins)
{
    const struct position *position = &twins->plain->position;
    if (position->instrument_count == 0)
        return NULL;
    return &position
                ->instruments[dice_throw(&twins->dice, 0, (int64_t)position->instrument_count - 1)];
}

static struct command common_by_control(struct twins *twins)
{
    struct dice *dice = &twins->dice;
    struct command command = wish_of_control(COMMAND_ADVANCE);
    if (dice_say(dice, 65))
        return command;
    if (dice_say(dice, 50) && twins->scenario->inject_count > 0) {
        command.type = COMMAND_INJECT_FIRE;
        command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)twins->scenario->inject_count - 1);
        return command;
    }
    command.type = COMMAND_VARIABLE_SET;
    command.subject = (uint32_t)dice_throw(dice, 0, (int64_t)twins->scenario->variable_count - 1);
    const struct variable *variable = &twins->scenario->variables[command.subject];
    if (variable->per != PER_NONE)
        command.key = 0;
    command.value = dice_value(dice, twins->scenario, &variable->domain);
    return command;
}

static struct command common_wish(struct twins *twins, struct arena *arena)
{
    static const enum message_to places[] = {TO_PLENARY, TO_PRESS, TO_CONTROL, TO_PARTIES};
    struct dice *dice = &twins->dice;
    party_set everyone = party_bit((int)twins->scenario->party_count) - 1;
    int party = dice_party(dice, everyone);
    const struct instrument *text = common_text(twins);
    if (text && dice_say(dice, 60)) {
        const struct instrument *other = common_text(twins);
        return wish_act(dice, twins->scenario, party, text, other->id, arena);
    }
    int64_t kind = dice_throw(dice, 0, 9);
    if (kind < 4)
        return wish_draft(dice, twins->scenario, party, everyone, TEXT(""), arena);
    if (kind < 6)
        return wish_words(dice, twins->scenario, party, places[dice_throw(dice, 0, 3)], everyone,
                          arena);
    if (kind < 8 && twins->scenario->decision_count > 0)
        return wish_choice(dice, twins->scenario, party, arena);
    return common_by_control(twins);
}

static void assert_answers_same(const struct decision_result *left,
                                const struct decision_result *right)
{
    assert_int_equal(left->refused, right->refused);
    if (left->refused) {
        assert_string_equal(left->refusal.type, right->refusal.type);
        assert_true(text_equal(left->refusal.path, right->refusal.path));
        assert_true(text_equal(left->refusal.message, right->refusal.message));
        assert_int_equal(left->refusal.more != NULL, right->refusal.more != NULL);
        assert_true(!left->refusal.more || tree_equal(left->refusal.more, right->refusal.more));
    }
    assert_int_equal(left->answer != NULL, right->answer != NULL);
    assert_true(!left->answer || tree_equal(left->answer, right->answer));
}

/* Something in both games. What the secretive are refused in one of them alone, for their own
 * reasons, they do in neither. */
static void common_do(struct twins *twins)
{
    struct arena *arena = arena_open();
    struct command command = common_wish(twins, arena);
    variables_restore(twins);
    if (command.type == COMMAND_ADVANCE)
        choices_restore(twins);
    struct decision_result left = decide(twins->secretive, &command, twins->now, arena);
    struct decision_result right = decide(twins->plain, &command, twins->now, arena);
    const struct seat *seat = command.actor.kind == ACTOR_SEAT
                                  ? seat_find(&twins->plain->position, command.actor.seat)
                                  : NULL;
    bool secretive = !seat || (twins->secret & party_bit(seat->party));
    if (!secretive)
        assert_answers_same(&left, &right);
    for (size_t index = 0; !left.refused && index < left.event_count; index++)
        twins->out |= left.events[index].type == EVENT_ENTERED &&
                      !instrument_find(&twins->plain->position, left.events[index].instrument);
    if (!twins->out && !left.refused && !right.refused) {
        game_do(twins, false, &command, &left);
        game_do(twins, true, &command, &right);
    }
    arena_close(arena);
}

static void both_do(struct twins *twins, const struct command *command)
{
    struct arena *arena = arena_open();
    for (int plain = 0; plain < 2; plain++) {
        struct decision_result result =
            decide(plain ? twins->plain : twins->secretive, command, twins->now, arena);
        assert_false(result.refused);
        game_do(twins, plain, command, &result);
    }
    arena_close(arena);
}

static void everybody_sits(struct twins *twins)
{
    struct arena *arena = arena_open();
    for (int party = 0; party < (int)twins->scenario->party_count; party++)
        for (int role = 0; role < 2; role++) {
            struct command command = wish_of_control(COMMAND_SEAT);
            command.seat =
                wish_of(twins->scenario, party, role == 0, COMMAND_SEAT, arena).actor.seat;
            command.party = party;
            command.role = role ? ROLE_ADVISER : ROLE_HEAD;
            both_do(twins, &command);
        }
    arena_close(arena);
}

static void twins_play(const struct scenario *scenario, uint64_t seed)
{
    struct game_options options = {.id = TEXT("t1"),
                                   .name = TEXT("Room 1"),
                                   .edition = (uint32_t)scenario->edition_count - 1,
                                   .seed = {seed, 7},
                                   .untimed = true};
    struct twins twins = {.scenario = scenario,
                          .secretive = game_open(scenario, &options),
                          .plain = game_open(scenario, &options),
                          .dice = {.seed = {seed, 3}},
                          .now = 1769000000000};
    party_set everyone = party_bit((int)scenario->party_count) - 1;
    twins.secret = party_bit(dice_party(&twins.dice, everyone));
    for (size_t more = 2; more < scenario->party_count; more += 2)
        twins.secret |= party_bit(dice_party(&twins.dice, everyone));
    everybody_sits(&twins);
    struct command start = wish_of_control(COMMAND_START);
    both_do(&twins, &start);
    struct command next = wish_of_control(COMMAND_ADVANCE);
    while (!(scenario->phases[twins.plain->position.phase].allows & ALLOW_DRAFT))
        both_do(&twins, &next);
    for (int step = 0; step < STEPS && !twins.out && !twins.plain->position.final; step++) {
        for (int64_t count = dice_throw(&twins.dice, 0, 3); count > 0; count--)
            secret_do(&twins);
        assert_same_for_others(&twins, step);
        common_do(&twins);
        assert_same_for_others(&twins, step);
    }
    game_close(twins.secretive);
    game_close(twins.plain);
}

static void twins_of(const char *folder, uint64_t games)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    assert_non_null(scenario);
    for (uint64_t seed = 1; seed <= games; seed++)
        twins_play(scenario, seed);
    scenario_close(scenario);
    arena_close(diagnostics.arena);
}

static void secrets_of_delta(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/tests/scenarios/good/delta", GAMES);
}

static void secrets_of_river(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/rules/scenarios/river", GAMES / 2);
}

static void secrets_of_paris(void **state)
{
    (void)state;
    twins_of(SOURCE_DIR "/rules/scenarios/paris", GAMES / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(secrets_of_delta),
        cmocka_unit_test(secrets_of_river),
        cmocka_unit_test(secrets_of_paris),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
