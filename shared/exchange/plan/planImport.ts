import { codecFor } from '../../fields/codecFor';
import type { ParseContext } from '../../fields/codec';
import type { FieldChange } from '../../journal/change';
import type { RowId } from '../../kernel/ids';
import { failed, ok, type Result } from '../../kernel/result';
import { Shapes } from '../../kernel/shapes';
import type { LedgerDefinition, RowValues } from '../../ledger/defineLedger';
import type { StoredValue } from '../../ledger/field';
import { sameValue } from '../../ledger/sameValue';
import { DuplicateFinder } from './duplicates';
import type { FoundHeader } from '../recognise/findHeader';
import type { Mapping } from '../recognise/mapping';
import { matchRecords, type ImportLookup, type RecordMatch } from './matchRecords';
import type {
  CellFinding,
  ImportPlan,
  PlannedInsert,
  PlannedUnchanged,
  PlannedUpdate,
  PlanProblem,
  RejectedRow,
  SkippedRow,
} from './plan';
import { mappedColumns, readRecords, type MappedColumn, type ReadRecord } from './readRecords';
import { resolveOwnReferences } from './resolveOwnReferences';
import { addressFrom, addressIn, rowIn, type Sheet } from '../workbook';

export interface PlanProgress {
  readonly stage: 'read' | 'match' | 'compare';
  readonly done: number;
  readonly total: number;
}

export interface PlanRequest {
  readonly sheet: Sheet;
  readonly header: FoundHeader;
  readonly mapping: Mapping;
  readonly definition: LedgerDefinition;
  /** `dateSystem` of the workbook, `reportOn`, `resolveReference`. */
  readonly context: ParseContext;
  readonly lookup: ImportLookup;
  /** Ids for new records, one a call. */
  readonly newId: () => RowId;
  /** Values of new records for fields the file leaves blank (unit, recorder, time recorded). */
  readonly defaults?: RowValues;
  /** A blank cell clears what the store holds. Off by default: blanks mostly mean "not known". */
  readonly clearBlanks?: boolean;
  readonly onProgress?: (progress: PlanProgress) => void;
  readonly signal?: { readonly aborted: boolean };
  /** Gives other work its turn (a timer of 0 ms); called every few hundred rows. */
  readonly pause?: () => Promise<void>;
}

class Cancelled extends Error {}

const rowsPerTurn = 500;

/**
 * What importing the sheet would do, without doing it. Every row under the header ends in exactly
 * one of the plan's lists, or is blank. The same file planned again after its plan was committed
 * gives only `unchanged` rows, save for ledgers without natural keys.
 */
export async function planImport(request: PlanRequest): Promise<Result<ImportPlan, PlanProblem>> {
  const columns = mappedColumns(request.mapping, request.definition);
  if (!columns.some(({ field }) => field)) return failed({ tag: 'nothingMapped' });
  try {
    return ok(await makePlan(request, columns));
  } catch (error) {
    if (error instanceof Cancelled) return failed({ tag: 'cancelled' });
    throw error;
  }
}

async function makePlan(
  request: PlanRequest,
  columns: readonly MappedColumn[],
): Promise<ImportPlan> {
  const { sheet, header, definition, context, signal, onProgress } = request;
  const turn = async () => {
    if (signal?.aborted) throw new Cancelled();
    await request.pause?.();
    if (signal?.aborted) throw new Cancelled();
  };
  const asRead: ReadRecord[] = [];
  const skipped: SkippedRow[] = [];
  let done = 0;
  await turn();
  for (const item of readRecords(sheet, header, columns, context)) {
    if ('reason' in item) skipped.push(item);
    else asRead.push(item);
    if (++done % rowsPerTurn === 0) {
      onProgress?.({ stage: 'read', done, total: sheet.rows.length });
      await turn();
    }
  }
  const total = asRead.length;
  onProgress?.({ stage: 'match', done: 0, total });
  const matches = await matchRecords(asRead, definition, request.lookup, turn);
  const ids = asRead.map(({ recordNumber }, index) => {
    const match = matches[index];
    return match?.type === 'one' ? match.row.id : (recordNumber ?? request.newId());
  });
  const records = resolveOwnReferences(asRead, ids, definition);

  const inserts: PlannedInsert[] = [];
  const updates: PlannedUpdate[] = [];
  const unchanged: PlannedUnchanged[] = [];
  const rejected: RejectedRow[] = [];
  const findings: CellFinding[] = [];
  const required = Object.entries(definition.fields).flatMap(([name, field]) =>
    field.required ? [name] : [],
  );
  const shapes = new Shapes<StoredValue>();
  const duplicates = new DuplicateFinder(definition.matchOn);
  for (const [index, record] of records.entries()) {
    if (index % rowsPerTurn === 0) {
      onProgress?.({ stage: 'compare', done: index, total });
      await turn();
    }
    const match = matches[index] ?? { type: 'none', recordNumberUnknown: false };
    const changes =
      match.type === 'one' ? changedFields(record, match.row.values, request) : undefined;
    const matchedRow = match.type === 'one' ? match.row.id : record.recordNumber;
    const twin = duplicates.find(record, matchedRow);
    if (twin && twin.same) {
      const shown = addressIn(sheet, 0, twin.rowNumber);
      skipped.push({ rowNumber: record.rowNumber, reason: 'duplicate', shown });
      continue;
    }
    const missing = requiredFindings(record, columns, required, changes, request.defaults);
    const own = joined(
      record.findings,
      matchFindings(record, match, columns),
      twin ? [sameAs(record, columns, rowIn(sheet, twin.rowNumber))] : none,
      missing,
    );
    for (const finding of own) findings.push(finding);
    const { rowNumber } = record;
    if (own.some(({ severity }) => severity === 'error')) {
      rejected.push({ rowNumber, findings: own, values: record.values });
    } else if (match.type === 'one') {
      const row = match.row.id;
      if (changes && Object.keys(changes).length > 0) {
        updates.push({ rowNumber, findings: own, row, matchedBy: match.by, fields: changes });
      } else unchanged.push({ rowNumber, findings: own, row, matchedBy: match.by });
    } else {
      const row = ids[index] ?? request.newId();
      const values = withDefaults(record.values, request.defaults, shapes);
      inserts.push({ rowNumber, findings: own, row, values });
    }
  }
  onProgress?.({ stage: 'compare', done: total, total });
  skipped.sort((left, right) => left.rowNumber - right.rowNumber);
  return {
    ledger: definition.id,
    sheet: sheet.name,
    inserts,
    updates,
    unchanged,
    rejected,
    skipped,
    findings,
  };
}

