import { useState } from 'preact/hooks';
import { send } from '../../../connection';
import { number, t } from '../../../locale';
import { refusalText } from '../../../parts/announce';
import { Button } from '../../../parts/Button';
import { clauseKeyTitle, clauseName, saidIn, thingName } from '../../../parts/treaty';
import { mySeat } from '../../../store';
import type { Scenario, TermType } from '../../../view';
import { Term } from '../Term';
import { shortName, valueWords } from '../words';
import type { Frame } from './frame';
import {
  expressionOf,
  figuresOf,
  firstOrder,
  keysOf,
  keysWithTerms,
  type Order,
  orderOnFigure,
  orderOnTerm,
  type Relation,
  relationsOf,
} from './mandate';

/** What the delegation may not sign, by its own orders; its head adds some, built from what can be chosen. */
export const Orders = ({ rules, seen, us, fixed }: Frame) => {
  const instructions = Object.entries(seen.instructions ?? {});
  const gives = mySeat.value?.role === 'head' && !fixed;
  if (instructions.length === 0 && !gives) return null;
  return (
    <section class="card" aria-labelledby="plan-orders">
      <h3 id="plan-orders">{t('mandate')}</h3>
      <p class="small muted">{t('orders-hint')}</p>
      {instructions.length === 0 && <p>{t('orders-none')}</p>}
      <ul class="plain orders">
        {instructions.map(([id, instruction]) => (
          <li key={id}>
            <span>
              {saidIn(instruction, 'else')}{' '}
              {!instruction.own && <small class="muted">{t('orders-capital')}</small>}
              {!instruction.holds && <b class="care"> {t('mandate-broken')}</b>}
            </span>
            {gives && instruction.own && (
              <Button
                look="link"
                label={t('order-remove', { order: saidIn(instruction, 'else') })}
                onPress={() => send('instruction.remove', { id })}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {gives && <AddOrder rules={rules} us={us} />}
    </section>
  );
};

const abouts = ['term', 'clause', 'bound', 'signed', 'figure'] as const;

/** The order in words: what is said when a signature would break it. */
function sentence(rules: Scenario, order: Order): string {
  if (order.about === 'clause') {
    const article = clauseKeyTitle(rules, order.clause);
    return t(order.agreed ? 'order-only-with' : 'order-never', { article });
  }
  if (order.about === 'bound') {
    return t('order-unbound', { article: rules.clauses[order.type]?.title ?? order.type });
  }
  if (order.about === 'signed') {
    const text = rules.instruments[order.kind]?.title ?? order.kind;
    return t('order-after', { party: shortName(rules, order.party), text });
  }
  if (order.about === 'figure') {
    const figure = figuresOf(rules)[order.figure] ?? order.figure;
    return t(`order-figure-${order.is}`, { figure, value: number(order.value) });
  }
  const shape = rules.clauses[clauseName(order.clause).type]?.terms?.[order.term];
  return t(`order-term-${order.is}`, {
    article: clauseKeyTitle(rules, order.clause),
    term: order.term,
    value: valueWords(rules, shape, order.value),
  });
}

const AddOrder = ({ rules, us }: { rules: Scenario; us: string }) => {
  const kinds = abouts.filter((about) => firstOrder(rules, us, about) !== null);
  const [order, setOrder] = useState(() => (kinds[0] ? firstOrder(rules, us, kinds[0]) : null));
  const [refused, setRefused] = useState('');
  if (!order) return null;
  const change = (next: Order | null) => {
    setRefused('');
    if (next) setOrder(next);
  };
  const add = async () => {
    setRefused('');
    try {
      const that = expressionOf(rules, us, order);
      await send('instruction.add', { that, else: sentence(rules, order) });
    } catch (error) {
      setRefused(refusalText(error));
    }
  };
  return (
    <details class="add-order">
      <summary>{t('order-add')}</summary>
      <div class="order-places">
        <Pick
          label={t('order-about')}
          value={order.about}
          options={kinds.map((about) => [about, t(`order-about-${about}`)])}
          onPick={(about) => change(firstOrder(rules, us, about as Order['about']))}
        />
        <Places rules={rules} us={us} order={order} onOrder={change} />
      </div>
      <p class="treaty" role="status">
        {sentence(rules, order)}
      </p>
      <Button onPress={add}>{t('order-do')}</Button>
      {refused && (
        <p class="refused" role="alert">
          {refused}
        </p>
      )}
    </details>
  );
};

interface PickProps {
  label: string;
  value: string;
  options: [id: string, words: string][];
  onPick: (id: string) => void;
}

const Pick = ({ label, value, options, onPick }: PickProps) => (
  <select aria-label={label} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
    {options.map(([id, words]) => (
      <option key={id} value={id}>
        {words}
      </option>
    ))}
  </select>
);

interface PlacesProps {
  rules: Scenario;
  us: string;
  order: Order;
  onOrder: (order: Order | null) => void;
}

/** What can be chosen within an order. */
const Places = ({ rules, us, order, onOrder }: PlacesProps) => {
  const articles = (keys: string[]): PickProps['options'] =>
    keys.map((key) => [key, clauseKeyTitle(rules, key)]);
  const titles = (things: Record<string, { title: string }>): PickProps['options'] =>
    Object.entries(things).map(([id, { title }]) => [id, title]);
  if (order.about === 'clause') {
    return (
      <>
        <Pick
          label={t('order-article')}
          value={order.clause}
          options={articles(keysOf(rules))}
          onPick={(clause) => onOrder({ ...order, clause })}
        />
        <Pick
          label={t('order-relation')}
          value={String(order.agreed)}
          options={[
            ['false', t('order-is-never')],
            ['true', t('order-is-agreed')],
          ]}
          onPick={(agreed) => onOrder({ ...order, agreed: agreed === 'true' })}
        />
      </>
    );
  }
  if (order.about === 'bound') {
    return (
      <Pick
        label={t('order-article')}
        value={order.type}
        options={titles(rules.clauses)}
        onPick={(type) => onOrder({ ...order, type })}
      />
    );
  }
  if (order.about === 'signed') {
    return (
      <>
        <Pick
          label={t('order-party')}
          value={order.party}
          options={Object.keys(rules.parties)
            .filter((party) => party !== us)
            .map((party) => [party, thingName(rules, party)])}
          onPick={(party) => onOrder({ ...order, party })}
        />
        <Pick
          label={t('order-text')}
          value={order.kind}
          options={titles(rules.instruments)}
          onPick={(kind) => onOrder({ ...order, kind })}
        />
      </>
    );
  }
  return order.about === 'figure' ? (
    <FigurePlaces rules={rules} order={order} onOrder={onOrder} />
  ) : (
    <TermPlaces rules={rules} order={order} onOrder={onOrder} />
  );
};

type Of<About> = Extract<Order, { about: About }>;

interface InnerProps<About> {
  rules: Scenario;
  order: Of<About>;
  onOrder: (order: Order | null) => void;
}

const FigurePlaces = ({ rules, order, onOrder }: InnerProps<'figure'>) => (
  <>
    <Pick
      label={t('order-figure')}
      value={order.figure}
      options={Object.entries(figuresOf(rules))}
      onPick={(figure) => onOrder(orderOnFigure(rules, figure))}
    />
    <Pick
      label={t('order-relation')}
      value={order.is}
      options={[
        ['most', t('order-is-most')],
        ['least', t('order-is-least')],
      ]}
      onPick={(is) => onOrder({ ...order, is: is as 'most' | 'least' })}
    />
    <input
      type="number"
      inputMode="numeric"
      aria-label={t('order-value')}
      value={order.value}
      onInput={(event) => {
        const value = event.currentTarget.valueAsNumber;
        if (Number.isInteger(value)) onOrder({ ...order, value });
      }}
    />
  </>
);

const TermPlaces = ({ rules, order, onOrder }: InnerProps<'term'>) => {
  const terms = rules.clauses[clauseName(order.clause).type]?.terms ?? {};
  const shape = terms[order.term];
  if (!shape) return null;
  // Of a set of delegations one is asked for: whether it is in it.
  const one: TermType =
    shape.type === 'parties'
      ? { type: 'party', ...(shape.of ? { of: shape.of } : {}), default: String(order.value) }
      : shape;
  return (
    <>
      <Pick
        label={t('order-article')}
        value={order.clause}
        options={keysWithTerms(rules).map((key) => [key, clauseKeyTitle(rules, key)])}
        onPick={(clause) => onOrder(orderOnTerm(rules, clause))}
      />
      {Object.keys(terms).length > 1 && (
        <Pick
          label={t('order-term')}
          value={order.term}
          options={Object.keys(terms).map((term) => [term, term])}
          onPick={(term) => onOrder(orderOnTerm(rules, order.clause, term))}
        />
      )}
      <Pick
        label={t('order-relation')}
        value={order.is}
        options={relationsOf(shape).map((is) => [is, t(`order-is-${is}`)])}
        onPick={(is) => onOrder({ ...order, is: is as Relation })}
      />
      <Term
        label={t('order-value')}
        type={one}
        value={order.value}
        onChange={(value) => onOrder({ ...order, value })}
      />
    </>
  );
};
