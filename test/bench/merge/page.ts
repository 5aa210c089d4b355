import type { Change } from '../../../shared/journal/change';
import { hashEntry, type Entry, type HashedEntry, type Link } from '../../../shared/journal/entry';
import { nextHybridTime } from '../../../shared/kernel/hybridTime';
import { newDeviceId, type EventId, type RowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import { ledgerById } from '../../../shared/ledgers/registry';
import { planMerge } from '../../../shared/merge/planMerge';
import { streamWorkbook } from '../../../shared/exchange/read/readWorkbook';
import { connectMergeLine, type MergeLine } from '../../../renderer/store/connectMergeLine';
import type { Write } from '../../../renderer/store/contract';
import '../../support/storePage/page';

export interface MergeBench {
  /**
   * An event of so many passages, of which `changed` were changed elsewhere, and some here too.
   * Comes back with the milliseconds that finding out took what its journal holds, once for ever.
   */
  readonly prepare: (rows: number, changed: number, changedHere: number) => Promise<number>;
  /** Locks the event and opens it again: nothing of its journal is in memory then. */
  readonly reopen: () => Promise<void>;
  readonly plan: () => Promise<Planned>;
  /** Milliseconds of reading the same records one batch after the other out of the store. */
  readonly readRows: () => Promise<number>;
  readonly readWorkbook: (
    base64: string,
  ) => Promise<{ readonly took: number; readonly rows: number }>;
}

export interface Planned {
  readonly took: number;
  /** The part of it until the journal was known. */
  readonly standing: number;
  readonly rows: number;
  readonly conflicts: number;
}

const ledger = 'checkpoint-passes';
const seed = 7;
const perEntry = 1_000;
const batchRows = 1_000;
const chance = (length: number) => crypto.getRandomValues(new Uint8Array(length));

let event: EventId | undefined;
let line: MergeLine | undefined;
let entries: readonly HashedEntry[] = [];
let ids: readonly RowId[] = [];

async function prepare(rows: number, changed: number, changedHere: number): Promise<number> {
  const { listing } = await window.storePage.make();
  event = listing.id;
  await window.storePage.addPassages(rows, seed, 50_000);
  const changes: Change[] = [];
  const here: Write[] = [];
  const apart = Math.floor(rows / changed);
  const apartHere = Math.floor(changed / changedHere);
  let place = 0;
  for (const { id, values } of window.storePage.manyPassages(rows, seed)) {
    if (place++ % apart !== 0 || changes.length === changed) continue;
    if (changes.length % apartHere === 0)
      here.push({ type: 'update', ledger, row: id, values: { purpose: '本机核实' } });
    const purpose = { before: values['purpose'] ?? null, after: '外地核实' };
    const temperature = { before: values['temperature'] ?? null, after: 36.4 };
    changes.push({ type: 'update', ledger, row: id, fields: { purpose, temperature } });
  }
  ids = changes.map(({ row }) => row);
  const done = await window.storePage.store().commit(here, { type: 'typed' });
  if (!done.ok) throw new Error(done.problem.tag);
  entries = entriesOf(changes);
  await reopen();
  const from = performance.now();
  await line?.read();
  return performance.now() - from;
}

/** The changes as another device has made them, a thousand at a time. */
function entriesOf(changes: readonly Change[]): readonly HashedEntry[] {
  const device = newDeviceId(Date.now(), chance);
  const hashed: HashedEntry[] = [];
  let previous: Link | undefined;
  for (let from = 0; from < changes.length; from += perEntry) {
    const sequence = hashed.length + 1;
    const entry: Entry = {
      device,
      ledger,
      sequence,
      ...(previous ? { previous } : {}),
      time: nextHybridTime(Date.now() + 60_000 + sequence, 0),
      author: '外地值班员',
      source: { type: 'typed' },
      changes: changes.slice(from, from + perEntry),
    };
    const hash = hashEntry(entry);
    previous = { sequence, hash };
    hashed.push({ entry, hash });
  }
  return hashed;
}

async function reopen(): Promise<void> {
  if (!event) throw new Error('nothing prepared');
  await window.storePage.store().lock();
  const { store } = await window.storePage.open(event);
  line = connectMergeLine(store.openMergeLine());
}

async function plan(): Promise<Planned> {
  if (!line) throw new Error('not opened');
  const from = performance.now();
  const store = await line.read();
  const standing = performance.now() - from;
  const now = toInstant(Date.now());
  const { rows } = await planMerge({ entries, store, ledgers: ledgerById, now });
  const took = performance.now() - from;
  const conflicts = rows.reduce((sum, one) => sum + one.conflicts.length, 0);
  return { took, standing, rows: rows.length, conflicts };
}

async function readRows(): Promise<number> {
  if (!line) throw new Error('not opened');
  const from = performance.now();
  for (let at = 0; at < ids.length; at += batchRows)
    await line.rows(ledger, ids.slice(at, at + batchRows));
  return performance.now() - from;
}

async function readWorkbook(base64: string) {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const from = performance.now();
  const read = await streamWorkbook(bytes, 'passages.xlsx');
  const took = performance.now() - from;
  if (!read.ok) throw new Error(read.problem.tag);
  return { took, rows: read.value.sheets[0]?.rows.length ?? 0 };
}

declare global {
  interface Window {
    readonly mergeBench: MergeBench;
  }
}
Object.assign(window, {
  mergeBench: { prepare, reopen, plan, readRows, readWorkbook } satisfies MergeBench,
});