const none: readonly CellFinding[] = [];

/** Most rows have nothing to say: they share the list that says so. */
function joined(...lists: readonly (readonly CellFinding[])[]): readonly CellFinding[] {
  const filled = lists.filter(({ length }) => length > 0);
  return filled.length > 1 ? filled.flat() : (filled[0] ?? none);
}

function sameAs(
  record: ReadRecord,
  columns: readonly MappedColumn[],
  row: number | string,
): CellFinding {
  return rowFinding(record, columns, 'error', 'row.sameAs', { row });
}

function withDefaults(
  own: RowValues,
  defaults: RowValues | undefined,
  shapes: Shapes<StoredValue>,
): RowValues {
  const names: string[] = [];
  const values: StoredValue[] = [];
  const add = (name: string, value: StoredValue | undefined) => {
    if (value === undefined) return;
    names.push(name);
    values.push(value);
  };
  for (const name in defaults) if (own[name] === undefined) add(name, defaults[name]);
  for (const name in own) add(name, own[name]);
  return shapes.make(names, values);
}

function changedFields(
  record: ReadRecord,
  stored: RowValues,
  { definition, clearBlanks = false }: PlanRequest,
): Readonly<Record<string, FieldChange>> {
  const changes: Record<string, FieldChange> = {};
  for (const [name, after] of Object.entries(record.values)) {
    const before: StoredValue | undefined = stored[name];
    const field = definition.fields[name];
    // A workbook holds seconds, a record perhaps milliseconds: compared in the one stored form.
    const same =
      before !== undefined &&
      (sameValue(before, after) || (field && sameValue(codecFor(field).normalise(before), after)));
    if (!same) changes[name] = { before: before ?? null, after };
  }
  if (clearBlanks) {
    for (const name of record.blanks) {
      const before = stored[name];
      if (before !== undefined) changes[name] = { before, after: null };
    }
  }
  return changes;
}

/** New records need every required field; known ones must not lose theirs. */
function requiredFindings(
  record: ReadRecord,
  columns: readonly MappedColumn[],
  required: readonly string[],
  changes: Readonly<Record<string, FieldChange>> | undefined,
  defaults: RowValues | undefined,
): readonly CellFinding[] {
  let findings: CellFinding[] | undefined;
  for (const name of required) {
    const missing = changes
      ? changes[name]?.after === null
      : record.values[name] === undefined && defaults?.[name] === undefined;
    if (!missing) continue;
    // A cell that holds something unreadable has said so itself.
    if (record.findings.some((finding) => finding.field === name && finding.severity === 'error')) {
      continue;
    }
    const column = columns.find((mapped) => mapped.field?.name === name)?.column;
    const finding = rowFinding(record, columns, 'error', 'required', undefined, column);
    (findings ??= []).push({ ...finding, field: name });
  }
  return findings ?? none;
}

function matchFindings(
  record: ReadRecord,
  match: RecordMatch,
  columns: readonly MappedColumn[],
): readonly CellFinding[] {
  const column = record.recordNumberColumn;
  switch (match.type) {
    case 'several': {
      const facts = { records: match.ids.length, by: match.keyFields.join('+') };
      return [rowFinding(record, columns, 'error', 'row.ambiguous', facts)];
    }
    case 'one':
      if (match.row.deletedAt !== undefined) {
        return [rowFinding(record, columns, 'error', 'row.deleted', undefined, column)];
      }
      return match.recordNumberUnknown
        ? [rowFinding(record, columns, 'warning', 'recordNumber.matchedByKey', undefined, column)]
        : none;
    case 'none':
      if (!match.recordNumberUnknown && match.otherKey === undefined) return none;
      return [
        ...(match.recordNumberUnknown
          ? [rowFinding(record, columns, 'warning', 'recordNumber.unknown', undefined, column)]
          : []),
        ...(match.otherKey === undefined
          ? []
          : [rowFinding(record, columns, 'warning', 'row.otherKey', { by: match.otherKey })]),
      ];
  }
}

function rowFinding(
  record: ReadRecord,
  columns: readonly MappedColumn[],
  severity: CellFinding['severity'],
  rule: CellFinding['rule'],
  facts?: CellFinding['facts'],
  column = columns[0]?.column ?? 0,
): CellFinding {
  const { rowNumber, origin } = record;
  const address = addressFrom(origin, column, rowNumber);
  return { severity, rule, ...(facts ? { facts } : {}), address, rowNumber, column, shown: '' };
}
