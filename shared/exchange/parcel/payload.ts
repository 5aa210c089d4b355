import { z } from 'zod';
import { hashEntry, type Entry, type HashedEntry, type Link } from '../../journal/entry';
import type { RowId } from '../../kernel/ids';
import type { RowValues } from '../../ledger/defineLedger';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const value = z.union([scalar, z.array(z.string()), z.array(z.record(z.string(), scalar))]);
const values = z.record(z.string(), value);
const rowOf = { ledger: z.string(), row: z.string(), order: z.number().optional() };
/** Members that a later version adds are kept: they are part of what was hashed. */
const change = z.discriminatedUnion('type', [
  z.looseObject({ ...rowOf, type: z.literal('insert'), values }),
  z.looseObject({
    ...rowOf,
    type: z.literal('update'),
    fields: z.record(z.string(), z.object({ before: value.nullable(), after: value.nullable() })),
  }),
  z.looseObject({
    ...rowOf,
    type: z.literal('delete'),
    reason: z.string().optional(),
    values: values.optional(),
    into: z.string().optional(),
  }),
  z.looseObject({ ...rowOf, type: z.literal('restore') }),
  z.looseObject({ ...rowOf, type: z.literal('reveal'), fields: z.array(z.string()) }),
  z.looseObject({
    ...rowOf,
    type: z.literal('decide'),
    key: z.string(),
    decision: z.object({ about: z.string(), kept: z.string() }),
  }),
]);
const link = z.object({ sequence: z.number(), hash: z.string() });
const entry = z.object({
  sequence: z.number(),
  time: z.number(),
  author: z.string(),
  source: z.looseObject({ type: z.string() }),
  changes: z.array(change),
});
/** A run of one device's journal of one ledger without a gap. */
const run = z.object({
  ledger: z.string(),
  device: z.string(),
  previous: link.optional(),
  entries: z.array(entry),
});
const shownLedger = z.object({
  ledger: z.string(),
  sheet: z.string(),
  columns: z.array(z.object({ field: z.string(), header: z.string() })),
  /** Id, then the value of each column, null where blank. */
  rows: z.array(z.tuple([z.string()], value.nullable())),
  /** What stood for records of other ledgers: ledger, id, name. */
  names: z.array(z.tuple([z.string(), z.string(), z.string()])),
});
export const payloadShape = z.object({ runs: z.array(run), shown: z.array(shownLedger) });
type StoredPayload = z.infer<typeof payloadShape>;

/** What one visible sheet showed when it was sent: human edits are what differs from it. */
export interface Snapshot {
  readonly ledger: string;
  readonly sheet: string;
  readonly columns: readonly { readonly field: string; readonly header: string }[];
  readonly rows: ReadonlyMap<RowId, RowValues>;
  /** By ledger and id. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface Payload {
  readonly entries: readonly HashedEntry[];
  readonly shown: readonly Snapshot[];
}

/** Plain data of `payloadShape`. */
export function toStored({ entries, shown }: Payload): unknown {
  return { runs: runsOf(entries), shown: shown.map(storedSnapshot) };
}

function storedSnapshot({ ledger, sheet, columns, rows, names }: Snapshot) {
  return {
    ledger,
    sheet,
    columns: columns.map((column) => ({ ...column })),
    rows: [...rows].map(([id, values]) => [
      id,
      ...columns.map(({ field }) => values[field] ?? null),
    ]),
    names: [...names].flatMap(([of, known]) => [...known].map(([id, name]) => [of, id, name])),
  };
}

type OwnPart = Omit<Entry, 'ledger' | 'device' | 'previous'>;

/** Entries follow each other in a run, so that only its first needs the link to what is before. */
function runsOf(entries: readonly HashedEntry[]) {
  const runs: { ledger: string; device: string; previous?: Link; entries: OwnPart[] }[] = [];
  let last: HashedEntry | undefined;
  for (const item of entries) {
    const { ledger, device, previous, ...own } = item.entry;
    const follows =
      last?.entry.ledger === ledger && last.entry.device === device && last.hash === previous?.hash;
    if (!follows) runs.push({ ledger, device, ...(previous ? { previous } : {}), entries: [] });
    runs.at(-1)?.entries.push(own);
    last = item;
  }
  return runs;
}

/** Hashes every entry anew: what is in a run is bound to what is before it. */
export function fromStored({ runs, shown }: StoredPayload): Payload {
  const entries: HashedEntry[] = [];
  for (const { ledger, device, previous: first, entries: own } of runs) {
    let previous = first;
    for (const stored of own) {
      const item = {
        ...stored,
        ledger,
        device,
        ...(previous ? { previous } : {}),
      } as unknown as Entry; // the shape was checked above; brands are names only here
      const hash = hashEntry(item);
      entries.push({ entry: item, hash });
      previous = { sequence: stored.sequence, hash };
    }
  }
  return { entries, shown: shown.map(readSnapshot) };
}

function readSnapshot({
  ledger,
  sheet,
  columns,
  rows,
  names,
}: StoredPayload['shown'][number]): Snapshot {
  const known = new Map<string, Map<string, string>>();
  for (const [of, id, name] of names) {
    let byId = known.get(of);
    if (!byId) known.set(of, (byId = new Map()));
    byId.set(id, name);
  }
  return {
    ledger,
    sheet,
    columns,
    names: known,
    rows: new Map(
      rows.map(([id, ...cells]) => {
        const filled = columns.flatMap(({ field }, place) => {
          const cell = cells[place];
          return cell === null || cell === undefined ? [] : [[field, cell] as const];
        });
        return [id as RowId, Object.fromEntries(filled)]; // an id as it was sent
      }),
    ),
  };
}
