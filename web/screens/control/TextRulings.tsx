import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { instrumentTitle, partyName } from '../../parts/treaty';
import type { Instrument, InstrumentId, PartyId, Scenario, TableId } from '../../view';
import { Ruling } from './Ruling';

interface TextRulingsProps {
  table: TableId;
  id: InstrumentId;
  text: Instrument;
  scenario: Scenario;
}

type Asked = { what: 'void'; party: PartyId } | { what: 'end' } | { what: 'effects'; text: string };

/** What a facilitator may rule about one text: a signature, all of it, what an article in own words brings about. */
export const TextRulings = ({ table, id, text, scenario }: TextRulingsProps) => {
  const [asked, setAsked] = useState<Asked | undefined>();
  const close = () => setAsked(undefined);
  const title = instrumentTitle(scenario, text, true);
  if (text.status === 'withdrawn' || text.status === 'ended') return null;
  return (
    <div class="row rulings">
      {Object.keys(text.signatures ?? {}).map((party) => (
        <Button key={party} onPress={() => setAsked({ what: 'void', party })}>
          {t('rule-void', { party: partyName(scenario, party) })}
        </Button>
      ))}
      {text.articles?.map((article, at) => (
        <Button key={article.id} onPress={() => setAsked({ what: 'effects', text: article.text })}>
          {t('rule-effects', { article: text.clauses.length + at + 1 })}
        </Button>
      ))}
      <Button look="grave" onPress={() => setAsked({ what: 'end' })}>
        {t('rule-end')}
      </Button>
      {asked?.what === 'effects' && (
        <Ruling scope={[table]} scenario={scenario} asked={asked.text} onClose={close} />
      )}
      {asked?.what === 'end' && (
        <WithReason
          title={t('rule-end-title', { title })}
          text={t('rule-end-text')}
          act={t('rule-end')}
          onRule={(reason) => send('instrument.end', { table, instrument: id, reason })}
          onClose={close}
        />
      )}
      {asked?.what === 'void' && (
        <WithReason
          title={t('rule-void-title', { party: partyName(scenario, asked.party), title })}
          text={t('rule-void-text')}
          act={t('rule-void-do')}
          onRule={(reason) =>
            send('signature.void', { table, instrument: id, party: asked.party, reason })
          }
          onClose={close}
        />
      )}
    </div>
  );
};

interface WithReasonProps {
  title: string;
  text: string;
  act: string;
  onRule: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

const WithReason = ({ title, text, act, onRule, onClose }: WithReasonProps) => {
  const [reason, setReason] = useState('');
  const rule = async () => {
    await onRule(reason.trim());
    tell(t('say-ruling-done'));
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button look="grave" disabled={!reason.trim()} onPress={rule}>
          {act}
        </Button>
      }
    >
      <p>{text}</p>
      <Field label={t('value-reason')} hint={t('rule-reason-hint')}>
        <input
          value={reason}
          maxLength={500}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};
