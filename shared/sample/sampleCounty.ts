import type { RowId } from '../kernel/ids';
import { addDays, startOfDay } from '../kernel/time';
import type { RowValues } from '../ledger/defineLedger';
import { inventFleet } from './fleet';
import { inventSites, inventStays } from './isolation';
import { inventPassages } from './passages';
import { dayCount, firstDay, inventCheckpoints } from './places';
import { adoptPolicy } from './policy';
import { seededRandom } from './random';
import { inventEnterprises, inventPermits, inventSupplyReports } from './transport';

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
  const permits = inventPermits(random, companies, fleet, checkpoints);
  const sites = inventSites(random);
  yield* batches('checkpoints', checkpoints);
  yield* batches('enterprises', companies);
  yield* batches('permits', permits.values());
  yield* batches('isolation-sites', sites);
  yield* batches('supply-daily', inventSupplyReports(random, companies));
  yield* batches('isolation-stays', inventStays(random, sites));
  const traffic = {
    random,
    fleet,
    checkpoints,
    from: startOfDay(firstDay),
    perDay: passageCount / dayCount,
    permitOf: (vehicle: (typeof fleet)[number]) => permits.get(vehicle)?.id,
  };
  yield* batches('checkpoint-passes', inventPassages(traffic, passageCount));
  const policy = adoptPolicy(seededRandom(seed + 1));
  yield* batches('passage-rules', policy.passageRules);
  yield* batches('isolation-rules', policy.isolationRules);
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
    checkpoints,
    from: startOfDay(addDays(firstDay, dayCount - days)),
    perDay: passagesPerDay,
    permitOf: () => undefined,
  };
  yield* inventPassages(traffic, count);
}
