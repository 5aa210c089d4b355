import { assertNever } from '../../../shared/kernel/assertNever';
import { hybridTimeMs } from '../../../shared/kernel/hybridTime';
import { toInstant } from '../../../shared/kernel/time';
import type { StoredValue } from '../../../shared/ledger/field';
import type { Tables } from './buildChanges';
import type { CommitRecord } from './commitRecord';

/** Carries a durable commit into the tables; changes to rows that a loss has swallowed are left out. */
export function applyRecord(tables: Tables, record: CommitRecord): void {
  const at = toInstant(hybridTimeMs(record.time));
  for (const change of record.changes) {
    const table = tables.get(change.ledger);
    if (!table) continue; // a ledger of a later version of the app: kept in the journal, not shown
    if (change.type === 'insert') {
      if (table.ordinalOf(change.row) === undefined)
        table.insert(change.row, change.values, record.sequence);
      continue;
    }
    const ordinal = table.ordinalOf(change.row);
    if (ordinal === undefined) continue;
    switch (change.type) {
      case 'update': {
        const values: Record<string, StoredValue | null> = {};
        for (const [name, { after }] of Object.entries(change.fields)) values[name] = after;
        table.update(ordinal, values, record.sequence);
        break;
      }
      case 'delete':
        table.setDeleted(ordinal, at, record.sequence);
        break;
      case 'restore':
        table.setDeleted(ordinal, undefined, record.sequence);
        break;
      case 'reveal':
        table.update(ordinal, {}, record.sequence);
        break;
      default:
        assertNever(change);
    }
  }
}
