import { countDay } from '../checks/dailyReportCheck';
import { startOfDay, toInstant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { dayMs, instantAt, numberAt, textAt } from '../todos/rowValues';
import { groupBy, sumOf } from './groupRows';
import { isSiteInUse } from './isolationLists';
import { byMark, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

const marks: readonly WorkMark[] = [
  { id: 'notReported', tone: 'bad' },
  { id: 'differs', tone: 'warn' },
  { id: 'agrees', tone: 'good' },
];

const counted = ['roomsInUse', 'isolated', 'admitted', 'released', 'roomsFree', 'staff'] as const;
/** What the stays say to the person; of rooms and staff a site may know better. */
const compared = ['isolated', 'admitted', 'released'] as const;

/**
 * 隔离点每日一报, pre-filled from the stays and beside what the site has reported (LEDGERS.md,
 * isolation-daily: the app pre-fills it and flags every difference). A report holds for the moment
 * at which it was written down, a missing one for the moment of the list.
 */
export const siteReports: WorkList = {
  id: 'siteReports',
  ledger: 'isolation-sites',
  reads: ['isolation-sites', 'isolation-stays', 'isolation-daily'],
  marks,
  columns: [
    { as: 'field', field: 'name' },
    { as: 'count', fact: 'isolated' },
    { as: 'count', fact: 'isolatedReported' },
    { as: 'count', fact: 'admitted' },
    { as: 'count', fact: 'admittedReported' },
    { as: 'count', fact: 'released' },
    { as: 'count', fact: 'releasedReported' },
    { as: 'count', fact: 'roomsFree' },
    { as: 'instant', fact: 'reportedAt' },
    { as: 'field', field: 'head' },
  ],
  sums: ['isolated', 'isolatedReported', 'admitted', 'released', 'roomsFree'],
  steps: [
    {
      id: 'fillReport',
      asks: [],
      fits: ({ marks: own }) => own.includes('notReported'),
      changes: (lines, _, { now, operator }) =>
        lines.map(({ row, facts }) => ({
          type: 'insert',
          ledger: 'isolation-daily',
          values: {
            site: row.id,
            date: String(facts['date']),
            ...Object.fromEntries(counted.map((name) => [name, Number(facts[name] ?? 0)])),
            becameCases: Number(facts['becameCases'] ?? 0),
            recorder: operator,
            recordedAt: now,
          },
        })),
    },
  ],
  lines: ([sites = [], stays = [], reports = []], { at, today }) => {
    const staysOf = groupBy(stays, (stay) => textAt(stay, 'site'));
    const reportOf = new Map(
      reports
        .filter((row) => textAt(row, 'date') === today)
        .map((row) => [textAt(row, 'site'), row]),
    );
    const lines = sites
      .filter((site) => isSiteInUse(site, today))
      .map((row): WorkLine => {
        const report = reportOf.get(row.id);
        const dayEnd = startOfDay(today) + dayMs;
        const until = toInstant(
          Math.min(dayEnd, (report && instantAt(report, 'recordedAt')) ?? at),
        );
        const own = staysOf.get(row.id) ?? [];
        const day = countDay(own, startOfDay(today), until);
        const rooms = numberAt(row, 'rooms') ?? 0;
        const roomsInUse = Math.min(rooms, day.isolated);
        const differing = compared.filter((name) => {
          const reported = report && numberAt(report, name);
          return reported !== undefined && reported !== day[name];
        });
        return {
          id: row.id,
          ledger: report && differing.length > 0 ? 'isolation-daily' : 'isolation-sites',
          row: report && differing.length > 0 ? withNameOf(report, row) : row,
          marks: marksOf({
            notReported: report === undefined,
            differs: differing.length > 0,
            agrees: report !== undefined && differing.length === 0,
          }),
          facts: {
            date: today,
            ...day,
            roomsInUse,
            roomsFree: rooms - roomsInUse,
            staff: sumOf(['medicalStaff', 'police', 'serviceStaff', 'cleaners'], (field) =>
              numberAt(row, field),
            ),
            becameCases: becameCases(own, startOfDay(today), until),
            isolatedReported: report && numberAt(report, 'isolated'),
            admittedReported: report && numberAt(report, 'admitted'),
            releasedReported: report && numberAt(report, 'released'),
            reportedAt: report && instantAt(report, 'recordedAt'),
          },
        };
      });
    return byMark(lines, marks);
  },
};

/** The line opens the report, and shows the site's own fields. */
function withNameOf(report: Row, site: Row): Row {
  return { ...report, values: { ...site.values, ...report.values } };
}

/** Released on the day with a positive sample: to the hospital, as cases. */
function becameCases(stays: readonly Row[], from: number, until: number): number {
  return stays.filter((stay) => {
    const released = instantAt(stay, 'releasedAt');
    const isToday = released !== undefined && released >= from && released < until;
    const { samples } = stay.values;
    return isToday && JSON.stringify(samples ?? '').includes('"阳性"');
  }).length;
}
