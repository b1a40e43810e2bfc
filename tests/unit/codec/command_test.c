#include "paris.h"

#include "codec.h"

#include <string.h>

static struct tree *parameters_of(struct arena *arena, const char *json)
{
    struct text why;
    uint32_t line, column;
    struct tree *tree = json_read(arena, text_of(json), &why, &line, &column);
    assert_non_null(tree);
    return tree;
}

static struct command taken(struct arena *arena, const char *method, const char *json)
{
    struct command command;
    struct refusal refusal = {0};
    bool read =
        command_read(paris, text_of(method), parameters_of(arena, json), arena, &command, &refusal);
    if (!read)
        print_error("%s: %.*s\n", refusal.type, TEXT_ARGUMENTS(refusal.message));
    assert_true(read);
    return command;
}

static void refused(struct arena *arena, const char *method, const char *json, const char *type,
                    const char *path, const char *word)
{
    struct command command;
    struct refusal refusal = {0};
    assert_false(command_read(paris, text_of(method), parameters_of(arena, json), arena, &command,
                              &refusal));
    assert_string_equal(refusal.type, type);
    assert_string_equal(arena_copy(arena, refusal.path).at, path);
    assert_non_null(strstr(arena_copy(arena, refusal.message).at, word));
}

static party_set parties(const char *first, const char *second)
{
    return party_bit(scenario_party(paris, text_of(first))) |
           party_bit(scenario_party(paris, text_of(second)));
}

static void a_draft_is_read_whole(void **state)
{
    struct command command = taken(
        *state, "instrument.draft",
        "{\"key\":1,\"kind\":\"declaration\",\"invite\":[\"ukr\",\"fra\"],\"witnesses\":[\"tur\"],"
        "\"clauses\":[{\"type\":\"troops\",\"key\":\"fra\",\"terms\":{\"size\":6,\"basing\":"
        "\"inside\"}},{\"type\":\"monitor\",\"terms\":{\"lead\":\"usa\",\"strength\":100,"
        "\"powers\":\"remedy\"}}],\"articles\":[{\"text\":\"We remember.\"}],"
        "\"takes_effect_if\":[\"ceasefire_holds\"]}");
    assert_int_equal(command.type, COMMAND_DRAFT);
    assert_int_equal(command.kind, scenario_instrument(paris, TEXT("declaration")));
    assert_int_equal(command.invite, parties("ukr", "fra"));
    assert_int_equal(command.witnesses, parties("tur", "tur"));
    assert_int_equal(command.clause_count, 2);
    assert_int_equal(command.clauses[0].key, scenario_key(paris, TEXT("fra.troops")));
    assert_int_equal(command.clauses[0].terms[0], 6);
    assert_int_equal(command.clauses[1].key, scenario_key(paris, TEXT("monitor")));
    assert_int_equal(command.article_count, 1);
    assert_text(command.articles[0].text, "We remember.");
    assert_true(command.conditions_given);
    assert_int_equal(command.takes_effect_count, 1);
    assert_int_equal(command.suspended_count, 0);
    assert_int_equal(command.party, -1);
    assert_int_equal(command.quote_key, -1);
}

