#include "play.h"

#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: entente play DIR PLAY.json...\n"
    "\n"
    "Runs scripted games of the scenario in DIR against the real host, codec and game, and prints\n"
    "the first difference of each that fails, then how many passed and failed.\n"
    "\n"
    "Exit status: 0 where all pass, 1 where one fails, 2 on wrong usage.\n";

static struct tree *play_read(struct arena *arena, const char *path, struct text *why)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        *why = TEXT("it cannot be opened");
        return NULL;
    }
    char *bytes = arena_take(arena, FILE_BYTES_MAX + 1);
    size_t length = fread(bytes, 1, FILE_BYTES_MAX + 1, file);
    (void)fclose(file);
    if (length > FILE_BYTES_MAX) {
        *why = TEXT("it is larger than 8 MiB");
        return NULL;
    }
    struct text words;
    uint32_t line;
    uint32_t column;
    struct tree *play = json_read_call(arena, (struct text){bytes, length}, &words, &line, &column);
    if (!play)
        *why = arena_print(arena, "line %u, column %u: %.*s", line, column, TEXT_ARGUMENTS(words));
    return play;
}

/* Plays the steps on a stage of their own; NULL (and *why, in `arena`) at the first difference. */
static struct stage *steps_play(struct arena *arena, const char *folder, const struct tree *play,
                                const struct tree *steps, struct text *why)
{
    struct stage *stage = stage_open(folder, play, why);
    if (!stage)
        return NULL;
    bool good = true;
    size_t index = 0;
    struct text difference = TEXT("");
    for (; good && steps && index < steps->count; index++)
        good = step_play(stage, steps->members[index].value, &difference);
    if (!good)
        *why = arena_print(arena, "step %zu: %.*s", index, TEXT_ARGUMENTS(difference));
    else if (!expect_replayed(stage, folder, &difference)) {
        *why = arena_copy(arena, difference);
        good = false;
    }
    if (good)
        return stage;
    stage_close(stage);
    return NULL;
}

static bool streams_equal(const struct player *left, const struct player *right)
{
    return left->stream_length == right->stream_length &&
           memcmp(left->stream, right->stream, left->stream_length) == 0;
}

/* The same for a fresh view: what somebody would be sent who came only now. */
static bool fresh_equal(struct stage *left, struct stage *right, size_t index)
{
    struct audience audience = player_audience(&left->players[index]);
    return text_equal(json_write(left->arena, view(stage_game(left), audience, left->arena)),
                      json_write(right->arena, view(stage_game(right), audience, right->arena)));
}

/* What one was sent where the other was not, a little of both. */
static struct text first_difference(struct stage *stage, const struct player *left,
                                    const struct player *right)
{
    enum { BEFORE = 80, SHOWN = 240 };
    size_t at = 0;
    while (at < left->stream_length && at < right->stream_length &&
           left->stream[at] == right->stream[at])
        at++;
    if (at == left->stream_length && at == right->stream_length)
        return TEXT("in a fresh view");
    size_t from = at > BEFORE ? at - BEFORE : 0;
    size_t first = left->stream_length - from < SHOWN ? left->stream_length - from : SHOWN;
    size_t second = right->stream_length - from < SHOWN ? right->stream_length - from : SHOWN;
    return arena_print(stage->arena, "…%.*s… and …%.*s…", (int)first, left->stream + from,
                       (int)second, right->stream + from);
}

static bool viewer_same(struct arena *arena, struct stage *left, struct stage *right,
                        struct text viewer, struct text *why)
{
    bool known = false;
    for (size_t index = 0; index < left->player_count; index++) {
        const struct player *player = &left->players[index];
        bool meant =
            text_equal(player->name, viewer) ||
            (player->party >= 0 && text_equal(left->scenario->parties[player->party].id, viewer));
        known |= meant;
        if (!meant ||
            (streams_equal(player, &right->players[index]) && fresh_equal(left, right, index)))
            continue;
        *why = arena_print(arena, "%.*s can tell the two games apart: %.*s", TEXT_ARGUMENTS(viewer),
                           TEXT_ARGUMENTS(first_difference(left, player, &right->players[index])));
        return false;
    }
    if (!known)
        *why = arena_print(arena, "same_for: '%.*s' is no viewer", TEXT_ARGUMENTS(viewer));
    return known;
}

static bool twin_run(struct arena *arena, const char *folder, const struct tree *play,
                     struct text *why)
{
    struct stage *left = steps_play(arena, folder, play, tree_get(play, TEXT("steps_a")), why);
    if (!left) {
        *why = arena_print(arena, "steps_a: %.*s", TEXT_ARGUMENTS(*why));
        return false;
    }
    struct stage *right = steps_play(arena, folder, play, tree_get(play, TEXT("steps_b")), why);
    if (!right) {
        *why = arena_print(arena, "steps_b: %.*s", TEXT_ARGUMENTS(*why));
        stage_close(left);
        return false;
    }
    bool same = true;
    const struct tree *viewers = tree_get(play, TEXT("same_for"));
    for (size_t index = 0; same && index < viewers->count; index++)
        same = viewer_same(arena, left, right, viewers->members[index].value->text, why);
    stage_close(left);
    stage_close(right);
    return same;
}

static bool steps_run(struct arena *arena, const char *folder, const struct tree *play,
                      struct text *why)
{
    if (tree_get(play, TEXT("steps_a")))
        return twin_run(arena, folder, play, why);
    struct stage *stage = steps_play(arena, folder, play, tree_get(play, TEXT("steps")), why);
    if (stage)
        stage_close(stage);
    return stage != NULL;
}

static bool play_run(struct arena *arena, const char *folder, const char *path)
{
    struct text why = TEXT("");
    struct text title = text_of(path);
    const struct tree *play = play_read(arena, path, &why);
    bool good = play && play_form(arena, play, &why) && steps_run(arena, folder, play, &why);
    (void)tree_get_text(play, TEXT("title"), &title);
    if (good)
        printf("ok   %s: %.*s\n", path, TEXT_ARGUMENTS(title));
    else
        printf("FAIL %s: %.*s\n     %.*s\n", path, TEXT_ARGUMENTS(title), TEXT_ARGUMENTS(why));
    (void)fflush(stdout);
    return good;
}

int play_main(int argc, char **argv)
{
    for (int index = 1; index < argc; index++) {
        if (!strcmp(argv[index], "--help") || !strcmp(argv[index], "-h")) {
            fputs(usage, stdout);
            return 0;
        }
        if (argv[index][0] == '-') {
            fprintf(stderr, "entente play: there is no option '%s'.\n\n%s", argv[index], usage);
            return 2;
        }
    }
    if (argc < 3) {
        fputs(usage, stderr);
        return 2;
    }
    int passed = 0;
    int failed = 0;
    struct arena *arena = arena_open();
    for (int index = 2; index < argc; index++) {
        if (play_run(arena, argv[1], argv[index]))
            passed++;
        else
            failed++;
        arena_reset(arena);
    }
    arena_close(arena);
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0 ? 1 : 0;
}
