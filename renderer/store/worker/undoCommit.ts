import { assertNever } from '../../../shared/kernel/assertNever';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { StoredValue } from '../../../shared/ledger/field';
import type { CommitProblem, CommitReceipt, LeftField, Write } from '../contract';
import type { Tables } from './buildChanges';
import { commitWrites } from './commitWrites';
import type { OpenedState } from './openedState';
import { inverseOfMerge } from './merge/inverseOfMerge';
import { createCommitReader } from './readCommit';
import { changesOf, type LinkedChange } from './stored/commitRecord';

interface Inverse {
  readonly writes: readonly Write[];
  readonly left: readonly LeftField[];
}

async function inverseOf(state: OpenedState, sequence: number): Promise<Inverse | undefined> {
  const record = await createCommitReader(state)(sequence);
  if (!record) return undefined;
  const isMerge = record.parts.some(({ type }) => type === 'merge');
  return isMerge
    ? inverseOfMerge(state.tables, record)
    : inverseWrites(state.tables, changesOf(record, state.steps));
}

/** What undoing the commit now would leave as it is, because it has changed since. */
export async function leftByUndo(
  state: OpenedState,
  sequence: number,
): Promise<readonly LeftField[]> {
  return (await inverseOf(state, sequence))?.left ?? [];
}

/** Takes back a commit by one of its own; what has changed since is left as it is, and named. */
export async function undoCommit(
  state: OpenedState,
  sequence: number,
): Promise<Result<CommitReceipt & { readonly left: readonly LeftField[] }, CommitProblem>> {
  const inverse = await inverseOf(state, sequence);
  if (!inverse) return failed({ tag: 'storage', detail: `commit ${sequence}` });
  const { writes, left } = inverse;
  const committed = await commitWrites(
    state,
    [{ type: 'writes', writes }],
    { type: 'undo', of: sequence },
    undefined,
  );
  return committed.ok ? ok({ ...committed.value, left }) : committed;
}

/** A row as it will be once the writes so far are done. */
interface Planned {
  readonly valueOf: (field: string) => StoredValue | null;
  readonly values: Map<string, StoredValue | null>;
  /** Those that are filled now. */
  readonly fields: readonly string[];
  deleted: boolean;
}

/** What takes the changes back, last one first, and the fields that later changes keep from it. */
export function inverseWrites(tables: Tables, changes: readonly LinkedChange[]): Inverse {
  const left: LeftField[] = [];
  const plans = new Map<string, Planned>();
  const writes = changes.toReversed().flatMap((change): readonly Write[] => {
    const plan = planFor(tables, plans, change);
    return plan ? inverse(plan, change, left) : [];
  });
  return { writes, left };
}

function planFor(
  tables: Tables,
  plans: Map<string, Planned>,
  { ledger, row }: LinkedChange,
): Planned | undefined {
  const key = `${ledger} ${row}`;
  const table = tables.get(ledger);
  const ordinal = table?.ordinalOf(row);
  if (!table || ordinal === undefined) return undefined;
  const values = new Map<string, StoredValue | null>();
  const { values: now, deletedAt } = table.rowAt(ordinal);
  const plan = plans.get(key) ?? {
    values,
    fields: Object.keys(now),
    valueOf: (field) =>
      values.get(field) ?? (values.has(field) ? null : table.valueAt(ordinal, field)) ?? null,
    deleted: deletedAt !== undefined,
  };
  plans.set(key, plan);
  return plan;
}

const same = (left: StoredValue | null, right: StoredValue | null) =>
  JSON.stringify(left) === JSON.stringify(right);

function inverse(plan: Planned, change: LinkedChange, left: LeftField[]): readonly Write[] {
  const { ledger, row } = change;
  switch (change.type) {
    case 'insert': {
      if (plan.deleted) return [];
      // What somebody has typed into the record since must not go with it.
      const fields = new Set([...Object.keys(change.values), ...plan.fields]);
      const changed = [...fields].filter(
        (field) => !same(plan.valueOf(field), change.values[field] ?? null),
      );
      left.push(...changed.map((field) => ({ ledger, row, field })));
      plan.deleted = changed.length === 0;
      return plan.deleted ? [{ type: 'delete', ledger, row }] : [];
    }
    case 'delete':
    case 'restore': {
      if (plan.deleted !== (change.type === 'delete')) return [];
      plan.deleted = !plan.deleted;
      return [{ type: plan.deleted ? 'delete' : 'restore', ledger, row }];
    }
    case 'reveal':
    case 'decide':
      return [];
    case 'update': {
      const values: Record<string, StoredValue | null> = {};
      for (const [field, { before, after }] of Object.entries(change.fields)) {
        if (!plan.deleted && same(plan.valueOf(field), after)) {
          values[field] = before;
          plan.values.set(field, before);
        } else left.push({ ledger, row, field });
      }
      return Object.keys(values).length > 0 ? [{ type: 'update', ledger, row, values }] : [];
    }
    default:
      return assertNever(change);
  }
}
