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
    for (uint64_t seed = 1; seed <= 100; seed++) {
        struct game_options options = {.id = TEXT("t"), .name = TEXT("T"), .seed = {seed, 7}};
        struct game *game = game_open(rules, &options);
        enum temperament temperament = temperament_of(game, party("nor"));
        assert_int_equal(temperament_of(game, party("nor")), temperament);
        drawn[temperament]++;
        game_close(game);
    }
    for (int index = 0; index < TEMPERAMENTS; index++)
        assert_true(drawn[index] > 0);
    assert_true(drawn[TEMPERAMENT_LINEAR] > 35); /* the scenario's own: half, and its share */
}

static void micro_concedes_as_often_as_the_others_offer(void **state)
{
    (void)state;
    assert_int_equal(micro_asks(&(struct bargaining){.made = 0, .received = 5}), PERMILLE);
    assert_int_equal(micro_asks(&(struct bargaining){.made = 3, .received = 3}), 700);
    assert_int_equal(micro_asks(&(struct bargaining){.made = 4, .received = 3}), 700);
    assert_int_equal(micro_asks(&(struct bargaining){.made = 50, .received = 50}), 0);
    assert_int_equal(micro_asks(&(struct bargaining){.time = PERMILLE}), PERMILLE);
}

static void tit_for_tat_repeats_what_the_others_conceded(void **state)
{
    (void)state;
    int64_t missing[] = {999, 499, 999};
    struct bargaining seen = {.missing = missing};
    assert_int_equal(tit_for_tat_asks(&seen), PERMILLE);
    seen.made = 1; /* the first step is its own */
    assert_int_equal(tit_for_tat_asks(&seen), 900);
    seen.missing_count = 2; /* they came half of the way */
    assert_int_equal(tit_for_tat_asks(&seen), 450);
    seen.missing_count = 3; /* and took it back */
    assert_int_equal(tit_for_tat_asks(&seen), 900);
}

static void a_convener_leaves_room_for_all(void **state)
{
    (void)state;
    assert_int_equal(convener_asks(0), 500);
    assert_int_equal(convener_asks(PERMILLE), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_lead_back),
        cmocka_unit_test(micro_concedes_as_often_as_the_others_offer),
        cmocka_unit_test(tit_for_tat_repeats_what_the_others_conceded),
        cmocka_unit_test(a_convener_leaves_room_for_all),
        cmocka_unit_test(they_ask_for_all_at_first_and_for_nothing_at_the_end),
        cmocka_unit_test(boulware_holds_on_and_a_conceder_gives_at_once),
        cmocka_unit_test(a_table_is_mixed_and_always_the_same_by_its_seed),
    };
    return cmocka_run_group_tests(tests, river_open, rules_close);
}
