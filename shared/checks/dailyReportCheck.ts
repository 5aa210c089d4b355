import { addDays, parseIsoDate, startOfDay, toInstant, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import type { Check, Discrepancy } from './check';

/**
 * The daily report of a site against its stays: people there at the end of the day, admitted and
 * released on it (LEDGERS.md: the app flags every difference). A report of today holds for the
 * moment at which it was written down, or now.
 */
export const dailyReportDiffers: Check = {
  id: 'dailyReportDiffers',
  each: { ledger: 'isolation-daily' },
  against: [{ ledger: 'isolation-stays' }, { ledger: 'isolation-sites' }],
  find: (reports, [stays = [], sites = []], now) => {
    const bySite = new Map<unknown, Row[]>();
    for (const stay of stays) {
      const own = bySite.get(stay.values['site']);
      if (own) own.push(stay);
      else bySite.set(stay.values['site'], [stay]);
    }
    const siteOf = new Map<unknown, Row>(sites.map((row) => [row.id, row]));
    return reports.flatMap((row) => {
      const { site, date } = row.values;
      const day = typeof date === 'string' ? parseIsoDate(date) : undefined;
      if (!day) return [];
      const end = Math.min(startOfDay(addDays(day, 1)), recordedOr(row, now));
      const counted = countDay(bySite.get(site) ?? [], startOfDay(day), toInstant(end));
      const record = siteOf.get(site);
      return (['isolated', 'admitted', 'released'] as const).flatMap(
        (name): readonly Discrepancy[] => {
          const reported = row.values[name];
          if (typeof reported !== 'number' || reported === counted[name]) return [];
          return [
            {
              id: `dailyReportDiffers ${row.id} ${name}`,
              check: 'dailyReportDiffers',
              first: { ledger: 'isolation-daily', row },
              second: record && { ledger: 'isolation-sites', row: record },
              facts: { field: name, reported, counted: counted[name] },
            },
          ];
        },
      );
    });
  },
};

export interface DayOfSite {
  readonly isolated: number;
  readonly admitted: number;
  readonly released: number;
}

export function countDay(stays: readonly Row[], start: Instant, end: Instant): DayOfSite {
  const isBetween = (moment: unknown) =>
    typeof moment === 'number' && moment >= start && moment < end;
  const isThere = ({ values: { admittedAt, releasedAt } }: Row) =>
    typeof admittedAt === 'number' &&
    admittedAt < end &&
    !(typeof releasedAt === 'number' && releasedAt < end);
  return {
    isolated: stays.filter(isThere).length,
    admitted: stays.filter(({ values }) => isBetween(values['admittedAt'])).length,
    released: stays.filter(({ values }) => isBetween(values['releasedAt'])).length,
  };
}

function recordedOr({ values }: Row, now: Instant): Instant {
  const { recordedAt } = values;
  return typeof recordedAt === 'number' ? toInstant(recordedAt) : now;
}