static void a_bad_clause_is_refused_where_it_stands(void **state)
{
#define DRAFT(clauses) "{\"kind\":\"declaration\",\"invite\":[\"ukr\"],\"clauses\":[" clauses "]}"
    const char *method = "instrument.draft";
    refused(*state, method, DRAFT("{\"type\":\"trops\",\"key\":\"fra\",\"terms\":{}}"),
            "clause.unknown", "clauses.0.type", "\"troops\"");
    refused(*state, method,
            DRAFT("{\"type\":\"troops\",\"key\":\"fra\",\"terms\":{\"size\":7,\"basing\":"
                  "\"inside\"}}"),
            "term.out_of_range", "clauses.0.terms.size", "7");
    refused(*state, method,
            DRAFT("{\"type\":\"troops\",\"key\":\"fra\",\"terms\":{\"size\":6,\"basing\":"
                  "\"insid\"}}"),
            "term.invalid", "clauses.0.terms.basing", "inside");
    refused(*state, method,
            DRAFT("{\"type\":\"troops\",\"key\":\"fra\",\"terms\":{\"size\":\"6\",\"basing\":"
                  "\"inside\"}}"),
            "term.invalid", "clauses.0.terms.size", "whole number");
    refused(*state, method, DRAFT("{\"type\":\"troops\",\"key\":\"fra\",\"terms\":{\"size\":6}}"),
            "term.missing", "clauses.0.terms.basing", "basing");
    refused(*state, method, DRAFT("{\"type\":\"troops\",\"key\":\"fra\"}"), "term.missing",
            "clauses.0.terms.size", "size");
    refused(*state, method,
            DRAFT("{\"type\":\"troops\",\"key\":\"fra\",\"terms\":{\"size\":6,\"basin\":1}}"),
            "term.unknown", "clauses.0.terms.basin", "\"basing\"");
    refused(*state, method, DRAFT("{\"type\":\"troops\",\"terms\":{}}"), "parameter.missing",
            "clauses.0.key", "troops");
    refused(*state, method, DRAFT("{\"type\":\"troops\",\"key\":\"frr\",\"terms\":{}}"),
            "party.unknown", "clauses.0.key", "\"fra\"");
    refused(*state, method, DRAFT("{\"type\":\"troops\",\"key\":\"rus\",\"terms\":{}}"),
            "clause.unknown", "clauses.0.key", "rus.troops");
    refused(*state, method, DRAFT("{\"type\":\"status\",\"key\":\"crimea\",\"terms\":{}}"),
            "clause.unknown", "clauses.0.key", "region");
    refused(*state, method, DRAFT("{\"type\":\"access\"},{\"type\":\"access\",\"key\":\"fra\"}"),
            "parameter.unknown", "clauses.1.key", "access");
    refused(*state, method, DRAFT("{\"type\":\"access\",\"term\":{}}"), "parameter.unknown",
            "clauses.0.term", "\"terms\"");
    refused(*state, method, DRAFT("7"), "parameter.invalid", "clauses.0", "object");
#undef DRAFT
}

static void names_are_refused_with_the_nearest(void **state)
{
    refused(*state, "instrument.draft", "{\"kind\":\"declaraton\",\"invite\":[],\"clauses\":[]}",
            "instrument.unknown", "kind", "\"declaration\"");
    refused(*state, "instrument.draft",
            "{\"kind\":\"declaration\",\"invite\":[\"ukr\",\"frra\"],\"clauses\":[]}",
            "party.unknown", "invite.1", "\"fra\"");
    refused(*state, "instrument.draft",
            "{\"kind\":\"declaration\",\"invite\":[],\"clauses\":[],\"suspended_while\":[\"quit\"]"
            "}",
            "condition.unknown", "suspended_while.0", "\"quiet\"");
    refused(*state, "instrument.draft",
            "{\"kind\":\"declaration\",\"invite\":[],\"clauses\":[],\"witness\":[]}",
            "parameter.unknown", "witness", "\"witnesses\"");
    refused(*state, "decision.choose", "{\"decision\":\"ratifi\",\"option\":\"yes\"}",
            "decision.unknown", "decision", "\"ratify\"");
    refused(*state, "decision.choose", "{\"decision\":\"ratify\",\"option\":\"yess\"}",
            "option.unknown", "option", "\"yes\"");
    refused(*state, "inject.fire", "{\"inject\":\"nothing like it\"}", "inject.unknown", "inject",
            "nothing like it");
    refused(*state, "instrument.signe", "{}", "command.unknown", "", "\"instrument.sign\"");
}

static void missing_and_misshapen_parameters_are_named(void **state)
{
    refused(*state, "instrument.sign", "{\"instrument\":\"x\"}", "parameter.missing", "version",
            "version");
    refused(*state, "instrument.sign", "{\"instrument\":\"x\",\"version\":0}", "parameter.invalid",
            "version", "from 1");
    refused(*state, "instrument.sign", "{\"instrument\":3,\"version\":1}", "parameter.invalid",
            "instrument", "text");
    refused(*state, "instrument.sign", "[]", "parameter.invalid", "", "object");
    refused(*state, "ready.set", "{\"on\":1}", "parameter.invalid", "on", "true or false");
    refused(*state, "instrument.link", "{\"instrument\":\"x\",\"with\":[\"y\",2]}",
            "parameter.invalid", "with.1", "text");
    refused(*state, "instrument.draft",
            "{\"kind\":\"declaration\",\"invite\":\"ukr\",\"clauses\":[]}", "parameter.invalid",
            "invite", "list");
}

