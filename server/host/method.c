/* Every method, who may call it, and how often. */
#include "method.h"

enum { METHOD_NOT_FOUND = -32601, VIOLATIONS_MAX = 200, POLICY_VIOLATION = 1008 };

static const struct allowance commands = {20, 300};
static const struct allowance questions = {60, 1200};

enum who {
    ANYONE,
    PERSON, /* with a seat or without one */
    SEATED, /* a person with a seat */
    CONTROL,
    SEATED_OR_CONTROL,
    HOLDER, /* any token */
    AUTHOR, /* of the studio's scenario */
};

struct method {
    const char *name;
    enum who who;
    bool question; /* changes nothing */
    void (*run)(struct asked *asked);
    const char *parameters; /* NULL: the codec knows them */
};

static const struct method methods[] = {
    {"server.info", ANYONE, true, server_info, ""},
    {"scenario.list", ANYONE, true, scenario_list, "language"},
    {"scenario.get", ANYONE, true, scenario_get, "scenario edition language"},
    {"scenario.pack", ANYONE, true, scenario_pack, "scenario edition language create_key"},
    {"exercise.create", ANYONE, false, exercise_create,
     "scenario edition tables name mode calculator advice untimed bots keep pace timezone schedule "
     "grouping anonymous rotate_heads notice listed create_key token"},
    {"schedule.preview", ANYONE, true, schedule_preview,
     "scenario edition schedule joining language"},
    {"play.now", ANYONE, false, play_now, "scenario party name token"},
    {"exercise.join", ANYONE, false, exercise_join, "code name token table party"},
    {"lobby.list", ANYONE, true, lobby_list, "language"},
    {"room.hello", ANYONE, true, room_hello, "room name socket"},
    {"room.look", ANYONE, true, room_look, "room"},
    {"exercise.fate", ANYONE, true, exercise_fate, "exercise"},
    {"attach", ANYONE, true, attach, "token since table"},
    {"table.attach", CONTROL, true, table_attach, "table as since language"},
    {"table.detach", CONTROL, true, table_detach, "table"},
    {"inject.foresee", CONTROL, true, inject_foresee, "table tables"},
    {"score.evaluate", SEATED, true, score_ask, "assume"},
    {"decision.foresee", SEATED, true, decision_ask, "decision"},
    {"advice.ask", SEATED, true, advice_ask, "instrument"},
    {"history.read", HOLDER, true, history_ask, "what of before limit table as"},
    {"exercise.report", HOLDER, true, exercise_report, "table"},
    {"exercise.fork", HOLDER, false, exercise_fork, "table at name party bots token key"},
    {"exercise.export", HOLDER, true, exercise_export, "format table"},
    {"replay.moments", HOLDER, true, replay_moments, "table"},
    {"replay.view", HOLDER, true, replay_view, "table as at"},
    {"studio.watch", AUTHOR, true, studio_watch, "create_key"},
    {"studio.evaluate", AUTHOR, true, studio_evaluate, NULL},
    {"control.invite", CONTROL, false, control_invite, "name token key"},
    {"control.remove", CONTROL, false, control_remove, "controller key"},
    {"exercise.keep", CONTROL, false, exercise_keep, "on key"},
    {"exercise.delete", CONTROL, false, exercise_delete, "name key"},
    {"request.claim", CONTROL, false, request_claim, "table message on key"},
    {"request.settle", CONTROL, false, request_settle, "table message on key"},
    {"exercise.leave", PERSON, false, exercise_leave, "key"},
    {"seat.choose", PERSON, false, seat_choose, "table party key"},
    {"seat.ask", PERSON, false, seat_ask, "text key"},
    {"roster.group", CONTROL, false, roster_group, "how who key"},
    {"roster.plan", CONTROL, false, roster_plan, "list try key"},
    {"roster.undo", CONTROL, false, roster_undo, "key"},
    {"bot.fill", CONTROL, false, bot_fill, "table party key"},
    {"bot.release", CONTROL, false, bot_release, "table party key"},
    {"bot.standin", CONTROL, false, bot_stand_in, "person on signs key"},
    {"spectator.link", CONTROL, false, spectator_link, "token key"},
    {"person.erase", CONTROL, false, person_erase, "person key"},
    {"seat.assign", CONTROL, false, seat_assign, "person table party role key"},
    {"seat.release", CONTROL, false, seat_release, "person key"},
    {"seat.link", CONTROL, false, seat_link, "person token key"},
    {"person.vote", SEATED, false, person_vote, "seat on key"},
    {"person.report", SEATED, false, person_report, "seat text key"},
    {"person.remove", CONTROL, false, person_expel, "person key"},
    {"brief.read", SEATED, false, brief_read, "key"},
    {"message.send", SEATED_OR_CONTROL, false, NULL, NULL},
    {"instrument.draft", SEATED, false, seat_command, NULL},
    {"instrument.amend", SEATED, false, seat_command, NULL},
    {"instrument.bracket", SEATED, false, seat_command, NULL},
    {"instrument.open", SEATED, false, seat_command, NULL},
    {"instrument.link", SEATED, false, seat_command, NULL},
    {"instrument.table", SEATED, false, seat_command, NULL},
    {"instrument.leak", SEATED, false, seat_command, NULL},
    {"instrument.decline", SEATED, false, seat_command, NULL},
    {"instrument.withdraw", SEATED, false, seat_command, NULL},
    {"instrument.sign", SEATED, false, seat_command, NULL},
    {"instrument.unsign", SEATED, false, seat_command, NULL},
    {"instrument.denounce", SEATED, false, seat_command, NULL},
    {"decision.choose", SEATED, false, seat_command, NULL},
    {"ready.set", SEATED, false, seat_command, NULL},
    {"seat.head", SEATED, false, seat_command, NULL},
    {"powers.give", SEATED, false, seat_command, NULL},
    {"instruction.add", SEATED, false, seat_command, NULL},
    {"instruction.remove", SEATED, false, seat_command, NULL},
    {"plan.save", SEATED, false, seat_command, NULL},
    {"suggest.make", SEATED, false, seat_command, NULL},
    {"suggest.answer", SEATED, false, seat_command, NULL},
    {"exercise.start", CONTROL, false, control_command, NULL},
    {"exercise.pause", CONTROL, false, control_command, NULL},
    {"exercise.resume", CONTROL, false, control_command, NULL},
    {"exercise.advance", CONTROL, false, control_command, NULL},
    {"exercise.extend", CONTROL, false, control_command, NULL},
    {"exercise.schedule", CONTROL, false, control_command, NULL},
    {"exercise.end", CONTROL, false, control_command, NULL},
    {"inject.fire", CONTROL, false, control_command, NULL},
    {"inject.hold", CONTROL, false, control_command, NULL},
    {"inject.compose", CONTROL, false, control_command, NULL},
    {"variable.set", CONTROL, false, control_command, NULL},
    {"signature.void", CONTROL, false, control_command, NULL},
    {"instrument.end", CONTROL, false, control_command, NULL},
    {"ruling.make", CONTROL, false, control_command, NULL},
    {"moment.mark", CONTROL, false, control_command, NULL},
    {"debrief.open", CONTROL, false, control_command, NULL},
};

