import { assertNever } from '../../../shared/kernel/assertNever';
import { hybridTimeMs } from '../../../shared/kernel/hybridTime';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import type { StoredValue } from '../../../shared/ledger/field';
import type { Table } from '../table/contract';
import { plainChanges } from '../../../shared/merge/applied';
import { rowChangesOf } from '../../../shared/merge/rowChange';
import type { RowEffect } from '../../../shared/merge/mergeStore';
import { migrateFields, migrateRow, stepsFrom, type LedgerStep } from '../versions/ledgerSteps';
import type { LedgerTables } from './ledgerTables';
import type { ChangePart, CommitRecord, LinkedChange, MergePart } from './stored/commitRecord';
import { decodeRows } from '../table/block/rowBlock';

interface Applying extends LedgerTables {
  readonly steps: readonly LedgerStep[];
}

/**
 * Carries a durable commit into the tables. Applied again it changes nothing; changes to rows that
 * a loss has swallowed are left out.
 */
export function applyRecord(applying: Applying, record: CommitRecord): void {
  const at = toInstant(hybridTimeMs(record.time));
  for (const part of record.parts) {
    if (part.type === 'inserts') applyInserts(applying, record, part);
    else if (part.type === 'merge') applyMerge(applying, record, part);
    else for (const change of part.changes) applyChange(applying, record, change, at);
  }
}

function applyInserts(
  { tables, dirtyPages, steps, learn }: Applying,
  record: CommitRecord,
  { ledger, first, block }: Extract<ChangePart, { type: 'inserts' }>,
): void {
  const table = tables.get(ledger);
  if (!table) return; // a ledger of a later version of the app: kept in the journal, not shown
  const from = table.size;
  const ahead = stepsFrom(steps, ledger, record.versions[ledger] ?? 1);
  // Rows come in order, so where the first is not here yet none of them is.
  if (ahead.length === 0 && table.ordinalOf(first) === undefined)
    table.loadBlock(block, record.sequence);
  else
    for (const { id, values } of decodeRows(block))
      if (table.ordinalOf(id) === undefined)
        table.insert(id, migrateRow(ahead, values), record.sequence);
  dirtyPages.markRange(ledger, from, table.size);
  learn(ledger);
}

function applyMerge(applying: Applying, record: CommitRecord, part: MergePart): void {
  const instants = new Map(
    part.entries.flatMap(({ entry }) =>
      rowChangesOf(entry).map(
        ({ change, stamp }) => [change, toInstant(hybridTimeMs(stamp.time))] as const,
      ),
    ),
  );
  const definer = applying.ledgers.find(({ role }) => role === 'definitions')?.id;
  const changes = plainChanges(part);
  // a ledger has to be defined before its rows come
  for (const isDefinition of [true, false]) {
    const isNow = ({ ledger }: { readonly ledger: string }) =>
      (ledger === definer) === isDefinition;
    for (const change of changes) {
      const at = instants.get(change);
      if (isNow(change) && at !== undefined)
        applyChange(applying, record, { ...change, previous: 0 }, at);
    }
    for (const effect of part.effects) if (isNow(effect)) applyEffect(applying, record, effect);
  }
}

/** A row as merging has found it to be; changes to one that has not arrived leave nothing to see. */
function applyEffect(
  { tables, dirtyPages, steps, learn }: Applying,
  record: CommitRecord,
  { ledger, row, fields, becomes, deletedAt }: RowEffect,
): void {
  const table = tables.get(ledger);
  if (!table || becomes === 'absent') return;
  const ahead = stepsFrom(steps, ledger, record.versions[ledger] ?? 1);
  const values: Record<string, StoredValue | null> = {};
  for (const [name, { after }] of Object.entries(fields)) values[name] = after;
  let ordinal = table.ordinalOf(row);
  if (ordinal === undefined) ordinal = table.insert(row, {}, record.sequence);
  table.update(ordinal, migrateFields(ahead, values), record.sequence);
  table.setDeleted(ordinal, deletedAt, record.sequence);
  dirtyPages.mark(ledger, ordinal);
  learn(ledger);
}

function applyChange(
  { tables, dirtyPages, steps, learn }: Applying,
  record: CommitRecord,
  change: LinkedChange,
  at: Instant,
): void {
  const { ledger } = change;
  const table = tables.get(ledger);
  if (!table) return; // as above
  const ahead = stepsFrom(steps, ledger, record.versions[ledger] ?? 1);
  if (change.type === 'insert') {
    if (table.ordinalOf(change.row) !== undefined) return;
    const ordinal = table.insert(change.row, migrateRow(ahead, change.values), record.sequence);
    dirtyPages.mark(ledger, ordinal);
    learn(ledger);
    return;
  }
  const ordinal = table.ordinalOf(change.row);
  if (ordinal === undefined) return;
  applyToRow(table, ordinal, change, record.sequence, at, ahead);
  dirtyPages.mark(ledger, ordinal);
  learn(ledger);
}

function applyToRow(
  table: Table,
  ordinal: number,
  change: Exclude<LinkedChange, { type: 'insert' }>,
  sequence: number,
  at: Instant,
  ahead: readonly LedgerStep[],
): void {
  switch (change.type) {
    case 'update': {
      const values: Record<string, StoredValue | null> = {};
      for (const [name, { after }] of Object.entries(change.fields)) values[name] = after;
      table.update(ordinal, migrateFields(ahead, values), sequence);
      break;
    }
    case 'delete':
      table.setDeleted(ordinal, at, sequence);
      break;
    case 'restore':
      table.setDeleted(ordinal, undefined, sequence);
      break;
    case 'reveal':
    case 'decide':
      table.update(ordinal, {}, sequence);
      break;
    default:
      assertNever(change);
  }
}
