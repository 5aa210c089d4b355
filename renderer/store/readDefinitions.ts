import type { LedgerDefinition, Row } from '../../shared/ledger/defineLedger';
import type { View } from './contract';

/** More than an office makes: each is a page of the navigation. */
const mostDefinitions = 500;

interface Reading {
  openView(query: { readonly ledger: string }, firstRows: number): Promise<View>;
  closeView(view: number): unknown;
}

/** The records that define the event's own ledgers. */
export async function readDefinitions(
  store: Reading,
  known: readonly LedgerDefinition[],
): Promise<readonly Row[]> {
  const definer = known.find(({ role }) => role === 'definitions');
  if (!definer) return [];
  const view = await store.openView({ ledger: definer.id }, mostDefinitions);
  await store.closeView(view.id);
  return view.first;
}
