import { encodeRows, type StoredRow } from '../table/block/rowBlock';
import type { ChangePart, LinkedChange } from './stored/commitRecord';

/** From so many new records in a row a block is smaller and faster than records by themselves. */
const blockFrom = 32;
const blockRows = 4_096;

/** The changes in their order, runs of new records of one ledger packed into blocks. */
export function partsOfChanges(changes: readonly LinkedChange[]): readonly ChangePart[] {
  const parts: ChangePart[] = [];
  let single: LinkedChange[] = [];
  let at = 0;
  const flush = () => {
    if (single.length > 0) parts.push({ type: 'changes', changes: single });
    single = [];
  };
  while (at < changes.length) {
    const { ledger, rows } = insertRun(changes, at);
    const [first] = rows;
    const taken = Math.max(1, rows.length);
    if (first && rows.length >= blockFrom) {
      flush();
      const block = encodeRows(rows);
      parts.push({ type: 'inserts', ledger, first: first.id, rows: rows.length, block });
    } else single.push(...changes.slice(at, at + taken));
    at += taken;
  }
  flush();
  return parts;
}

function insertRun(
  changes: readonly LinkedChange[],
  from: number,
): { readonly ledger: string; readonly rows: readonly StoredRow[] } {
  const rows: StoredRow[] = [];
  const ledger = changes[from]?.ledger ?? '';
  for (let at = from; at < changes.length && rows.length < blockRows; at++) {
    const change = changes[at];
    if (change?.type !== 'insert' || change.ledger !== ledger) break;
    rows.push({ id: change.row, values: change.values, sequence: 0 });
  }
  return { ledger, rows };
}
