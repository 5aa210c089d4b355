import type { Row } from '../ledger/defineLedger';
import { instantAt, numberAt, textAt } from '../todos/rowValues';
import { groupBy, sumOf } from './groupRows';
import { byMark, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

const roundMarks: readonly WorkMark[] = [
  { id: 'positiveTubes', tone: 'bad' },
  { id: 'pointsMissing', tone: 'bad' },
  { id: 'missedPeople', tone: 'warn' },
  { id: 'underWay', tone: 'calm' },
  { id: 'complete', tone: 'good' },
];

/** 轮次: expected, sampled and missed of each; which points of its group have not reported. */
export const rounds: WorkList = {
  id: 'rounds',
  ledger: 'test-rounds',
  reads: ['test-rounds', 'test-samples'],
  marks: roundMarks,
  columns: [
    { as: 'field', field: 'name' },
    { as: 'field', field: 'startedAt' },
    { as: 'count', fact: 'expected' },
    { as: 'count', fact: 'sampled' },
    { as: 'count', fact: 'missed' },
    { as: 'percent', fact: 'sampledPart' },
    { as: 'count', fact: 'tubes' },
    { as: 'count', fact: 'positiveTubes' },
    { as: 'count', fact: 'points' },
    { as: 'count', fact: 'pointsMissing' },
  ],
  sums: ['expected', 'sampled', 'missed', 'tubes', 'positiveTubes'],
  lines: ([testRounds = [], samples = []], { at }) => {
    const samplesOf = groupBy(samples, (row) => textAt(row, 'round'));
    const pointsOf = pointsByGroup(testRounds, samplesOf);
    const lines = testRounds
      .filter((row) => (instantAt(row, 'startedAt') ?? Infinity) <= at)
      .map((row): WorkLine => {
        const own = samplesOf.get(row.id) ?? [];
        const counts = countSamples(own);
        const points = new Set(own.map((sample) => textAt(sample, 'point')));
        const known = pointsOf.get(textAt(row, 'group')) ?? new Set();
        const pointsMissing = [...known].filter((point) => !points.has(point)).length;
        const ended = instantAt(row, 'endedAt');
        const isUnderWay = ended === undefined || ended > at;
        return {
          id: row.id,
          ledger: 'test-rounds',
          row,
          marks: marksOf({
            positiveTubes: counts.positiveTubes > 0,
            pointsMissing: pointsMissing > 0 && !isUnderWay,
            missedPeople: counts.missed > 0 && !isUnderWay,
            underWay: isUnderWay,
            complete: !isUnderWay && counts.missed === 0 && pointsMissing === 0,
          }),
          facts: { ...counts, points: points.size, pointsMissing },
        };
      });
    return lines.toSorted(
      (left, right) =>
        (instantAt(right.row, 'startedAt') ?? 0) - (instantAt(left.row, 'startedAt') ?? 0),
    );
  },
};

const pointMarks: readonly WorkMark[] = [
  { id: 'positiveTubes', tone: 'bad' },
  { id: 'manyMissed', tone: 'bad' },
  { id: 'missedPeople', tone: 'warn' },
  { id: 'notSent', tone: 'warn' },
  { id: 'complete', tone: 'good' },
];
/** From this part of those expected on a point has to be visited again; the office's own. */
const manyMissedPart = 0.02;

/** 采样点: who was expected at a point and did not come, and what has not gone to a laboratory. */
export const samplingPoints: WorkList = {
  id: 'samplingPoints',
  ledger: 'test-samples',
  reads: ['test-samples', 'test-rounds'],
  marks: pointMarks,
  columns: [
    { as: 'field', field: 'round' },
    { as: 'field', field: 'point' },
    { as: 'field', field: 'date' },
    { as: 'count', fact: 'expected' },
    { as: 'count', fact: 'sampled' },
    { as: 'count', fact: 'missed' },
    { as: 'percent', fact: 'sampledPart' },
    { as: 'field', field: 'positiveTubes' },
    { as: 'field', field: 'sentAt' },
    { as: 'field', field: 'laboratory' },
  ],
  sums: ['expected', 'sampled', 'missed'],
  lines: ([samples = []], { at, today }) => {
    const lines = samples
      .filter((row) => (textAt(row, 'date') ?? '') <= today)
      .map((row): WorkLine => {
        const counts = countSamples([row]);
        const sentAt = instantAt(row, 'sentAt');
        const isSent = sentAt !== undefined && sentAt <= at;
        const isMany = counts.missed > manyMissedPart * (counts.expected || Infinity);
        return {
          id: row.id,
          ledger: 'test-samples',
          row,
          marks: marksOf({
            positiveTubes: counts.positiveTubes > 0,
            manyMissed: isMany,
            missedPeople: !isMany && counts.missed > 0,
            notSent: !isSent,
            complete: counts.missed === 0 && isSent,
          }),
          facts: counts,
        };
      });
    return byMark(lines, pointMarks, ({ facts }) => -Number(facts['missed']));
  },
};

/** People; missed are never fewer than none: who came unexpected does not stand for who did not. */
export function countSamples(samples: readonly Row[]) {
  const total = (field: string) => sumOf(samples, (row) => numberAt(row, field));
  const missed = sumOf(samples, (row) => {
    const expected = numberAt(row, 'expected');
    return expected === undefined ? 0 : Math.max(0, expected - (numberAt(row, 'sampled') ?? 0));
  });
  const expected = total('expected');
  return {
    expected,
    sampled: total('sampled'),
    missed,
    sampledPart: expected === 0 ? undefined : (100 * (expected - missed)) / expected,
    tubes: total('tubes'),
    positiveTubes: total('positiveTubes'),
  };
}

/** Every point that has ever sampled for a group. */
function pointsByGroup(
  testRounds: readonly Row[],
  samplesOf: ReadonlyMap<string | undefined, readonly Row[]>,
): ReadonlyMap<string | undefined, ReadonlySet<string | undefined>> {
  const points = new Map<string | undefined, Set<string | undefined>>();
  for (const round of testRounds) {
    const group = textAt(round, 'group');
    const known = points.get(group) ?? new Set();
    for (const sample of samplesOf.get(round.id) ?? []) known.add(textAt(sample, 'point'));
    points.set(group, known);
  }
  return points;
}
