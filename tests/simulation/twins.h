/* Two games that differ in secrets alone: A, where some parties (and control) do things in secret,
 * and B, where they do nothing of it. What anybody else is sent is held against each other, byte
 * for byte.
 *
 * A text may have another history in A than in B, and be the same when it becomes public: then it
 * has another name in either game for those who knew it before, and one name for all others. Such
 * texts are paired. */
#ifndef TWINS_H
#define TWINS_H

#include "bots.h"
#include "codec.h"
#include "name.h"
#include "step_apply.h"
#include "wish_write.h"

#include <stdlib.h>

enum { PAIRS_MAX = 512 };

struct pair {
    struct text secretive, plain; /* the text's own id in A and B */
    bool past;                    /* in A, that it has not in B */
    bool apart; /* two texts, rather, with other words: whoever speaks of one in A does of the other
                   in B */
};

/* What has been done and compared; the test says so at its end. */
struct tally {
    uint64_t games, steps, secrets, comparisons, questions, published, out;
    uint64_t by_type[COMMAND_TYPES]; /* of the secrets */
};

struct twins {
    const struct scenario *scenario;
    const struct game *secretive, *plain; /* A and B: a host's, or the test's own */
    struct dice dice, asked;              /* asked: of those who look on */
    party_set secret;                     /* the secretive */
    bool brisk;                           /* rounds are short */
    bool loose; /* secret variables and choices stay different as long as nothing public comes of it
                 */
    uint64_t sequences[2];
    uint64_t secrets; /* how much was done in secret */
    bool out;         /* something public has come of a secret: they are no longer twins */
    int64_t now;
    int step;
    struct pair pairs[PAIRS_MAX];
    size_t pair_count;
    struct arena *arena;
    struct tally *tally;
    /* Where a host plays the games: does what was wished; and what the host calls the seats. */
    void (*act)(struct twins *twins, bool plain, const struct command *command);
    struct seat_name {
        struct text wished, seat;
    } seats[2 * PARTIES_MAX];
    size_t seat_count;
};

/* How many times as many games are wanted as by default. */
static inline uint64_t tally_times(void)
{
    const char *wanted = getenv("ENTENTE_TWINS");
    return wanted ? strtoull(wanted, NULL, 10) : 1;
}

static inline void tally_print(const struct tally *tally)
{
    print_message("%llu games, %llu steps, %llu secrets, %llu texts with another past, %llu "
                  "comparisons; in %llu games something came out\n",
                  (unsigned long long)tally->games, (unsigned long long)tally->steps,
                  (unsigned long long)tally->secrets, (unsigned long long)tally->published,
                  (unsigned long long)tally->comparisons, (unsigned long long)tally->out);
}

/* One party in two, or fewer. */
static inline void twins_secretive(struct twins *twins)
{
    party_set everyone = party_bit((int)twins->scenario->party_count) - 1;
    twins->secret = party_bit(dice_party(&twins->dice, everyone));
    for (size_t more = 2; more < twins->scenario->party_count; more += 2)
        twins->secret |= party_bit(dice_party(&twins->dice, everyone));
}

static inline struct text seat_named(const struct twins *twins, struct text wished)
{
    for (size_t index = 0; index < twins->seat_count; index++)
        if (text_equal(twins->seats[index].wished, wished))
            return twins->seats[index].seat;
    return wished;
}

static inline struct command seated(const struct twins *twins, const struct command *wished)
{
    struct command command = *wished;
    command.actor.seat = seat_named(twins, wished->actor.seat);
    command.seat = seat_named(twins, wished->seat);
    return command;
}

static inline void game_do(struct twins *twins, bool plain, const struct command *command,
                           const struct decision_result *result)
{
    const struct game *game = plain ? twins->plain : twins->secretive;
    if (twins->act)
        twins->act(twins, plain, command);
    else if (!result->refused && result->event_count > 0)
        step_apply((struct game *)game, ++twins->sequences[plain], twins->now, &command->actor,
                   result->events, result->event_count);
}

