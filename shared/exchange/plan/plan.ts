import type { Finding } from '../../fields/codec';
import type { FindingRule } from '../../fields/findingRule';
import type { FieldChange } from '../../journal/change';
import type { RowId } from '../../kernel/ids';
import type { RowValues } from '../../ledger/defineLedger';
import type { StoredValue } from '../../ledger/field';

/** `error`: the row is not taken. `warning`: taken, look at it. `note`: taken, for the record. */
export type Severity = 'error' | 'warning' | 'note';

/** What an import can say about a row, beside the rules of the field codecs. */
export type ImportRule =
  /** The cell is under a merge: it stands for the value of cell `from`. */
  | 'cell.fromMerge'
  /** It holds something that the merge over it hides from people; not taken. */
  | 'cell.underMerge'
  /** A filter or a person hides the row; taken all the same. */
  | 'row.hidden'
  /** Its record is deleted here: restore it first. */
  | 'row.deleted'
  /** Its natural key `by` is that of `records` records. */
  | 'row.ambiguous'
  /** Row `row` of the file names the same record and says something else. */
  | 'row.sameAs'
  /** A record has the same `by` but a better key of its own: taken as a new one. */
  | 'row.otherKey'
  | 'recordNumber.malformed'
  /** No record has it here (another device made it): kept for the new record. */
  | 'recordNumber.unknown'
  /** The same, but a record with the natural key is here: that one is meant. */
  | 'recordNumber.matchedByKey';

/** Something to say about one cell. */
export interface CellFinding {
  readonly rule: FindingRule | ImportRule;
  readonly facts?: NonNullable<Finding['facts']>;
  readonly severity: Severity;
  /** `B7`; the first column of the row where no one cell is meant. */
  readonly address: string;
  readonly rowNumber: number;
  readonly column: number;
  readonly field?: string;
  /** What the cell held, as text. */
  readonly shown: string;
}

interface PlannedRow {
  readonly rowNumber: number;
  readonly findings: readonly CellFinding[];
}

export type MatchedBy = 'recordNumber' | 'naturalKey';

export interface PlannedInsert extends PlannedRow {
  readonly row: RowId;
  readonly values: RowValues;
}

export interface PlannedUpdate extends PlannedRow {
  readonly row: RowId;
  readonly matchedBy: MatchedBy;
  /** Only what differs: what the store holds now → what it will hold. */
  readonly fields: Readonly<Record<string, FieldChange>>;
}

export interface PlannedUnchanged extends PlannedRow {
  readonly row: RowId;
  readonly matchedBy: MatchedBy;
}

/** At least one finding is an error; `values` is what could be read, for the preview. */
export interface RejectedRow extends PlannedRow {
  readonly values: Readonly<Record<string, StoredValue>>;
}

export type SkipReason =
  /** Cells only in columns that are not imported (a running number, say). */
  | 'nothingMapped'
  | 'totals'
  | 'footnote'
  | 'repeatedHeader'
  /** `1 2 3 4` or `甲 乙 1 2` under the header. */
  | 'columnNumbers'
  /** Word for word a row before it that names the same record. */
  | 'duplicate';

/** A row with content that is no record; listed, never dropped in silence. */
export interface SkippedRow {
  readonly rowNumber: number;
  readonly reason: SkipReason;
  readonly shown: string;
}

/** What the preview shows, what is written, and what the journal keeps of an import. */
export interface ImportPlan {
  readonly ledger: string;
  readonly sheet: string;
  readonly inserts: readonly PlannedInsert[];
  readonly updates: readonly PlannedUpdate[];
  readonly unchanged: readonly PlannedUnchanged[];
  readonly rejected: readonly RejectedRow[];
  readonly skipped: readonly SkippedRow[];
  /** Every finding of all rows, in the order of the sheet. */
  readonly findings: readonly CellFinding[];
}

export type PlanProblem =
  | { readonly tag: 'cancelled' }
  /** No column was given to a field. */
  | { readonly tag: 'nothingMapped' };

/** The store's `Write`, structurally: engine folders do not import the renderer. */
export type PlannedWrite =
  | {
      readonly type: 'insert';
      readonly ledger: string;
      readonly row: RowId;
      readonly values: RowValues;
    }
  | {
      readonly type: 'update';
      readonly ledger: string;
      readonly row: RowId;
      readonly values: Readonly<Record<string, StoredValue | null>>;
    };

/** What a commit takes; commit it with `expectSequence` of when the plan was made. */
export function planToWrites(plan: ImportPlan): readonly PlannedWrite[] {
  const { ledger } = plan;
  return [
    ...plan.inserts.map(({ row, values }): PlannedWrite => ({
      type: 'insert',
      ledger,
      row,
      values,
    })),
    ...plan.updates.map(({ row, fields }): PlannedWrite => ({
      type: 'update',
      ledger,
      row,
      values: Object.fromEntries(
        Object.entries(fields).map(([name, change]) => [name, change.after]),
      ),
    })),
  ];
}
