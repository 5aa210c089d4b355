import type { LedgerDefinition } from '../ledger/defineLedger';
import { cases } from './cases';
import { checkpointHolds } from './checkpointHolds';
import { checkpointPasses } from './checkpointPasses';
import { checkpoints } from './checkpoints';
import { closedLoopReleases } from './closedLoopReleases';
import { contacts } from './contacts';
import { disinfection } from './disinfection';
import { doorSensors } from './doorSensors';
import { dutyRoster } from './dutyRoster';
import { enterpriseProblems } from './enterpriseProblems';
import { enterprises } from './enterprises';
import { equipment } from './equipment';
import { healthCodeCases } from './healthCodeCases';
import { hotlineCases } from './hotlineCases';
import { households } from './households';
import { inspections } from './inspections';
import { isolationDaily } from './isolationDaily';
import { isolationRules } from './isolationRules';
import { isolationSites } from './isolationSites';
import { isolationStays } from './isolationStays';
import { issuedReports } from './issuedReports';
import { issuerKeys } from './issuerKeys';
import { medicalWaste } from './medicalWaste';
import { necessitiesDeliveries } from './necessitiesDeliveries';
import { necessitiesNeeds } from './necessitiesNeeds';
import { necessitiesStock } from './necessitiesStock';
import { notices } from './notices';
import { ownLedgers } from './ownLedgers';
import { passageRules } from './passageRules';
import { permitApplications } from './permitApplications';
import { permits } from './permits';
import { pharmacies } from './pharmacies';
import { policyValues } from './policyValues';
import { priceWatch } from './priceWatch';
import { scarceNeeds } from './scarceNeeds';
import { serialRanges } from './serialRanges';
import { stockMovements } from './stockMovements';
import { supplyDaily } from './supplyDaily';
import { tcmHandouts } from './tcmHandouts';
import { testRounds } from './testRounds';
import { testSamples } from './testSamples';
import { tracingTeams } from './tracingTeams';
import { transportRecords } from './transportRecords';
import { workerHealth } from './workerHealth';
import { workGroups } from './workGroups';
import { zones } from './zones';

/** Every ledger of the app, in the order of the navigation. A new one is a file and a line here. */
export const ledgers: readonly LedgerDefinition[] = [
  checkpointPasses,
  checkpointHolds,
  closedLoopReleases,
  healthCodeCases,
  checkpoints,
  passageRules,
  permits,
  permitApplications,
  issuerKeys,
  serialRanges,
  transportRecords,
  enterprises,
  enterpriseProblems,
  workerHealth,
  inspections,
  supplyDaily,
  stockMovements,
  necessitiesStock,
  necessitiesNeeds,
  necessitiesDeliveries,
  priceWatch,
  cases,
  contacts,
  tracingTeams,
  isolationSites,
  isolationStays,
  isolationRules,
  policyValues,
  isolationDaily,
  testRounds,
  testSamples,
  zones,
  doorSensors,
  medicalWaste,
  disinfection,
  households,
  scarceNeeds,
  pharmacies,
  tcmHandouts,
  hotlineCases,
  dutyRoster,
  workGroups,
  equipment,
  notices,
  issuedReports,
  ownLedgers,
];

const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]));

export function ledgerById(id: string): LedgerDefinition | undefined {
  return byId.get(id);
}
