import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  newProfile,
  serveStorePage,
  startStoreChromium,
  type StoreServer,
} from '../support/storeChromium';
import { removeFolder } from '../support/removeFolder';

let server: StoreServer;
let profile: string;
beforeEach(async () => {
  server = await serveStorePage();
  profile = newProfile();
});
afterEach(async () => {
  await server.close();
  await removeFolder(profile);
});

it('brings three laptops to the same records, whoever gives to whom, and keeps them over a start', async () => {
  const chromium = await startStoreChromium(server.address, profile);
  const seen = await chromium.page.evaluate(async () => {
    const { desktop, laptops, sampleCounty, manyPassages } = window.storePage;
    const { make, give, contentOf, open } = laptops;
    const typed = { type: 'typed' } as const;
    const [one, two, three] = await Promise.all([
      make(desktop, '卡点一'),
      make(desktop, '卡点二'),
      make(desktop, '指挥部'),
    ]);
    const rows = [...sampleCounty()].find(({ ledger }) => ledger === 'enterprises')?.rows ?? [];
    const [first, second, third] = rows;
    if (!first || !second || !third) throw new Error('no rows');
    const insert = (row: typeof first, ledger = 'enterprises') =>
      ({ type: 'insert', ledger, row: row.id, values: row.values }) as const;
    const update = (values: Record<string, string | number | null>, row = first) =>
      ({ type: 'update', ledger: 'enterprises', row: row.id, values }) as const;
    await one.store.commit([insert(first), insert(second)], typed);
    await one.store.commit(
      [...manyPassages(300, 11)].map((row) => insert(row, 'checkpoint-passes')),
      typed,
    );
    const came = await give(one, two);
    // Two that do not know of each other change the same field, and each another one.
    await one.store.commit([update({ employees: 11, category: '其他' })], typed);
    await two.store.commit([update({ employees: 22 })], typed);
    await two.store.commit([{ type: 'delete', ledger: 'enterprises', row: second.id }], typed);
    await one.store.commit([update({ employees: 7 }, second)], typed);
    await three.store.commit([insert(third)], typed);
    // In a triangle, each way, some of it by the third.
    const shown = await give(two, three);
    const decided = await give(one, three, false);
    await give(three, one);
    await give(three, two);
    await give(one, two);
    await give(two, one);
    const again = await give(one, two);
    const contents = await Promise.all([one, two, three].map(contentOf));
    const history = await two.store.history('enterprises', first.id);
    for (const { store } of [one, two, three]) await store.lock();
    // One database is gone: its second copy gives the merges back too.
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(`countyline-${two.event}`).onsuccess = resolve;
    });
    const reopened = await Promise.all([one, two, three].map(({ event }) => open(desktop, event)));
    const after = await Promise.all(reopened.map(contentOf));
    const [oneAgain, twoAgain] = reopened;
    if (!oneAgain || !twoAgain) throw new Error('not opened');
    const rest = await laptops.planFrom(oneAgain, twoAgain);
    const healed = await twoAgain.store.history('enterprises', first.id);
    return {
      came: came.plan.rows.length,
      shown: shown.plan.rows.flatMap(({ conflicts }) => conflicts.map(({ type }) => type)),
      decided: decided.plan.rows.flatMap(({ conflicts }) => conflicts.map(({ type }) => type)),
      again: again.plan.entries.length,
      same: contents.every((content) => content === contents[0]),
      length: contents[0]?.length ?? 0,
      kept: after.every((content) => content === contents[0]),
      rest: rest.entries.length,
      history: history.map(({ change, author }) => [change.type, author]),
      sameHistory: JSON.stringify(history) === JSON.stringify(healed),
    };
  });
  await chromium.quit();
  expect(seen).toMatchObject({
    came: 302,
    shown: [],
    again: 0,
    same: true,
    kept: true,
    rest: 0,
    sameHistory: true,
  });
  expect(seen.decided.sort()).toEqual(['deletion', 'field']);
  expect(seen.length).toBeGreaterThan(10_000);
  expect(seen.history.filter(([type]) => type === 'insert')).toEqual([['insert', '卡点一值班员']]);
  expect(seen.history.map(([type]) => type)).toContain('decide');
});

