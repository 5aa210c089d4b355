import type { RowId } from '../../kernel/ids';
import type { LedgerDefinition, Row } from '../../ledger/defineLedger';
import type { StoredValue } from '../../ledger/field';
import type { MatchedBy } from './plan';
import type { ReadRecord } from './readRecords';

/** What planning asks of the store; `StoreReading` fits. */
export interface ImportLookup {
  /** Live records by the values of a natural key; same order as asked. */
  match(
    ledger: string,
    keyFields: readonly string[],
    keys: readonly (readonly StoredValue[])[],
  ): Promise<readonly (readonly RowId[])[]>;
  /** Deleted ones too, with `deletedAt`. */
  rows(ledger: string, ids: readonly RowId[]): Promise<readonly (Row | undefined)[]>;
}

/** The record a row of the file stands for, as far as the store knows. */
export type RecordMatch =
  | { readonly type: 'none'; readonly recordNumberUnknown: boolean; readonly otherKey?: string }
  | {
      readonly type: 'one';
      readonly row: Row;
      readonly by: MatchedBy;
      /** The file's own record number is not known here, the natural key is. */
      readonly recordNumberUnknown: boolean;
    }
  | {
      readonly type: 'several';
      readonly ids: readonly RowId[];
      readonly keyFields: readonly string[];
    };

const batchSize = 2_000;
/** What most rows of a new file are; they share it. */
const unknown: RecordMatch = { type: 'none', recordNumberUnknown: false };

/** The values of a natural key, or undefined where one is blank: half a key names nothing. */
export function keyValues(
  values: Readonly<Record<string, StoredValue>>,
  keyFields: readonly string[],
): readonly StoredValue[] | undefined {
  const key: StoredValue[] = [];
  for (const name of keyFields) {
    const value = values[name];
    if (value === undefined) return undefined;
    key.push(value);
  }
  return key;
}

/** True where an earlier, better key is filled on both sides and differs: not the same record. */
export function differsInBetterKey(
  left: Readonly<Record<string, StoredValue>>,
  right: Readonly<Record<string, StoredValue>>,
  betterKeys: readonly (readonly string[])[],
): boolean {
  return betterKeys.some((fields) => {
    const one = keyValues(left, fields);
    const other = keyValues(right, fields);
    return one && other && JSON.stringify(one) !== JSON.stringify(other);
  });
}

/**
 * Record number first, then the natural keys in their order. Asks in batches and calls `turn`
 * between them, which may throw to stop.
 */
export async function matchRecords(
  records: readonly ReadRecord[],
  definition: LedgerDefinition,
  lookup: ImportLookup,
  turn: () => Promise<void>,
): Promise<readonly RecordMatch[]> {
  const matches = new Array<RecordMatch | undefined>(records.length).fill(undefined);
  const open: number[] = [];
  const numbered = records.flatMap((record, index) =>
    record.recordNumber === undefined ? [] : [{ index, id: record.recordNumber }],
  );
  for (let from = 0; from < numbered.length; from += batchSize) {
    await turn();
    const batch = numbered.slice(from, from + batchSize);
    const rows = await lookup.rows(
      definition.id,
      batch.map(({ id }) => id),
    );
    for (const [place, { index }] of batch.entries()) {
      const row = rows[place];
      if (row) {
        matches[index] = { type: 'one', row, by: 'recordNumber', recordNumberUnknown: false };
      }
    }
  }
  for (const index of records.keys()) if (!matches[index]) open.push(index);
  const otherKeys = new Map<number, string>();
  for (const [order, keyFields] of definition.matchOn.entries()) {
    const asked = open.flatMap((index) => {
      const key = keyValues(records[index]?.values ?? {}, keyFields);
      return key && !matches[index] ? [{ index, key }] : [];
    });
    for (let from = 0; from < asked.length; from += batchSize) {
      await turn();
      const batch = asked.slice(from, from + batchSize);
      const found = await lookup.match(
        definition.id,
        keyFields,
        batch.map(({ key }) => key),
      );
      const single = batch.flatMap(({ index }, place) => {
        const ids = found[place] ?? [];
        const [id] = ids;
        if (ids.length > 1) matches[index] = { type: 'several', ids, keyFields };
        return id !== undefined && ids.length === 1 ? [{ index, id }] : [];
      });
      const rows = await lookup.rows(
        definition.id,
        single.map(({ id }) => id),
      );
      for (const [place, { index }] of single.entries()) {
        const row = rows[place];
        const record = records[index];
        if (!row || !record || row.deletedAt !== undefined) continue;
        if (differsInBetterKey(record.values, row.values, definition.matchOn.slice(0, order))) {
          otherKeys.set(index, keyFields.join('+'));
          continue;
        }
        const recordNumberUnknown = record.recordNumber !== undefined;
        matches[index] = { type: 'one', row, by: 'naturalKey', recordNumberUnknown };
      }
    }
  }
  return matches.map((match, index): RecordMatch => {
    if (match) return match;
    const otherKey = otherKeys.get(index);
    const recordNumberUnknown = records[index]?.recordNumber !== undefined;
    if (!recordNumberUnknown && otherKey === undefined) return unknown;
    return { type: 'none', recordNumberUnknown, ...(otherKey === undefined ? {} : { otherKey }) };
  });
}
