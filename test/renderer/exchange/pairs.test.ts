import { describe, expect, test } from 'vitest';
import { chosen } from '../../../renderer/features/exchange/receive/chosen';
import { planLines, type LineWords } from '../../../renderer/features/exchange/receive/planLines';
import { isPair, type Choice } from '../../../renderer/features/exchange/receive/receiveLine';
import { summariseLines } from '../../../renderer/features/exchange/receive/summariseLines';
import { findTwins, settleTwins, twinsKey } from '../../../shared/merge/twins';
import { insert, lacking, newDevice, planOf, rowId, things } from '../../shared/merge/devices';

const [one, two] = [rowId(1), rowId(2)];

/** Two offices have entered the same thing; the first receives what the second has. */
async function entered() {
  const [here, there] = [newDevice(1), newDevice(2)];
  await insert(here, one, { name: '口罩', place: '县库' });
  await insert(there, two, { name: '口罩', place: '二库', count: 3 });
  const merge = await planOf(here, await lacking(there, here));
  return { here, plan: { merge, edits: [], ownLost: [] } };
}

const words: LineWords = {
  value: (_ledger, _field, value) => (value === null ? null : String(value)),
  values: (_ledger, _field, all) => all.map((value) => (value == null ? null : String(value))),
  record: (_ledger, row) => row,
  recordOf: (_ledger, { name }) => String(name),
};

describe('A pair that may be the same', () => {
  test('has to be decided, and is told apart by what differs', async () => {
    const { plan } = await entered();
    const lines = planLines(plan);
    const [pair] = lines.filter(isPair);
    expect(pair?.preset).toBeUndefined();
    const summary = summariseLines(lines, plan);
    expect(summary).toMatchObject({ toDecide: [pair?.key], pairs: 1, columns: [] });
    expect(pair?.show(words)).toMatchObject({
      record: '口罩',
      theirs: '二库 · 3',
      ours: '县库',
    });
  });

  test.each<[Choice, 'apart' | 'joined']>([
    ['ours', 'apart'],
    ['theirs', 'joined'],
  ])('%s is remembered as %s, and not asked about again', async (choice, kept) => {
    const { here, plan } = await entered();
    const [pair] = planLines(plan).filter(isPair);
    const { twins } = chosen(plan, new Map([[pair?.key ?? '', choice]]));
    expect([...twins]).toEqual([[twinsKey(one, two), kept]]);
    const [found] = plan.merge.twins;
    if (!found) throw new Error('no twins');
    await here.commit([
      { type: 'insert', ledger: things.id, row: two, values: found.second.values },
    ]);
    await here.commit(settleTwins(found, kept));
    const live = here.all(things.id).filter(({ deletedAt }) => deletedAt === undefined);
    const all = new Map(live.map((row) => [row.id, row]));
    expect(await findTwins(things, all, here)).toEqual([]);
  });
});
