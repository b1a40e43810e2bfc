/* A world whose formulas are computed anew where something changed is the same as one that is
 * computed from nothing. */
#include "paris.h"

#include "random.h"

#include <string.h>

enum { CHANGES = 400 };

static int64_t throw(uint64_t * thrown, int64_t low, int64_t high)
{
    uint64_t place = (*thrown)++;
    return random_between((struct seed){11, 13}, (struct text){(const char *)&place, sizeof place},
                          low, high);
}

/* Values that rules may meet, and some that they cannot compute with. */
static void change_some(struct world *world, uint64_t *thrown)
{
    for (int64_t count = throw(thrown, 0, 6); count > 0; count--) {
        size_t slot = (size_t) throw(thrown, 0, paris->state_count - 1);
        int64_t kind = throw(thrown, 0, 19);
        world->slots[slot] = kind == 0   ? INT64_MAX
                             : kind == 1 ? INT64_MIN
                             : kind < 8  ? paris->world_start[slot]
                                         : throw(thrown, 0, 12);
    }
}

static void assert_computed(const struct world *world, struct arena *arena)
{
    struct world other = world_open(paris, arena);
    memcpy(other.slots, world->slots, paris->state_count * sizeof(*other.slots));
    world_refresh(paris, &other);
    assert_memory_equal(world->slots, other.slots, world->count * sizeof(*other.slots));
    assert_memory_equal(world->failed, other.failed, world->count);
}

static void changes_are_followed(void **state)
{
    struct world world = world_open(paris, *state);
    uint64_t thrown = 0, failed = 0;
    world_refresh(paris, &world);
    for (int change = 0; change < CHANGES; change++) {
        struct arena *arena = arena_open();
        change_some(&world, &thrown);
        world_refresh(paris, &world);
        assert_computed(&world, arena);
        for (uint32_t slot = 0; slot < world.count; slot++)
            failed += world.failed[slot];
        arena_close(arena);
    }
    assert_true(failed > 0);
}

static void what_is_written_over_formulas_does_not_stay(void **state)
{
    struct world world = world_open(paris, *state);
    world_refresh(paris, &world);
    for (uint32_t slot = paris->state_count; slot < world.count; slot++) {
        world.slots[slot] = 77;
        world.failed[slot] = 1;
    }
    memset(world.slots + paris->state_count + paris->derivation_count, 0,
           (world.count - paris->state_count - paris->derivation_count) * sizeof(int64_t));
    memset(world.failed + paris->state_count + paris->derivation_count, 0,
           world.count - paris->state_count - paris->derivation_count);
    world_refresh(paris, &world);
    assert_computed(&world, *state);
}

static void a_copy_goes_its_own_way(void **state)
{
    struct world world = world_open(paris, *state);
    uint64_t thrown = 1000000;
    for (int change = 0; change < CHANGES / 8; change++) {
        struct world before = world_copy(paris, &world, *state);
        struct world copy = world_copy(paris, &world, *state);
        change_some(&copy, &thrown);
        world_refresh(paris, &copy);
        assert_computed(&copy, *state);
        assert_memory_equal(world.slots, before.slots, world.count * sizeof(*world.slots));
        change_some(&world, &thrown);
        world_refresh(paris, &world);
        assert_computed(&world, *state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARIS_TEST(changes_are_followed),
        PARIS_TEST(what_is_written_over_formulas_does_not_stay),
        PARIS_TEST(a_copy_goes_its_own_way),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