static inline size_t keys_of(const struct scenario *scenario, enum per per)
{
    return per == PER_PARTY    ? scenario->party_count
           : per == PER_REGION ? scenario->region_count
                               : 1;
}

/* --- who may notice what --- */

static inline bool is_secret(const struct twins *twins, party_set parties)
{
    return parties && !(parties & ~twins->secret);
}

/* What a formula makes known on purpose is no secret. */
static inline bool is_declassified(const struct scenario *scenario, uint32_t slot)
{
    for (size_t index = 0; index < scenario->formula_count; index++) {
        const struct formula *formula = &scenario->formulas[index];
        size_t keys = keys_of(scenario, formula->per);
        for (size_t key = 0; formula->declassify && key < keys; key++) {
            size_t count = 0;
            const uint32_t *reads = expression_reads(formula->values[key], &count);
            for (size_t read = 0; read < count; read++)
                if (reads[read] == slot)
                    return true;
        }
    }
    return false;
}

static inline bool variable_is_secret(const struct twins *twins, uint32_t variable, int32_t key)
{
    const struct variable *about = &twins->scenario->variables[variable];
    const struct visibility *seen_by = &about->seen_by;
    if (is_declassified(twins->scenario, about->slot + (key == NONE ? 0 : (uint32_t)key)))
        return false;
    if (seen_by->own)
        return is_secret(twins, party_bit(key));
    return !seen_by->all && !(seen_by->parties & ~twins->secret);
}

static inline bool choice_is_secret(const struct twins *twins, uint32_t decision)
{
    return twins->scenario->decisions[decision].secret;
}

static inline bool text_is_secret(const struct game *game, struct text id)
{
    const struct instrument *text = instrument_find(&game->position, id);
    return !text || !text->open_to_all;
}

/* Whether an event is of a kind that others are not to notice. (What it shows is not looked at:
 * that is what is tested.) `game` is the one in which it comes about. */
static inline bool event_is_secret(const struct twins *twins, const struct game *game,
                                   const struct event *event)
{
    switch ((int)event->type) {
    case EVENT_DRAFTED:
    case EVENT_TROUBLE:
    case EVENT_INJECT_HELD:
    case EVENT_MARKED:
    case EVENT_POWERS:
    case EVENT_ENTRY_RUN:
    case EVENT_RECORDED:
        return true;
    case EVENT_VERSION:
        return !((event->draft->invited | event->draft->witnesses) & ~twins->secret) &&
               text_is_secret(game, event->instrument);
    case EVENT_OPENED:
    case EVENT_SIGNED:
    case EVENT_UNSIGNED:
    case EVENT_DECLINED:
    case EVENT_WITHDRAWN:
    case EVENT_RATIFIED:
        return text_is_secret(game, event->instrument);
    case EVENT_CHOSEN:
        return choice_is_secret(twins, event->decision);
    case EVENT_INSTRUCTION:
    case EVENT_INSTRUCTION_GONE:
    case EVENT_AIMS:
    case EVENT_TERMS:
    case EVENT_WALK_AWAY:
    case EVENT_NOTES:
    case EVENT_NOTES_FORGOTTEN:
    case EVENT_SUGGESTED:
    case EVENT_ADVISED:
    case EVENT_SUGGESTION_ANSWERED:
        return is_secret(twins, party_bit(event->party));
    case EVENT_MESSAGE:
        return (event->to == TO_CONTROL || event->to == TO_PARTIES) &&
               is_secret(twins, event->parties);
    case EVENT_INJECT:
        return !event->flag && !(event->parties & ~twins->secret);
    case EVENT_SAID:
        return event->flag || is_secret(twins, event->parties);
    case EVENT_RULING:
        return is_secret(twins, event->parties);
    case EVENT_SET:
        return variable_is_secret(twins, event->variable, event->variable_key);
    default:
        return false;
    }
}

/* --- what somebody is sent --- */

