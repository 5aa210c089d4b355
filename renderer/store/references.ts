import type { ParseContext } from '../../shared/fields/codec';
import { referenceNames, type ReferenceNames } from '../../shared/fields/referenceNames';
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
  const known = new Map<string, ReferenceNames>();
  for (const ledger of new Set(referredLedgers(definition.fields)))
    known.set(ledger, referenceNames(await store.allNames(ledger)));
  return {
    context: {
      resolveReference: (ledger, text) => known.get(ledger)?.idOf(text),
      describeReference: (ledger, id) => known.get(ledger)?.nameOf(id),
    },
    names: (ledger) => known.get(ledger)?.all ?? [],
  };
}