static void signing_reads_version_reservations_and_override(void **state)
{
    struct command command = taken(*state, "instrument.sign",
                                   "{\"key\":4,\"instrument\":\"k3f9\",\"version\":3,\"reserve\":[{"
                                   "\"type\":\"troops\",\"key\":\"fra\"}],\"override\":true}");
    assert_int_equal(command.type, COMMAND_SIGN);
    assert_text(command.instrument, "k3f9");
    assert_int_equal(command.version, 3);
    assert_int_equal(command.key_count, 1);
    assert_int_equal(command.keys[0], scenario_key(paris, TEXT("fra.troops")));
    assert_true(command.flag);
    refused(
        *state, "instrument.sign",
        "{\"instrument\":\"x\",\"version\":1,\"reserve\":[{\"type\":\"troop\",\"key\":\"fra\"}]}",
        "clause.unknown", "reserve.0.type", "\"troops\"");
}

static void an_amendment_without_conditions_says_so(void **state)
{
    struct command command = taken(
        *state, "instrument.amend",
        "{\"instrument\":\"a\",\"version\":2,\"clauses\":[],\"articles\":[{\"id\":\"q\",\"text\":"
        "\"t\"}]}");
    assert_int_equal(command.type, COMMAND_AMEND);
    assert_false(command.conditions_given);
    assert_text(command.articles[0].id, "q");
    assert_true(command.articles_given);
    command = taken(*state, "instrument.amend",
                    "{\"instrument\":\"a\",\"version\":2,\"clauses\":[],\"takes_effect_if\":[]}");
    assert_true(command.conditions_given);
    assert_false(command.articles_given);
}

static void brackets_name_clauses_and_articles(void **state)
{
    struct command command =
        taken(*state, "instrument.bracket",
              "{\"instrument\":\"a\",\"version\":2,\"clauses\":[{\"type\":\"access\"}],"
              "\"articles\":[\"q\"],\"on\":true}");
    assert_int_equal(command.type, COMMAND_BRACKET);
    assert_int_equal(command.keys[0], scenario_key(paris, TEXT("access")));
    assert_text(command.articles[0].id, "q");
    assert_true(command.flag);
}

static void messages_go_to_four_kinds_of_place(void **state)
{
    struct command command =
        taken(*state, "message.send", "{\"to\":\"plenary\",\"text\":\"Good morning\"}");
    assert_int_equal(command.to, TO_PLENARY);
    assert_text(command.text, "Good morning");
    assert_int_equal(taken(*state, "message.send", "{\"to\":\"press\",\"text\":\"\"}").to,
                     TO_PRESS);
    assert_int_equal(taken(*state, "message.send", "{\"to\":\"control\",\"text\":\"?\"}").to,
                     TO_CONTROL);
    command = taken(*state, "message.send",
                    "{\"to\":[\"ukr\",\"fra\"],\"text\":\"x\",\"quote\":{\"instrument\":\"a\","
                    "\"clause\":{\"type\":\"troops\",\"key\":\"fra\"}}}");
    assert_int_equal(command.to, TO_PARTIES);
    assert_int_equal(command.to_parties, parties("ukr", "fra"));
    assert_text(command.quote, "a");
    assert_int_equal(command.quote_key, scenario_key(paris, TEXT("fra.troops")));
    assert_int_equal(command.quote_article.length, 0);
    command = taken(*state, "message.send",
                    "{\"to\":\"press\",\"text\":\"x\",\"quote\":{\"instrument\":\"a\","
                    "\"article\":\"b\"}}");
    assert_text(command.quote_article, "b");
    assert_int_equal(command.quote_key, -1);
    refused(*state, "message.send",
            "{\"to\":\"press\",\"text\":\"x\",\"quote\":{\"instrument\":\"a\","
            "\"article\":\"b\",\"clause\":{\"type\":\"ceasefire\"}}}",
            "parameter.invalid", "quote.article", "not both");
    refused(*state, "message.send", "{\"to\":\"plenum\",\"text\":\"x\"}", "message.to", "to",
            "plenum");
    refused(*state, "message.send", "{\"to\":5,\"text\":\"x\"}", "message.to", "to", "plenary");
}