static inline struct text audience_name(const struct twins *twins, struct audience audience)
{
    return audience.kind == AUDIENCE_PUBLIC ? TEXT("the public")
                                            : twins->scenario->parties[audience.party].id;
}

/* The same bytes; else where they first differ. */
static inline void assert_bytes_same(const struct twins *twins, struct text who, const char *what,
                                     struct text left, struct text right)
{
    twins->tally->comparisons++;
    if (text_equal(left, right))
        return;
    size_t at = 0;
    while (at < left.length && at < right.length && left.at[at] == right.at[at])
        at++;
    size_t from = at > 100 ? at - 100 : 0;
    struct text parts[2] = {left, right};
    for (int part = 0; part < 2; part++) {
        size_t length = parts[part].length - from < 200 ? parts[part].length - from : 200;
        print_error("%s ...%.*s...\n", part ? "B:" : "A:", (int)length, parts[part].at + from);
    }
    fail_msg("%.*s, seed %llu, step %d: %.*s can tell the games apart by %s, at byte %zu",
             TEXT_ARGUMENTS(twins->scenario->id), (unsigned long long)twins->dice.seed.low,
             twins->step, TEXT_ARGUMENTS(who), what, at);
}

static inline struct text tree_bytes(struct arena *arena, const struct tree *tree)
{
    return tree ? json_write(arena, tree) : TEXT("nothing");
}

/* Any circle, also one that the asker is not in. */
static inline struct text some_circle(struct twins *twins, struct arena *arena)
{
    const struct scenario *scenario = twins->scenario;
    party_set everyone = party_bit((int)scenario->party_count) - 1;
    switch (dice_throw(&twins->asked, 0, 4)) {
    case 0:
        return TEXT("plenary");
    case 1:
        return TEXT("press");
    case 2:
        return arena_print(
            arena, "control:%.*s",
            TEXT_ARGUMENTS(scenario->parties[dice_party(&twins->asked, everyone)].id));
    default:
        break;
    }
    party_set some =
        dice_parties(&twins->asked, everyone) | party_bit(dice_party(&twins->asked, everyone));
    struct text name = TEXT("");
    for (int party = 0; party < (int)scenario->party_count; party++)
        if (some & party_bit(party))
            name = arena_print(arena, "%.*s%s%.*s", TEXT_ARGUMENTS(name), name.length ? "+" : "",
                               TEXT_ARGUMENTS(scenario->parties[party].id));
    return name;
}

/* What a text is called that there is in A, by whoever asks. */
static inline struct text some_name(struct twins *twins, struct audience audience,
                                    struct arena *arena)
{
    const struct position *position = &twins->secretive->position;
    if (position->instrument_count == 0)
        return TEXT("none");
    size_t at = (size_t)dice_throw(&twins->asked, 0, (int64_t)position->instrument_count - 1);
    const struct instrument *text = &position->instruments[at];
    /* A text's own name does for everybody who was told it once the text is public. Nobody tells
     * here, and the same name may be another text's in B. */
    const struct instrument *other = instrument_find(&twins->plain->position, text->id);
    if (!text->open_to_all && other && other->open_to_all)
        return TEXT("none");
    return game_text_name(twins->secretive, audience, text->id, arena);
}

/* Any variable, of one key or of all, also one that the asker does not see. */
static inline struct text some_variable(struct twins *twins, struct arena *arena)
{
    const struct scenario *scenario = twins->scenario;
    if (scenario->variable_count == 0)
        return TEXT("none");
    const struct variable *variable =
        &scenario->variables[dice_throw(&twins->asked, 0, (int64_t)scenario->variable_count - 1)];
    int64_t key = dice_throw(&twins->asked, 0, (int64_t)keys_of(scenario, variable->per) - 1);
    if (variable->per == PER_NONE || dice_say(&twins->asked, 40))
        return variable->id;
    return arena_print(arena, "%.*s.%.*s",
                       TEXT_ARGUMENTS(key_name(scenario, variable->per, (int32_t)key)),
                       TEXT_ARGUMENTS(variable->id));
}

