// Setting up an exercise: the scenario, how much of it, for how many, where they meet.

import { useState } from 'preact/hooks';
import { ask } from '../../connection';
import { keepCreateKey, newToken } from '../../identity';
import { languageName, list, t } from '../../locale';
import type { ScenarioCard } from '../../methods';
import { tellRefusal } from '../../parts/announce';
import { Choice, Tick } from '../../parts/Choice';
import { Field } from '../../parts/Field';
import { NumberField } from '../../parts/NumberField';
import type { Mode } from '../../view';
import { ListChoice, listedOf, unlisted } from './ListChoice';
import { TimeChoice } from './TimeChoice';
import { createTime, usual } from './time';

const tables_most = 40;

export interface Created {
  exercise: string;
  token: string;
  title: string;
  code: string;
}
export interface RunFormProps {
  playable: ScenarioCard[];
  needsKey: boolean;
  knownKey: string;
  onCreated: (created: Created) => void;
}

/** A delegation is best with one person, or here and there two: thirty people at eight delegations are three rooms of ten. */
export function proposeTables(people: number, parties: number): number {
  const tables = Math.round(people / (parties * 1.25));
  return Math.max(1, Math.min(tables_most, tables));
}

/** An exercise is for a group: the scenario with the most delegations is offered first. */
const largest = (playable: ScenarioCard[]) =>
  playable.reduce<ScenarioCard | undefined>(
    (most, one) =>
      most && Object.keys(most.parties).length >= Object.keys(one.parties).length ? most : one,
    undefined,
  )?.id ?? '';

/** "10", or "7 or 8" where it does not come out even. */
const spread = (people: number, tables: number) => {
  const least = Math.floor(people / tables);
  return people % tables === 0 ? String(least) : `${least}–${least + 1}`;
};

const seatsOf = (card: ScenarioCard) =>
  Object.values(card.parties).reduce(
    (sum, { seats }) => sum + (seats ? Object.values(seats).reduce((a, b) => a + b, 0) : 3),
    0,
  );

