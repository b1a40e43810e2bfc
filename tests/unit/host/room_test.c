/* Before a class: devices say that they reach the server, and the teacher's page asks who did. */
#include "host/stage.h"

static int setup(void **state)
{
    *state = stage_open();
    return 0;
}

static int teardown(void **state)
{
    stage_close(*state);
    return 0;
}

#define ROOM "room-of-the-first-class"
#define OTHER "room-of-the-other-class"

static void devices_are_seen_in_their_room_alone(void **state)
{
    struct stage *stage = *state;
    struct client *teacher = client_new(stage, "teacher");
    struct client *phone = client_new(stage, "phone");
    struct tree *seen = call(teacher, "room.look", "{'room':'" ROOM "'}");
    assert_int_equal(tree_get(seen, TEXT("devices"))->count, 0);
    (void)call(phone, "room.hello",
               "{'room':'" ROOM "','name':'Firefox, 360 x 740','socket':true}");
    (void)call(phone, "room.hello", "{'room':'" OTHER "','name':'Chrome'}");
    seen = call(teacher, "room.look", "{'room':'" ROOM "'}");
    const struct tree *devices = tree_get(seen, TEXT("devices"));
    assert_int_equal(devices->count, 1);
    assert_text(text_at(devices->members[0].value, "name"), "Firefox, 360 x 740");
    bool socket = false;
    assert_true(tree_get_bool(devices->members[0].value, TEXT("socket"), &socket));
    assert_true(socket);
}

static void they_are_forgotten_after_ten_minutes(void **state)
{
    struct stage *stage = *state;
    struct client *phone = client_new(stage, "phone");
    (void)call(phone, "room.hello", "{'room':'" ROOM "','name':'Firefox'}");
    stage->now += 10 * 60 * 1000;
    assert_int_equal(tree_at(call(phone, "room.look", "{'room':'" ROOM "'}"), "devices")->count, 1);
    stage->now += 1;
    assert_int_equal(tree_at(call(phone, "room.look", "{'room':'" ROOM "'}"), "devices")->count, 0);
}

static void only_the_last_are_remembered(void **state)
{
    struct stage *stage = *state;
    struct client *phone = client_new(stage, "phone");
    for (int index = 0; index < 300; index++)
        (void)call(phone, "room.hello", "{'room':'" ROOM "','name':'Phone %d'}", index);
    struct tree *devices = tree_at(call(phone, "room.look", "{'room':'" ROOM "'}"), "devices");
    assert_int_equal(devices->count, 256);
    assert_text(text_at(devices->members[0].value, "name"), "Phone 44");
    assert_text(text_at(devices->members[255].value, "name"), "Phone 299");
}

static void what_is_no_room_or_no_name_is_refused(void **state)
{
    struct stage *stage = *state;
    struct client *phone = client_new(stage, "phone");
    static const char *const wrong[] = {
        "{'room':'short','name':'Firefox'}",
        "{'room':'" ROOM "','name':''}",
        "{'room':'" ROOM "','name':7}",
        "{'room':'" ROOM "','name':'Firefox','socket':'yes'}",
    };
    for (size_t index = 0; index < sizeof(wrong) / sizeof(*wrong); index++)
        assert_string_equal(refused(phone, "room.hello", "%s", wrong[index]), "parameter.invalid");
    assert_string_equal(refused(phone, "room.hello", "{'room':'" ROOM "'}"), "parameter.missing");
    assert_string_equal(refused(phone, "room.look", "{'room':'a b'}"), "parameter.invalid");
    char name[82];
    memset(name, 'x', 81);
    name[81] = '\0';
    assert_string_equal(refused(phone, "room.hello", "{'room':'" ROOM "','name':'%s'}", name),
                        "parameter.invalid");
    name[80] = '\0';
    (void)call(phone, "room.hello", "{'room':'" ROOM "','name':'%s'}", name);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(devices_are_seen_in_their_room_alone),
        TEST(they_are_forgotten_after_ten_minutes),
        TEST(only_the_last_are_remembered),
        TEST(what_is_no_room_or_no_name_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
