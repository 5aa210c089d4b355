import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { CommitRecord } from './stored/commitRecord';

/** A ledger stored in a version that this app does not know yet. */
export interface NewerLedger {
  readonly stored: number;
  readonly known: number;
}

export function newerLedgerIn(
  ledgers: readonly LedgerDefinition[],
  { versions }: CommitRecord,
): NewerLedger | undefined {
  for (const { id, version } of ledgers) {
    const stored = versions[id] ?? 1;
    if (stored > version) return { stored, known: version };
  }
  return undefined;
}
