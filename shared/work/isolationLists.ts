import { dateOf, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { instantAt, numberAt, textAt } from '../todos/rowValues';
import { entriesAt } from './entries';
import { groupBy } from './groupRows';
import { floorPositives, isThere, isolationClock } from './isolationClock';
import { byMark, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

/** LEDGERS.md, field rules: up to 37.2 °C passes. */
const highestTemperature = 37.2;

const clockMarks: readonly WorkMark[] = [
  { id: 'positive', tone: 'bad' },
  { id: 'overdue', tone: 'bad' },
  { id: 'dueToday', tone: 'warn' },
  { id: 'testDue', tone: 'warn' },
  { id: 'restarted', tone: 'warn' },
  { id: 'dueDiffers', tone: 'warn' },
  { id: 'fever', tone: 'bad' },
  { id: 'needsCare', tone: 'warn' },
  { id: 'noRule', tone: 'calm' },
  { id: 'running', tone: 'calm' },
];

/** 隔离时钟: everybody in a site, day n of m, release due, test due today. */
export const clocks: WorkList = {
  id: 'clocks',
  ledger: 'isolation-stays',
  reads: ['isolation-stays'],
  marks: clockMarks,
  columns: [
    { as: 'field', field: 'site' },
    { as: 'field', field: 'floor' },
    { as: 'field', field: 'room' },
    { as: 'field', field: 'name' },
    { as: 'field', field: 'category' },
    { as: 'day', fact: 'startedOn' },
    { as: 'text', fact: 'dayOf' },
    { as: 'day', fact: 'dueOn' },
    { as: 'field', field: 'dueOn' },
  ],
  paper: 'release',
  steps: [
    {
      id: 'writeDue',
      asks: [],
      fits: ({ marks }) => marks.includes('dueDiffers'),
      changes: (lines) =>
        lines.flatMap(({ ledger, row, facts: { dueOn } }) =>
          dueOn === undefined
            ? []
            : [{ type: 'update', ledger, row: row.id, values: { dueOn: String(dueOn) } }],
        ),
    },
    {
      id: 'release',
      asks: ['releasedAt', 'releasedTo', 'community'],
      needs: ['releasedAt', 'community'],
      fits: ({ marks }) => marks.includes('overdue') || marks.includes('dueToday'),
      changes: (lines, typed) =>
        lines.map(({ ledger, row }) => ({ type: 'update', ledger, row: row.id, values: typed })),
    },
    {
      id: 'sampled',
      asks: [],
      fits: ({ marks }) => marks.includes('testDue'),
      changes: (lines, _, { now }) =>
        lines.map(({ ledger, row }) => ({
          type: 'update',
          ledger,
          row: row.id,
          values: {
            samples: [
              ...entriesAt(row, 'samples', 'sampledAt').map(({ entry }) => entry),
              { sampledAt: now, result: '待出' },
            ],
          },
        })),
    },
  ],
  lines: ([stays = []], { at, today, policy }) => {
    const there = stays.filter((stay) => isThere(stay, at));
    const positives = floorPositives(stays, at);
    const lines = there.map((row): WorkLine => {
      const clock = isolationClock(row, positives, policy.isolationRules, at, today);
      const dueOn = clock?.dueOn ?? textAt(row, 'dueOn');
      const recorded = textAt(row, 'dueOn');
      const sampledToday = entriesAt(row, 'samples', 'sampledAt').some(
        ({ moment }) => dateOf(moment) === today && moment <= at,
      );
      const isPositive = positives.some(({ stay }) => stay.id === row.id);
      const claims = {
        positive: isPositive,
        overdue: !isPositive && dueOn !== undefined && dueOn < today,
        dueToday: !isPositive && dueOn === today,
        testDue: clock?.isTestDay === true && !sampledToday,
        restarted: clock?.restartedBy !== undefined,
        dueDiffers: clock !== undefined && clock.dueOn !== recorded,
        fever: isFeverish(row),
        needsCare: textAt(row, 'state') === '需关注' || textAt(row, 'careAtHome') !== undefined,
        noRule: clock === undefined,
      };
      const isQuiet = !Object.values(claims).some(Boolean);
      return {
        id: row.id,
        ledger: 'isolation-stays',
        row,
        marks: marksOf({ ...claims, running: isQuiet }),
        facts: {
          startedOn: clock?.startedOn,
          dayOf: clock && `${clock.day} / ${clock.days}`,
          dueOn,
          endsOn: clock?.endsOn,
          rule: clock?.rule,
        },
      };
    });
    return byMark(lines, clockMarks, ({ facts }) =>
      Date.parse(String(facts['dueOn'] ?? '9999-12-31')),
    );
  },
};

function isFeverish(row: Row): boolean {
  return ['morningTemperature', 'eveningTemperature'].some(
    (field) => (numberAt(row, field) ?? 0) > highestTemperature,
  );
}

const bedMarks: readonly WorkMark[] = [
  { id: 'full', tone: 'bad' },
  { id: 'fewBeds', tone: 'warn' },
  { id: 'bedsFree', tone: 'good' },
  { id: 'outOfUse', tone: 'calm' },
];
/** Below this part of its rooms a site is nearly full; not published, the office's own. */
const fewBedsPart = 0.1;

/** 床位: one person a room (单人单间, the six standards); who is due today frees a room. */
export const beds: WorkList = {
  id: 'beds',
  ledger: 'isolation-sites',
  reads: ['isolation-sites', 'isolation-stays'],
  marks: bedMarks,
  columns: [
    { as: 'field', field: 'name' },
    { as: 'field', field: 'whereabouts' },
    { as: 'field', field: 'rooms' },
    { as: 'count', fact: 'people' },
    { as: 'count', fact: 'bedsFree' },
    { as: 'percent', fact: 'occupied' },
    { as: 'count', fact: 'admittedToday' },
    { as: 'count', fact: 'releasedToday' },
    { as: 'count', fact: 'dueToday' },
    { as: 'field', field: 'head' },
  ],
  sums: ['people', 'bedsFree', 'admittedToday', 'releasedToday', 'dueToday'],
  lines: ([sites = [], stays = []], { at, today, policy }) => {
    const positives = floorPositives(stays, at);
    const bySite = groupBy(stays, (stay) => textAt(stay, 'site'));
    const lines = sites.flatMap((row): readonly WorkLine[] => {
      const own = bySite.get(row.id) ?? [];
      const there = own.filter((stay) => isThere(stay, at));
      const rooms = numberAt(row, 'rooms') ?? 0;
      const isOpen = isSiteInUse(row, today);
      if (!isOpen && there.length === 0) return [];
      const bedsFree = Math.max(0, rooms - there.length);
      const due = there.filter((stay) => {
        const clock = isolationClock(stay, positives, policy.isolationRules, at, today);
        return (clock?.dueOn ?? textAt(stay, 'dueOn')) === today;
      });
      const isToday = (stay: Row, field: string) => isOn(instantAt(stay, field), today, at);
      return [
        {
          id: row.id,
          ledger: 'isolation-sites',
          row,
          marks: marksOf({
            full: isOpen && bedsFree === 0,
            fewBeds: isOpen && bedsFree > 0 && bedsFree < rooms * fewBedsPart,
            bedsFree: isOpen && bedsFree >= rooms * fewBedsPart && bedsFree > 0,
            outOfUse: !isOpen,
          }),
          facts: {
            people: there.length,
            bedsFree,
            occupied: rooms === 0 ? undefined : (100 * there.length) / rooms,
            admittedToday: own.filter((stay) => isToday(stay, 'admittedAt')).length,
            releasedToday: own.filter((stay) => isToday(stay, 'releasedAt')).length,
            dueToday: due.length,
          },
        },
      ];
    });
    return byMark(lines, bedMarks, ({ facts }) => Number(facts['bedsFree']));
  },
};

function isOn(moment: Instant | undefined, day: string, at: Instant): boolean {
  return moment !== undefined && moment <= at && dateOf(moment) === day;
}

export function isSiteInUse(site: Row, today: string): boolean {
  const opened = textAt(site, 'openedOn');
  const closed = textAt(site, 'closedOn');
  return opened !== undefined && opened <= today && (closed === undefined || closed > today);
}
