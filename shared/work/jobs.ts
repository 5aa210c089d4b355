import { causes } from './causes';
import { needsByGrid, needsByZone } from './deliveryNeeds';
import { doorOpenings } from './doorOpenings';
import { corrections, problems, workerFiles, workersToday } from './enterpriseLists';
import { disinfectedPlaces, plantLoads, wasteToClear } from './environmentLists';
import { beds, clocks } from './isolationLists';
import { hotline, scarceOpen, visits } from './peopleLists';
import { dispatch, prices, reserves } from './reportedSupplies';
import { siteReports } from './siteReports';
import { balances, stockLots } from './stockLists';
import { rounds, samplingPoints } from './testingLists';
import { contactsByCase } from './tracingLists';
import { transfers } from './transfers';
import type { WorkList } from './workList';
import { zoneHistory, zoneMeasures, zonesInForce } from './zoneLists';

/** What one office does: the lists that it works through. */
export interface Job {
  readonly id: string;
  /** A page of its own before the lists. */
  readonly tree?: 'chains';
  readonly lists: readonly WorkList[];
}

/** Every job, in the order of the navigation. A new list is a file and a line here. */
export const jobs: readonly Job[] = [
  { id: 'tracing', tree: 'chains', lists: [contactsByCase] },
  { id: 'isolation', lists: [clocks, beds, transfers, siteReports] },
  { id: 'testing', lists: [rounds, samplingPoints] },
  { id: 'zones', lists: [zonesInForce, zoneMeasures, zoneHistory, doorOpenings] },
  {
    id: 'supplies',
    lists: [balances, stockLots, dispatch, reserves, prices, needsByZone, needsByGrid],
  },
  { id: 'environment', lists: [wasteToClear, plantLoads, disinfectedPlaces] },
  { id: 'people', lists: [visits, hotline, causes, scarceOpen] },
  { id: 'enterprises', lists: [problems, corrections, workerFiles, workersToday] },
];

/** Where a ledger's own page leads: the first list about it, else the first that looks at it. */
export function workOf(
  ledger: string,
): { readonly job: string; readonly list: string } | undefined {
  const all = jobs.flatMap(({ id, lists }) => lists.map((list) => ({ job: id, list })));
  if (ledger === 'cases') return { job: 'tracing', list: 'chains' };
  const found =
    all.find(({ list }) => list.ledger === ledger) ??
    all.find(({ list }) => list.reads.includes(ledger));
  return found && { job: found.job, list: found.list.id };
}
