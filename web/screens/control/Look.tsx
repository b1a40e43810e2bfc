// Looking into a room as control: its texts, its words, its record. Plain on purpose.

import { useEffect, useState } from 'preact/hooks';
import { lookAway, lookInto } from '../../connection';
import { list, t, timeOfDay } from '../../locale';
import { tellRefusal } from '../../parts/announce';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { minuteText } from '../../parts/minutes';
import { clauseProse, instrumentTitle, partyName } from '../../parts/treaty';
import { called } from '../../rooms';
import { type Shoulder, shoulders } from '../../store';
import type { Instrument, PartyId, TableId } from '../../view';
import { DebriefOf } from '../debrief/Debrief';
import { TextRulings } from './TextRulings';
import { WordActs } from './WordActs';

type Part = 'texts' | 'words' | 'minutes' | 'result';

export const Look = ({ table, onClose }: { table: TableId; onClose: () => void }) => {
  const [part, setPart] = useState<Part>('texts');
  const [as, setAs] = useState<PartyId | undefined>();
  useEffect(() => {
    lookInto(table, { as }).catch(tellRefusal);
  }, [table, as]);
  useEffect(
    () => () => {
      lookAway(table).catch(() => undefined);
    },
    [table],
  );
  const seen = shoulders.value[table];
  const parts: Part[] = [
    'texts',
    'words',
    'minutes',
    ...(seen?.view.clock.final ? ['result' as const] : []),
  ];
  return (
    <Dialog wide title={seen ? called(seen.view.table).name : t('loading')} onClose={onClose}>
      {seen && (
        <div class="look">
          <nav class="row" aria-label={t('look-parts')}>
            {parts.map((one) => (
              <button
                key={one}
                type="button"
                class="quiet"
                aria-pressed={part === one}
                onClick={() => setPart(one)}
              >
                {t(`look-${one}`)}
              </button>
            ))}
          </nav>
          <Field label={t('look-as')} hint={as && t('look-as-hint')}>
            <select
              value={as ?? ''}
              onChange={(event) => setAs(event.currentTarget.value || undefined)}
            >
              <option value="">{t('facilitator')}</option>
              {Object.entries(seen.scenario.parties).map(([id, party]) => (
                <option key={id} value={id}>
                  {party.name}
                </option>
              ))}
            </select>
          </Field>
          {!as && !seen.view.clock.final && <WordActs scope={[table]} scenario={seen.scenario} />}
          {part === 'texts' && <Texts seen={seen} table={table} ruling={!as} />}
          {part === 'words' && <Words seen={seen} />}
          {part === 'minutes' && <Minutes seen={seen} />}
          {part === 'result' && <DebriefOf view={seen.view} scenario={seen.scenario} />}
        </div>
      )}
    </Dialog>
  );
};

interface TextsProps {
  seen: Shoulder;
  table: TableId;
  /** As itself control may rule on them; by a delegation’s eyes it only looks. */
  ruling: boolean;
}
const Texts = ({ seen: { view, scenario }, table, ruling }: TextsProps) => {
  const texts = Object.entries(view.instruments ?? {});
  if (texts.length === 0) return <p class="muted">{t('look-no-texts')}</p>;
  return (
    <>
      {texts.map(([id, text]) => (
        <section key={id} class="look-text">
          <h3>{instrumentTitle(scenario, text, true)}</h3>
          <p class="muted small">{state(text)}</p>
          <p class="small">
            {t('look-signed', {
              signed: list(
                Object.entries(text.signatures ?? {}).map(([party, { reserved }]) =>
                  reserved?.length
                    ? t('look-signed-except', { party: partyName(scenario, party) })
                    : partyName(scenario, party),
                ),
              ),
              count: Object.keys(text.signatures ?? {}).length,
            })}{' '}
            {text.missing?.signatures &&
              t('look-missing', {
                parties: list(text.missing.signatures.map((id) => partyName(scenario, id))),
              })}
          </p>
          <ol class="treaty">
            {text.clauses.map((clause) => (
              <li key={clause.id}>{clauseProse(scenario, clause)}</li>
            ))}
            {text.articles?.map((article) => (
              <li key={article.id}>{article.text}</li>
            ))}
          </ol>
          {ruling && !view.clock.final && (
            <TextRulings table={table} id={id} text={text} scenario={scenario} />
          )}
        </section>
      ))}
    </>
  );
};

const state = (text: Instrument) =>
  t('look-state', { status: text.status, version: text.version, public: String(!!text.public) });

function circleTitle({ view, scenario }: Shoulder, id: string) {
  const circle = view.circles?.[id];
  if (id === 'plenary' || id === 'press') return t(`look-circle-${id}`);
  if (id.startsWith('control:')) {
    return t('look-circle-control', { party: partyName(scenario, id.slice('control:'.length)) });
  }
  return list((circle?.parties ?? id.split('+')).map((party) => partyName(scenario, party)));
}

const Words = ({ seen }: { seen: Shoulder }) => {
  const circles = Object.entries(seen.view.circles ?? {}).filter(([, circle]) => circle.total > 0);
  if (circles.length === 0) return <p class="muted">{t('look-no-words')}</p>;
  return (
    <>
      {circles.map(([id, circle]) => (
        <section key={id}>
          <h3>{circleTitle(seen, id)}</h3>
          <ul class="plain record-said">
            {Object.entries(circle.messages ?? {})
              .sort(([, a], [, b]) => a.n - b.n)
              .map(([message, said]) => (
                <li key={message}>
                  <small class="muted">{timeOfDay(said.at)}</small>{' '}
                  <strong>
                    {said.from === 'control'
                      ? t('facilitator')
                      : partyName(seen.scenario, said.from)}
                    {said.seat &&
                      seen.presence[said.seat] &&
                      ` (${seen.presence[said.seat]?.name})`}
                  </strong>
                  : {said.text}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
};

const Minutes = ({ seen: { view, scenario } }: { seen: Shoulder }) => {
  const lines = Object.entries(view.minutes ?? {}).sort(([a], [b]) => Number(b) - Number(a));
  if (lines.length === 0) return <p class="muted">{t('look-no-minutes')}</p>;
  return (
    <ol class="plain record" reversed>
      {lines.map(([n, minute]) => (
        <li key={n}>
          <small class="muted">{timeOfDay(minute.at)}</small> {minuteText(minute, scenario, view)}
        </li>
      ))}
    </ol>
  );
};
