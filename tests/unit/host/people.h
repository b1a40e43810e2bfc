/* What the tests of people and seats look at: the roster as control sees it. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "host/stage.h"

static inline int setup(void **state)
{
    *state = stage_open();
    return 0;
}

static inline int teardown(void **state)
{
    stage_close(*state);
    return 0;
}

/* Each on a stage of its own. */
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static inline struct tree *roster(struct client *control)
{
    return exercise_seen(control);
}

static inline struct tree_member *member_of(struct client *control, const char *name)
{
    struct tree *people = tree_get(roster(control), TEXT("people"));
    for (size_t index = 0; index < people->count; index++)
        if (text_equal(text_at(people->members[index].value, "name"), text_of(name)))
            return &people->members[index];
    fail_msg("nobody is called %s", name);
    return NULL;
}

static inline struct tree *person(struct client *control, const char *name)
{
    return member_of(control, name)->value;
}

static inline struct text id_of(struct client *control, const char *name)
{
    return member_of(control, name)->key;
}

static inline bool flag_at(const struct tree *tree, const char *name)
{
    bool flag = false;
    (void)tree_get_bool(tree, text_of(name), &flag);
    return flag;
}

static inline const char *seat_of(struct client *control, const char *name)
{
    return stage_seat(control->stage, person(control, name));
}

static inline struct client *made(struct stage *stage, const char *options)
{
    struct client *control = stage_create(stage, options);
    (void)client_attach(control);
    return control;
}

static inline size_t bots_at(struct client *control)
{
    struct tree *people = tree_get(roster(control), TEXT("people"));
    size_t count = 0;
    for (size_t index = 0; index < people->count; index++)
        count += flag_at(people->members[index].value, "bot");
    return count;
}

/* The roster is the same after a restart. */
static inline void restarted(struct client *control, const char *name, const char *seat)
{
    stage_restart(control->stage);
    (void)client_attach(control);
    assert_string_equal(seat_of(control, name), seat);
}

#endif