static const char *const pages[] = {"messages", "versions", "minutes", "changes"};

enum { PAGES = sizeof(pages) / sizeof(*pages) };

/* What there may be a page of. */
static inline struct text some_page(struct twins *twins, size_t page, struct audience audience,
                                    struct arena *arena)
{
    return page == 0   ? some_circle(twins, arena)
           : page == 1 ? some_name(twins, audience, arena)
           : page == 3 ? some_variable(twins, arena)
                       : TEXT("");
}

static inline void assert_page_same(struct twins *twins, struct audience audience,
                                    struct arena *arena)
{
    size_t page = (size_t)dice_throw(&twins->asked, 0, PAGES - 1);
    struct text of = some_page(twins, page, audience, arena);
    uint64_t before = (uint64_t)dice_throw(&twins->asked, 0, 12);
    uint32_t limit = (uint32_t)dice_throw(&twins->asked, 1, 5);
    struct tree *left =
        history_read(twins->secretive, audience, text_of(pages[page]), of, before, limit, arena);
    struct tree *right =
        history_read(twins->plain, audience, text_of(pages[page]), of, before, limit, arena);
    assert_bytes_same(twins, audience_name(twins, audience), pages[page], tree_bytes(arena, left),
                      tree_bytes(arena, right));
}

static inline void assert_worth_same(struct twins *twins, int party, struct arena *arena)
{
    const struct scenario *scenario = twins->scenario;
    struct audience audience = {AUDIENCE_PARTY, party};
    struct assumption assumptions[2] = {{.instrument = TEXT("")}, {.instrument = TEXT("")}};
    size_t count = 1;
    if (dice_say(&twins->asked, 50))
        assumptions[count++].instrument = some_name(twins, audience, arena);
    struct command loose = {.type = COMMAND_DRAFT};
    uint32_t kind = (uint32_t)dice_throw(&twins->asked, 0, (int64_t)scenario->instrument_count - 1);
    dice_clauses(&twins->asked, scenario, kind, &loose, arena);
    assumptions[0].clauses = loose.clauses;
    assumptions[0].clause_count = loose.clause_count;
    struct tree *left = score_evaluate(twins->secretive, party, assumptions, count, arena);
    struct tree *right = score_evaluate(twins->plain, party, assumptions, count, arena);
    assert_bytes_same(twins, audience_name(twins, audience), "what a draft is worth",
                      tree_bytes(arena, left), tree_bytes(arena, right));
}

/* What a bot would do in its place, in all its words. */
static inline struct text bot_bytes(struct twins *twins, const struct game *game, int party,
                                    enum temperament temperament, struct arena *arena)
{
    struct command command = wish_of(twins->scenario, party, true, COMMAND_READY, arena);
    if (!bot_wants_as(temperament, game, party, command.actor.seat, twins->now, arena, &command))
        return TEXT("waits");
    struct tree *wish = wish_write(twins->scenario, &command, arena);
    tree_set_text(arena, wish, TEXT("method"), text_of(wish_method(command.type)));
    tree_set_text(arena, wish, TEXT("sentence"), command.sentence);
    tree_set(arena, wish, TEXT("says"),
             clauses_write(twins->scenario, command.clauses, command.clause_count, arena));
    return tree_bytes(arena, wish);
}

/* Neither what it is advised nor what a bot would do goes by what it does not see. */
static inline void assert_bot_same(struct twins *twins, int party, struct arena *arena)
{
    struct audience audience = {AUDIENCE_PARTY, party};
    struct text name = dice_say(&twins->asked, 60) ? some_name(twins, audience, arena) : TEXT("");
    assert_bytes_same(twins, audience_name(twins, audience), "advice",
                      tree_bytes(arena, bot_advises(twins->secretive, party, name, arena)),
                      tree_bytes(arena, bot_advises(twins->plain, party, name, arena)));
    enum temperament temperament = (enum temperament)dice_throw(&twins->asked, 0, TEMPERAMENTS - 1);
    assert_bytes_same(twins, audience_name(twins, audience), "what a bot would do",
                      bot_bytes(twins, twins->secretive, party, temperament, arena),
                      bot_bytes(twins, twins->plain, party, temperament, arena));
}

