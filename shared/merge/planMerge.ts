import type { HashedEntry } from '../journal/entry';
import { isRowId, type DeviceId, type RowId } from '../kernel/ids';
import type { Instant } from '../kernel/time';
import type { LedgerDefinition, Row } from '../ledger/defineLedger';
import { learn, piecesOf, type Learnt } from './knowledge';
import type { HeldRow, MergeReading } from './mergeStore';
import { mergeRow, type MergedRow } from './mergeRow';
import { daysAhead } from './orderTime';
import { rowChangesOf, type RowChange } from './rowChange';
import { findTwins, type Overlay, type Twins } from './twins';

/** A device whose changes are dated in the future: its clock, or the one here, is wrong. */
export interface ClockAhead {
  readonly device: DeviceId;
  readonly days: number;
  readonly changes: number;
}

/** A reference to a record that has not arrived: kept, and right as soon as it does. */
export interface AwaitedRecord {
  readonly ledger: string;
  readonly row: RowId;
  readonly field: string;
  readonly refersTo: string;
  readonly awaited: RowId;
}

/** What merging entries would do. The preview shows it, the commit is made of it. */
export interface MergePlan {
  /** The store's `sequence` as it was made. */
  readonly basis: number;
  /** Entries that were not here, in the order of their journals. */
  readonly entries: readonly HashedEntry[];
  /** How many came that were here already. */
  readonly known: number;
  readonly rows: readonly MergedRow[];
  readonly learnt: readonly Learnt[];
  readonly twins: readonly Twins[];
  readonly awaited: readonly AwaitedRecord[];
  readonly clocksAhead: readonly ClockAhead[];
  /** Devices of which two histories are here: a laptop was restored from a copy and wrote on. */
  readonly forked: readonly DeviceId[];
}

export interface MergeRequest {
  readonly entries: readonly HashedEntry[];
  readonly store: MergeReading;
  readonly ledgers: (id: string) => LedgerDefinition | undefined;
  readonly now: Instant;
  /** Called between batches; may throw to stop. */
  readonly turn?: () => Promise<void>;
}

const batchSize = 1_000;

export async function planMerge(request: MergeRequest): Promise<MergePlan> {
  const { store, entries, now } = request;
  const fresh: HashedEntry[] = [];
  const learnt: Learnt[] = [];
  for (const [ledger, devices] of byJournal(entries)) {
    for (const [device, journal] of devices) {
      const known = piecesOf(store.knowledge, ledger, device);
      const taken = await learn(known, journal, (link) => store.has(ledger, device, link));
      for (const item of taken.fresh) fresh.push(item);
      if (taken.fresh.length > 0) learnt.push({ ledger, device, pieces: taken.pieces });
    }
  }
  const rows = await mergeRows(fresh, request);
  const { twins, awaited } = await lookAround(rows, request);
  return {
    basis: store.sequence,
    entries: fresh,
    known: entries.length - fresh.length,
    rows,
    learnt,
    twins,
    awaited,
    clocksAhead: clocksAhead(fresh, now),
    forked: [
      ...new Set(
        learnt
          .filter(({ pieces }) => pieces.filter(({ rooted }) => rooted).length > 1)
          .map(({ device }) => device),
      ),
    ],
  };
}

type Journals = ReadonlyMap<string, ReadonlyMap<DeviceId, readonly HashedEntry[]>>;

function byJournal(entries: readonly HashedEntry[]): Journals {
  const ledgers = new Map<string, Map<DeviceId, HashedEntry[]>>();
  for (const item of entries) {
    const { ledger, device } = item.entry;
    let devices = ledgers.get(ledger);
    if (!devices) ledgers.set(ledger, (devices = new Map()));
    const journal = devices.get(device);
    if (journal) journal.push(item);
    else devices.set(device, [item]);
  }
  for (const devices of ledgers.values()) {
    for (const [device, journal] of devices) devices.set(device, inOrder(journal));
  }
  return ledgers;
}

/** By number, each entry once; two of one number (see `Piece`) stand side by side. */
function inOrder(journal: readonly HashedEntry[]): HashedEntry[] {
  const byLink = new Map(
    journal.map((item) => [`${item.entry.sequence} ${item.hash}`, item] as const),
  );
  return [...byLink.values()].sort(
    (left, right) =>
      left.entry.sequence - right.entry.sequence || (left.hash < right.hash ? -1 : 1),
  );
}

/** Changes of some rows, and the rows themselves as they are on the way from the store. */
interface Asked {
  readonly batch: readonly (readonly [RowId, readonly RowChange[]])[];
  readonly held: Promise<readonly (HeldRow | undefined)[]>;
}

