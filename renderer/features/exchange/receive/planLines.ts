import type { EditPlan } from '../../../../shared/exchange/parcel/planEdits';
import type { ReceivePlan } from '../../../../shared/exchange/parcel/planReceive';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { Conflict } from '../../../../shared/merge/conflict';
import type { MergedRow } from '../../../../shared/merge/mergeRow';
import { isWonByTheirs, lineKeys, presetOf } from './lineKeys';
import { lineKinds, type LineHead, type ShownLine } from './receiveLine';

/** Makes words of values, in the language of the page. */
export interface LineWords {
  readonly value: (ledger: string, field: string, value: StoredValue | null) => string | null;
  /** Several values of one field, told apart: not masked where the masks are alike. */
  readonly values: (
    ledger: string,
    field: string,
    values: readonly (StoredValue | null | undefined)[],
  ) => readonly (string | null | undefined)[];
  /** What the record is called, here or in the workbook. */
  readonly record: (ledger: string, row: RowId) => string;
  readonly recordOf: (ledger: string, values: RowValues) => string;
}

export type PlannedLine = LineHead & { readonly show: (words: LineWords) => ShownLine };

/** Everything a plan would do, line by line: the machine part first, then what people edited. */
export function planLines(plan: Pick<ReceivePlan, 'merge' | 'edits'>): readonly PlannedLine[] {
  const { merge, edits } = plan;
  const lines: PlannedLine[] = [
    ...merge.rows.flatMap(mergedLines),
    ...merge.twins.map((pair): PlannedLine => {
      const { ledger, first, second, by } = pair;
      const [field = ''] = by;
      return {
        key: lineKeys.twins(pair),
        kind: 'twins',
        ledger,
        row: first.id,
        field,
        choice: 'sides',
        show: (words) => ({
          record: words.recordOf(ledger, first.values),
          before: words.value(ledger, field, first.values[field] ?? null),
          ...toldApart(words, ledger, second.values, first.values),
        }),
      };
    }),
    ...merge.awaited.map(({ ledger, row, field, awaited }): PlannedLine => ({
      key: `waiting ${ledger} ${row} ${field} ${awaited}`,
      kind: 'waiting',
      ledger,
      field,
      choice: 'none',
      show: ({ record }) => ({ record: record(ledger, row), theirs: awaited }),
    })),
    ...edits.flatMap(editLines),
  ];
  const order = new Map(lineKinds.map((kind, place) => [kind, place]));
  const placeOf = ({ kind }: PlannedLine) => order.get(kind) ?? 0;
  return lines.sort((left, right) => placeOf(left) - placeOf(right));
}

/** Two that may be one, each by what the other has not: nobody can choose between equal names. */
function toldApart(
  { values }: LineWords,
  ledger: string,
  theirs: RowValues,
  ours: RowValues,
): Pick<ShownLine, 'theirs' | 'ours'> {
  const shown = Object.keys({ ...theirs, ...ours }).flatMap((field) => {
    const pair = values(ledger, field, [theirs[field] ?? null, ours[field] ?? null]);
    return pair[0] === pair[1] ? [] : [pair];
  });
  const side = (place: 0 | 1) => {
    const words = shown.flatMap((pair) => pair[place] ?? []);
    return words.length === 0 ? null : words.join(' · ');
  };
  return { theirs: side(0), ours: side(1) };
}

function mergedLines(merged: MergedRow): readonly PlannedLine[] {
  const { ledger, row, was, becomes, fields, incoming } = merged;
  const who = incoming.at(-1)?.author ?? '';
  const conflicted = new Set(
    merged.conflicts.map((conflict) => (conflict.type === 'field' ? conflict.field : '')),
  );
  const whole = (kind: 'new' | 'removed' | 'restored', values: RowValues): PlannedLine => ({
    key: `${kind} ${ledger} ${row}`,
    kind,
    ledger,
    ...(was ? { row } : {}),
    choice: 'none',
    show: ({ recordOf }) => ({ record: recordOf(ledger, values), who }),
  });
  const lines = merged.conflicts.map((conflict) => conflictLine(merged, conflict));
  if (!becomes) return lines;
  const isGone = becomes.deletedAt !== undefined;
  if (!was) return isGone ? lines : [...lines, whole('new', becomes.values)];
  const wasGone = was.deletedAt !== undefined;
  if (isGone && !wasGone) lines.push(whole('removed', was.values));
  if (wasGone && !isGone) lines.push(whole('restored', becomes.values));
  for (const [field, { before, after }] of Object.entries(fields)) {
    if (conflicted.has(field)) continue;
    lines.push({
      key: `changed ${ledger} ${row} ${field}`,
      kind: 'changed',
      ledger,
      row,
      field,
      choice: 'none',
      show: ({ values, recordOf }) => {
        const [shownBefore, theirs] = values(ledger, field, [before, after]);
        return {
          record: recordOf(ledger, becomes.values),
          before: shownBefore ?? null,
          theirs: theirs ?? null,
          who,
        };
      },
    });
  }
  return lines;
}