static void control_sets_variables_by_their_names_in_expressions(void **state)
{
    struct command command =
        taken(*state, "variable.set",
              "{\"name\":\"fra.support\",\"value\":40,\"reason\":\"A strike\",\"table\":\"t\"}");
    assert_int_equal(command.type, COMMAND_VARIABLE_SET);
    assert_int_equal(command.subject, scenario_variable(paris, TEXT("support")));
    assert_int_equal(command.key, scenario_party(paris, TEXT("fra")));
    assert_int_equal(command.value, 40);
    assert_text(command.text, "A strike");
    command = taken(*state, "variable.set",
                    "{\"name\":\"donetsk_n.held_by\",\"value\":\"rus\",\"reason\":\"r\"}");
    assert_int_equal(command.key, scenario_region(paris, TEXT("donetsk_n")));
    assert_int_equal(command.value, scenario_party(paris, TEXT("rus")));
    command =
        taken(*state, "variable.set", "{\"name\":\"attrition\",\"value\":41,\"reason\":\"r\"}");
    assert_int_equal(command.key, -1);
    refused(*state, "variable.set", "{\"name\":\"attrition\",\"value\":101,\"reason\":\"r\"}",
            "variable.out_of_range", "value", "101");
    refused(*state, "variable.set", "{\"name\":\"attrition\",\"value\":true,\"reason\":\"r\"}",
            "parameter.invalid", "value", "whole number");
    refused(*state, "variable.set", "{\"name\":\"atrition\",\"value\":1,\"reason\":\"r\"}",
            "variable.unknown", "name", "\"attrition\"");
    refused(*state, "variable.set", "{\"name\":\"support\",\"value\":1,\"reason\":\"r\"}",
            "variable.unknown", "name", "Each party");
    refused(*state, "variable.set", "{\"name\":\"fra.attrition\",\"value\":1,\"reason\":\"r\"}",
            "variable.unknown", "name", "whole world");
    refused(*state, "variable.set", "{\"name\":\"fr.support\",\"value\":1,\"reason\":\"r\"}",
            "party.unknown", "name", "\"fra\"");
    refused(*state, "variable.set", "{\"name\":\"attrition\",\"value\":1}", "parameter.missing",
            "reason", "reason");
}