it('merges all of a workbook or nothing when the power goes, and nothing twice', async () => {
  const first = await startStoreChromium(server.address, profile);
  const events = await first.page.evaluate(async () => {
    const { desktop, laptops, manyPassages } = window.storePage;
    const sender = await laptops.make(desktop, '卡点一');
    const receiver = await laptops.make(desktop, '指挥部');
    const rows = [...manyPassages(6_000, 5)];
    for (let from = 0; from < rows.length; from += 500) {
      const writes = rows
        .slice(from, from + 500)
        .map(
          ({ id, values }) =>
            ({ type: 'insert', ledger: 'checkpoint-passes', row: id, values }) as const,
        );
      await sender.store.commit(writes, { type: 'typed' });
    }
    await laptops.planFrom(sender, receiver);
    await sender.store.lock();
    return [sender.event, receiver.event] as const;
  });
  const rowsFound: number[] = [];
  let running = first;
  for (const delayMs of [0, 400]) {
    const started = running.page.evaluate(async ([from, to]) => {
      const { desktop, laptops } = window.storePage;
      const sender = await laptops.open(desktop, from);
      const receiver = await laptops.open(desktop, to).catch(() => undefined);
      if (!receiver) return;
      await laptops.give(sender, receiver);
    }, events);
    void started.catch(() => undefined); // the kill ends it
    await new Promise((resolve) => setTimeout(resolve, 1_500 + delayMs));
    await running.kill();
    running = await startStoreChromium(server.address, profile);
    rowsFound.push(
      await running.page.evaluate(async ([, to]) => {
        const { desktop, laptops } = window.storePage;
        const { store } = await laptops.open(desktop, to);
        const { 'checkpoint-passes': rows = 0 } = await store.counts();
        await store.lock();
        return rows;
      }, events),
    );
  }
  const end = await running.page.evaluate(async ([from, to]) => {
    const { desktop, laptops } = window.storePage;
    const sender = await laptops.open(desktop, from);
    const receiver = await laptops.open(desktop, to);
    await laptops.give(sender, receiver);
    const again = await laptops.planFrom(sender, receiver);
    const [one, other] = await Promise.all([sender, receiver].map(laptops.contentOf));
    return { same: one === other, again: again.entries.length };
  }, events);
  await running.quit();
  for (const rows of rowsFound) expect([0, 6_000]).toContain(rows);
  expect(end).toEqual({ same: true, again: 0 });
});