function conflictLine(merged: MergedRow, conflict: Conflict): PlannedLine {
  const { ledger, row, was, becomes } = merged;
  const isTheirs = isWonByTheirs(merged, conflict);
  const recordValues = becomes?.values ?? was?.values ?? {};
  const key = lineKeys.conflict(merged, conflict);
  if (conflict.type === 'deletion') {
    const { deletion, edit, values } = conflict;
    return {
      key,
      kind: 'deletionConflict',
      ledger,
      ...(was ? { row } : {}),
      choice: 'sides',
      show: ({ recordOf, value }) => {
        const edited = Object.entries(values)
          .map(([field, one]) => value(ledger, field, one) ?? '')
          .join(' · ');
        return {
          record: recordOf(ledger, recordValues),
          // Blank is the deletion; the page has the word for it.
          theirs: isTheirs ? null : edited,
          ours: isTheirs ? edited : null,
          who: (isTheirs ? deletion : edit).author,
        };
      },
    };
  }
  const { field, lost, value, earlier, later } = conflict;
  return {
    key,
    kind: 'conflict',
    ledger,
    ...(was ? { row } : {}),
    field,
    choice: 'sides',
    show: ({ values, recordOf }) => {
      const [before, theirs, ours] = values(ledger, field, [
        lost.before,
        isTheirs ? value : lost.after,
        isTheirs ? lost.after : value,
      ]);
      return {
        record: recordOf(ledger, recordValues),
        before: before ?? null,
        theirs: theirs ?? null,
        ours: ours ?? null,
        who: (isTheirs ? later : earlier).author,
      };
    },
  };
}

function editLines(plan: EditPlan): readonly PlannedLine[] {
  const { ledger } = plan;
  const added = (row: EditPlan['added'][number]): PlannedLine => {
    const [twin] = row.twins;
    return {
      key: lineKeys.twin(ledger, row),
      kind: twin ? 'twin' : 'added',
      ledger,
      choice: twin ? 'sides' : 'none',
      show: (words) => ({
        record: words.recordOf(ledger, row.values),
        rowNumber: row.rowNumber,
        ...(twin ? toldApart(words, ledger, row.values, twin.values) : {}),
      }),
    };
  };
  return [
    ...plan.edits.map((edit): PlannedLine => {
      const { row, field, kind, address, before, theirs, ours } = edit;
      const preset = presetOf[kind];
      return {
        key: lineKeys.edit(ledger, edit),
        kind,
        ledger,
        row,
        field,
        choice: 'sides',
        ...(preset ? { preset } : {}),
        show: ({ values, record }) => {
          const [sent, one, other] = values(ledger, field, [before, theirs, ours]);
          return {
            record: record(ledger, row),
            address,
            before: sent ?? null,
            theirs: one ?? null,
            ours: other ?? null,
          };
        },
      };
    }),
    ...plan.added.map(added),
    ...plan.deletions.map(({ id, values }: Row): PlannedLine => ({
      key: lineKeys.deletion(ledger, id),
      kind: 'deletion',
      ledger,
      row: id,
      choice: 'tick',
      preset: 'ours',
      show: ({ recordOf }) => ({ record: recordOf(ledger, values) }),
    })),
    ...plan.rejected.map(({ address, row, field, why }, place): PlannedLine => ({
      key: `rejected ${ledger} ${place}`,
      kind: 'rejected',
      ledger,
      ...(field === undefined ? {} : { field }),
      choice: 'none',
      show: ({ record }) => ({ record: row ? record(ledger, row) : '', address, why }),
    })),
    ...plan.notices.map((notice, place): PlannedLine => ({
      key: `notice ${ledger} ${place}`,
      kind: 'notice',
      ledger,
      ...('field' in notice ? { field: notice.field } : {}),
      choice: 'none',
      show: ({ record }) => ({
        record: 'row' in notice ? record(ledger, notice.row) : '',
        notice: notice.type,
        ...('address' in notice ? { address: notice.address } : {}),
      }),
    })),
  ];
}
