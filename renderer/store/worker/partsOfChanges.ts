import type { ChangePart, LinkedChange } from './stored/commitRecord';
import { encodeRows, type StoredRow } from '../table/block/rowBlock';

/** From so many new records in a row a block is smaller and faster than records by themselves. */
const blockFrom = 32;
const blockRows = 4_096;

/** The changes in their order, runs of new records of one ledger packed into blocks. */
export function partsOfChanges(
  changes: readonly LinkedChange[],
  sequence: number,
): readonly ChangePart[] {
  const parts: ChangePart[] = [];
  let single: LinkedChange[] = [];
  let at = 0;
  const flush = () => {
    if (single.length > 0) parts.push({ type: 'changes', changes: single });
    single = [];
  };
  while (at < changes.length) {
    const run = insertRun(changes, at, sequence);
    if (run.rows.length >= blockFrom) {
      flush();
      parts.push({
        type: 'inserts',
        ledger: run.ledger,
        rows: run.rows.length,
        block: encodeRows(run.rows),
      });
    } else single.push(...changes.slice(at, at + Math.max(1, run.rows.length)));
    at += Math.max(1, run.rows.length);
  }
  flush();
  return parts;
}

function insertRun(
  changes: readonly LinkedChange[],
  from: number,
  sequence: number,
): { readonly ledger: string; readonly rows: readonly StoredRow[] } {
  const rows: StoredRow[] = [];
  const ledger = changes[from]?.ledger ?? '';
  for (let at = from; at < changes.length && rows.length < blockRows; at++) {
    const change = changes[at];
    if (change?.type !== 'insert' || change.ledger !== ledger) break;
    rows.push({ id: change.row, values: change.values, sequence });
  }
  return { ledger, rows };
}
