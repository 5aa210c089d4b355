import type { Finding } from '../../fields/codec';
import type { Change, FieldChange } from '../../journal/change';
import type { RowId } from '../../kernel/ids';
import type { LedgerDefinition, Row } from '../../ledger/defineLedger';
import type { StoredValue } from '../../ledger/field';
import { sameOrBlank } from '../../merge/foldRow';
import type { RowChange } from '../../merge/rowChange';
import type { Overlay, Twins } from '../../merge/twins';
import type { EditNotice, HumanEdits, RejectedCell } from './humanEdits';
import { addedChanges, planAdded, type PlannedRow } from './planAdded';

/** One edited cell against what the record holds here once the machine part is merged. */
export interface PlannedEdit {
  /** What a decision about it is remembered by. */
  readonly key: string;
  readonly row: RowId;
  readonly field: string;
  readonly address: string;
  /** As it was sent. */
  readonly before: StoredValue | null;
  readonly theirs: StoredValue | null;
  readonly ours: StoredValue | null;
  /**
   * | `set`      | nobody has touched it here since                                       |
   * | `clear`    | the same, and the cell is empty now: asked about                       |
   * | `conflict` | it has changed here since: one has to be chosen                        |
   */
  readonly kind: 'set' | 'clear' | 'conflict';
  readonly findings: readonly Finding[];
}

/** What the edits of one sheet would write: shown, decided, written and journalled as one value. */
export interface EditPlan {
  readonly ledger: string;
  readonly sheet: string;
  readonly edits: readonly PlannedEdit[];
  readonly added: readonly PlannedRow[];
  /** Proposals: nothing is deleted that nobody has named. */
  readonly deletions: readonly Row[];
  readonly rejected: readonly RejectedCell[];
  readonly notices: readonly EditNotice[];
  /** Edits that were taken before, from this or another copy of the workbook. */
  readonly alreadyHere: number;
  readonly unchanged: number;
}

export interface EditLookup {
  /** As the rows will be once the machine part is merged; undefined: not here. */
  rowsAfter(ledger: string, rows: readonly RowId[]): Promise<readonly (Row | undefined)[]>;
  rowChanges(ledger: string, row: RowId): Promise<readonly Pick<RowChange, 'change'>[]>;
  /** Pairs that these rows make with each other and with live records, as `findTwins` gives them. */
  twins(definition: LedgerDefinition, rows: Overlay): Promise<readonly Twins[]>;
  newId(): RowId;
}

export async function planEdits(
  edits: HumanEdits,
  definition: LedgerDefinition,
  parcel: string,
  lookup: EditLookup,
): Promise<EditPlan> {
  const { ledger, sheet, cells, missing, notices, unchanged } = edits;
  const rows = await lookup.rowsAfter(
    ledger,
    cells.map(({ row }) => row),
  );
  const planned: PlannedEdit[] = [];
  const rejected = [...edits.rejected];
  let alreadyHere = 0;
  for (const [place, cell] of cells.entries()) {
    const current = rows[place];
    const { row, field, address, before, after, findings } = cell;
    if (!current || current.deletedAt !== undefined) {
      rejected.push({ address, row, field, why: { rule: 'row.deleted' } });
      continue;
    }
    const ours = current.values[field] ?? null;
    const key = `${parcel}:${field}:${JSON.stringify(after)}`;
    if (sameOrBlank(ours, after)) {
      alreadyHere++;
      continue;
    }
    const changed = !sameOrBlank(ours, before);
    if (changed && (await wasTaken(lookup, cell, ledger, key))) {
      alreadyHere++;
      continue;
    }
    const kind = changed ? 'conflict' : after === null ? 'clear' : 'set';
    planned.push({ key, row, field, address, before, theirs: after, ours, kind, findings });
  }
  const rowsAdded = await planAdded(edits, definition, parcel, lookup);
  const gone = await lookup.rowsAfter(ledger, missing);
  return {
    ledger,
    sheet,
    edits: planned,
    added: rowsAdded.added,
    deletions: gone.flatMap((row) => (row && row.deletedAt === undefined ? [row] : [])),
    rejected,
    notices,
    alreadyHere: alreadyHere + rowsAdded.alreadyHere,
    unchanged,
  };
}

/** The edit came by another way and was changed on since, or somebody has decided about it. */
async function wasTaken(
  lookup: EditLookup,
  { row, field, before, after }: HumanEdits['cells'][number],
  ledger: string,
  key: string,
): Promise<boolean> {
  const changes = await lookup.rowChanges(ledger, row);
  return changes.some(({ change }) => {
    if (change.type === 'decide') return change.decision.about === 'edit' && change.key === key;
    const own = change.type === 'update' ? change.fields[field] : undefined;
    return own !== undefined && sameOrBlank(own.before, before) && sameOrBlank(own.after, after);
  });
}

export interface EditChoices {
  /** By place in `edits`: which value stays. Conflicts without a choice are left as they are here. */
  readonly kept: ReadonlyMap<number, 'theirs' | 'ours'>;
  /** Places of cleared cells that shall be cleared. */
  readonly cleared: ReadonlySet<number>;
  readonly deleted: ReadonlySet<RowId>;
  /** Of added rows whose natural key is here already: a record of its own, or the same one. */
  readonly twins: ReadonlyMap<RowId, 'apart' | 'joined'>;
}

/** What is written: the edits without conflict, and what was decided about the others. */
export function editChanges(plan: EditPlan, choices: EditChoices): readonly Change[] {
  const { ledger } = plan;
  const fields = new Map<RowId, Record<string, FieldChange>>();
  const changes: Change[] = [];
  for (const [place, edit] of plan.edits.entries()) {
    const { row, field, theirs, ours, key } = edit;
    const kept = choices.kept.get(place);
    if (edit.kind === 'conflict' && kept) {
      changes.push({ type: 'decide', ledger, row, key, decision: { about: 'edit', kept } });
    }
    const taken = {
      set: kept !== 'ours',
      clear: choices.cleared.has(place),
      conflict: kept === 'theirs',
    }[edit.kind];
    if (!taken) continue;
    const own = fields.get(row) ?? {};
    own[field] = { before: ours, after: theirs };
    fields.set(row, own);
  }
  for (const [row, changed] of fields)
    changes.push({ type: 'update', ledger, row, fields: changed });
  for (const one of addedChanges(ledger, plan.added, choices.twins, fields)) changes.push(one);
  for (const { id, values } of plan.deletions) {
    if (choices.deleted.has(id)) changes.push({ type: 'delete', ledger, row: id, values });
  }
  return changes;
}
