/* What bots say of their moves where people see them. */
#include "../game/kit.h"

#include "bots.h"

static int paris_open(void **state)
{
    (void)state;
    return rules_open(SOURCE_DIR "/rules/scenarios/paris");
}

/* A person leads the first delegation, bots the others; the talks are open. */
static struct play *table_open(void)
{
    struct play *play =
        play_open_with((struct game_options){.seed = {1, 2}, .edition = 0, .untimed = true});
    for (size_t party = 0; party < rules->party_count; party++) {
        const char *id = rules->parties[party].id.at;
        struct command seat = seating(id, id, ROLE_HEAD);
        seat.flag = party > 0;
        ok(play, seat);
    }
    ok(play, by(NULL, COMMAND_START));
    ok(play, by(NULL, COMMAND_ADVANCE));
    return play;
}

static bool bot_moves(struct play *play, size_t party, struct command *command)
{
    struct text id = rules->parties[party].id;
    *command = by(id.at, COMMAND_READY);
    command->actor.automatic = true;
    play->now += 1000;
    if (!bot_wants_as(TEMPERAMENT_CONVENER, play->game, (int)party, id, play->now, play->arena,
                      command))
        return false;
    ok(play, *command);
    return true;
}

/* It says why, before it does anything else. */
static void assert_explained(struct play *play, size_t party, struct text text)
{
    struct command command;
    assert_true(bot_moves(play, party, &command));
    assert_int_equal(command.type, COMMAND_MESSAGE);
    assert_true(text_equal(command.quote, text));
    assert_true(command.to_parties & party_bit(0));
}

static void what_bots_change_among_themselves_is_explained_to_the_people_invited(void **state)
{
    (void)state;
    struct play *play = table_open();
    int explained = 0;
    for (int round = 0; round < 20; round++)
        for (size_t party = 1; party < rules->party_count; party++) {
            struct command command;
            if (!bot_moves(play, party, &command) || command.type != COMMAND_AMEND)
                continue;
            const struct instrument *text = the(play, command.instrument);
            if (!(text->draft->invited & party_bit(0)))
                continue;
            assert_explained(play, party, text->id);
            explained++;
        }
    assert_true(explained > 0);
    play_close(play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_bots_change_among_themselves_is_explained_to_the_people_invited),
    };
    return cmocka_run_group_tests(tests, paris_open, rules_close);
}
