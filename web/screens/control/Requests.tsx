import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../connection';
import { t, timeOfDay } from '../../locale';
import { report } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { PartyBadge } from '../../parts/PartyBadge';
import { exercise, me } from '../../store';
import type { ExerciseView, Request, RoleRequest, Scenario } from '../../view';
import { act } from './acts';
import { controllerName } from './Facilitators';
import { Ruling } from './Ruling';

/** What delegations ask the facilitators, the oldest first; each is taken by one of them, and goes when it is answered. */
export const Requests = ({ scenario }: { scenario: Scenario }) => {
  const running = exercise.value;
  const waiting = Object.entries(running?.requests ?? {}).sort(([, a], [, b]) => a.at - b.at);
  const known = useRef(waiting.length);
  useEffect(() => {
    if (waiting.length > known.current) report(t('requests', { count: waiting.length }));
    known.current = waiting.length;
  }, [waiting.length]);
  if (!running || waiting.length === 0) return null;
  return (
    <section class="card requests" aria-labelledby="requests">
      <h2 id="requests">{t('requests', { count: waiting.length })}</h2>
      <ul class="plain">
        {waiting.map(([id, request]) =>
          'person' in request ? (
            <RoleRequestItem key={id} request={request} running={running} />
          ) : (
            <RequestItem key={id} request={request} running={running} scenario={scenario} />
          ),
        )}
      </ul>
    </section>
  );
};

/** Somebody would rather have another role. They are moved under People; here it is only said, and done. */
const RoleRequestItem = (props: { request: RoleRequest; running: ExerciseView }) => {
  const { message, person, text, at } = props.request;
  return (
    <li>
      <p>
        <strong>{t('request-role', { name: props.running.people?.[person]?.name ?? '' })}</strong>{' '}
        <span class="muted small">{timeOfDay(at)}</span>
      </p>
      {text && <blockquote>{text}</blockquote>}
      <p class="small muted">{t('request-role-hint')}</p>
      <Button onPress={() => send('request.settle', { message })}>{t('request-done')}</Button>
    </li>
  );
};

interface RequestProps {
  request: Request;
  running: ExerciseView;
  scenario: Scenario;
}

const RequestItem = ({ request, running, scenario }: RequestProps) => {
  const [asking, setAsking] = useState<'answer' | 'rule' | undefined>();
  const { table, message, claimed } = request;
  const own = claimed === me.value?.controller || (claimed === 'first' && !me.value?.controller);
  const alone = Object.values(running.controllers ?? {}).filter(({ gone }) => !gone).length < 2;
  const free = !claimed || own;
  const party = scenario.parties[request.from];
  const person = Object.values(running.people ?? {}).find(
    ({ seat, table: at }) => seat === request.seat && at === table,
  );
  const claim = (on: boolean) => send('request.claim', { table, message, on });
  const settle = () => send('request.settle', { table, message });
  const close = () => setAsking(undefined);
  return (
    <li>
      <p>
        {party && <PartyBadge party={party} />}{' '}
        <span class="muted small">
          {[running.tables?.[table]?.name, person?.name, timeOfDay(request.at)]
            .filter(Boolean)
            .join(' · ')}
          {claimed &&
            !alone &&
            ` · ${t('request-claimed', { name: controllerName(running, claimed), own: String(own) })}`}
        </span>
      </p>
      <blockquote>{request.text}</blockquote>
      <div class="row">
        {!alone && free && (
          <Button pressed={own} onPress={() => claim(!own)}>
            {t(own ? 'request-leave' : 'request-take')}
          </Button>
        )}
        {free && (
          <>
            <Button look="main" onPress={() => setAsking('answer')}>
              {t('request-answer')}
            </Button>
            <Button onPress={() => setAsking('rule')}>{t('request-rule')}</Button>
            <Button onPress={settle}>{t('request-done')}</Button>
          </>
        )}
      </div>
      {asking === 'answer' && <Answer request={request} onAnswered={settle} onClose={close} />}
      {asking === 'rule' && (
        <Ruling
          scope={[table]}
          scenario={scenario}
          asked={request.text}
          onRuled={settle}
          onClose={close}
        />
      )}
    </li>
  );
};

interface AnswerProps {
  request: Request;
  onAnswered: () => Promise<unknown>;
  onClose: () => void;
}

const Answer = ({ request, onAnswered, onClose }: AnswerProps) => {
  const [text, setText] = useState('');
  const say = async () => {
    await act(
      'message.send',
      { to: [request.from], text: text.trim() },
      [request.table],
      t('say-message-done'),
    );
    await onAnswered();
    onClose();
  };
  return (
    <Dialog
      title={t('request-answer-title')}
      onClose={onClose}
      actions={
        <Button look="main" disabled={!text.trim()} onPress={say}>
          {t('say-do')}
        </Button>
      }
    >
      <blockquote>{request.text}</blockquote>
      <Field label={t('say-text')} hint={t('request-answer-hint')}>
        <textarea
          rows={4}
          value={text}
          maxLength={2000}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};
