import type { ParseContext } from '../../shared/fields/codec';
import type { LedgerDefinition } from '../../shared/ledger/defineLedger';
import type { Field } from '../../shared/ledger/field';
import type { StoreReading } from './contract';

/** Names of the records a ledger refers to: read once before a check or an export. */
export interface References {
  readonly context: Required<Pick<ParseContext, 'resolveReference' | 'describeReference'>>;
  readonly names: (ledger: string) => readonly string[];
}

function referredLedgers(fields: Readonly<Record<string, Field>>): readonly string[] {
  return Object.values(fields).flatMap((field) => [
    ...(field.refersTo === undefined || field.byRecordNumber ? [] : [field.refersTo]),
    ...(field.entry ? referredLedgers(field.entry) : []),
  ]);
}

export async function readReferences(
  store: Pick<StoreReading, 'allNames'>,
  definition: LedgerDefinition,
): Promise<References> {
  const known = new Map<
    string,
    { readonly byId: Map<string, string>; readonly byName: Map<string, string> }
  >();
  for (const ledger of new Set(referredLedgers(definition.fields))) {
    const all = await store.allNames(ledger);
    const byName = new Map<string, string>();
    const doubled = new Set<string>();
    for (const { id, name } of all) {
      if (byName.has(name)) doubled.add(name);
      byName.set(name, id);
    }
    // A name of two records means neither: it stays text until a person says which.
    for (const name of doubled) byName.delete(name);
    known.set(ledger, { byId: new Map(all.map(({ id, name }) => [id, name])), byName });
  }
  return {
    context: {
      resolveReference: (ledger, text) => known.get(ledger)?.byName.get(text),
      describeReference: (ledger, id) => known.get(ledger)?.byId.get(id),
    },
    names: (ledger) => [...new Set(known.get(ledger)?.byId.values())],
  };
}
