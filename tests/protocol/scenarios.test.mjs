// What the shipped scenarios promise of their numbers: few packages that all would sign, agreements of two families that are fair and
// do not better one another, trading that beats halving, observers worth having, nobody without weight and nobody who has it all.
// The deals are in deals/*.json, with what each party gains by them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Space } from './space.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'deals');
const drawn_packages = 20_000;

const least = (list) => Math.min(...list);
const ratio = (gains) => Math.max(...gains) / least(gains);
const allBetter = (one, other) => one.every((gain, at) => gain >= other[at]);

/** By how much the worst off of `parties` is better off than by `other`; what they gain together decides between equals. */
const against = (other, counted) => (gains) => {
  const more = gains.map((gain, at) => gain - other[at]).filter((_, at) => counted(at));
  return least(more) + more.reduce((sum, one) => sum + Math.max(-3, Math.min(0, one)), 0) / 1000;
};

/** Whoever counts has something; then the sum of logarithms, which is the product. */
const nash = (counted) => (gains) => {
  const theirs = gains.filter((_, at) => counted(at));
  return least(theirs) <= 0 ? least(theirs) - 1000 : theirs.reduce((sum, gain) => sum + Math.log(gain), 0);
};

const mean = (gains) => (least(gains) <= 0 ? 0 : Math.exp(gains.reduce((sum, gain) => sum + Math.log(gain), 0) / gains.length));

const without = (wish, clauses) => Object.fromEntries(Object.entries(wish).filter(([key]) => !clauses.includes(key)));

for (const file of readdirSync(folder)) {
  const { scenario, edition, few, deals, families, core, mechanism, seen, fair = 2.5 } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const name = `${scenario}, ${edition}`;
  const space = new Space(scenario, edition);
  const packages = Object.fromEntries(Object.entries(deals).map(([id, deal]) => [id, deal.package]));
  const gainsOf = async (wish) => (await space.gains([wish]))[0];
  const listedGains = (id) => space.parties.map((party) => deals[id].gains[party]);
  const everyone = () => true;

  test(`${name}: the reference deals are worth what is written of them`, async () => {
    for (const [id, wish] of Object.entries(packages)) {
      for (const [key, terms] of Object.entries(wish))
        assert.ok(space.axes[key]?.some((one) => JSON.stringify(one) === JSON.stringify(terms)), `${id}: ${key} is not open`);
      assert.deepEqual(await gainsOf(wish), listedGains(id), id);
    }
  });

  test(`${name}: few packages are better than no deal for all`, async () => {
    const legal = (await space.gains(space.drawn(drawn_packages, 5))).filter((gains) => gains);
    const share = legal.filter((gains) => least(gains) >= 0).length / legal.length;
    assert.ok(share >= few[0] && share <= few[1], `${share}`);
  });

  test(`${name}: each family's deal is fair, and neither family betters the other`, async () => {
    for (const [family, { deal }] of Object.entries(families)) {
      assert.ok(least(listedGains(deal)) > 0 && ratio(listedGains(deal)) <= fair, `${family}: ${listedGains(deal)}`);
      for (const [other, rule] of Object.entries(families)) {
        if (other === family) continue;
        const found = await space.climb({
          starts: [packages[rule.deal]],
          allowed: (wish) => rule.clauses.every(([key, term, values]) => values.includes(wish[key]?.[term] ?? null)),
          aim: against(listedGains(deal), everyone),
        });
        assert.equal(allBetter(found.gains, listedGains(deal)), false, `${other} betters ${family}: ${space.line(found.package)}`);
      }
    }
  });

  test(`${name}: trading beats halving`, async () => {
    for (const { deal } of Object.values(families)) assert.ok(allBetter(listedGains(deal), listedGains('half')), deal);
  });

  test(`${name}: without its core no deal comes near`, async () => {
    const found = await space.climb({
      starts: Object.values(packages).map((wish) => without(wish, core.needed)),
      allowed: (wish) => !(core.clause in wish),
      aim: nash(everyone),
    });
    const best = Math.max(...Object.values(families).map(({ deal }) => mean(listedGains(deal))));
    assert.ok(mean(found.gains) <= core.most * best, `${found.gains}: ${space.line(found.package)}`);
  });

  test(`${name}: that a breach is seen is worth something to those who promise`, async () => {
    for (const { deal } of Object.values(families)) {
      const blind = await gainsOf(without(packages[deal], mechanism));
      const lost = listedGains(deal).map((gain, at) => gain - blind[at]);
      for (const [at, party] of space.parties.entries()) assert.ok(lost[at] >= (seen[party] ?? 0), `${deal}, ${party}: ${lost}`);
    }
  });

  // A search may miss the best: what is found without a party is the least that can be had, and a weight the most that it can be.
  test(`${name}: everyone has weight, and nobody has all`, async () => {
    const deal = Object.values(families)[0].deal;
    const gains = listedGains(deal);
    const weights = {};
    for (const [at, party] of space.parties.entries()) {
      const others = (index) => index !== at;
      const free = (wish) => Object.fromEntries(Object.entries(wish).filter(([key, terms]) => !space.bound(key, terms).includes(party)));
      const freed = Object.values(packages).map(free);
      const legal = (await space.gains(freed)).map((gain, index) => gain && freed[index]).filter((wish) => wish);
      const found = await space.climb({
        starts: legal.length > 0 ? legal : [{}],
        allowed: (wish) => !space.binds(party, wish),
        aim: nash(others),
      });
      weights[party] = 1 - mean(found.gains.filter((_, index) => others(index))) / mean(gains.filter((_, index) => others(index)));
      const ideal = await space.climb({
        starts: [packages[deal]],
        aim: (gained) => (least(gained) < 0 ? least(gained) - 1000 : gained[at]),
      });
      assert.ok(gains[at] <= 0.9 * ideal.value, `${party} has ${gains[at]} of ${ideal.value}`);
    }
    const weightless = Object.keys(weights).filter((party) => weights[party] < 0.02);
    assert.deepEqual(weightless, [], JSON.stringify(weights));
  });
}
