import { startOfDay, toInstant, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { dayMs, instantAt, numberAt, textAt } from '../todos/rowValues';
import { groupBy, sumOf } from './groupRows';
import { byMark, type WorkLine, type WorkList, type WorkMark } from './workList';

/** 封控区, 管控区, 防范区: the three kinds, the strictest first. */
const kindMarks: Readonly<Record<string, string>> = {
  封控区: 'lockdown',
  管控区: 'control',
  防范区: 'precaution',
};
const zoneMarks: readonly WorkMark[] = [
  { id: 'lockdown', tone: 'bad' },
  { id: 'control', tone: 'warn' },
  { id: 'precaution', tone: 'calm' },
];

function markOf(row: Row): readonly string[] {
  return [kindMarks[textAt(row, 'kind') ?? ''] ?? 'precaution'];
}

function isInForce(row: Row, at: Instant): boolean {
  const declared = instantAt(row, 'declaredAt');
  const ended = instantAt(row, 'endedAt');
  return declared !== undefined && declared <= at && (ended === undefined || ended > at);
}

/** 在管三区: what is in force at the moment, for how long, under which measures. */
export const zonesInForce: WorkList = {
  id: 'zonesInForce',
  ledger: 'zones',
  reads: ['zones'],
  marks: zoneMarks,
  columns: [
    { as: 'field', field: 'name' },
    { as: 'field', field: 'risk' },
    { as: 'field', field: 'declaredAt' },
    { as: 'count', fact: 'daysInForce' },
    { as: 'field', field: 'households' },
    { as: 'field', field: 'people' },
    { as: 'field', field: 'measures' },
    { as: 'field', field: 'head' },
    { as: 'field', field: 'supplier' },
  ],
  sums: ['zoneHouseholds', 'zonePeople'],
  steps: [
    {
      id: 'endZone',
      asks: ['endedAt'],
      needs: ['endedAt'],
      fits: () => true,
      changes: (lines, typed) =>
        lines.map(({ ledger, row }) => ({ type: 'update', ledger, row: row.id, values: typed })),
    },
  ],
  lines: ([zones = []], { at, today }) => {
    const lines = zones
      .filter((row) => isInForce(row, at))
      .map((row): WorkLine => ({
        id: row.id,
        ledger: 'zones',
        row,
        marks: markOf(row),
        facts: {
          daysInForce: Math.floor(
            (startOfDay(today) + dayMs - (instantAt(row, 'declaredAt') ?? at)) / dayMs,
          ),
          zoneHouseholds: numberAt(row, 'households') ?? 0,
          zonePeople: numberAt(row, 'people') ?? 0,
        },
      }));
    return byMark(lines, zoneMarks, ({ row }) => instantAt(row, 'declaredAt') ?? 0);
  },
};

/** 分类措施: what is ordered in the zones of each kind, and whom it concerns. */
export const zoneMeasures: WorkList = {
  id: 'zoneMeasures',
  ledger: 'zones',
  reads: ['zones'],
  marks: zoneMarks,
  columns: [
    { as: 'field', field: 'kind' },
    { as: 'field', field: 'measures' },
    { as: 'count', fact: 'zones' },
    { as: 'count', fact: 'zoneHouseholds' },
    { as: 'count', fact: 'zonePeople' },
    { as: 'instant', fact: 'since' },
  ],
  sums: ['zones', 'zoneHouseholds', 'zonePeople'],
  lines: ([zones = []], { at }) => {
    const alike = groupBy(
      zones.filter((row) => isInForce(row, at)),
      (row) => JSON.stringify([textAt(row, 'kind'), textAt(row, 'measures')?.trim()]),
    );
    const lines = [...alike].flatMap(([key, own]): readonly WorkLine[] => {
      const [row] = own;
      if (!row) return [];
      return [
        {
          id: key,
          ledger: 'zones',
          row,
          marks: markOf(row),
          facts: {
            zones: own.length,
            zoneHouseholds: sumOf(own, (one) => numberAt(one, 'households')),
            zonePeople: sumOf(own, (one) => numberAt(one, 'people')),
            since: Math.min(...own.map((one) => instantAt(one, 'declaredAt') ?? Infinity)),
          },
        },
      ];
    });
    return byMark(lines, zoneMarks);
  },
};

const historyMarks: readonly WorkMark[] = [
  { id: 'declared', tone: 'bad' },
  { id: 'changedKind', tone: 'warn' },
  { id: 'ended', tone: 'good' },
];

interface ZoneEvent {
  readonly row: Row;
  readonly at: Instant;
  readonly mark: 'declared' | 'changedKind' | 'ended';
}

/**
 * 变更历史: every declaration, change of kind and end up to the moment, the newest first, and how
 * many zones of each kind there were after it. A zone that is declared under a name that ended
 * before, as another kind, has changed its kind.
 */
export const zoneHistory: WorkList = {
  id: 'zoneHistory',
  ledger: 'zones',
  reads: ['zones'],
  marks: historyMarks,
  columns: [
    { as: 'instant', fact: 'at' },
    { as: 'field', field: 'name' },
    { as: 'field', field: 'kind' },
    { as: 'field', field: 'risk' },
    { as: 'field', field: 'people' },
    { as: 'field', field: 'measures' },
    { as: 'count', fact: 'lockdownAfter' },
    { as: 'count', fact: 'controlAfter' },
    { as: 'count', fact: 'precautionAfter' },
  ],
  lines: ([zones = []], { at }) => {
    const events = zones.flatMap((row): readonly ZoneEvent[] => {
      const declared = instantAt(row, 'declaredAt');
      const ended = instantAt(row, 'endedAt');
      const earlier = zones.some(
        (other) =>
          other.id !== row.id &&
          textAt(other, 'name') === textAt(row, 'name') &&
          (instantAt(other, 'endedAt') ?? Infinity) <= (declared ?? 0) &&
          textAt(other, 'kind') !== textAt(row, 'kind'),
      );
      const mark = earlier ? 'changedKind' : 'declared';
      return [
        ...(declared === undefined ? [] : [{ row, at: declared, mark } as const]),
        ...(ended === undefined ? [] : [{ row, at: ended, mark: 'ended' } as const]),
      ];
    });
    return events
      .filter((event) => event.at <= at)
      .toSorted((left, right) => right.at - left.at)
      .map(({ row, at: moment, mark }): WorkLine => ({
        id: `${row.id} ${mark}`,
        ledger: 'zones',
        row,
        marks: [mark],
        facts: { at: moment, ...countsAfter(zones, moment) },
      }));
  },
};

function countsAfter(zones: readonly Row[], moment: Instant) {
  const inForce = zones.filter((row) => isInForce(row, toInstant(moment)));
  const of = (kind: string) => inForce.filter((row) => textAt(row, 'kind') === kind).length;
  return {
    lockdownAfter: of('封控区'),
    controlAfter: of('管控区'),
    precautionAfter: of('防范区'),
  };
}