static inline void assert_same_for(struct twins *twins, struct audience audience)
{
    struct arena *arena = arena_open();
    assert_bytes_same(twins, audience_name(twins, audience), "the view",
                      tree_bytes(arena, view(twins->secretive, audience, arena)),
                      tree_bytes(arena, view(twins->plain, audience, arena)));
    if (dice_say(&twins->asked, 40)) {
        twins->tally->questions++;
        assert_page_same(twins, audience, arena);
        if (audience.kind == AUDIENCE_PARTY && dice_say(&twins->asked, 50))
            assert_worth_same(twins, audience.party, arena);
        if (audience.kind == AUDIENCE_PARTY && dice_say(&twins->asked, 20))
            assert_bot_same(twins, audience.party, arena);
    }
    arena_close(arena);
}

static inline void assert_same_for_others(struct twins *twins)
{
    assert_same_for(twins, (struct audience){AUDIENCE_PUBLIC, NONE});
    for (int party = 0; party < (int)twins->scenario->party_count; party++)
        if (!(twins->secret & party_bit(party)))
            assert_same_for(twins, (struct audience){AUDIENCE_PARTY, party});
}

static inline void assert_answers_same(const struct twins *twins, struct text who,
                                       const struct decision_result *left,
                                       const struct decision_result *right)
{
    struct arena *arena = arena_open();
    struct text bytes[2];
    const struct decision_result *results[2] = {left, right};
    for (int part = 0; part < 2; part++)
        bytes[part] = results[part]->refused
                          ? tree_bytes(arena, refusal_write(&results[part]->refusal, arena))
                          : tree_bytes(arena, results[part]->answer);
    assert_bytes_same(twins, who, "an answer", bytes[0], bytes[1]);
    arena_close(arena);
}

/* --- texts in both games --- */

static inline struct pair *pair_add(struct twins *twins, struct text secretive, struct text plain)
{
    assert_true(twins->pair_count < PAIRS_MAX);
    struct pair *pair = &twins->pairs[twins->pair_count++];
    *pair = (struct pair){.secretive = arena_copy(twins->arena, secretive),
                          .plain = arena_copy(twins->arena, plain)};
    return pair;
}

/* Those that were drafted in both games at once. Among the secretive alone their names count what
 * was drafted before. */
static inline void pair_newest(struct twins *twins, size_t before)
{
    const struct position *plain = &twins->plain->position;
    const struct position *secretive = &twins->secretive->position;
    for (size_t index = before; index < plain->instrument_count; index++) {
        const struct instrument *right = &plain->instruments[index];
        const struct instrument *left = &secretive->instruments[secretive->instrument_count - 1];
        party_set guests = right->draft->invited | right->draft->witnesses;
        pair_add(twins, left->id, right->id)->past =
            is_secret(twins, guests) && !text_equal(left->id, right->id);
    }
}

static inline const struct pair *pair_of_secretive(const struct twins *twins, struct text id)
{
    for (size_t index = 0; index < twins->pair_count; index++)
        if (text_equal(twins->pairs[index].secretive, id))
            return &twins->pairs[index];
    return NULL;
}

static inline bool is_guest(const struct instrument *text, int party)
{
    return ((text->draft->invited | text->draft->witnesses) & party_bit(party)) != 0;
}

/* Who is invited to a text with another past in A learns of it, and is no outsider any more. */
static inline void let_in(struct twins *twins)
{
    for (size_t index = 0; index < twins->pair_count; index++) {
        const struct instrument *left =
            instrument_find(&twins->secretive->position, twins->pairs[index].secretive);
        if (twins->pairs[index].past)
            twins->secret |= left->draft->invited | left->draft->witnesses;
    }
}

#endif