static void control_composes_rules_and_moves_the_clock(void **state)
{
    struct command command =
        taken(*state, "inject.compose",
              "{\"title\":\"Storm\",\"text\":\"It blows.\",\"to\":[\"fra\"],\"effects\":[{\"set\":"
              "\"attrition\",\"to\":50}]}");
    assert_int_equal(command.type, COMMAND_INJECT_COMPOSE);
    assert_text(command.title, "Storm");
    assert_int_equal(command.to_parties, parties("fra", "fra"));
    assert_int_equal(command.effects->count, 1);
    refused(*state, "inject.compose",
            "{\"title\":\"a\",\"text\":\"b\",\"effects\":[{\"set\":\"atrition\",\"to\":50}]}",
            "variable.unknown", "effects.0.set", "\"attrition\"");
    refused(*state, "ruling.make", "{\"text\":\"b\",\"effects\":[{\"set\":\"attrition\"}]}",
            "parameter.missing", "effects.0.to", "to");
    command = taken(*state, "exercise.extend", "{\"minutes\":-3,\"table\":\"t\"}");
    assert_int_equal(command.type, COMMAND_EXTEND);
    assert_int_equal(command.value, -180000);
    refused(*state, "exercise.extend", "{\"minutes\":9223372036854775807}", "parameter.invalid",
            "minutes", "100000");
    command =
        taken(*state, "exercise.schedule",
              "{\"minutes\":{\"talks\":1440},\"bell\":1769000000000,\"debrief\":20,"
              "\"quiet\":{\"from\":\"22:30\",\"to\":\"07:00\",\"offsets\":[[0,120],[9,180]]}}");
    assert_int_equal(command.type, COMMAND_SCHEDULE);
    assert_int_equal(command.schedule.minutes[scenario_phase(paris, TEXT("talks"))], 1440);
    assert_int_equal(command.schedule.minutes[0], -1);
    assert_true(command.schedule.bell_given && command.schedule.quiet_given);
    assert_int_equal(command.schedule.debrief_minutes, 20);
    assert_int_equal(command.schedule.quiet.from, 22 * 60 + 30);
    assert_int_equal(command.schedule.quiet.offsets[1].minutes, 180);
    command = taken(*state, "exercise.schedule", "{\"minutes\":{\"*\":90,\"talks\":9}}");
    for (size_t phase = 0; phase < paris->phase_count; phase++)
        assert_int_equal(command.schedule.minutes[phase],
                         text_equal(paris->phases[phase].id, TEXT("talks")) ? 9
                         : paris->phases[phase].minutes > 0                 ? 90
                                                                            : -1);
    refused(*state, "exercise.schedule", "{\"minutes\":{\"talk\":3}}", "parameter.unknown",
            "minutes.talk", "talks");
    refused(*state, "exercise.schedule", "{\"minutes\":{\"talks\":43201}}", "parameter.invalid",
            "minutes.talks", "43200");
    refused(*state, "exercise.schedule", "{\"bell\":-1}", "parameter.invalid", "bell", "0");
    refused(*state, "exercise.schedule", "{\"quiet\":{\"from\":\"22:00\",\"to\":\"7:00\"}}",
            "parameter.invalid", "quiet.to", "07:30");
    refused(*state, "exercise.schedule", "{\"quiet\":{\"from\":\"24:00\",\"to\":\"07:00\"}}",
            "parameter.invalid", "quiet.from", "23:59");
    refused(*state, "exercise.schedule", "{\"quiet\":{\"from\":\"22:00\",\"to\":\"07:00\"}}",
            "parameter.missing", "quiet.offsets", "offsets");
    refused(*state, "exercise.schedule",
            "{\"quiet\":{\"from\":\"22:00\",\"to\":\"07:00\",\"offsets\":[[5,0],[5,60]]}}",
            "parameter.invalid", "quiet.offsets.1", "follow");
    refused(*state, "exercise.schedule",
            "{\"quiet\":{\"from\":\"22:00\",\"to\":\"07:00\",\"offsets\":[[5]]}}",
            "parameter.invalid", "quiet.offsets.0", "pair");
    command = taken(*state, "signature.void",
                    "{\"table\":\"t\",\"instrument\":\"a\",\"party\":\"fra\",\"reason\":\"r\"}");
    assert_int_equal(command.party, scenario_party(paris, TEXT("fra")));
}

static void a_plan_is_read_part_by_part(void **state)
{
    struct command command =
        taken(*state, "plan.save",
              "{\"aims\":[\"a\",\"b\"],\"walk_away\":-3,\"notes\":\"\",\"seen\":4,"
              "\"forget\":2,\"jobs\":{\"s\":\"drafting\"}}");
    assert_true(command.plan.aims_given && command.plan.walk_away_given &&
                command.plan.notes_given);
    assert_false(command.plan.terms_given);
    assert_int_equal(command.plan.aim_count, 2);
    assert_int_equal(command.plan.walk_away, -3);
    assert_int_equal(command.plan.seen, 4);
    assert_int_equal(command.plan.forget, 2);
    assert_int_equal(command.plan.jobs[0].job, JOB_DRAFTING);
    refused(*state, "plan.save", "{\"jobs\":{\"s\":\"draftin\"}}", "parameter.invalid", "jobs.s",
            "drafting");
    refused(*state, "plan.save", "{\"jobs\":{\"s\":\"\"}}", "parameter.invalid", "jobs.s", "job");
    refused(*state, "plan.save", "{\"jobs\":[]}", "parameter.invalid", "jobs", "object");
    refused(*state, "plan.save", "{\"walk_away\":1000001}", "parameter.invalid", "walk_away",
            "1000000");
    refused(*state, "plan.save", "{\"seen\":-1}", "parameter.invalid", "seen", "0");
    refused(*state, "plan.save", "{\"terms\":[{\"type\":\"ceasefire\",\"terms\":{}}]}",
            "term.missing", "terms.0.terms.days", "value");
}

