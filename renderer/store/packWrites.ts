import type { Write } from './contract';
import { encodeRows, type StoredRow } from './table/block/rowBlock';

/** Part of a commit on its way to the worker. */
export type WriteList =
  | { readonly type: 'writes'; readonly writes: readonly Write[] }
  /** New records of one ledger, as they will be kept; which commit they belong to is not in them. */
  | {
      readonly type: 'rows';
      readonly ledger: string;
      readonly rows: number;
      readonly block: Uint8Array<ArrayBuffer>;
    };

/** From so many new records on, blocks go over faster than the records themselves. */
const packFrom = 256;
const listWrites = 4_096;

export function writesIn(list: WriteList): number {
  return list.type === 'writes' ? list.writes.length : list.rows;
}

/**
 * The writes in lists, made as they are asked for. A commit of new records only goes over as blocks:
 * the page packs the next one while the worker takes in the one before.
 */
export function* packWrites(writes: readonly Write[]): Generator<WriteList> {
  const isBulk = writes.length >= packFrom && writes.every(({ type }) => type === 'insert');
  for (let from = 0; from < writes.length;) {
    const list = isBulk ? rowsFrom(writes, from) : writesFrom(writes, from);
    yield list;
    from += writesIn(list);
  }
}

function writesFrom(writes: readonly Write[], from: number): WriteList {
  return { type: 'writes', writes: writes.slice(from, from + listWrites) };
}

function rowsFrom(writes: readonly Write[], from: number): WriteList {
  const ledger = writes[from]?.ledger ?? '';
  const rows: StoredRow[] = [];
  for (let at = from; at < writes.length && rows.length < listWrites; at++) {
    const write = writes[at];
    if (write?.type !== 'insert' || write.ledger !== ledger) break;
    rows.push({ id: write.row, values: write.values, sequence: 0 });
  }
  return { type: 'rows', ledger, rows: rows.length, block: encodeRows(rows) };
}
