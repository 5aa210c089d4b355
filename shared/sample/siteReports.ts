import type { RowId } from '../kernel/ids';
import { addDays, startOfDay, type Instant, type IsoDate } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { isolationDaily } from '../ledgers/isolationDaily';
import type { Site, Stay } from './isolation';
import { at, day } from './places';
import type { Random } from './random';

interface SiteReport {
  readonly id: RowId;
  readonly values: ValuesOf<typeof isolationDaily>;
}

const firstReport = day('2022-03-21');
const lastReport = day('2022-03-27');
/** Two sites have not reported on the last day, and one has counted two people twice the day before. */
const silentOnLastDay = [4, 11];
const miscounted = { site: 6, on: day('2022-03-26'), by: 2 };

/** 每日一报 of every site, written down at 18:00 from its stays. */
export function* inventSiteReports(
  random: Random,
  sites: readonly Site[],
  stays: readonly Stay[],
): Generator<SiteReport> {
  for (let date = firstReport; date <= lastReport; date = addDays(date, 1)) {
    for (const [index, site] of sites.entries()) {
      if (date === lastReport && silentOnLastDay.includes(index)) continue;
      const own = stays.filter(({ values }) => values.site === site.id);
      const isMiscounted = index === miscounted.site && date === miscounted.on;
      yield inventReport(random, site, own, date, isMiscounted ? miscounted.by : 0);
    }
  }
}

function inventReport(
  random: Random,
  { id: site, values: { rooms, medicalStaff, police, serviceStaff, cleaners } }: Site,
  stays: readonly Stay[],
  date: IsoDate,
  tooMany: number,
): SiteReport {
  const recordedAt = at(date, 18);
  const isToday = (moment: Instant | undefined) =>
    moment !== undefined && moment >= startOfDay(date) && moment < recordedAt;
  const isolated = stays.filter(
    ({ values: { admittedAt, releasedAt } }) =>
      admittedAt < recordedAt && (releasedAt === undefined || releasedAt >= recordedAt),
  ).length;
  const roomsInUse = Math.min(isolated, rooms);
  return {
    id: random.rowId(recordedAt),
    values: {
      site,
      date,
      roomsInUse,
      isolated: isolated + tooMany,
      admitted: stays.filter(({ values }) => isToday(values.admittedAt)).length,
      released: stays.filter(({ values }) => isToday(values.releasedAt)).length,
      becameCases: 0,
      roomsFree: rooms - roomsInUse,
      staff: (medicalStaff ?? 0) + (police ?? 0) + (serviceStaff ?? 0) + (cleaners ?? 0),
      recordedAt,
    },
  };
}
