import { addDays, dateOf, startOfDay, toInstant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { dayMs, hourMs, instantAt, numberAt, textAt } from '../todos/rowValues';
import { groupBy, sumOf } from './groupRows';
import { wasteLevels, wasteLoad } from './wasteLoad';
import { byMark, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

const wasteMarks: readonly WorkMark[] = [
  { id: 'notCleared', tone: 'bad' },
  { id: 'notCollected', tone: 'warn' },
  { id: 'collected', tone: 'warn' },
  { id: 'weightDiffers', tone: 'warn' },
  { id: 'clearedLate', tone: 'calm' },
];

/**
 * 医废日清: what has not been disposed of on the day on which it arose (LEDGERS.md, medical-waste),
 * what is still on its way today, and what was cleared late.
 */
export const wasteToClear: WorkList = {
  id: 'wasteToClear',
  ledger: 'medical-waste',
  reads: ['medical-waste'],
  marks: wasteMarks,
  columns: [
    { as: 'field', field: 'number' },
    { as: 'field', field: 'producer' },
    { as: 'field', field: 'isEpidemic' },
    { as: 'field', field: 'kind' },
    { as: 'field', field: 'weight' },
    { as: 'field', field: 'arisenAt' },
    { as: 'field', field: 'collectedAt' },
    { as: 'field', field: 'plant' },
    { as: 'amount', fact: 'hours' },
  ],
  sums: ['kilograms'],
  steps: [
    {
      id: 'collect',
      asks: ['collectedAt', 'plate', 'driver'],
      needs: ['collectedAt'],
      fits: ({ marks }) => marks.includes('notCollected'),
      changes: (lines, typed) =>
        lines.map(({ ledger, row }) => ({ type: 'update', ledger, row: row.id, values: typed })),
    },
    {
      id: 'dispose',
      asks: ['disposedAt', 'method', 'receivedBy'],
      needs: ['disposedAt'],
      fits: ({ marks }) => marks.includes('collected'),
      changes: (lines, typed) =>
        lines.map(({ ledger, row }) => ({ type: 'update', ledger, row: row.id, values: typed })),
    },
  ],
  lines: ([manifests = []], { at }) => {
    const lines = manifests.flatMap((row): readonly WorkLine[] => {
      const arisen = instantAt(row, 'arisenAt');
      if (arisen === undefined || arisen > at) return [];
      const disposed = instantAt(row, 'disposedAt');
      const isOpen = disposed === undefined || disposed > at;
      const dayEnd = startOfDay(addDays(dateOf(arisen), 1));
      const collected = instantAt(row, 'collectedAt');
      const isCollected = collected !== undefined && collected <= at;
      const [out, back] = [numberAt(row, 'weight'), numberAt(row, 'receivedWeight')];
      const marks = marksOf({
        notCleared: isOpen && at >= dayEnd,
        notCollected: isOpen && !isCollected,
        collected: isOpen && isCollected,
        weightDiffers: back !== undefined && back !== out,
        clearedLate: !isOpen && disposed >= dayEnd,
      });
      if (marks.length === 0) return [];
      const untilMs = isOpen ? at : disposed;
      return [
        {
          id: row.id,
          ledger: 'medical-waste',
          row,
          marks,
          facts: { hours: Number(((untilMs - arisen) / hourMs).toFixed(1)), kilograms: out },
        },
      ];
    });
    return byMark(lines, wasteMarks, ({ row }) => instantAt(row, 'arisenAt') ?? 0);
  },
};

/** Levels as marks; `blue` is no alarm yet. */
const levelMarks: readonly WorkMark[] = wasteLevels.map((id) => ({
  id,
  tone: id === 'red' || id === 'orange' ? 'bad' : id === 'normal' ? 'good' : 'warn',
}));

/** 处置负荷: each plant and day, what arose for it against what it can dispose of. */
export const plantLoads: WorkList = {
  id: 'plantLoads',
  ledger: 'medical-waste',
  reads: ['medical-waste'],
  marks: levelMarks,
  columns: [
    { as: 'field', field: 'plant' },
    { as: 'day', fact: 'day' },
    { as: 'count', fact: 'manifests' },
    { as: 'amount', fact: 'kilograms' },
    { as: 'amount', fact: 'epidemicKilograms' },
    { as: 'amount', fact: 'capacity' },
    { as: 'percent', fact: 'loadPercent' },
    { as: 'amount', fact: 'leftOver' },
  ],
  sums: ['manifests', 'kilograms', 'epidemicKilograms'],
  lines: ([manifests = []], { at, policy }) => {
    const arisen = manifests.filter((row) => (instantAt(row, 'arisenAt') ?? Infinity) <= at);
    const groups = groupBy(arisen, (row) =>
      JSON.stringify([textAt(row, 'plant'), dateOf(instantAt(row, 'arisenAt') ?? at)]),
    );
    const lines = [...groups].flatMap(([key, own]): readonly WorkLine[] => {
      const [row] = own;
      const moment = row && instantAt(row, 'arisenAt');
      if (!row || moment === undefined) return [];
      const day = dateOf(moment);
      const kilograms = weightOf(own);
      const load = wasteLoad(kilograms, policy.values, endOf(day, at));
      return [
        {
          id: key,
          ledger: 'medical-waste',
          row,
          marks: [load.level],
          facts: {
            day,
            manifests: own.length,
            kilograms,
            epidemicKilograms: weightOf(own.filter(({ values }) => values['isEpidemic'] === true)),
            capacity: load.capacity,
            loadPercent: load.percent,
            leftOver: weightOf(
              own.filter((one) => (instantAt(one, 'disposedAt') ?? Infinity) > at),
            ),
          },
        },
      ];
    });
    return lines.toSorted((left, right) =>
      String(right.facts['day']).localeCompare(String(left.facts['day'])),
    );
  },
};

function weightOf(rows: readonly Row[]): number {
  return sumOf(rows, (row) => numberAt(row, 'weight'));
}

function endOf(day: ReturnType<typeof dateOf>, at: number) {
  return toInstant(Math.min(at, startOfDay(day) + dayMs - 1));
}

const areaMarks: readonly WorkMark[] = [
  { id: 'notLately', tone: 'warn' },
  { id: 'doneToday', tone: 'good' },
  { id: 'doneLately', tone: 'calm' },
];
/** A place that has been disinfected once is looked at again after so many days; the office's own. */
const againDays = 3;

/** 消杀面积: each place with how often, how much and when last. */
export const disinfectedPlaces: WorkList = {
  id: 'disinfectedPlaces',
  ledger: 'disinfection',
  reads: ['disinfection'],
  marks: areaMarks,
  columns: [
    { as: 'field', field: 'place' },
    { as: 'count', fact: 'times' },
    { as: 'amount', fact: 'squareMetres' },
    { as: 'amount', fact: 'squareMetresToday' },
    { as: 'instant', fact: 'lastDoneAt' },
    { as: 'field', field: 'kind' },
    { as: 'field', field: 'agent' },
    { as: 'field', field: 'result' },
  ],
  sums: ['times', 'squareMetres', 'squareMetresToday'],
  lines: ([jobs = []], { at, today }) => {
    const done = jobs.filter((row) => (instantAt(row, 'doneAt') ?? Infinity) <= at);
    const lines = [...groupBy(done, (row) => textAt(row, 'place'))].flatMap(
      ([place, own]): readonly WorkLine[] => {
        const inOrder = own.toSorted((left, right) => doneAt(right) - doneAt(left));
        const [row] = inOrder;
        if (!row) return [];
        const area = (rows: readonly Row[]) => sumOf(rows, (one) => numberAt(one, 'area'));
        const onToday = own.filter((one) => dateOf(toInstant(doneAt(one))) === today);
        const lastDoneAt = doneAt(row);
        return [
          {
            id: place ?? '',
            ledger: 'disinfection',
            row,
            marks: marksOf({
              notLately: at - lastDoneAt > againDays * dayMs,
              doneToday: onToday.length > 0,
              doneLately: onToday.length === 0 && at - lastDoneAt <= againDays * dayMs,
            }),
            facts: {
              times: own.length,
              squareMetres: area(own),
              squareMetresToday: area(onToday),
              lastDoneAt,
            },
          },
        ];
      },
    );
    return byMark(lines, areaMarks, ({ facts }) => Number(facts['lastDoneAt']));
  },
};

function doneAt(row: Row): number {
  return instantAt(row, 'doneAt') ?? 0;
}