export const RunForm = ({ playable, needsKey, knownKey, onCreated }: RunFormProps) => {
  const [scenario, setScenario] = useState(largest(playable));
  const [edition, setEdition] = useState('');
  const [people, setPeople] = useState(10);
  const [tablesChosen, setTables] = useState(0);
  const [mode, setMode] = useState<Mode>('room');
  const [name, setName] = useState('');
  const [bots, setBots] = useState(false);
  const [list, setList] = useState(unlisted);
  const [calculator, setCalculator] = useState(true);
  const [advice, setAdvice] = useState(true);
  const [anonymous, setAnonymous] = useState(false);
  const [rotate, setRotate] = useState(false);
  const [notice, setNotice] = useState(t('notice-usual'));
  const [time, setTime] = useState(usual);
  const [key, setKey] = useState(knownKey);
  const [busy, setBusy] = useState(false);

  const card = playable.find((one) => one.id === scenario);
  if (!card) return null;
  const editions = Object.entries(card.editions ?? {});
  const first = editions.find(([, one]) => one.default)?.[0] ?? editions[0]?.[0];
  const tables = list.on
    ? 1
    : tablesChosen || proposeTables(people, Object.keys(card.parties).length);
  const essential = card.essential?.length ?? 0;

  const create = async () => {
    const token = newToken();
    const title = name.trim() || card.title;
    const chosen = edition || first;
    const answer = await ask('exercise.create', {
      scenario,
      ...(chosen && { edition: chosen }),
      tables,
      name: title,
      mode,
      bots,
      ...listedOf(list, Object.keys(card.parties).length),
      calculator,
      advice: calculator && advice,
      ...(anonymous && { anonymous }),
      ...(rotate && { rotate_heads: rotate }),
      ...(notice.trim() && { notice: notice.trim() }),
      ...createTime(time),
      ...(key && { create_key: key }),
      token,
    });
    if (key) keepCreateKey(key);
    onCreated({ exercise: answer.exercise, token, title, code: answer.code });
  };
  const submit = async () => {
    setBusy(true);
    try {
      await create();
    } catch (error) {
      tellRefusal(error);
      setBusy(false);
    }
  };

  return (
    <form
      class="run-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <fieldset class="scenarios">
        <legend>{t('run-scenario')}</legend>
        <div>
          {playable.map((one) => (
            <ScenarioChoice
              key={one.id}
              card={one}
              chosen={one.id === scenario}
              onChoose={() => {
                setScenario(one.id);
                setEdition('');
                setTables(0);
              }}
            />
          ))}
        </div>
      </fieldset>
      {editions.length > 1 && (
        <fieldset>
          <legend>{t('run-edition')}</legend>
          {editions.map(([id, { title }]) => (
            <Choice
              key={id}
              name="edition"
              text={title}
              checked={(edition || first) === id}
              onChoose={() => setEdition(id)}
            />
          ))}
        </fieldset>
      )}
      <div class="pair">
        <NumberField
          label={t('run-how-many')}
          hint={t('run-how-many-hint')}
          name="people"
          min={1}
          max={1000}
          value={people}
          onValue={(wanted) => {
            setPeople(wanted);
            setTables(0);
          }}
        />
        <NumberField
          label={t('run-tables')}
          hint={tablesText(people, tables, essential, seatsOf(card))}
          name="tables"
          min={1}
          max={tables_most}
          value={tables}
          onValue={setTables}
        />
      </div>
      <fieldset>
        <legend>{t('run-mode')}</legend>
        {(['room', 'online', 'mixed'] as const).map((one) => (
          <Choice
            key={one}
            name="mode"
            text={t(`run-mode-${one}`)}
            checked={mode === one}
            onChoose={() => setMode(one)}
          />
        ))}
      </fieldset>
      <TimeChoice scenario={scenario} edition={edition || first} wish={time} onWish={setTime} />
      <Field label={t('run-name')} hint={t('run-name-hint')}>
        <input
          name="exercise"
          value={name}
          maxLength={80}
          placeholder={card.title}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      {needsKey && (
        <Field label={t('run-key')} hint={t('run-key-hint')}>
          <input
            type="password"
            name="key"
            autocomplete="off"
            required
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </Field>
      )}
      <details>
        <summary>{t('run-more')}</summary>
        <ListChoice wish={list} parties={Object.keys(card.parties).length} onWish={setList} />
        <Tick text={t('run-bots')} on={bots} onTick={setBots} />
        <Tick text={t('run-calculator')} on={calculator} onTick={setCalculator} />
        {calculator && <Tick text={t('run-advice')} on={advice} onTick={setAdvice} />}
        <Tick text={t('run-anonymous')} on={anonymous} onTick={setAnonymous} />
        <Tick text={t('run-rotate')} on={rotate} onTick={setRotate} />
        <Field label={t('run-notice')} hint={t('run-notice-hint')}>
          <textarea
            rows={3}
            maxLength={2000}
            value={notice}
            onInput={(event) => setNotice(event.currentTarget.value)}
          />
        </Field>
      </details>
      <div class="row">
        <button type="submit" class="main" aria-busy={busy || undefined}>
          {t('run-do')}
        </button>
        <a class="alone" href={`/pack/${scenario}`}>
          {t('pack-title')}
        </a>
      </div>
    </form>
  );
};

function tablesText(people: number, tables: number, essential: number, seats: number) {
  const text = t('run-tables-text', { people, tables, each: spread(people, tables) });
  if (people / tables < essential) return `${text} ${t('run-tables-thin', { essential })}`;
  if (people / tables > seats) return `${text} ${t('run-tables-full', { seats })}`;
  return text;
}

const ScenarioChoice = (props: { card: ScenarioCard; chosen: boolean; onChoose: () => void }) => {
  const { card, chosen } = props;
  return (
    <label class={chosen ? 'scenario chosen' : 'scenario'}>
      <input type="radio" name="scenario" checked={chosen} onChange={props.onChoose} />
      <span>
        <strong>{card.title}</strong>
        <small class="muted">
          {t('run-people', { parties: Object.keys(card.parties).length })} ·{' '}
          {t('run-minutes', { minutes: card.minutes })}
          {(card.languages?.length ?? 0) > 1 &&
            ` · ${list(card.languages?.map(languageName) ?? [])}`}
        </small>
        <span class="summary">{card.summary}</span>
      </span>
    </label>
  );
};
