import type { Change } from '../../../../shared/journal/change';
import type { Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { HistoryEntry, LeftField, StoreReading } from '../../../store/contract';

/** A value that somebody has changed after an import. */
export interface LaterChange extends LeftField {
  /** As it is now; absent where the record is gone. */
  readonly record?: Row;
  /** Absent where history cannot say. */
  readonly by?: { readonly author: string; readonly device: string; readonly at: Instant };
}

/** What undoing an import would leave as it is. */
export interface ChangedSince {
  readonly fields: number;
  readonly records: number;
  /** Not all of them where there are many. */
  readonly shown: readonly LaterChange[];
}

const mostRecords = 50;

export async function readChangedSince(
  store: Pick<StoreReading, 'leftByUndo' | 'history' | 'rows'>,
  sequence: number,
): Promise<ChangedSince> {
  const left = await store.leftByUndo(sequence);
  const byRecord = new Map<string, { readonly first: LeftField; readonly fields: Set<string> }>();
  for (const one of left) {
    const key = `${one.ledger} ${one.row}`;
    const known = byRecord.get(key);
    if (known) known.fields.add(one.field);
    else byRecord.set(key, { first: one, fields: new Set([one.field]) });
  }
  const records = [...byRecord.values()];
  const shown: LaterChange[] = [];
  for (const { first, fields } of records.slice(0, mostRecords)) {
    const { ledger, row } = first;
    const [record] = await store.rows(ledger, [row]);
    const later = (await store.history(ledger, row)).filter((entry) => entry.sequence > sequence);
    for (const field of fields) {
      const entry = later.find(({ change }) => touches(change, field));
      shown.push({ ...first, field, ...(record ? { record } : {}), ...byOf(entry) });
    }
  }
  const count = records.reduce((sum, { fields }) => sum + fields.size, 0);
  return { fields: count, records: records.length, shown };
}

function byOf(entry: HistoryEntry | undefined): Pick<LaterChange, 'by'> {
  if (!entry) return {};
  const { author, device, at } = entry;
  return { by: { author, device, at } };
}

/** History stands newest first: the first that touches a field is what it holds now. */
function touches(change: Change, field: string): boolean {
  switch (change.type) {
    case 'insert':
      return field === '' || field in change.values;
    case 'update':
      return field === '' || field in change.fields;
    case 'delete':
    case 'restore':
      return true;
    case 'reveal':
    case 'decide':
      return false;
  }
}