static const struct method *method_find(struct text name)
{
    for (size_t index = 0; index < sizeof(methods) / sizeof(*methods); index++)
        if (text_equal(text_of(methods[index].name), name))
            return &methods[index];
    return NULL;
}

/* An error of the envelope: there is no such method. */
static void method_missing(struct asked *asked)
{
    struct tree *error = tree_object(asked->arena);
    tree_set_int(asked->arena, error, TEXT("code"), METHOD_NOT_FOUND);
    tree_set_text(asked->arena, error, TEXT("message"),
                  arena_print(asked->arena, "There is no method \"%.*s\".",
                              (int)(asked->method.length < 60 ? asked->method.length : 60),
                              asked->method.at));
    asked_error(asked, error);
}

/* False, and answered, where the asker has no right to ask this. */
static bool right_checked(struct asked *asked, enum who who)
{
    const struct holder *holder = asked->holder;
    bool control = holder && holder->kind == HOLDER_CONTROL;
    bool person = holder && holder->kind == HOLDER_PERSON;
    if (who == ANYONE)
        return true;
    if (who == AUTHOR)
        return studio_right_checked(asked);
    if (!holder)
        asked_refuse(asked, "token.unknown", "", "Attach first, or send a token that is known.");
    else if (who == CONTROL && !control)
        asked_refuse(asked, "control.only", "", "Only the facilitator may do this.");
    else if (who == PERSON && !person)
        asked_refuse(asked, "person.only", "", "Only who has joined may do this.");
    else if (!person && (who == SEATED || (who == SEATED_OR_CONTROL && !control)))
        asked_refuse(asked, "seat.only", "",
                     "Only a party's delegates, its head and advisers, may do this: no spectator, "
                     "and not control.");
    else if (person && (who == SEATED || who == SEATED_OR_CONTROL) && !holder->person->table)
        asked_refuse(asked, "seat.unknown", "", "You have no seat yet.");
    else
        return true;
    return false;
}

static bool rate_checked(struct asked *asked, const struct method *method)
{
    struct host *host = asked->host;
    struct peer *peer = asked->peer;
    struct holder *holder = asked->holder;
    bool taken;
    if (method->who == AUTHOR && peer->trusted)
        taken = true; /* A term that is dragged asks often, and harms nobody but its author. */
    else if (!holder || method->who == ANYONE)
        taken = address_asks(host, peer);
    else if (method->question)
        taken = limit_takes(host, &holder->questions, questions);
    else
        taken = limit_takes(host, &holder->commands, commands);
    if (taken) {
        if (peer->violations > 0)
            peer->violations--;
        return true;
    }
    if (++peer->violations > VIOLATIONS_MAX)
        host->ports.disconnect(host->ports.context, peer->connection, POLICY_VIOLATION,
                               TEXT("too many messages"));
    asked_refuse(asked, "limit.rate", "", "That is too much at once; wait a moment.");
    return false;
}

void method_run(struct asked *asked)
{
    const struct method *method = method_find(asked->method);
    if (!method) {
        method_missing(asked);
        return;
    }
    if (asked->host->draining) {
        asked_refuse(asked, "server.stopping", "", "The server is about to stop; try again soon.");
        return;
    }
    if (!rate_checked(asked, method) || !right_checked(asked, method->who))
        return;
    if (method->parameters)
        parameters_known(asked, method->parameters);
    (void)parameter_int(asked, "key", 1, INT64_MAX, 0); /* A wrong key is wrong for all. */
    if (asked->refused)
        asked_refuse_with(asked, &asked->refusal);
    else if (method->run)
        method->run(asked);
    else if (asked->holder->kind == HOLDER_CONTROL)
        control_command(asked);
    else
        seat_command(asked);
}
