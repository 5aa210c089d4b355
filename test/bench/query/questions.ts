import type { Filter, Query } from '../../../renderer/store/contract';
import { startOfDay } from '../../../shared/kernel/time';
import { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { firstDay } from '../../../shared/sample/places';

export const rowCount = 1_000_000;
export const peerRows = 30_000;
export const seed = 410;
export const pageRows = 50;

const ledger = checkpointPasses.id;
const dayMs = 86_400_000;
const day = startOfDay(firstDay);
const equals = (field: string, value: string): Filter => ({
  field,
  test: { type: 'equals', value },
});
const days = (from: number, to: number): Filter => ({
  field: 'passedAt',
  test: { type: 'between', from: day - from * dayMs, to: day - to * dayMs },
});

/** What people ask a ledger of passages for; `plate`, `phone` and `name` are of one of its rows. */
export function firstPages(known: {
  readonly plate: string;
  readonly phone: string;
  readonly name: string;
}): Readonly<Record<string, Query>> {
  const of = (...filters: readonly Filter[]): Query => ({ ledger, filters });
  return {
    'newest first': of(),
    'one vehicle': of(equals('plate', known.plate)),
    'one outcome': of(equals('outcome', '劝返')),
    'two health codes in ten days': of(
      { field: 'healthCode', test: { type: 'oneOf', values: ['黄', '红'] } },
      days(40, 30),
    ),
    'part of an identity number': of({
      field: 'documentNumber',
      test: { type: 'contains', text: '19901' },
    }),
    'fever, with passengers named': of(
      { field: 'temperature', test: { type: 'between', from: 37.3 } },
      { field: 'passengers', test: { type: 'filled' } },
    ),
    'no test, transit': of(
      { field: 'testSampledAt', test: { type: 'blank' } },
      equals('direction', '过境'),
    ),
    'nothing found': of(equals('healthCode', '红'), equals('outcome', '放行')),
    'search: end of a phone number': { ledger, search: known.phone.slice(3) },
    'search: a name': { ledger, search: known.name },
    'search: initials': { ledger, search: 'wlc' },
    'one direction, by plate': {
      ...of(equals('direction', '进')),
      sort: [{ field: 'plate', descending: false }],
    },
    'by temperature': { ledger, sort: [{ field: 'temperature', descending: true }] },
  };
}

/** The same question to both: a query here, a condition in SQL there. */
export const counts: Readonly<Record<string, { readonly query: Query; readonly where: string }>> = {
  all: { query: { ledger }, where: '1' },
  'one outcome': {
    query: { ledger, filters: [equals('outcome', '放行')] },
    where: "outcome = '放行'",
  },
  'one outcome in ten days': {
    query: { ledger, filters: [equals('outcome', '现场采样'), days(40, 30)] },
    where: `outcome = '现场采样' AND passedAt BETWEEN ${day - 40 * dayMs} AND ${day - 30 * dayMs}`,
  },
  'health code not green, inward': {
    query: {
      ledger,
      filters: [
        { field: 'healthCode', test: { type: 'oneOf', values: ['黄', '红', '无'] } },
        equals('direction', '进'),
      ],
    },
    where: "healthCode IN ('黄', '红', '无') AND direction = '进'",
  },
  'part of a phone number': {
    query: { ledger, filters: [{ field: 'phone', test: { type: 'contains', text: '4321' } }] },
    where: "phone LIKE '%4321%'",
  },
  'no test': {
    query: { ledger, filters: [{ field: 'testSampledAt', test: { type: 'blank' } }] },
    where: 'testSampledAt IS NULL',
  },
};

export interface Aggregate {
  readonly query: Query;
  readonly by: readonly string[];
  readonly sums: readonly string[];
  readonly select: string;
}

const sqlDay = `(passedAt + 28800000) / ${dayMs}`;

export const aggregates: Readonly<Record<string, Aggregate>> = {
  'day × checkpoint': {
    query: { ledger },
    by: ['passedAt:day', 'checkpoint'],
    sums: [],
    select: `${sqlDay}, checkpoint, count(*) FROM passes GROUP BY 1, 2`,
  },
  'day × checkpoint, passengers summed': {
    query: { ledger },
    by: ['passedAt:day', 'checkpoint'],
    sums: ['passengerCount'],
    select: `${sqlDay}, checkpoint, count(*), sum(passengerCount) FROM passes GROUP BY 1, 2`,
  },
  'day × checkpoint, one outcome': {
    query: { ledger, filters: [equals('outcome', '劝返')] },
    by: ['passedAt:day', 'checkpoint'],
    sums: [],
    select: `${sqlDay}, checkpoint, count(*) FROM passes WHERE outcome = '劝返' GROUP BY 1, 2`,
  },
};

/** Prefixes as a clerk types a plate, each shown within a keystroke. */
export const prefixes = (plate: string): readonly string[] =>
  [1, 2, 3, 4, 5, 6].map((length) => plate.slice(0, length));
