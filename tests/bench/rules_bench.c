/* How fast the rules are: packages a second in blocks, expressions one at a time, loading.
 *
 * rules_bench DIR PACKAGES.jsonl [--smoke]: measures with those packages, whose keys are all in
 * analysis.vary, and writes one JSON object. Every score is first computed both ways, one package
 * at a time and in blocks; where they differ, it says so and exits with 1. With --smoke each thing
 * is done once: the results are checked, the times mean nothing. */
#include "batch.h"
#include "codec.h"
#include "must.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SAMPLES = 15, SAMPLE_NS = 20000000 };

struct bench {
    struct scenario *scenario;
    const char *folder;
    struct arena *arena;
    struct world world; /* as the game begins */
    struct package *packages;
    size_t package_count;
    struct batch_plan *plan; /* of one party */
    struct batch *batch;
    size_t party;
    struct batch_column *columns, *kept; /* the batch's that it needs; theirs of all blocks */
    size_t column_count;
    const struct expression **rules;
    size_t rule_count;
    bool smoke;
    int64_t sink; /* of what is computed, so that it is computed */
};

struct timing {
    double best, median; /* nanoseconds of processor time */
};

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int compare_doubles(const void *left, const void *right)
{
    double first = *(const double *)left, second = *(const double *)right;
    return (first > second) - (first < second);
}

/* What one of the `count` things takes that a call does: the least and the median of many calls. */
static struct timing measure(struct bench *bench, void (*call)(struct bench *), size_t count)
{
    double samples[SAMPLES];
    int sample_count = bench->smoke ? 1 : SAMPLES;
    for (int sample = 0; sample < sample_count; sample++) {
        int64_t start = now_ns(), spent;
        size_t calls = 0;
        do {
            call(bench);
            calls++;
            spent = now_ns() - start;
        } while (spent < SAMPLE_NS && !bench->smoke);
        samples[sample] = (double)spent / (double)calls / (double)count;
    }
    qsort(samples, (size_t)sample_count, sizeof(double), compare_doubles);
    return (struct timing){samples[0], samples[sample_count / 2]};
}

static void print_timing(const char *name, struct timing timing)
{
    printf("\"%s\":{\"best\":%.2f,\"median\":%.2f}", name, timing.best, timing.median);
}

static struct scenario *load(const char *folder)
{
    struct diagnostics diagnostics = {.arena = arena_open()};
    struct scenario *scenario = scenario_load(folder, &diagnostics);
    arena_close(diagnostics.arena);
    if (!scenario) {
        fprintf(stderr, "rules_bench: %s does not load\n", folder);
        exit(1);
    }
    return scenario;
}

static void call_load(struct bench *bench)
{
    scenario_close(load(bench->folder));
}

static void read_packages(struct bench *bench, const char *path)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t capacity = 0, room = 0;
    ssize_t length;
    must(file);
    while ((length = getline(&line, &capacity, file)) > 0) {
        if (bench->package_count == room) {
            room = room * 2 + BATCH_ROWS;
            bench->packages = arena_grow(bench->arena, bench->packages, bench->package_count, room,
                                         sizeof(struct package));
        }
        struct text why, bytes = arena_copy(bench->arena, (struct text){line, (size_t)length});
        uint32_t at_line, at_column;
        struct sentences sentences = {NULL, 0, 0};
        const struct tree *tree = json_read(bench->arena, bytes, &why, &at_line, &at_column);
        must(tree && package_read(bench->scenario, tree, bench->arena,
                                  &bench->packages[bench->package_count++], &sentences));
    }
    free(line);
    fclose(file);
    must(bench->package_count > 0 && bench->package_count % BATCH_ROWS == 0);
}

static int64_t party_score(const struct bench *bench, const struct world *world)
{
    const struct score *score = &bench->scenario->scores[bench->party];
    int64_t total = 0;
    for (size_t item = 0; item < score->item_count; item++)
        total += expression_run(score->items[item].expected, world, NULL).value;
    return total;
}

static void world_reset(const struct bench *bench, struct world *world)
{
    memcpy(world->slots, bench->world.slots, world->count * sizeof(int64_t));
    memcpy(world->failed, bench->world.failed, world->count);
}

/* Every package of a block by itself, from the package to the score. */
static void call_alone(struct bench *bench)
{
    struct arena *arena = arena_open();
    struct world world = world_open(bench->scenario, arena);
    for (size_t row = 0; row < BATCH_ROWS; row++) {
        world_reset(bench, &world);
        package_apply(bench->scenario, &world, &bench->packages[row]);
        bench->sink += party_score(bench, &world);
    }
    arena_close(arena);
}

static void call_refresh(struct bench *bench)
{
    world_refresh(bench->scenario, &bench->world);
}

static void call_score(struct bench *bench)
{
    bench->sink += party_score(bench, &bench->world);
}

static void call_rules(struct bench *bench)
{
    for (size_t index = 0; index < bench->rule_count; index++)
        bench->sink += expression_run(bench->rules[index], &bench->world, NULL).value;
}