static void a_suggestion_is_whole(void **state)
{
    struct command command =
        taken(*state, "suggest.make",
              "{\"kind\":\"choose\",\"choice\":{\"decision\":\"ratify\",\"option\":\"no\"}}");
    assert_int_equal(command.suggestion, SUGGEST_CHOOSE);
    assert_int_equal(command.subject, scenario_decision(paris, TEXT("ratify")));
    assert_int_equal(command.option, 1);
    refused(*state, "suggest.make", "{\"kind\":\"choose\"}", "parameter.missing", "choice", "");
    refused(*state, "suggest.make", "{\"kind\":\"sign\"}", "parameter.missing", "instrument", "");
    refused(*state, "suggest.make", "{\"kind\":\"clause\"}", "parameter.missing", "clause", "");
    refused(*state, "suggest.make", "{\"kind\":\"sing\",\"instrument\":\"a\"}", "parameter.invalid",
            "kind", "sign");
    refused(*state, "suggest.make", "{\"kind\":\"choose\",\"choice\":{\"decision\":\"ratify\"}}",
            "parameter.missing", "choice.option", "");
    refused(*state, "suggest.make",
            "{\"kind\":\"choose\",\"choice\":{\"decision\":\"ratify\",\"option\":\"never\"}}",
            "option.unknown", "choice.option", "");
}

/* Every method of a seat or of control, with the least it needs. */
static void every_method_is_known_and_makes_its_command(void **state)
{
    static const struct {
        const char *method, *parameters;
        enum command_type type;
    } all[] = {
        {"instrument.open", "{\"instrument\":\"a\",\"on\":true}", COMMAND_OPEN},
        {"instrument.link", "{\"instrument\":\"a\",\"with\":[]}", COMMAND_LINK},
        {"instrument.table", "{\"instrument\":\"a\"}", COMMAND_TABLE},
        {"instrument.unsign", "{\"instrument\":\"a\"}", COMMAND_UNSIGN},
        {"instrument.decline", "{\"instrument\":\"a\"}", COMMAND_DECLINE},
        {"instrument.withdraw", "{\"instrument\":\"a\"}", COMMAND_WITHDRAW},
        {"instrument.leak", "{\"instrument\":\"a\"}", COMMAND_LEAK},
        {"instrument.denounce", "{\"instrument\":\"a\"}", COMMAND_DENOUNCE},
        {"decision.choose", "{\"decision\":\"ratify\",\"option\":\"no\"}", COMMAND_CHOOSE},
        {"ready.set", "{\"on\":true}", COMMAND_READY},
        {"seat.head", "{\"seat\":\"s\"}", COMMAND_HEAD},
        {"powers.give", "{\"seat\":\"s\",\"on\":true}", COMMAND_POWERS},
        {"instruction.add", "{\"that\":\"true\",\"else\":\"No.\"}", COMMAND_INSTRUCTION_ADD},
        {"instruction.remove", "{\"id\":\"i\"}", COMMAND_INSTRUCTION_REMOVE},
        {"plan.save", "{}", COMMAND_PLAN},
        {"suggest.make", "{\"kind\":\"sign\",\"instrument\":\"a\"}", COMMAND_SUGGEST},
        {"suggest.answer", "{\"suggestion\":\"s\",\"on\":true}", COMMAND_SUGGESTION_ANSWER},
        {"exercise.start", "{}", COMMAND_START},
        {"exercise.advance", "{}", COMMAND_ADVANCE},
        {"exercise.pause", "{}", COMMAND_PAUSE},
        {"exercise.resume", "{}", COMMAND_RESUME},
        {"exercise.end", "{}", COMMAND_END},
        {"instrument.end", "{\"instrument\":\"a\",\"reason\":\"r\"}", COMMAND_INSTRUMENT_END},
        {"moment.mark", "{\"text\":\"here\"}", COMMAND_MARK},
        {"debrief.open", "{\"on\":true}", COMMAND_DEBRIEF_OPEN},
    };
    for (size_t index = 0; index < sizeof(all) / sizeof(*all); index++) {
        assert_true(command_known(text_of(all[index].method)));
        struct command command = taken(*state, all[index].method, all[index].parameters);
        assert_int_equal(command.type, all[index].type);
    }
    assert_false(command_known(TEXT("exercise.create")));
    assert_false(command_known(TEXT("")));
}

