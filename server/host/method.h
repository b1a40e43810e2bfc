/* What is asked: a function a method, each of which answers or refuses. In the host's thread. */
#ifndef METHOD_H
#define METHOD_H

#include "state.h"

/* The scenario in the language that the parameters name, or as it is. */
const struct scenario *scenario_spoken(struct asked *asked, const struct scenario *scenario);
/* The scenario and edition wished for; NULL where something is wrong. */
const struct scenario *wished_scenario(struct asked *asked, struct text id, uint32_t *edition);
/* Reads the parameter `schedule`, as exercise.schedule takes it, and refuses a wrong one. */
struct schedule_wish schedule_check(struct asked *asked, const struct scenario *scenario);

void method_run(struct asked *asked);
void server_info(struct asked *asked);
void scenario_list(struct asked *asked);
void scenario_get(struct asked *asked);
void scenario_pack(struct asked *asked);
void exercise_create(struct asked *asked);
/* Whether "create_key" is the operator's key; false where there is none. */
bool create_key_given(struct asked *asked);
/* Refuses who must know the key and does not. */
void create_key_checked(struct asked *asked);
void play_now(struct asked *asked);
void schedule_preview(struct asked *asked);
void exercise_delete(struct asked *asked);
void exercise_keep(struct asked *asked);
void exercise_fate(struct asked *asked);
void lobby_list(struct asked *asked);
void person_vote(struct asked *asked);
void person_expel(struct asked *asked);
void person_report(struct asked *asked);
void room_hello(struct asked *asked);
void room_look(struct asked *asked);
void attach(struct asked *asked);
void table_attach(struct asked *asked);
void table_detach(struct asked *asked);
void seat_command(struct asked *asked);
void control_command(struct asked *asked);
/* Which tables are meant: `table`, `tables`, or all. Refuses what names none. */
void tables_check(struct asked *asked);
bool table_meant(const struct asked *asked, const struct table *table);
void inject_foresee(struct asked *asked);
void control_invite(struct asked *asked);
void control_remove(struct asked *asked);
void spectator_link(struct asked *asked);
void request_claim(struct asked *asked);
void request_settle(struct asked *asked);
void score_ask(struct asked *asked);
void advice_ask(struct asked *asked);
void decision_ask(struct asked *asked);
void history_ask(struct asked *asked);
void exercise_report(struct asked *asked);
void exercise_export(struct asked *asked);
void exercise_fork(struct asked *asked);
void replay_moments(struct asked *asked);
void replay_view(struct asked *asked);

#endif
