// Where people choose for themselves: what is free in each room.

import { useEffect, useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { tongue } from '../../locale/tongue';
import { tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { PartyBadge } from '../../parts/PartyBadge';
import type { FreeTable, Scenario, TableId } from '../../view';

export const Places = ({ places }: { places: Record<TableId, FreeTable> }) => {
  const [scenario, setScenario] = useState<Scenario | null>(null);
  useEffect(() => {
    send('scenario.get', {}).then(setScenario, tellRefusal);
  }, [tongue.value.language]);
  if (!scenario) return <p aria-busy="true">{t('loading')}</p>;
  const rooms = Object.entries(places).sort(([, a], [, b]) => a.order - b.order);
  return (
    <div class="rooms">
      {rooms.map(([table, room]) => (
        <section key={table} class="card" aria-label={room.name}>
          <h3>{room.name}</h3>
          <ul class="plain places">
            {Object.entries(scenario.parties).map(([party, type]) => {
              const { free = 0, head = false } = room.parties[party] ?? {};
              return (
                <li key={party}>
                  <span>
                    <PartyBadge party={type} full />{' '}
                    <small class="muted">{t('places-free', { free, head: String(head) })}</small>
                  </span>
                  <Button
                    disabled={free === 0}
                    label={t('places-take-label', { party: type.name, room: room.name })}
                    onPress={() => send('seat.choose', { table, party })}
                  >
                    {t('places-take')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
};
