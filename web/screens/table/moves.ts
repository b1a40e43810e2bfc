// First moves: the scenario's, or where it has none, made from what would matter most to us.

import { computed, effect, signal } from '@preact/signals';
import { send } from '../../connection';
import { t } from '../../locale';
import { me, myParty, scenario, view } from '../../store';
import type { FirstMove, PartyId, Scenario } from '../../view';
import { contentOf } from './draft';
import { goodMoves, type Weighed } from './stakes';

/** Templates weighed for the table that this page is at. */
const weighed = signal<{ at: string; templates: Weighed[] }>({ at: '', templates: [] });

const asking = computed(() => {
  const rules = scenario.value;
  const us = myParty.value;
  if (!rules || !us || rules.first_moves?.length || view.value?.clock.state !== 'running')
    return '';
  return `${me.value?.table} ${us} ${rules.hash}`;
});

/** Asks once what each template would be worth to us, while the scenario gives no first moves. */
export const watchMoves = () =>
  effect(() => {
    const at = asking.value;
    const rules = scenario.peek();
    const us = myParty.peek();
    if (!at || !rules || !us || weighed.peek().at === at) return;
    weighed.value = { at, templates: [] };
    void weigh(rules, us).then((templates) => {
      if (weighed.peek().at === at) weighed.value = { at, templates };
    });
  });

async function weigh(rules: Scenario, us: PartyId): Promise<Weighed[]> {
  const found: Weighed[] = [];
  for (const [instrument, kind] of Object.entries(rules.instruments)) {
    if (!kind.open_to.includes(us)) continue;
    for (const [template, draft] of Object.entries(kind.templates ?? {})) {
      const { clauses } = contentOf(draft);
      try {
        const answer = await send('score.evaluate', { assume: [{ clauses }] });
        const binds = Object.values(answer.clauses ?? {}).map((clause) => clause.binds);
        const gain = answer.total - answer.today;
        found.push({ instrument, template, invite: draft.invite, gain, binds });
      } catch {
        // Where the calculator is off, or it can't be computed, whom the text names still says whom to meet.
        found.push({ instrument, template, invite: draft.invite, gain: 0, binds: [] });
      }
    }
  }
  return found;
}

/** Three at most. */
export function movesFor(rules: Scenario, us: PartyId | null): FirstMove[] {
  if (rules.first_moves?.length || !us) return rules.first_moves ?? [];
  return goodMoves(weighed.value.templates, us).map(({ to, instrument, template }) => ({
    title:
      rules.instruments[instrument]?.templates?.[template]?.title ??
      rules.instruments[instrument]?.title ??
      instrument,
    text: t(to.length > 0 ? 'move-made' : 'move-made-alone'),
    to,
    instrument,
    template,
  }));
}
