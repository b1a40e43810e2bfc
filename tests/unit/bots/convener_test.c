/* What a convener takes the others to want: from what they sign, leave out and dispute, as well as
 * from what they write. */
#include "river.h"

#include "bargain.h"

/* What changing the share of water from 60 to 45, or taking the article out, may cost Northland, as
 * Southland's bot sees it. */
struct guess {
    int64_t change, removal;
};

static struct guess guess(struct play *play, enum temperament temperament)
{
    static const int64_t from = 60, to = 45;
    struct mind mind;
    mind_open(&mind, play->game, party("sou"), temperament, play->arena);
    uint32_t key = key_of("water");
    return (struct guess){bargain_cost_to(&mind, party("nor"), key, &from, &to),
                          bargain_cost_to(&mind, party("nor"), key, &from, NULL)};
}

static struct command disputing(struct play *play, const char *seat, struct text text,
                                const char *key)
{
    struct command command = on_text(seat, COMMAND_BRACKET, text);
    uint32_t *keys = ARENA_NEW(play->arena, uint32_t);
    *keys = key_of(key);
    command.version = the(play, text)->version;
    command.keys = keys;
    command.key_count = 1;
    command.flag = true;
    return command;
}

/* Southland's own words, so that nothing is known of Northland yet. */
static struct text offered(struct play *play)
{
    return drafted(play, "sou", "treaty", "nor", WISHES({"water", {60}}));
}

static void who_signs_wants_it_as_it_stands(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct text text = offered(play);
    struct guess before = guess(play, TEMPERAMENT_CONVENER);
    ok(play, signing(play, "nor", text));
    struct guess after = guess(play, TEMPERAMENT_CONVENER);
    assert_true(after.change > before.change);
    assert_true(after.removal > before.removal);
    assert_int_equal(guess(play, TEMPERAMENT_LINEAR).change,
                     before.change); /* looks at words alone */
    play_close(play);
}

static void who_disputes_an_article_would_have_it_gone(void **state)
{
    (void)state;
    struct play *play = table_open();
    struct text text = offered(play);
    struct guess before = guess(play, TEMPERAMENT_CONVENER);
    ok(play, disputing(play, "nor", text, "water"));
    struct guess after = guess(play, TEMPERAMENT_CONVENER);
    assert_true(after.removal < before.removal);
    assert_true(after.removal < 0);
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_signs_wants_it_as_it_stands),
        cmocka_unit_test(who_disputes_an_article_would_have_it_gone),
    };
    return cmocka_run_group_tests(tests, river_open, rules_close);
}