it('takes a merge back but for what was edited since, keeps references that wait, and orders by knowledge', async () => {
  const chromium = await startStoreChromium(server.address, profile);
  const seen = await chromium.page.evaluate(async () => {
    const { desktop, laptops, sampleCounty } = window.storePage;
    const { make, give, contentOf } = laptops;
    const typed = { type: 'typed' } as const;
    const one = await make(desktop, '卡点一');
    const two = await make(desktop, '指挥部');
    const batches = [...sampleCounty()];
    const rowsOf = (ledger: string) => batches.find((one) => one.ledger === ledger)?.rows ?? [];
    const permit = rowsOf('permits').find(({ values }) => values['enterprise'] !== undefined);
    const company = rowsOf('enterprises').find(({ id }) => id === permit?.values['enterprise']);
    const other = rowsOf('enterprises').find(({ id }) => id !== company?.id);
    if (!permit || !company || !other) throw new Error('no rows');
    const insert = (ledger: string, { id, values }: typeof permit) =>
      ({ type: 'insert', ledger, row: id, values }) as const;
    await one.store.commit([insert('permits', permit), insert('enterprises', other)], typed);
    const early = await give(one, two);
    const waiting = await two.store.names('enterprises', [company.id]);
    await one.store.commit([insert('enterprises', company)], typed);
    await give(one, two);
    const healed = await two.store.names('enterprises', [company.id]);

    const edited = { type: 'update', ledger: 'permits', row: permit.id } as const;
    await two.store.commit([{ ...edited, values: { note: '已核对' } }], typed);
    const undone = await two.store.undo(early.sequence);
    const gone = await two.store.row('enterprises', other.id);
    await give(two, one);

    // Whoever knows a change wins over it, also where its maker's clock was a day ahead.
    const change = { type: 'update', ledger: 'enterprises', row: company.id } as const;
    const before = company.values['employees'] ?? null;
    const ahead = { ...change, fields: { employees: { before, after: 99 } } };
    await laptops.takeFromAhead(one, ahead, 86_400_000);
    await one.store.commit([{ ...change, values: { employees: 5 } }], typed);
    const last = await give(one, two);
    const [left, right] = await Promise.all([one, two].map(contentOf));
    return {
      awaited: early.plan.awaited.filter(({ awaited }) => awaited === company.id).length,
      waiting,
      healed: healed.map((name) => name !== undefined),
      left: undone.ok ? undone.value.left.map(({ row }) => row === permit.id) : undone.problem.tag,
      gone: gone?.deletedAt !== undefined,
      kept: (await one.store.row('permits', permit.id))?.deletedAt === undefined,
      same: left === right,
      employees: (await two.store.row('enterprises', company.id))?.values['employees'],
      conflicts: last.plan.rows.flatMap(({ conflicts }) => conflicts).length,
    };
  });
  await chromium.quit();
  expect(seen).toEqual({
    employees: 5,
    conflicts: 0,
    awaited: 1,
    waiting: [undefined],
    healed: [true],
    left: [true],
    gone: true,
    kept: true,
    same: true,
  });
});

it('says where and by whom a change was made, also after it was passed on', async () => {
  const chromium = await startStoreChromium(server.address, profile);
  const seen = await chromium.page.evaluate(async () => {
    const { desktop, laptops, sampleCounty } = window.storePage;
    const [one, two, three] = await Promise.all([
      laptops.make(desktop, '卡点一'),
      laptops.make(desktop, '卡点二'),
      laptops.make(desktop, '指挥部'),
    ]);
    const [row] = [...sampleCounty()].find(({ ledger }) => ledger === 'enterprises')?.rows ?? [];
    if (!row) throw new Error('no rows');
    const { id, values } = row;
    const made = { type: 'insert', ledger: 'enterprises', row: id, values } as const;
    await one.store.commit([made], { type: 'typed' });
    await laptops.give(one, two);
    const changed = { employees: 22 };
    const change = { type: 'update', ledger: 'enterprises', row: id, values: changed } as const;
    await two.store.commit([change], { type: 'typed' });
    await laptops.give(two, three);
    await laptops.give(three, one);
    const histories = await Promise.all(
      [one, two, three].map(({ store }) => store.history('enterprises', id)),
    );
    return histories.map((history) =>
      history.map(({ change: { type }, author, device }) => [type, author, device]),
    );
  });
  await chromium.quit();
  const both = [
    ['update', '卡点二值班员', '卡点二'],
    ['insert', '卡点一值班员', '卡点一'],
  ];
  expect(seen).toEqual([both, both, both]);
});

