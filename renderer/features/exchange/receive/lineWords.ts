import type { Language, ParseContext } from '../../../../shared/fields/codec';
import type { ReceivePlan } from '../../../../shared/exchange/parcel/planReceive';
import type { RowId } from '../../../../shared/kernel/ids';
import type { LedgerDefinition, RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { ownLedgerSummary, parseOwnLedger } from '../../../../shared/ledger/ownLedger';
import type { MergeLine } from '../../../store/connectMergeLine';
import { readReferences } from '../../../store/references';
import { shownValue } from '../shownCell';
import type { LineWords } from './planLines';

/** Reads what the lines of a plan need to be shown: names of records, here and on their way. */
export async function readLineWords(
  plan: ReceivePlan,
  line: MergeLine,
  ledgers: readonly LedgerDefinition[],
  language: Language,
): Promise<LineWords> {
  const definitionOf = (ledger: string) => ledgers.find(({ id }) => id === ledger);
  const coming = new Map<string, RowValues>();
  for (const { ledger, row, becomes } of plan.merge.rows) {
    if (becomes) coming.set(`${ledger} ${row}`, becomes.values);
  }
  const touched = new Set(plan.edits.map(({ ledger }) => ledger));
  for (const { ledger } of plan.merge.rows) touched.add(ledger);
  const contexts = new Map<string, ParseContext>();
  for (const ledger of touched) {
    const definition = definitionOf(ledger);
    if (!definition) continue;
    const { context } = await readReferences(line, definition);
    contexts.set(ledger, {
      ...context,
      describeReference: (of, id) =>
        context.describeReference(of, id) ?? nameOf(definitionOf(of), coming.get(`${of} ${id}`)),
    });
  }
  const here = await recordsHere(plan, line);

  const value = (
    ledger: string,
    name: string,
    stored: StoredValue | null,
    revealed = false,
  ): string | null => {
    const definition = definitionOf(ledger);
    const field = definition?.fields[name];
    if (stored === null) return null;
    const own = definition?.role === 'definitions' ? parseOwnLedger(stored) : undefined;
    if (own) return ownLedgerSummary(own);
    if (!field) return JSON.stringify(stored); // a column of another version of the ledger
    const context = contexts.get(ledger);
    return shownValue(field, stored, { language, revealed, ...(context ? { context } : {}) });
  };
  const recordOf = (ledger: string, values: RowValues): string => {
    const name = definitionOf(ledger)?.nameField ?? '';
    return value(ledger, name, values[name] ?? null) ?? '';
  };
  return {
    value,
    recordOf,
    values: (ledger, field, all) => {
      const shown = all.map((one) => (one === undefined ? undefined : value(ledger, field, one)));
      const plain = all.map((one) =>
        one === undefined ? undefined : value(ledger, field, one, true),
      );
      // Nobody can choose between two that look the same.
      return new Set(shown).size === new Set(plain).size ? shown : plain;
    },
    record: (ledger, row) => {
      const values = coming.get(`${ledger} ${row}`) ?? here.get(`${ledger} ${row}`);
      return values ? recordOf(ledger, values) : row;
    },
  };
}

function nameOf(
  definition: LedgerDefinition | undefined,
  values: RowValues | undefined,
): string | undefined {
  const name = definition && values?.[definition.nameField];
  return name === undefined ? undefined : String(name);
}

/** The records whose cells were edited, as they are here. */
async function recordsHere(
  { edits }: ReceivePlan,
  line: MergeLine,
): Promise<ReadonlyMap<string, RowValues>> {
  const found = new Map<string, RowValues>();
  for (const { ledger, edits: cells, notices, rejected } of edits) {
    const ids = new Set<RowId>(cells.map(({ row }) => row));
    for (const notice of notices) if ('row' in notice) ids.add(notice.row);
    for (const { row } of rejected) if (row) ids.add(row);
    for (const row of await line.rows(ledger, [...ids])) {
      if (row) found.set(`${ledger} ${row.id}`, row.values);
    }
  }
  return found;
}