/* The conditions of phases, outcomes and clauses: what a game asks again and again. */
static void list_rules(struct bench *bench)
{
    const struct scenario *scenario = bench->scenario;
    size_t most = scenario->phase_count + scenario->outcome_count;
    for (size_t key = 0; key < scenario->key_count; key++)
        most += scenario->keys[key].requirement_count;
    bench->rules = ARENA_ARRAY(bench->arena, const struct expression *, most);
    for (size_t index = 0; index < scenario->phase_count; index++)
        if (scenario->phases[index].when)
            bench->rules[bench->rule_count++] = scenario->phases[index].when;
    for (size_t index = 0; index < scenario->outcome_count; index++)
        bench->rules[bench->rule_count++] = scenario->outcomes[index].when;
    for (size_t key = 0; key < scenario->key_count; key++)
        for (size_t at = 0; at < scenario->keys[key].requirement_count; at++)
            bench->rules[bench->rule_count++] = scenario->keys[key].requirements[at].that;
}

static void keep_column(struct bench *bench, struct batch_column column)
{
    if (!column.narrow && !column.wide)
        return;
    struct batch_column *kept = &bench->kept[bench->column_count];
    bench->columns[bench->column_count++] = column;
    *kept = (struct batch_column){NULL, NULL};
    if (column.narrow)
        kept->narrow = ARENA_ARRAY(bench->arena, int32_t, bench->package_count);
    else
        kept->wide = ARENA_ARRAY(bench->arena, int64_t, bench->package_count);
}

/* All packages as columns. */
static void keep_columns(struct bench *bench)
{
    const struct scenario *scenario = bench->scenario;
    size_t most = 0;
    for (size_t index = 0; index < scenario->vary_count; index++)
        most += scenario->clause_types[scenario->keys[scenario->vary[index]].type].stride;
    bench->column_count = 0;
    bench->columns = ARENA_ARRAY(bench->arena, struct batch_column, most);
    bench->kept = ARENA_ARRAY(bench->arena, struct batch_column, most);
    for (size_t index = 0; index < scenario->vary_count; index++) {
        const struct clause_key *key = &scenario->keys[scenario->vary[index]];
        keep_column(bench, batch_presence(bench->batch, index));
        for (size_t term = 0; term < scenario->clause_types[key->type].term_count; term++)
            keep_column(bench, batch_term(bench->batch, index, term));
    }
    for (size_t package = 0; package < bench->package_count; package++) {
        batch_put(bench->batch, 0, &bench->packages[package]);
        for (size_t index = 0; index < bench->column_count; index++)
            batch_set(bench->kept[index], package,
                      bench->columns[index].narrow ? bench->columns[index].narrow[0]
                                                   : bench->columns[index].wide[0]);
    }
}

static void block_load(struct bench *bench, size_t first)
{
    for (size_t index = 0; index < bench->column_count; index++) {
        const struct batch_column *to = &bench->columns[index], *from = &bench->kept[index];
        if (to->narrow)
            memcpy(to->narrow, from->narrow + first, BATCH_ROWS * sizeof(int32_t));
        else
            memcpy(to->wide, from->wide + first, BATCH_ROWS * sizeof(int64_t));
    }
}

/* From columns in memory to scores: all packages. */
static void call_blocks(struct bench *bench)
{
    for (size_t first = 0; first < bench->package_count; first += BATCH_ROWS) {
        block_load(bench, first);
        batch_run(bench->batch, BATCH_ROWS);
        bench->sink += batch_values(bench->batch, 0)[0];
    }
}

/* The run alone, of one block again and again. */
static void call_run(struct bench *bench)
{
    batch_run(bench->batch, BATCH_ROWS);
    bench->sink += batch_values(bench->batch, 0)[0];
}

