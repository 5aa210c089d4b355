import type { RowId } from '../kernel/ids';
import { addDays, startOfDay } from '../kernel/time';
import type { RowValues } from '../ledger/defineLedger';
import { inventCases, inventContacts, inventTeams } from './cases';
import { inventEquipment, inventNotices, inventRoster, inventWorkGroups } from './command';
import { inventInspections, inventProblems, inventWorkers } from './enterpriseCare';
import { inventDisinfection, inventWaste } from './environment';
import { inventFleet } from './fleet';
import { inventSites, inventStays, type Stay } from './isolation';
import {
  inventDeliveries,
  inventMovements,
  inventNeeds,
  inventPrices,
  inventReserve,
} from './necessities';
import {
  inventHandouts,
  inventHotline,
  inventHouseholds,
  inventPharmacies,
  inventScarceNeeds,
} from './needs';
import { inventPassages } from './passages';
import { inventRoutes } from './routes';
import { dayCount, firstDay, inventCheckpoints } from './places';
import { adoptPolicy } from './policy';
import { seededRandom } from './random';
import {
  inventApplications,
  inventCodeCases,
  inventHolds,
  inventReleases,
  inventTransports,
} from './roadside';
import { inventSiteReports } from './siteReports';
import { inventRounds, inventSamples } from './testing';
import { inventEnterprises, inventPermits, inventSupplyReports } from './transport';
import { inventSensors, inventZones } from './zones';

export interface SampleRow {
  readonly id: RowId;
  readonly values: RowValues;
}

export interface SampleBatch {
  readonly ledger: string;
  readonly rows: readonly SampleRow[];
}

const seed = 410_821;
const passageCount = 20_000;
const batchRows = 2_000;

/**
 * The invented county: the same rows, ids included, at every call. Records come before those that
 * refer to them. Nobody in it exists (see `people.ts`).
 */
export function* sampleCounty(): Generator<SampleBatch> {
  const random = seededRandom(seed);
  const checkpoints = inventCheckpoints(random);
  const companies = inventEnterprises(random);
  const fleet = inventFleet(random, 7_000);
  const routes = inventRoutes(random, fleet, checkpoints);
  const permits = inventPermits(random, companies, fleet, routes);
  const sites = inventSites(random);
  yield* batches('checkpoints', checkpoints);
  yield* batches('enterprises', companies);
  yield* batches('permits', permits.values());
  yield* batches('isolation-sites', sites);
  yield* batches('supply-daily', inventSupplyReports(random, companies));
  const stays = [...inventStays(random, sites)];
  yield* batches('isolation-stays', stays);
  const traffic = {
    random,
    fleet,
    routes,
    from: startOfDay(firstDay),
    perDay: passageCount / dayCount,
    permitOf: (vehicle: (typeof fleet)[number]) => permits.get(vehicle)?.id,
  };
  yield* batches('checkpoint-passes', inventPassages(traffic, passageCount));
  const policy = adoptPolicy(seededRandom(seed + 1));
  yield* batches('passage-rules', policy.passageRules);
  yield* batches('isolation-rules', policy.isolationRules);
  const roadside = seededRandom(seed + 3);
  const unpermitted = fleet.filter(
    (vehicle) => vehicle.vehicleType !== '小型客车' && !permits.has(vehicle),
  );
  yield* batches('checkpoint-holds', inventHolds(roadside, checkpoints));
  yield* batches('closed-loop-releases', inventReleases(roadside));
  yield* batches('health-code-cases', inventCodeCases(roadside));
  yield* batches('transport-records', inventTransports(roadside, [...permits.values()]));
  yield* batches(
    'permit-applications',
    inventApplications(roadside, companies, unpermitted, checkpoints),
  );
  yield* officeSide(companies, sites, stays);
  const reports = inventSiteReports(seededRandom(seed + 4), sites, stays);
  yield* batches('isolation-daily', reports);
}

/** What the offices keep. A stream of chance of its own: the passages stay as they were. */
function* officeSide(
  companies: ReturnType<typeof inventEnterprises>,
  sites: ReturnType<typeof inventSites>,
  stays: readonly Stay[],
): Generator<SampleBatch> {
  const random = seededRandom(seed + 2);
  const infected = inventCases(random);
  const rounds = inventRounds(random);
  const areas = inventZones(random);
  yield* batches('cases', infected);
  yield* batches('contacts', inventContacts(random, infected, sites, stays));
  yield* batches('tracing-teams', inventTeams(random, infected));
  yield* batches('test-rounds', rounds);
  yield* batches('test-samples', inventSamples(random, rounds));
  yield* batches('zones', areas);
  yield* batches('door-sensors', inventSensors(random));
  yield* batches('stock-movements', inventMovements(random));
  yield* batches('necessities-stock', inventReserve(random, companies));
  const deliveries = [...inventDeliveries(random, areas)];
  yield* batches('necessities-deliveries', deliveries);
  yield* batches('necessities-needs', inventNeeds(seededRandom(seed + 5), deliveries));
  yield* batches('price-watch', inventPrices(random));
  yield* batches('medical-waste', inventWaste(random));
  yield* batches('disinfection', inventDisinfection(random));
  yield* batches('households', inventHouseholds(random));
  yield* batches('scarce-needs', inventScarceNeeds(random));
  yield* batches('pharmacies', inventPharmacies(random));
  yield* batches('tcm-handouts', inventHandouts(random));
  yield* batches('hotline-cases', inventHotline(random));
  yield* batches('enterprise-problems', inventProblems(random, companies));
  yield* batches('worker-health', inventWorkers(random, companies));
  yield* batches('inspections', inventInspections(random, companies));
  yield* batches('duty-roster', inventRoster(random));
  yield* batches('work-groups', inventWorkGroups(random));
  yield* batches('equipment', inventEquipment(random));
  yield* batches('notices', inventNotices(random));
}

function* batches(ledger: string, source: Iterable<SampleRow>): Generator<SampleBatch> {
  let rows: SampleRow[] = [];
  for (const { id, values } of source) {
    rows.push({ id, values });
    if (rows.length === batchRows) {
      yield { ledger, rows };
      rows = [];
    }
  }
  if (rows.length > 0) yield { ledger, rows };
}

const passagesPerDay = 5_000;

/**
 * Passages for measurements, 5,000 a day in the order of time up to the end of the sample, by one
 * vehicle for every eight passages (120,000 at most). The checkpoints are the sample's.
 */
export function* manyPassages(count: number, fromSeed: number): Generator<SampleRow> {
  const checkpoints = inventCheckpoints(seededRandom(seed));
  const random = seededRandom(fromSeed);
  const fleet = inventFleet(random, Math.min(122_000, Math.max(10, Math.ceil(count / 8))));
  const days = Math.ceil(count / passagesPerDay);
  const traffic = {
    random,
    fleet,
    routes: inventRoutes(random, fleet, checkpoints),
    from: startOfDay(addDays(firstDay, dayCount - days)),
    perDay: passagesPerDay,
    permitOf: () => undefined,
  };
  yield* inventPassages(traffic, count);
}
