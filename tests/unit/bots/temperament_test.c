/* Who is drawn for a seat, and how the time-dependent ones concede. */
#include "river.h"

#include "temperament.h"

static void names_lead_back(void **state)
{
    (void)state;
    for (int index = 0; index < TEMPERAMENTS; index++)
        assert_int_equal(temperament_find(temperament_name((enum temperament)index)), index);
    assert_int_equal(temperament_find(TEXT("meek")), -1);
}

static void they_ask_for_all_at_first_and_for_nothing_at_the_end(void **state)
{
    (void)state;
    int64_t (*const asks[])(int64_t) = {boulware_asks, linear_asks, conceder_asks};
    for (size_t index = 0; index < 3; index++) {
        assert_int_equal(asks[index](0), PERMILLE);
        assert_int_equal(asks[index](PERMILLE), 0);
        for (int64_t time = 1; time <= PERMILLE; time++)
            assert_true(asks[index](time) <= asks[index](time - 1));
    }
}

static void boulware_holds_on_and_a_conceder_gives_at_once(void **state)
{
    (void)state;
    assert_int_equal(boulware_asks(500), 969); /* 1 - 0.5^5 */
    assert_int_equal(linear_asks(500), 500);
    assert_int_equal(conceder_asks(500), 293); /* 1 - 0.5^0.5 */
}

static void a_table_is_mixed_and_always_the_same_by_its_seed(void **state)
{
    (void)state;
    int drawn[TEMPERAMENTS] = {0};
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct game_options options = {.id = TEXT("t"), .name = TEXT("T"), .seed = {seed, 7}};
        struct game *game = game_open(rules, &options);
        enum temperament temperament = temperament_of(game, party("nor"));
        assert_int_equal(temperament_of(game, party("nor")), temperament);
        drawn[temperament]++;
        game_close(game);
    }
    for (int index = 0; index < TEMPERAMENTS; index++)
        assert_true(drawn[index] > 0);
    assert_true(drawn[TEMPERAMENT_LINEAR] > drawn[TEMPERAMENT_CONCEDER]); /* the scenario's own */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_lead_back),
        cmocka_unit_test(they_ask_for_all_at_first_and_for_nothing_at_the_end),
        cmocka_unit_test(boulware_holds_on_and_a_conceder_gives_at_once),
        cmocka_unit_test(a_table_is_mixed_and_always_the_same_by_its_seed),
    };
    return cmocka_run_group_tests(tests, river_open, rules_close);
}
