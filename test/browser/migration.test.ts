import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventId, RowId } from '../../shared/kernel/ids';
import { removeFolder } from '../support/removeFolder';
import {
  newProfile,
  serveStorePage,
  startStoreChromium,
  type StoreChromium,
  type StoreServer,
} from '../support/storeChromium';

let server: StoreServer;
let chromium: StoreChromium;
const profile = newProfile();
const rows = 700; // more than a page holds
const id = (n: number) => `01HZZZZZZZZZZZZZZZZZZZ${String(n).padStart(4, '0')}` as RowId;

beforeAll(async () => {
  server = await serveStorePage();
  chromium = await startStoreChromium(server.address, profile);
});
afterAll(async () => {
  await chromium.quit();
  await server.close();
  await removeFolder(profile);
});

async function goTo(query: string): Promise<void> {
  await chromium.page.goto(`${server.address}${query}`);
  await chromium.page.waitForFunction(() => 'storePage' in window);
}

it('reads pages, the tail and the journal of an older version of a ledger, and writes its own', async () => {
  const { page } = chromium;
  // Pages of the old version, then a record more and a correction that no page has yet.
  const event = await page.evaluate(
    async (ids) => {
      const { listing, store } = await window.storePage.make();
      const values = { name: '卡点', kind: '村口', openedOn: '2022-03-18', phone: '13900000000' };
      const insert = (row: RowId, n: number) =>
        ({
          type: 'insert',
          ledger: 'checkpoints',
          row,
          values: { ...values, name: `${n} 号卡点`, road: `备注 ${n}` },
        }) as const;
      await store.commit(ids.slice(1).map(insert), { type: 'typed' });
      await store.lock();
      await window.storePage.open(listing.id);
      const [last, corrected] = ids;
      if (!last || !corrected) throw new Error('no ids');
      const again = window.storePage.store();
      await again.commit([insert(last, 9_999)], { type: 'typed' });
      const update = { type: 'update', ledger: 'checkpoints', row: corrected } as const;
      await again.commit([{ ...update, values: { road: '更正' } }], { type: 'typed' });
      return listing.id;
    },
    Array.from({ length: rows }, (_, n) => id(n)),
  );

  await goTo('?next');
  const seen = await page.evaluate(look, { event, ids: [id(0), id(1), id(rows - 1)] });
  expect(seen.values).toMatchObject([
    { name: '9999 号卡点', street: '备注 9999' },
    { name: '0 号卡点', street: '更正' },
    { name: '698 号卡点', street: '备注 698' },
  ]);
  for (const one of seen.values) expect(Object.keys(one ?? {})).not.toContain('road');
  for (const one of seen.values) expect(Object.keys(one ?? {})).not.toContain('phone');
  expect(seen.history[0]).toEqual({ street: { before: '备注 0', after: '更正' } });
  expect(seen.history[1]).toMatchObject({ values: { street: '备注 0' } });
  expect(seen.found).toBe(1);

  // What is written then is of the new version, and stays so.
  await page.evaluate(async (row) => {
    const store = window.storePage.store();
    const update = { type: 'update', ledger: 'checkpoints', row } as const;
    const done = await store.commit([{ ...update, values: { street: '新版' } }], { type: 'typed' });
    if (!done.ok) throw new Error(done.problem.tag);
    await store.lock();
  }, id(2));
  await goTo('?next');
  const again = await page.evaluate(look, { event, ids: [id(1), id(2)] });
  expect(again.values).toMatchObject([{ street: '更正' }, { street: '新版' }]);
  expect(again.repairs).toEqual([]);
  await page.evaluate(() => window.storePage.store().lock());

  // The old app says so and touches nothing.
  await goTo('');
  const refused = await page.evaluate(async (one) => {
    const opened = await window.storePage.stores.open(one, 'correct-horse-42', '测试员');
    return opened.ok ? 'opened' : opened.problem.tag;
  }, event);
  expect(refused).toBe('newerDatabase');
});

/** Runs in the page. */
async function look({ event, ids }: { readonly event: EventId; readonly ids: readonly RowId[] }) {
  const { store, repairs } = await window.storePage.open(event);
  const found = await store.rows('checkpoints', ids);
  const history = await store.history('checkpoints', ids[1] ?? ids[0] ?? ('' as RowId));
  return {
    repairs,
    values: found.map((row) => row?.values),
    history: history.map(({ change }) => ('fields' in change ? change.fields : { ...change })),
    found: await store.count({ ledger: 'checkpoints', search: '更正' }),
  };
}
