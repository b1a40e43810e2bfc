// After a game against bots: the other side, another game, people.

import { ask } from '../../connection';
import { newToken, remember } from '../../identity';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { partyName } from '../../parts/treaty';
import { go } from '../../routes';
import { me, presence } from '../../store';
import type { PartyId, Scenario } from '../../view';

export const Again = ({ scenario, mine }: { scenario: Scenario; mine: PartyId }) => {
  const bots = Object.values(presence.value).some((person) => person.bot);
  if (me.value?.exercise.mode !== 'online' || !bots) return null;
  const play = async (party: PartyId) => {
    const token = newToken();
    const name = me.value?.name || t('play-name-default');
    const { exercise, code } = await ask('play.now', { scenario: scenario.id, party, name, token });
    const title = scenario.title;
    remember({ exercise, token, kind: 'seat', title, name, code, at: Date.now() });
    go(`/t/${exercise}`);
  };
  const others = Object.keys(scenario.parties).filter((party) => party !== mine);
  return (
    <section aria-labelledby="again">
      <h2 id="again">{t('again-title')}</h2>
      <div class="row">
        {others.slice(0, 1).map((party) => (
          <Button key={party} look="main" onPress={() => play(party)}>
            {t('again-other', { party: partyName(scenario, party) })}
          </Button>
        ))}
        <Button onPress={() => play(mine)}>
          {t('again-same', { party: partyName(scenario, mine) })}
        </Button>
        <a class="alone" href="/">
          {t('again-people')}
        </a>
      </div>
    </section>
  );
};
