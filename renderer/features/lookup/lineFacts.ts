import { isRowId, type RowId } from '../../../shared/kernel/ids';
import { maskValue } from '../../../shared/fields/mask';
import type { ParseContext } from '../../../shared/fields/codec';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Field } from '../../../shared/ledger/field';
import type { GridCell } from '../../components/grid/gridTypes';
import { cellShown } from '../../components/record/cellShown';
import type { StoreReading } from '../../store/contract';
import type { DossierLine } from './readDossier';

const mostFacts = 4;

/** The fields of a record that its line tells: not sensitive, not what the line says already. */
function factFields({ ledger, row, when, mention }: DossierLine): readonly [string, Field][] {
  const { place } = mention;
  const said = new Set([
    ledger.nameField,
    when?.field,
    ...(place.kind === 'person' ? [] : [place.field]),
  ]);
  return Object.entries<Field>(ledger.fields)
    .filter(
      ([name, field]) =>
        row.values[name] !== undefined &&
        !said.has(name) &&
        !field.hidden &&
        !field.sensitive &&
        field.kind !== 'group' &&
        name !== 'remarks',
    )
    .sort(([, left], [, right]) => rankOf(left) - rankOf(right))
    .slice(0, mostFacts);
}

/** What was decided comes first, then where; numbers say least by themselves. */
function rankOf(field: Field): number {
  if (field.options?.some(({ tone }) => tone)) return 0;
  if (field.refersTo !== undefined) return 1;
  return field.kind === 'text' || field.kind === 'choice' || field.kind === 'plate' ? 2 : 3;
}

export interface LineFact extends GridCell {
  readonly header: string;
}

export function lineFacts(
  line: DossierLine,
  language: 'zh' | 'en',
  context: ParseContext,
): readonly LineFact[] {
  return factFields(line).flatMap(([name, field]) => {
    const cell = cellShown(field, line.row.values[name], language, context);
    return cell.text === '' ? [] : [{ ...cell, header: field.header[language] }];
  });
}

/** What the references in these lines are called; names of people masked. */
export async function readNames(
  store: Pick<StoreReading, 'names'>,
  lines: readonly DossierLine[],
  ledgers: readonly LedgerDefinition[],
): Promise<Required<Pick<ParseContext, 'describeReference'>>> {
  const wanted = new Map<string, Set<RowId>>();
  for (const line of lines)
    for (const [name, { refersTo }] of factFields(line)) {
      if (refersTo === undefined) continue;
      const own = wanted.get(refersTo) ?? new Set();
      wanted.set(refersTo, own);
      for (const id of [line.row.values[name] ?? []].flat())
        if (typeof id === 'string' && isRowId(id)) own.add(id);
    }
  const known = new Map<string, string>();
  await Promise.all(
    [...wanted].map(async ([target, ids]) => {
      const ledger = ledgers.find(({ id }) => id === target);
      const field = ledger?.fields[ledger.nameField];
      const all = [...ids];
      const names = ledger ? await store.names(target, all) : [];
      all.forEach((id, index) => {
        const name = names[index];
        if (name !== undefined) known.set(id, field?.sensitive ? maskValue(field, name) : name);
      });
    }),
  );
  return { describeReference: (_, id) => known.get(id) };
}
