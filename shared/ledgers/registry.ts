import type { LedgerDefinition } from '../ledger/defineLedger';
import { checkpointPasses } from './checkpointPasses';
import { checkpoints } from './checkpoints';
import { enterprises } from './enterprises';
import { isolationRules } from './isolationRules';
import { isolationSites } from './isolationSites';
import { isolationStays } from './isolationStays';
import { passageRules } from './passageRules';
import { permits } from './permits';
import { policyValues } from './policyValues';
import { supplyDaily } from './supplyDaily';

/** Every ledger of the app, in the order of the navigation. A new one is a file and a line here. */
export const ledgers: readonly LedgerDefinition[] = [
  checkpointPasses,
  checkpoints,
  passageRules,
  permits,
  enterprises,
  supplyDaily,
  isolationSites,
  isolationStays,
  isolationRules,
  policyValues,
];

const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]));

export function ledgerById(id: string): LedgerDefinition | undefined {
  return byId.get(id);
}