static void a_method_may_have_no_parameters_at_all(void **state)
{
    struct command command;
    struct refusal refusal;
    assert_true(command_read(paris, TEXT("exercise.pause"), NULL, *state, &command, &refusal));
    assert_false(command_read(paris, TEXT("ready.set"), NULL, *state, &command, &refusal));
    assert_string_equal(refusal.type, "parameter.missing");
}

static void assumptions_are_texts_or_clauses(void **state)
{
    struct assumption *assumptions;
    size_t count;
    struct refusal refusal;
    assert_true(assumptions_read(
        paris,
        parameters_of(*state, "{\"assume\":[{\"instrument\":\"a\"},{\"clauses\":[{\"type\":"
                              "\"access\"}]}]}"),
        *state, &assumptions, &count, &refusal));
    assert_int_equal(count, 2);
    assert_text(assumptions[0].instrument, "a");
    assert_int_equal(assumptions[1].clause_count, 1);
    assert_false(assumptions_read(paris, parameters_of(*state, "{\"assume\":[{}]}"), *state,
                                  &assumptions, &count, &refusal));
    assert_string_equal(refusal.type, "parameter.invalid");
    assert_false(assumptions_read(
        paris, parameters_of(*state, "{\"assume\":[{\"clauses\":[{\"type\":\"acces\"}]}]}"), *state,
        &assumptions, &count, &refusal));
    assert_string_equal(arena_copy(*state, refusal.path).at, "assume.0.clauses.0.type");
    assert_false(assumptions_read(paris, parameters_of(*state, "{}"), *state, &assumptions, &count,
                                  &refusal));
    assert_string_equal(refusal.type, "parameter.missing");
}

static void a_refusal_is_written_with_what_more_there_is(void **state)
{
    struct tree *more = tree_object(*state);
    tree_set_int(*state, more, TEXT("version"), 4);
    struct refusal refusal = {"version.stale", TEXT("version"), TEXT("It has changed."), more};
    assert_text(json_write(*state, refusal_write(&refusal, *state)),
                "{\"type\":\"version.stale\",\"path\":\"version\",\"message\":\"It has "
                "changed.\",\"version\":4}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PARIS_TEST(a_draft_is_read_whole),
        PARIS_TEST(a_bad_clause_is_refused_where_it_stands),
        PARIS_TEST(names_are_refused_with_the_nearest),
        PARIS_TEST(missing_and_misshapen_parameters_are_named),
        PARIS_TEST(signing_reads_version_reservations_and_override),
        PARIS_TEST(an_amendment_without_conditions_says_so),
        PARIS_TEST(brackets_name_clauses_and_articles),
        PARIS_TEST(messages_go_to_four_kinds_of_place),
        PARIS_TEST(control_sets_variables_by_their_names_in_expressions),
        PARIS_TEST(control_composes_rules_and_moves_the_clock),
        PARIS_TEST(every_method_is_known_and_makes_its_command),
        PARIS_TEST(a_plan_is_read_part_by_part),
        PARIS_TEST(a_suggestion_is_whole),
        PARIS_TEST(a_method_may_have_no_parameters_at_all),
        PARIS_TEST(assumptions_are_texts_or_clauses),
        PARIS_TEST(a_refusal_is_written_with_what_more_there_is),
    };
    return cmocka_run_group_tests(tests, paris_open, paris_close);
}
