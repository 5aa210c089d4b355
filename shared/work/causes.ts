import type { Row } from '../ledger/defineLedger';
import { instantAt, textAt } from '../todos/rowValues';
import { groupBy } from './groupRows';
import { byMark, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

/** Cases of one cause: linked by a person, or saying the same in the same words. */
export interface Cause {
  readonly cases: readonly Row[];
  readonly isLinked: boolean;
}

/**
 * 热线诉求 by their cause (S21: generalised when one points at many). Links go both ways and on
 * from case to case, whoever wrote them down; of the others those of one category whose content is
 * the same but for blanks, digits and punctuation stand together, as a proposal to link them.
 */
export function causesOf(cases: readonly Row[]): readonly Cause[] {
  const known = new Map<string, Row>(cases.map((row) => [row.id, row]));
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    const next = leaders.get(id);
    return next === undefined ? id : leaderOf(next);
  };
  for (const row of cases)
    for (const other of linksOf(row)) {
      const [one, two] = [leaderOf(row.id), leaderOf(other)];
      if (known.has(other) && one !== two) leaders.set(two, one);
    }
  const linked = [...groupBy(cases, (row) => leaderOf(row.id)).values()];
  const alone = linked.flatMap((group) => (group.length === 1 ? group : []));
  return [
    ...linked
      .filter((group) => group.length > 1)
      .map((group): Cause => ({ cases: group, isLinked: true })),
    ...[...groupBy(alone, wordsOf).values()]
      .filter((group) => group.length > 1)
      .map((group): Cause => ({ cases: group, isLinked: false })),
  ];
}

function linksOf({ values: { likeCases } }: Row): readonly string[] {
  return Array.isArray(likeCases)
    ? likeCases.filter((id): id is string => typeof id === 'string')
    : [];
}

function wordsOf(row: Row): string {
  const content = (textAt(row, 'content') ?? '').normalize('NFKC').toLowerCase();
  return JSON.stringify([textAt(row, 'category'), content.replace(/[\s\d\p{P}\p{S}]/gu, '')]);
}

const marks: readonly WorkMark[] = [
  { id: 'causeOpen', tone: 'bad' },
  { id: 'linked', tone: 'good' },
  { id: 'proposed', tone: 'warn' },
  { id: 'causeClosed', tone: 'calm' },
];

/** 同因归并: each cause with how many cases it has, since when, and how many still wait. */
export const causes: WorkList = {
  id: 'causes',
  ledger: 'hotline-cases',
  reads: ['hotline-cases'],
  marks,
  columns: [
    { as: 'field', field: 'category' },
    { as: 'field', field: 'content' },
    { as: 'count', fact: 'cases' },
    { as: 'count', fact: 'openCases' },
    { as: 'instant', fact: 'firstAt' },
    { as: 'instant', fact: 'latestAt' },
    { as: 'text', fact: 'handlers' },
  ],
  sums: ['cases', 'openCases'],
  steps: [
    {
      id: 'linkCause',
      asks: [],
      fits: ({ marks: own }) => own.includes('proposed'),
      changes: (lines) =>
        lines.flatMap(({ ledger, facts }) => {
          const ids = String(facts['ids'] ?? '').split(' ');
          return ids.map((id) => ({
            type: 'update' as const,
            ledger,
            row: id as Row['id'], // put together from row ids below
            values: { likeCases: ids.filter((other) => other !== id) },
          }));
        }),
    },
    {
      id: 'closeCause',
      asks: ['closedAt', 'result'],
      needs: ['closedAt', 'result'],
      fits: ({ marks: own }) => own.includes('causeOpen'),
      changes: (lines, typed) =>
        lines.flatMap(({ ledger, facts }) =>
          String(facts['openIds'] ?? '')
            .split(' ')
            .filter((id) => id !== '')
            .map((id) => ({
              type: 'update' as const,
              ledger,
              row: id as Row['id'], // as above
              values: typed,
            })),
        ),
    },
  ],
  lines: ([cases = []], { at }) => {
    const received = cases.filter((row) => (instantAt(row, 'receivedAt') ?? Infinity) <= at);
    const lines = causesOf(received).flatMap(({ cases: own, isLinked }): readonly WorkLine[] => {
      const inOrder = own.toSorted((left, right) => receivedAt(left) - receivedAt(right));
      const [first] = inOrder;
      const last = inOrder.at(-1);
      if (!first || !last) return [];
      const open = own.filter((row) => (instantAt(row, 'closedAt') ?? Infinity) > at);
      const handlers = new Set(own.flatMap((row) => textAt(row, 'handler') ?? []));
      return [
        {
          id: `${first.id} ${own.length}`,
          ledger: 'hotline-cases',
          row: first,
          marks: marksOf({
            causeOpen: open.length > 0,
            linked: isLinked,
            proposed: !isLinked,
            causeClosed: open.length === 0,
          }),
          facts: {
            cases: own.length,
            openCases: open.length,
            firstAt: receivedAt(first),
            latestAt: receivedAt(last),
            handlers: [...handlers].join('、'),
            ids: own.map(({ id }) => id).join(' '),
            openIds: open.map(({ id }) => id).join(' '),
          },
        },
      ];
    });
    return byMark(lines, marks, ({ facts }) => -Number(facts['cases']));
  },
};

function receivedAt(row: Row): number {
  return instantAt(row, 'receivedAt') ?? 0;
}
