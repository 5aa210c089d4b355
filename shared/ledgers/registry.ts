import type { LedgerDefinition } from '../ledger/defineLedger';
import { checkpointPasses } from './checkpointPasses';
import { checkpoints } from './checkpoints';
import { enterprises } from './enterprises';
import { isolationSites } from './isolationSites';
import { isolationStays } from './isolationStays';
import { permits } from './permits';
import { supplyDaily } from './supplyDaily';

/** Every ledger of the app, in the order of the navigation. A new one is a file and a line here. */
export const ledgers: readonly LedgerDefinition[] = [
  checkpointPasses,
  checkpoints,
  permits,
  enterprises,
  supplyDaily,
  isolationSites,
  isolationStays,
];

const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]));

export function ledgerById(id: string): LedgerDefinition | undefined {
  return byId.get(id);
}
