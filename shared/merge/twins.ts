import type { Change } from '../journal/change';
import type { RowId } from '../kernel/ids';
import type { LedgerDefinition, Row, RowValues } from '../ledger/defineLedger';
import type { StoredValue } from '../ledger/field';
import type { MergeReading } from './mergeStore';

/** Two live records of one ledger that a natural key names alike: one thing entered twice, perhaps. */
export interface Twins {
  readonly ledger: string;
  /** The record made first: the one that stays where both are joined, on every device alike. */
  readonly first: Row;
  readonly second: Row;
  /** The fields of the key they share. */
  readonly by: readonly string[];
}

/** What a decision about the pair is remembered by. */
export function twinsKey(first: RowId, second: RowId): string {
  return first < second ? `${first}:${second}` : `${second}:${first}`;
}

/** The store looks through all its records once a batch: as few as its other callers can wait for. */
const batchSize = 20_000;

function keyOf(values: RowValues, fields: readonly string[]): readonly StoredValue[] | undefined {
  const key = fields.map((name) => values[name]);
  return key.every((value) => value !== undefined) ? key : undefined;
}

/** Rows as they will be; `row` undefined for one that will not be live. */
export type Overlay = ReadonlyMap<RowId, Row | undefined>;

/**
 * Pairs that the rows of the overlay make with each other or with live records of the store. Pairs
 * somebody has decided to keep apart are not found again.
 */
export async function findTwins(
  definition: LedgerDefinition,
  overlay: Overlay,
  store: Pick<MergeReading, 'match' | 'held' | 'rowChanges'>,
): Promise<readonly Twins[]> {
  const pairs = new Map<string, Twins>();
  for (const [order, fields] of definition.matchOn.entries()) {
    const better = definition.matchOn.slice(0, order);
    const keyed = [...overlay].flatMap(([, row]) => {
      const key = row && keyOf(row.values, fields);
      return row && key ? [{ row, key }] : [];
    });
    const own = new Map<string, Row>();
    for (let from = 0; from < keyed.length; from += batchSize) {
      const batch = keyed.slice(from, from + batchSize);
      const found = await store.match(
        definition.id,
        fields,
        batch.map(({ key }) => key),
      );
      const ids = [...new Set(found.flat())].filter((id) => !overlay.has(id));
      const held = await store.held(definition.id, ids);
      const rows = new Map(held.flatMap((one) => (one?.row ? [[one.row.id, one.row]] : [])));
      for (const [place, { row, key }] of batch.entries()) {
        const text = JSON.stringify(key);
        const twin = own.get(text);
        const others = (found[place] ?? []).flatMap((id) => rows.get(id) ?? []);
        for (const other of twin ? [twin, ...others] : others) {
          if (!isOtherThing(row, other, better)) addPair(pairs, definition.id, row, other, fields);
        }
        if (!twin) own.set(text, row);
      }
    }
  }
  return withoutDecided([...pairs.values()], store);
}

/** A better key that is filled on both sides and differs: two things, whatever else they share. */
function isOtherThing(left: Row, right: Row, better: readonly (readonly string[])[]): boolean {
  return better.some((fields) => {
    const one = keyOf(left.values, fields);
    const other = keyOf(right.values, fields);
    return one && other && JSON.stringify(one) !== JSON.stringify(other);
  });
}

function addPair(
  pairs: Map<string, Twins>,
  ledger: string,
  left: Row,
  right: Row,
  by: readonly string[],
): void {
  const [first, second] = left.id < right.id ? [left, right] : [right, left];
  const key = twinsKey(first.id, second.id);
  if (first.id !== second.id && !pairs.has(key)) pairs.set(key, { ledger, first, second, by });
}

async function withoutDecided(
  pairs: readonly Twins[],
  store: Pick<MergeReading, 'rowChanges'>,
): Promise<readonly Twins[]> {
  const open: Twins[] = [];
  for (const pair of pairs) {
    const key = twinsKey(pair.first.id, pair.second.id);
    const changes = await store.rowChanges(pair.ledger, pair.first.id);
    const decided = changes.some(
      ({ change }) =>
        change.type === 'decide' &&
        change.decision.about === 'duplicate' &&
        change.decision.kept === 'apart' &&
        change.key === key,
    );
    if (!decided) open.push(pair);
  }
  return open;
}

/**
 * What joining or keeping apart writes. Joining fills the blanks of the record that was made first
 * from the other, which is deleted and points to it: two offices that join the same pair do the same.
 */
export function settleTwins(pair: Twins, kept: 'apart' | 'joined'): readonly Change[] {
  const { ledger, first, second } = pair;
  const decided: Change = {
    type: 'decide',
    ledger,
    row: first.id,
    decision: { about: 'duplicate', kept },
    key: twinsKey(first.id, second.id),
  };
  if (kept === 'apart') return [decided];
  const filled = Object.entries(second.values).filter(([name]) => !(name in first.values));
  const fields = Object.fromEntries(
    filled.map(([name, after]) => [name, { before: null, after }] as const),
  );
  return [
    decided,
    ...(filled.length > 0 ? [{ type: 'update', ledger, row: first.id, fields } as const] : []),
    { type: 'delete', ledger, row: second.id, values: second.values, into: first.id },
  ];
}
