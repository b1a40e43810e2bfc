import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { iMayBind, myParty, mySeat } from '../../store';
import type { Instrument, InstrumentId, Scenario, View } from '../../view';
import { amend } from './amend';
import { LinkDialog } from './LinkDialog';
import { drafts } from './memory';
import { goTo, to } from './place';
import { AdviseButton, textOffers } from './plan/Suggest';
import { quoteInTalk } from './quote';
import { SignDialog } from './SignDialog';
import { Sure } from './Sure';
import { allows, canSign, hasBrackets, hasSigned, isAsked, leaves } from './state';
import { partyNames, textTitle } from './words';

interface TextActionsProps {
  id: InstrumentId;
  text: Instrument;
  rules: Scenario;
  seen: View;
  disputing: boolean;
  onDispute: (on: boolean) => void;
}

type Asked = 'sign' | 'except' | 'link' | Grave;
type Grave = 'unsign' | 'decline' | 'table' | 'leak' | 'open' | 'reopen' | 'withdraw' | 'leave';

const methods = {
  unsign: 'instrument.unsign',
  decline: 'instrument.decline',
  table: 'instrument.table',
  leak: 'instrument.leak',
  withdraw: 'instrument.withdraw',
  leave: 'instrument.denounce',
} as const;

const perform = (what: Grave, instrument: InstrumentId) =>
  what === 'open' || what === 'reopen'
    ? send('instrument.open', { instrument, on: what === 'open' })
    : send(methods[what], { instrument });

const drafting = (text: Instrument, seen: View) =>
  isAsked(text, myParty.value) &&
  mySeat.value?.role !== 'observer' &&
  text.status === 'draft' &&
  allows(seen, 'draft');

export const mayAmend = (text: Instrument, seen: View) => drafting(text, seen) && !text.opened;

/** What this person can do with a text now; what only somebody else can, or only later, says so. */
function acts({ id, text, rules, seen }: TextActionsProps) {
  const us = myParty.value;
  const asked = isAsked(text, us);
  const binding = iMayBind.value;
  const draft = text.status === 'draft';
  const before = !seen.clock.final && seen.clock.state === 'running';
  const kind = rules.instruments[text.kind];
  const author = text.author === us;
  const severable = text.clauses.some((clause) => kind?.severable?.includes(clause.type));
  const hidden = asked && !text.public && draft;
  const sign = canSign(text, us) && allows(seen, 'sign');
  const writes = drafting(text, seen);
  return {
    sign: sign && binding,
    except: sign && binding && severable,
    amend: mayAmend(text, seen),
    dispute: mayAmend(text, seen),
    unsign: draft && binding && before && hasSigned(text, us),
    decline:
      draft &&
      asked &&
      binding &&
      before &&
      !hasSigned(text, us) &&
      !text.declined?.includes(us ?? ''),
    table: writes && hidden,
    leak: hidden && binding && before,
    open: writes && author && !text.opened,
    reopen: writes && author && !!text.opened,
    link: writes,
    withdraw: draft && author && before && Object.keys(text.signatures ?? {}).length === 0,
    leave:
      (text.status === 'in_force' || text.status === 'suspended') &&
      binding &&
      hasSigned(text, us) &&
      !text.denounced?.includes(us ?? '') &&
      !leaves(seen, id, us) &&
      (kind?.denounce ?? 'none') !== 'none' &&
      allows(seen, 'sign'),
  };
}

/** Why there is no Sign button, where one would look for it. */
function whyNoSign({ text, seen }: TextActionsProps): string | null {
  const us = myParty.value;
  if (!isAsked(text, us) || text.status !== 'draft' || hasSigned(text, us)) return null;
  if (seen.clock.state === 'paused') return t('sign-paused');
  if (!iMayBind.value) return t('sign-head-only');
  if (hasBrackets(text)) return t('sign-disputed');
  return allows(seen, 'sign') ? null : t('sign-later');
}

export const TextActions = (props: TextActionsProps) => {
  const { id, text, rules, seen, disputing, onDispute } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  const can = acts(props);
  const why = whyNoSign(props);
  const us = myParty.value;
  const title = textTitle(rules, seen, id);
  const close = () => setAsked(null);
  const rare = (
    ['table', 'leak', 'open', 'reopen', 'decline', 'withdraw', 'leave'] as const
  ).filter((what) => can[what]);
  const more = rare.length > 0 || can.link || can.dispute;
  return (
    <div class="text-actions">
      {hasSigned(text, us) && text.status === 'draft' && <p>{t('you-signed')}</p>}
      <div class="row">
        {can.sign && (
          <Button look="main" onPress={() => setAsked('sign')}>
            {t('sign')}
          </Button>
        )}
        {can.except && <Button onPress={() => setAsked('except')}>{t('sign-except')}</Button>}
        {can.amend && (
          <Button onPress={() => amend(id, text)}>
            {t(drafts.value[id] ? 'amend-go-on' : 'amend')}
          </Button>
        )}
        {can.unsign && <Button onPress={() => setAsked('unsign')}>{t('unsign')}</Button>}
        <Button onPress={() => goTo(to('talk', quoteInTalk({ instrument: id })))}>
          {t('talk-about')}
        </Button>
        {us && (
          <AdviseButton
            offers={textOffers(rules, seen, id, text, us)}
            look="quiet"
            words={t('suggest-title')}
          />
        )}
        {more && (
          <More>
            {can.dispute && (
              <Button pressed={disputing} onPress={() => onDispute(!disputing)}>
                {t('dispute')}
              </Button>
            )}
            {can.link && <Button onPress={() => setAsked('link')}>{t('link-texts')}</Button>}
            {rare.map((what) => (
              <Button key={what} onPress={() => setAsked(what)}>
                {t(`act-${what}`)}
              </Button>
            ))}
          </More>
        )}
      </div>
      {why && <p class="small muted">{why}</p>}
      {(asked === 'sign' || asked === 'except') && (
        <SignDialog
          id={id}
          text={text}
          rules={rules}
          title={title}
          excepting={asked === 'except'}
          onClose={close}
        />
      )}
      {asked === 'link' && (
        <LinkDialog id={id} text={text} rules={rules} seen={seen} onClose={close} />
      )}
      {asked && asked !== 'sign' && asked !== 'except' && asked !== 'link' && (
        <Sure
          title={t(`sure-${asked}`, { title })}
          text={t(`sure-${asked}-text`, {
            invited: partyNames(
              rules,
              text.invited.filter((party) => party !== us),
            ),
            notice: String(rules.instruments[text.kind]?.denounce === 'notice'),
          })}
          act={t(`act-${asked}`)}
          grave={asked !== 'open' && asked !== 'reopen'}
          onDo={() => perform(asked, id)}
          onClose={close}
        />
      )}
    </div>
  );
};

const More = ({ children }: { children: ComponentChildren }) => (
  <details class="more">
    <summary>{t('more')}</summary>
    <div class="more-acts">{children}</div>
  </details>
);
