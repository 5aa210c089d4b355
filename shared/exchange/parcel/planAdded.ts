import type { Change, FieldChange } from '../../journal/change';
import type { RowId } from '../../kernel/ids';
import type { LedgerDefinition, Row, RowValues } from '../../ledger/defineLedger';
import { sameOrBlank } from '../../merge/foldRow';
import { twinsKey, type Twins } from '../../merge/twins';
import type { AddedRow, HumanEdits } from './humanEdits';
import type { EditLookup } from './planEdits';

/** A row that somebody typed into the sheet. */
export interface PlannedRow extends AddedRow {
  /** What a decision about it is remembered by. */
  readonly key: string;
  readonly row: RowId;
  /**
   * Records that a natural key names alike, here or higher up in the sheet, the likeliest first:
   * one thing entered twice, perhaps. Nothing is written before somebody has said so.
   */
  readonly twins: readonly Row[];
}

interface PlannedRows {
  readonly added: readonly PlannedRow[];
  /** Rows that this or another copy of the workbook has brought before. */
  readonly alreadyHere: number;
}

export async function planAdded(
  edits: HumanEdits,
  definition: LedgerDefinition,
  parcel: string,
  lookup: EditLookup,
): Promise<PlannedRows> {
  const { ledger } = edits;
  const rows = edits.added.map((one) => ({
    ...one,
    row: lookup.newId(),
    key: `${parcel}:added:${JSON.stringify(one.values)}`,
  }));
  const sheet = new Map(rows.map(({ row, values }) => [row, { id: row, values }] as const));
  const partners = partnersIn(await lookup.twins(definition, sheet), sheet);
  const added: PlannedRow[] = [];
  const dropped = new Set<RowId>();
  for (const one of rows) {
    const twins = (partners.get(one.row) ?? []).filter(({ id }) => !dropped.has(id));
    const here = twins.filter(({ id }) => !sheet.has(id));
    if (await wasBrought(lookup, ledger, here, one)) dropped.add(one.row);
    else added.push({ ...one, twins });
  }
  return { added, alreadyHere: dropped.size };
}

/** By the row that was added, and of two that were by the lower one. */
function partnersIn(
  pairs: readonly Twins[],
  sheet: ReadonlyMap<RowId, Row>,
): ReadonlyMap<RowId, readonly Row[]> {
  const partners = new Map<RowId, Row[]>();
  for (const { first, second } of pairs) {
    const [row, other] = sheet.has(second.id) ? [second, first] : [first, second];
    const known = partners.get(row.id);
    if (known) known.push(other);
    else partners.set(row.id, [other]);
  }
  return partners;
}

/** The record holds all of it, was made of it, or somebody has decided about it. */
async function wasBrought(
  lookup: EditLookup,
  ledger: string,
  here: readonly Row[],
  { key, values }: Pick<PlannedRow, 'key' | 'values'>,
): Promise<boolean> {
  for (const { id, values: held } of here) {
    if (holdsAll(held, values)) return true;
    for (const { change } of await lookup.rowChanges(ledger, id)) {
      if (change.type === 'insert' && holdsAll(change.values, values)) return true;
      if (change.type !== 'decide' || change.decision.about !== 'duplicate') continue;
      if (change.key === key) return true;
    }
  }
  return false;
}

function holdsAll(held: RowValues, values: RowValues): boolean {
  return Object.entries(values).every(([name, value]) => sameOrBlank(held[name] ?? null, value));
}

/**
 * What is written of the rows people added. One that may be here already is added beside its twin, or
 * fills its blanks, as was decided; undecided it is left out. `edited`: what else the sheet changes.
 */
export function addedChanges(
  ledger: string,
  added: readonly PlannedRow[],
  decided: ReadonlyMap<RowId, 'apart' | 'joined'>,
  edited: ReadonlyMap<RowId, Readonly<Record<string, FieldChange>>>,
): readonly Change[] {
  const changes: Change[] = [];
  /** Rows that were joined to another never become records. */
  const joinedInto = new Map<RowId, RowId>();
  const filled = new Map<RowId, RowValues>();
  for (const { row, key, values, twins } of added) {
    const [twin] = twins;
    const insert: Change = { type: 'insert', ledger, row, values };
    if (!twin) {
      changes.push(insert);
      continue;
    }
    const kept = decided.get(row);
    if (!kept) continue;
    const target = joinedInto.get(twin.id) ?? twin.id;
    const decision = { about: 'duplicate', kept } as const;
    changes.push({ type: 'decide', ledger, row: target, decision, key });
    if (kept === 'apart') {
      changes.push(insert);
      for (const { id } of twins) {
        const first = id < row ? id : row;
        changes.push({ type: 'decide', ledger, row: first, decision, key: twinsKey(id, row) });
      }
      continue;
    }
    joinedInto.set(row, target);
    const known = filled.get(target) ?? twin.values;
    const blanks = Object.entries(values).filter(
      ([name]) => known[name] === undefined && edited.get(target)?.[name] === undefined,
    );
    filled.set(target, { ...values, ...known });
    const fields = Object.fromEntries(
      blanks.map(([name, after]) => [name, { before: null, after }] as const),
    );
    if (blanks.length > 0) changes.push({ type: 'update', ledger, row: target, fields });
  }
  return changes;
}
