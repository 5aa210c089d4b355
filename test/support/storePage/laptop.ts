import type { Desktop } from '../../../shared/desktop/contract';
import { canonicalJson } from '../../../shared/kernel/canonicalJson';
import { nextHybridTime } from '../../../shared/kernel/hybridTime';
import { newDeviceId, type DeviceId, type EventId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import { ledgers } from '../../../shared/ledgers/registry';
import type { Change } from '../../../shared/journal/change';
import { hashEntry, type Entry } from '../../../shared/journal/entry';
import { namesOfMakers, type DeviceNames } from '../../../shared/merge/deviceNames';
import { seenOf } from '../../../shared/merge/knowledge';
import { settleConflict } from '../../../shared/merge/ownChanges';
import { planMerge, type MergePlan } from '../../../shared/merge/planMerge';
import { entriesLacking } from '../../../shared/merge/sending';
import { journalLineOf } from '../../../renderer/desktop/journalLine';
import { connectMergeLine, type MergeLine } from '../../../renderer/store/connectMergeLine';
import type { Store } from '../../../renderer/store/contract';
import { createEventStores } from '../../../renderer/store/createEventStores';

export const laptopSecret = 'correct-horse-42';

/** One laptop of several in a page: a worker, a database and a journal file of its own. */
export interface Laptop {
  readonly event: EventId;
  readonly store: Store;
  readonly line: MergeLine;
}

function newStores(desktop: Desktop) {
  const worker = new Worker(new URL('./storeWorker.ts', import.meta.url), { type: 'module' });
  return createEventStores({ desktop, worker, journalLine: journalLineOf(desktop.journal) });
}

export async function makeLaptop(desktop: Desktop, deviceName: string): Promise<Laptop> {
  const made = await newStores(desktop).create({
    name: '测试事件',
    unit: '测试指挥部',
    deviceName,
    operator: `${deviceName}值班员`,
    passphrase: laptopSecret,
  });
  if (!made.ok) throw new Error(made.problem.tag);
  const { store, listing } = made.value;
  return { event: listing.id, store, line: connectMergeLine(store.openMergeLine()) };
}

export async function openLaptop(desktop: Desktop, event: EventId): Promise<Laptop> {
  const opened = await newStores(desktop).open(event, laptopSecret, '值班员');
  if (!opened.ok) throw new Error(opened.problem.tag);
  const { store } = opened.value;
  return { event, store, line: connectMergeLine(store.openMergeLine()) };
}

const definitionOf = (id: string) => ledgers.find((one) => one.id === id);

/** What `to` lacks of what `from` holds, planned at `to`. */
export async function planFrom(from: Laptop, to: Laptop): Promise<MergePlan> {
  const here = await to.line.read();
  const there = await from.line.read();
  const all = new Set(ledgers.map(({ id }) => id));
  const entries = await entriesLacking(there, seenOf(here.knowledge), all);
  const now = toInstant(Date.now());
  return planMerge({ entries, store: here, ledgers: definitionOf, now });
}

/** Gives everything new; `keepOther` decides each conflict. Comes back with the plan and its commit. */
export async function give(
  from: Laptop,
  to: Laptop,
  keepOther?: boolean,
): Promise<{ readonly plan: MergePlan; readonly sequence: number }> {
  const plan = await planFrom(from, to);
  return take(
    plan,
    to,
    from.store.event.deviceName,
    keepOther,
    (await from.line.read()).deviceNames,
  );
}

async function take(
  plan: MergePlan,
  to: Laptop,
  from: string,
  keepOther?: boolean,
  known: DeviceNames = {},
) {
  const changes = plan.rows.flatMap(({ ledger, row, conflicts }): readonly Change[] =>
    keepOther === undefined
      ? []
      : conflicts.flatMap((conflict) => settleConflict(ledger, row, conflict, keepOther)),
  );
  const done = await to.line.commit({
    basis: plan.basis,
    entries: plan.entries,
    effects: plan.rows.flatMap(({ effect }) => effect ?? []),
    changes,
    source: {
      type: 'exchange',
      file: 'test.xlsx',
      parcel: 'p',
      from,
      devices: namesOfMakers(plan.entries, known),
    },
    learnt: plan.learnt,
    heard: 0,
  });
  if (!done.ok) throw new Error(done.problem.tag);
  return { plan, sequence: done.value.sequence };
}

/** What a device whose clock is ahead has done to a record; `maker` where it is a known one. */
export async function takeFromAhead(
  to: Laptop,
  change: Change,
  aheadMs: number,
  maker?: DeviceId,
): Promise<void> {
  const store = await to.line.read();
  const entry: Entry = {
    device: maker ?? newDeviceId(0, (length) => crypto.getRandomValues(new Uint8Array(length))),
    ledger: change.ledger,
    sequence: 1,
    time: nextHybridTime(Date.now() + aheadMs, 0),
    author: '早到的人',
    source: { type: 'typed' },
    changes: [change],
  };
  const entries = [{ entry, hash: hashEntry(entry) }];
  const now = toInstant(Date.now());
  await take(await planMerge({ entries, store, ledgers: definitionOf, now }), to, '卡点九');
}

/** Every record of every ledger, deleted ones included, as one text. */
export async function contentOf({ store }: Laptop): Promise<string> {
  const all: unknown[] = [];
  for (const { id } of ledgers) {
    const view = await store.openView({ ledger: id, deleted: 'with' }, 0);
    const rows = await store.viewRows(view.id, 0, view.count);
    store.closeView(view.id);
    const sorted = [...rows].sort((left, right) => (left.id < right.id ? -1 : 1));
    all.push([id, sorted.map((row) => ({ ...row }))]);
  }
  return canonicalJson(all);
}