it('knows the same of the journal at the next start, whether it was kept or has to be found out again', async () => {
  const chromium = await startStoreChromium(server.address, profile);
  const seen = await chromium.page.evaluate(async () => {
    const { desktop, laptops, manyPassages } = window.storePage;
    const ledger = 'checkpoint-passes';
    const typed = { type: 'typed' } as const;
    const sender = await laptops.make(desktop, '卡点一');
    let here = await laptops.make(desktop, '指挥部');
    const rows = [...manyPassages(3_200, 5)];
    const ids = rows.map(({ id }) => id);
    const inserts = rows.map(
      ({ id, values }) => ({ type: 'insert', ledger, row: id, values }) as const,
    );
    const update = (place: number, purpose: string) => {
      const row = ids[place];
      if (!row) throw new Error('no row');
      return { type: 'update', ledger, row, values: { purpose } } as const;
    };
    await sender.store.commit(inserts.slice(0, 2_500), typed);
    await here.store.commit(inserts.slice(2_500), typed);
    await laptops.give(sender, here);
    await here.store.commit([update(3, '就医'), update(2_600, '探亲')], typed);
    const dated = { ...update(4, ''), fields: { purpose: { before: null, after: '远期' } } };
    await laptops.takeFromAhead(here, dated, 500 * 86_400_000);
    await here.store.commit([update(4, '公务')], typed);

    const standing = async () => {
      const { device, sequence, heard, knowledge, deviceNames, held } = await here.line.read();
      const newest = (await held(ledger, ids)).map((one) => one?.newest);
      const seen = { device, sequence, heard, knowledge, deviceNames, newest };
      return JSON.stringify(seen, (_, value: unknown) =>
        value && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      );
    };
    const kept = (forget: boolean) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(`countyline-${here.event}`);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('checkpoint', 'readwrite');
          const store = transaction.objectStore('checkpoint');
          const range = IDBKeyRange.bound('merge ', 'merge!');
          const count = store.count(range);
          if (forget) store.delete(range);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      });
    const reopen = async () => {
      await here.store.lock();
      here = await laptops.open(desktop, here.event);
    };
    const first = await standing();
    await reopen();
    const runs = await kept(false);
    const second = await standing();
    await here.store.lock();
    await kept(true);
    here = await laptops.open(desktop, here.event);
    const third = await standing();
    return { runs, first, second, third };
  });
  await chromium.quit();
  expect(seen.runs).toBeGreaterThan(0);
  expect(seen.first.length).toBeGreaterThan(100_000);
  expect(seen.second).toBe(seen.first);
  expect(seen.third).toBe(seen.first);
});

it('goes on as another device once others give it back what it has lost, under its old name', async () => {
  const chromium = await startStoreChromium(server.address, profile);
  const seen = await chromium.page.evaluate(async () => {
    const { desktop, laptops, sampleCounty } = window.storePage;
    const typed = { type: 'typed' } as const;
    const ledger = 'enterprises';
    const [first, second] = [...sampleCounty()].find((one) => one.ledger === ledger)?.rows ?? [];
    if (!first || !second) throw new Error('no rows');
    const insert = ({ id, values }: typeof first) =>
      ({ type: 'insert', ledger, row: id, values }) as const;
    const other = await laptops.make(desktop, '指挥部');
    let restored = await laptops.make(desktop, '卡点一');
    await restored.store.commit([insert(first)], typed);
    const before = (await restored.line.read()).device;
    await laptops.give(restored, other);
    await laptops.give(other, restored);
    const unchanged = (await restored.line.read()).device;
    // Made before the copy was put back, and known elsewhere since.
    await laptops.takeFromAhead(restored, insert(second), 0, before);
    const after = (await restored.line.read()).device;
    await restored.store.lock();
    restored = await laptops.open(desktop, restored.event);
    const update = { type: 'update', ledger, row: first.id, values: { employees: 9 } } as const;
    await restored.store.commit([update], typed);
    const { plan } = await laptops.give(restored, other);
    const history = await other.store.history(ledger, first.id);
    return {
      before,
      unchanged,
      after,
      reopened: (await restored.line.read()).device,
      makers: plan.entries.map(({ entry }) => entry.device),
      devices: history.map(({ device }) => device),
      same: (await laptops.contentOf(restored)) === (await laptops.contentOf(other)),
    };
  });
  await chromium.quit();
  expect(seen.unchanged).toBe(seen.before);
  expect(seen.after).not.toBe(seen.before);
  expect(seen.reopened).toBe(seen.after);
  expect(new Set(seen.makers)).toEqual(new Set([seen.before, seen.after]));
  expect(seen.devices).toEqual(['卡点一', '卡点一']);
  expect(seen.same).toBe(true);
});