static uint64_t draw(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static int64_t draw_term(const struct scenario *scenario, const struct domain *domain, uint64_t any)
{
    /* A multiplication takes a random number of 32 bits below a bound. */
    uint64_t half = any >> 32;
    if (domain->hold == HOLD_INT)
        return domain->min +
               domain->step *
                   (int64_t)((half * (uint64_t)((domain->max - domain->min) / domain->step + 1)) >>
                             32);
    if (domain->hold == HOLD_OPTION)
        return domain->options[(half * domain->option_count) >> 32].string;
    if (domain->hold == HOLD_BOOL)
        return (int64_t)(half & 1);
    if (domain->hold == HOLD_PARTIES)
        return (int64_t)(any & domain->of_parties);
    size_t count = domain->hold == HOLD_PARTY ? scenario->party_count : scenario->region_count;
    size_t at = (half * count) >> 32;
    while (domain->hold == HOLD_PARTY ? !(domain->of_parties >> at & 1) : !domain->of_regions[at])
        at = (at + 1) % count;
    return (int64_t)at;
}

/* A block of random packages, straight into the columns. */
static void call_generate(struct bench *bench)
{
    const struct scenario *scenario = bench->scenario;
    static uint64_t state = 0x9e3779b97f4a7c15;
    for (size_t index = 0; index < scenario->vary_count; index++) {
        const struct clause_key *key = &scenario->keys[scenario->vary[index]];
        const struct clause_type *type = &scenario->clause_types[key->type];
        struct batch_column presence = batch_presence(bench->batch, index);
        uint64_t present[BATCH_ROWS];
        for (size_t row = 0; row < BATCH_ROWS; row++) {
            present[row] = draw(&state) >> 63;
            batch_set(presence, row, (int64_t)present[row]);
        }
        for (size_t term = 0; term < type->term_count; term++) {
            struct batch_column column = batch_term(bench->batch, index, term);
            int64_t absent = batch_absent(bench->plan, index, term);
            if (!column.narrow && !column.wide)
                continue;
            for (size_t row = 0; row < BATCH_ROWS; row++) {
                int64_t value = draw_term(scenario, &type->terms[term].domain, draw(&state));
                batch_set(column, row, present[row] ? value : absent);
            }
        }
    }
}

static void check_party(struct bench *bench)
{
    struct world world = world_open(bench->scenario, bench->arena);
    for (size_t package = 0; package < bench->package_count; package++) {
        size_t row = package % BATCH_ROWS;
        if (row == 0) {
            block_load(bench, package);
            batch_run(bench->batch, BATCH_ROWS);
        }
        world_reset(bench, &world);
        package_apply(bench->scenario, &world, &bench->packages[package]);
        int64_t alone = party_score(bench, &world);
        if (batch_values(bench->batch, 0)[row] == alone && !batch_failed(bench->batch, 0)[row])
            continue;
        fprintf(stderr, "rules_bench: package %zu is worth %lld by itself, %lld in its block\n",
                package + 1, (long long)alone, (long long)batch_values(bench->batch, 0)[row]);
        exit(1);
    }
}

static void bench_party(struct bench *bench)
{
    const struct scenario *scenario = bench->scenario;
    const struct score *score = &scenario->scores[bench->party];
    const struct expression **items =
        ARENA_ARRAY(bench->arena, const struct expression *, score->item_count);
    for (size_t item = 0; item < score->item_count; item++)
        items[item] = score->items[item].expected;
    const struct batch_sum sum = {items, score->item_count};
    bench->plan = batch_plan_open(&(struct batch_request){.scenario = scenario,
                                                          .world = &bench->world,
                                                          .keys = scenario->vary,
                                                          .key_count = scenario->vary_count,
                                                          .sums = &sum,
                                                          .sum_count = 1});
    bench->batch = batch_open(bench->plan);
    keep_columns(bench);
    check_party(bench);
    struct batch_size size = batch_plan_size(bench->plan);
    printf("\"%.*s\":{\"steps\":%zu,\"wide\":%zu,\"bytes\":%zu,\"columns\":%zu,",
           TEXT_ARGUMENTS(scenario->parties[bench->party].id), size.steps, size.steps_wide,
           size.bytes, bench->column_count);
    print_timing("run", measure(bench, call_run, BATCH_ROWS));
    putchar(',');
    print_timing("blocks", measure(bench, call_blocks, bench->package_count));
    putchar(',');
    print_timing("generate", measure(bench, call_generate, BATCH_ROWS));
    putchar(',');
    print_timing("score", measure(bench, call_score, 1));
    putchar(',');
    print_timing("alone", measure(bench, call_alone, BATCH_ROWS));
    putchar('}');
    batch_close(bench->batch);
    batch_plan_close(bench->plan);
}

/* Those per party or region once for each. */
static size_t count_formulas(const struct scenario *scenario)
{
    size_t count = 0;
    for (size_t index = 0; index < scenario->formula_count; index++) {
        enum per per = scenario->formulas[index].per;
        count += per == PER_NONE    ? 1
                 : per == PER_PARTY ? scenario->party_count
                                    : scenario->region_count;
    }
    return count;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: rules_bench DIR PACKAGES.jsonl [--smoke]\n", stderr);
        return 2;
    }
    struct bench bench = {
        .folder = argv[1], .arena = arena_open(), .smoke = argc > 3 && !strcmp(argv[3], "--smoke")};
    bench.scenario = load(bench.folder);
    bench.world = world_open(bench.scenario, bench.arena);
    world_refresh(bench.scenario, &bench.world);
    read_packages(&bench, argv[2]);
    list_rules(&bench);
    printf("{\"formulas\":%zu,\"rules\":%zu,", count_formulas(bench.scenario), bench.rule_count);
    print_timing("load", measure(&bench, call_load, 1));
    putchar(',');
    print_timing("rule", measure(&bench, call_rules, bench.rule_count));
    putchar(',');
    print_timing("refresh", measure(&bench, call_refresh, 1));
    printf(",\"parties\":{");
    for (; bench.party < bench.scenario->party_count; bench.party++) {
        if (bench.party > 0)
            putchar(',');
        bench_party(&bench);
    }
    printf("}}\n");
    fprintf(stderr, "rules_bench: checksum %lld\n", (long long)bench.sink);
    scenario_close(bench.scenario);
    arena_close(bench.arena);
    return 0;
}
