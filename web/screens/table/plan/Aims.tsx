import { useRef, useState } from 'preact/hooks';
import { change, number, t } from '../../../locale';
import { announce, tellRefusal } from '../../../parts/announce';
import { Button } from '../../../parts/Button';
import type { Frame } from './frame';
import { aimsInOrder, moved } from './order';
import { plan, save } from './state';

/** What we want, the dearest first: dragged, or moved by its buttons. */
export const Aims = ({ rules, seen, us, fixed }: Frame) => {
  const labels = rules.scores?.[us]?.items ?? {};
  const worth = seen.scores?.[us]?.items ?? {};
  const saved = aimsInOrder(Object.keys(labels), plan.value.aims);
  const [held, setHeld] = useState<{ order: string[]; id: string } | null>(null);
  const rows = useRef<HTMLOListElement>(null);
  const order = held?.order ?? saved;
  if (saved.length === 0) return null;
  const put = (aims: string[]) => save({ aims }).catch(tellRefusal);
  const move = (from: number, to: number) => {
    const aims = moved(saved, from, to);
    announce(t('aim-moved', { aim: labels[saved[from] ?? '']?.label ?? '', place: to + 1 }));
    return put(aims);
  };
  const over = (y: number) =>
    [...(rows.current?.children ?? [])].filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y > top + height / 2;
    }).length;
  const take = (event: PointerEvent, id: string) => {
    // The list, since a row that is moved within it loses its hold on the finger.
    rows.current?.setPointerCapture(event.pointerId);
    setHeld({ order: saved, id });
  };
  const drag = (event: PointerEvent) => {
    if (!held) return;
    const from = held.order.indexOf(held.id);
    const place = over(event.clientY);
    const to = place > from ? place - 1 : place;
    if (to !== from) setHeld({ ...held, order: moved(held.order, from, to) });
  };
  const drop = () => {
    if (held && held.order.join() !== saved.join()) void put(held.order);
    setHeld(null);
  };
  return (
    <section class="card" aria-labelledby="plan-aims">
      <h3 id="plan-aims">{t('aims-title')}</h3>
      <p class="small muted">{t('aims-hint')}</p>
      <ol
        class="plain aims"
        ref={rows}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={() => setHeld(null)}
      >
        {order.map((id, place) => {
          const label = labels[id]?.label ?? id;
          const now = worth[id]?.expected;
          return (
            <li key={id} class={held?.id === id ? 'held' : undefined}>
              {!fixed && (
                <span class="grip" aria-hidden="true" onPointerDown={(event) => take(event, id)}>
                  ⠿
                </span>
              )}
              <span class="rank figures" aria-hidden="true">
                {number(place + 1)}
              </span>
              <span class="aim">
                {label}
                {now !== undefined && (
                  <small class="muted"> {t('aim-now', { points: change(now) })}</small>
                )}
              </span>
              {!fixed && (
                <span class="aim-moves">
                  <Button
                    label={t('aim-up', { aim: label })}
                    disabled={place === 0}
                    onPress={() => move(place, place - 1)}
                  >
                    ↑
                  </Button>
                  <Button
                    label={t('aim-down', { aim: label })}
                    disabled={place === order.length - 1}
                    onPress={() => move(place, place + 1)}
                  >
                    ↓
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {!fixed && !plan.value.aims && (
        <Button look="main" onPress={() => put(saved)}>
          {t('aims-keep')}
        </Button>
      )}
    </section>
  );
};
