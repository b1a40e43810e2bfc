// Between the end of a game and its debrief: what was agreed in one line, a guess at what the others wanted, and a note for oneself.
// Both stay on this device; the guesses stand beside the truth once the debrief is open.

import { signal } from '@preact/signals';
import { change, list, t } from '../locale';
import { Field } from '../parts/Field';
import { PartyBadge } from '../parts/PartyBadge';
import { Scroll } from '../parts/Scroll';
import { clauseTitle, instrumentTitle, partyName } from '../parts/treaty';
import { exercise, me } from '../store';
import type { PartyId, Scenario, Score, View } from '../view';

interface Notes {
  /** By delegation: a matter of the agenda, or a kind of clause. */
  guesses: Record<PartyId, string>;
  reflection: string;
}
interface PageProps {
  view: View;
  scenario: Scenario;
  mine: PartyId;
}

const nothing: Notes = { guesses: {}, reflection: '' };
const place = () => `entente.notes.${exercise.value?.exercise.id ?? me.value?.exercise.id}`;
const notes = signal<{ place: string; kept: Notes }>({ place: '', kept: nothing });

function kept(): Notes {
  if (notes.value.place === place()) return notes.value.kept;
  try {
    return { ...nothing, ...JSON.parse(localStorage.getItem(place()) ?? '{}') };
  } catch {
    return nothing;
  }
}

function keep(changed: Partial<Notes>) {
  notes.value = { place: place(), kept: { ...kept(), ...changed } };
  try {
    localStorage.setItem(place(), JSON.stringify(notes.value.kept));
  } catch {
    // A browser that keeps nothing still shows them until the page is closed.
  }
}

/** What everybody knows that a delegation may want: `agenda:land`, `clause:port`. */
function matterTitle(scenario: Scenario, matter: string) {
  const [kind, id = ''] = matter.split(':');
  return kind === 'clause' ? clauseTitle(scenario, { type: id }) : (scenario.agenda?.[id] ?? id);
}

/** "In force: the Water Treaty (Northland and Southland)." */
function agreedLine(view: View, scenario: Scenario) {
  const texts = Object.values(view.instruments ?? {}).filter(({ status }) => status === 'in_force');
  if (texts.length === 0) return t('holding-nothing');
  const names = texts.map((text) =>
    t('holding-text', {
      title: instrumentTitle(scenario, text),
      parties: list(Object.keys(text.signatures ?? {}).map((id) => partyName(scenario, id))),
    }),
  );
  return t('holding-agreed', { texts: list(names) });
}

export const Holding = ({ view, scenario, mine }: PageProps) => (
  <section class="card holding" aria-labelledby="holding">
    <h2 id="holding">{t('holding-title')}</h2>
    <p>{agreedLine(view, scenario)}</p>
    <p>{t('debrief-holding')}</p>
    {Object.entries(scenario.parties)
      .filter(([id]) => id !== mine)
      .map(([id, party]) => (
        <Field key={id} label={t('holding-guess', { party: party.name })}>
          <select
            value={kept().guesses[id] ?? ''}
            onChange={(event) =>
              keep({ guesses: { ...kept().guesses, [id]: event.currentTarget.value } })
            }
          >
            <option value="">{t('holding-guess-none')}</option>
            <Matters scenario={scenario} />
          </select>
        </Field>
      ))}
    <Reflection />
  </section>
);

const Matters = ({ scenario }: { scenario: Scenario }) => (
  <>
    {Object.entries(scenario.agenda ?? {}).map(([matter, title]) => (
      <optgroup key={matter} label={title}>
        <option value={`agenda:${matter}`}>{t('holding-guess-all', { title })}</option>
        {Object.entries(scenario.clauses)
          .filter(([, clause]) => clause.agenda === matter && clause.keys.length > 0)
          .map(([type, clause]) => (
            <option key={type} value={`clause:${type}`}>
              {clause.title}
            </option>
          ))}
      </optgroup>
    ))}
  </>
);

const Reflection = () => (
  <Field label={t('holding-reflection')} hint={t('holding-reflection-hint')}>
    <textarea
      rows={4}
      maxLength={4000}
      value={kept().reflection}
      onInput={(event) => keep({ reflection: event.currentTarget.value })}
    />
  </Field>
);

/** "A quiet border (+18) and Water kept for the dam (−4)": what moved its result most. */
function weighedMost(score: Score) {
  const items = Object.entries(score.items)
    .filter(([, { points }]) => points !== 0)
    .sort(([, a], [, b]) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, 2);
  if (items.length === 0) return t('guessed-nothing');
  return list(items.map(([id, { label, points }]) => `${label ?? id} (${change(points)})`));
}

/** With the debrief open: what one thought beside what it was. */
export const Guessed = ({ view, scenario, mine }: PageProps) => {
  const { guesses, reflection } = kept();
  const others = Object.entries(scenario.parties).flatMap(([id, party]) => {
    const score = view.scores?.[id];
    const guess = guesses[id];
    return id !== mine && score && guess ? [{ id, party, score, guess }] : [];
  });
  if (others.length === 0 && !reflection) return null;
  return (
    <section aria-labelledby="guessed">
      <h2 id="guessed">{t('guessed-title')}</h2>
      {others.length > 0 && (
        <Scroll label={t('guessed-title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('debrief-party')}</th>
                <th scope="col">{t('guessed-guess')}</th>
                <th scope="col">{t('guessed-truth')}</th>
              </tr>
            </thead>
            <tbody>
              {others.map(({ id, party, score, guess }) => (
                <tr key={id}>
                  <th scope="row">
                    <PartyBadge party={party} />
                  </th>
                  <td>{matterTitle(scenario, guess)}</td>
                  <td>{weighedMost(score)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Reflection />
    </section>
  );
};