async function mergeRows(
  entries: readonly HashedEntry[],
  { store, turn }: MergeRequest,
): Promise<readonly MergedRow[]> {
  const byLedger = new Map<string, Map<RowId, RowChange[]>>();
  for (const { entry } of entries) {
    let rows = byLedger.get(entry.ledger);
    if (!rows) byLedger.set(entry.ledger, (rows = new Map()));
    for (const change of rowChangesOf(entry)) {
      const known = rows.get(change.change.row);
      if (known) known.push(change);
      else rows.set(change.change.row, [change]);
    }
  }
  const merged: MergedRow[] = [];
  for (const [ledger, rows] of byLedger) {
    const all = [...rows];
    const ask = (from: number): Asked => {
      const batch = all.slice(from, from + batchSize);
      const held = store.held(
        ledger,
        batch.map(([row]) => row),
      );
      held.catch(() => undefined); // waited for below, unless the turn has stopped the planning
      return { batch, held };
    };
    // The store's worker looks up the next records while these are merged here.
    let next = ask(0);
    for (let from = 0; from < all.length; from += batchSize) {
      await turn?.();
      const { batch } = next;
      const held = await next.held;
      if (from + batchSize < all.length) next = ask(from + batchSize);
      for (const [place, [row, changes]] of batch.entries()) {
        const history = () => store.rowChanges(ledger, row);
        merged.push(await mergeRow(ledger, row, held[place], changes, history));
      }
    }
  }
  return merged;
}

/** Pairs and references that the merged rows make, with each other and with what is here. */
async function lookAround(
  rows: readonly MergedRow[],
  { store, ledgers }: MergeRequest,
): Promise<Pick<MergePlan, 'twins' | 'awaited'>> {
  const overlays = new Map<string, Map<RowId, Row | undefined>>();
  for (const { ledger, row, becomes } of rows) {
    let overlay = overlays.get(ledger);
    if (!overlay) overlays.set(ledger, (overlay = new Map()));
    overlay.set(row, becomes?.deletedAt === undefined ? becomes : undefined);
  }
  const twins: Twins[] = [];
  const awaited: AwaitedRecord[] = [];
  for (const [ledger, overlay] of overlays) {
    const definition = ledgers(ledger);
    if (!definition) continue;
    const keyed = rowsWhoseKeyIsNew(rows, definition);
    // One by one: a hundred thousand arguments are more than a worker's stack holds.
    for (const pair of await findTwins(definition, keyed, store)) twins.push(pair);
    for (const one of await awaitedBy(definition, overlay, overlays, store)) awaited.push(one);
  }
  return { twins, awaited };
}

function rowsWhoseKeyIsNew(rows: readonly MergedRow[], definition: LedgerDefinition): Overlay {
  const keyFields = new Set(definition.matchOn.flat());
  const overlay = new Map<RowId, Row | undefined>();
  for (const { ledger, row, was, becomes, fields } of rows) {
    if (ledger !== definition.id) continue;
    const live = becomes?.deletedAt === undefined ? becomes : undefined;
    const isNew = !was || was.deletedAt !== undefined;
    const touched = isNew || Object.keys(fields).some((name) => keyFields.has(name));
    // Rows that go are in it too, so that nothing pairs with them; untouched ones need no look.
    if (touched || !live) overlay.set(row, live);
  }
  return overlay;
}

async function awaitedBy(
  definition: LedgerDefinition,
  overlay: Overlay,
  overlays: ReadonlyMap<string, Overlay>,
  store: MergeReading,
): Promise<readonly AwaitedRecord[]> {
  const references = Object.entries(definition.fields).flatMap(([field, { refersTo }]) =>
    refersTo === undefined ? [] : [{ field, refersTo }],
  );
  const found: AwaitedRecord[] = [];
  for (const [row, state] of overlay) {
    for (const { field, refersTo } of state ? references : []) {
      for (const id of [state?.values[field] ?? []].flat()) {
        if (typeof id !== 'string' || !isRowId(id) || overlays.get(refersTo)?.get(id)) continue;
        found.push({ ledger: definition.id, row, field, refersTo, awaited: id });
      }
    }
  }
  // Each record is asked for once: thousands of passages name the same checkpoint.
  const missing = new Set<string>();
  for (const target of new Set(found.map(({ refersTo }) => refersTo))) {
    const ids = new Set(found.flatMap((one) => (one.refersTo === target ? [one.awaited] : [])));
    const all = [...ids];
    for (let from = 0; from < all.length; from += batchSize) {
      const batch = all.slice(from, from + batchSize);
      const held = await store.held(target, batch);
      batch.forEach((id, place) => {
        if (!held[place]?.row) missing.add(`${target} ${id}`);
      });
    }
  }
  return found.filter(({ refersTo, awaited }) => missing.has(`${refersTo} ${awaited}`));
}

function clocksAhead(entries: readonly HashedEntry[], now: Instant): readonly ClockAhead[] {
  const worst = new Map<DeviceId, { days: number; changes: number }>();
  for (const { entry } of entries) {
    const days = daysAhead(entry.time, now);
    if (days === 0) continue;
    const known = worst.get(entry.device) ?? { days: 0, changes: 0 };
    worst.set(entry.device, {
      days: Math.max(days, known.days),
      changes: known.changes + entry.changes.length,
    });
  }
  return [...worst].map(([device, ahead]) => ({ device, ...ahead }));
}
