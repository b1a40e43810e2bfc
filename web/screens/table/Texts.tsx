import { list, t } from '../../locale';
import { Button } from '../../parts/Button';
import { myParty, scenario, view } from '../../store';
import type { Instrument, InstrumentId, Scenario, View } from '../../view';
import { Editor } from './Editor';
import { drafts, dropDraft, looked } from './memory';
import { NewExchange, NewText } from './NewText';
import { goTo, main, to } from './place';
import { allows, cameIn, type Need, needOf, standing, stateLine, textsInOrder } from './state';
import { TextPage } from './TextPage';
import { partyNames, textTitle } from './words';

export const Texts = () => {
  const [what, which] = main.value?.within ?? [];
  if (what === 'new') return which === 'exchange' ? <NewExchange /> : <NewText />;
  if (what === 'write' && which) return <Editor key={which} slot={which} />;
  if (what) return <TextPage key={what} id={what} />;
  return <TextList />;
};

/** Whether a text moved since this person last looked. */
export function newness(text: Instrument, id: InstrumentId): 'new' | 'amended' | 'moved' | null {
  const before = looked.value[id];
  const ours = (text.amended_by ?? text.author) === myParty.value;
  if (!before) return ours ? null : 'new';
  if (before.version < text.version) return ours ? null : 'amended';
  return before.standing === standing(text) ? null : 'moved';
}

const groups: Need[] = ['ours', 'others', 'in-force', 'public', 'past'];

/** Among those that need us, what was not read comes first, then what most have signed, then the latest. */
const pressing = ([id, text]: [InstrumentId, Instrument]) =>
  (newness(text, id) ? 100 : 0) + Object.keys(text.signatures ?? {}).length;

const TextList = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen) return null;
  const texts = textsInOrder(seen);
  const needs = (text: Instrument, id: InstrumentId) =>
    needOf(text, us, ['new', 'amended'].includes(newness(text, id) ?? ''));
  return (
    <>
      <header class="place-head">
        <h2>{t('texts-title')}</h2>
        {allows(seen, 'draft') ? (
          <Button look="main" onPress={() => goTo(to('texts', 'new'))}>
            {t('text-new')}
          </Button>
        ) : (
          <p class="muted small">{t('text-new-later')}</p>
        )}
      </header>
      <Unsent rules={rules} seen={seen} />
      {texts.length === 0 && <p>{t('texts-none')}</p>}
      {groups.map((need) => {
        const inside = texts.filter(([id, text]) => needs(text, id) === need);
        if (inside.length === 0) return null;
        if (need === 'ours') inside.sort((left, right) => pressing(right) - pressing(left));
        return (
          <section key={need} class={`need-${need}`}>
            <h3>{t(`texts-${need}`)}</h3>
            <ul class="plain text-list">
              {inside.map(([id, text]) => (
                <TextLine key={id} id={id} text={text} rules={rules} seen={seen} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
};

interface TextLineProps {
  id: InstrumentId;
  text: Instrument;
  rules: Scenario;
  seen: View;
}

const TextLine = ({ id, text, rules, seen }: TextLineProps) => {
  const us = myParty.value;
  const news = newness(text, id);
  const came = cameIn(rules, text, looked.value[id], us);
  const signed = Object.keys(text.signatures ?? {});
  const linked = (text.linked ?? []).map((other) => textTitle(rules, seen, other));
  if (text.linked_unknown) linked.push(t('linked-unknown', { count: text.linked_unknown }));
  return (
    <li class={news ? 'card unread' : 'card'}>
      <p class="text-line-head">
        <a class="alone" href={to('texts', id)}>
          {textTitle(rules, seen, id)}
        </a>
        {news && <span class="mark-new">{t(`mark-${news}`)}</span>}
      </p>
      {came.length > 0 && <p class="small came">{t('came', { what: list(came) })}</p>}
      <p class="small">{stateLine(rules, seen, text, us)}.</p>
      {signed.length > 0 && text.status === 'draft' && (
        <p class="small muted">{t('text-signed-by', { parties: partyNames(rules, signed, us) })}</p>
      )}
      {linked.length > 0 && (
        <p class="small muted">{t('text-linked-with', { texts: list(linked) })}</p>
      )}
    </li>
  );
};

/** Texts that this person began and did not send; kept on this device. */
const Unsent = ({ rules, seen }: { rules: Scenario; seen: View }) => {
  const slots = Object.entries(drafts.value);
  if (slots.length === 0) return null;
  return (
    <section>
      <h3>{t('unsent')}</h3>
      <ul class="plain text-list">
        {slots.map(([slot, draft]) => (
          <li key={slot} class="card unsent">
            <p class="text-line-head">
              <a class="alone" href={to('texts', 'write', slot)}>
                {draft.instrument
                  ? t('unsent-amendment', { title: textTitle(rules, seen, draft.instrument) })
                  : (rules.instruments[draft.kind]?.title ?? draft.kind)}
              </a>
              <Button look="link" onPress={() => dropDraft(slot)}>
                {t('throw-away')}
              </Button>
            </p>
            <p class="small muted">
              {t('unsent-articles', {
                count: draft.clauses.length + draft.articles.length,
                parties: list(draft.invite.map((id) => rules.parties[id]?.short ?? id)),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
