import { addDays, dateOf } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { dueAt, hourMs, instantAt, isLaterToday, numberAt, textAt } from '../todos/rowValues';
import { entriesAt } from './entries';
import { byMark, eachWith, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

const visitMarks: readonly WorkMark[] = [
  { id: 'overdue', tone: 'bad' },
  { id: 'dueToday', tone: 'warn' },
  { id: 'neverVisited', tone: 'warn' },
  { id: 'visitedToday', tone: 'good' },
  { id: 'later', tone: 'calm' },
];

/** 应走访: who is to be visited by 频次, counted from the last visit or from being written down. */
export const visits: WorkList = {
  id: 'visits',
  ledger: 'households',
  reads: ['households'],
  marks: visitMarks,
  columns: [
    { as: 'field', field: 'name' },
    { as: 'field', field: 'category' },
    { as: 'field', field: 'address' },
    { as: 'field', field: 'need' },
    { as: 'field', field: 'visitEveryDays' },
    { as: 'instant', fact: 'lastVisitAt' },
    { as: 'day', fact: 'visitDueOn' },
    { as: 'field', field: 'carer' },
    { as: 'field', field: 'gridWorker' },
  ],
  steps: [
    {
      id: 'visited',
      asks: ['visits.at', 'visits.found', 'visits.done'],
      needs: ['visits.at'],
      fits: () => true,
      changes: (lines, typed) =>
        lines.map(({ ledger, row }) => ({
          type: 'update',
          ledger,
          row: row.id,
          values: {
            visits: [
              ...entriesAt(row, 'visits', 'at').map(({ entry }) => entry),
              Object.fromEntries(
                Object.entries(typed).flatMap(([name, value]) =>
                  typeof value === 'object' ? [] : [[name.replace('visits.', ''), value]],
                ),
              ),
            ],
          },
        })),
    },
  ],
  lines: ([households = []], { at, today }) => {
    const lines = households.map((row): WorkLine => {
      const last = entriesAt(row, 'visits', 'at').findLast(({ moment }) => moment <= at)?.moment;
      const every = numberAt(row, 'visitEveryDays');
      const from = last ?? instantAt(row, 'recordedAt');
      const visitDueOn =
        every === undefined || from === undefined ? undefined : addDays(dateOf(from), every);
      const isOverdue = visitDueOn !== undefined && visitDueOn < today;
      const isDueToday = visitDueOn === today;
      const isVisited = last !== undefined && dateOf(last) === today;
      return {
        id: row.id,
        ledger: 'households',
        row,
        marks: marksOf({
          overdue: isOverdue,
          dueToday: isDueToday,
          neverVisited: last === undefined,
          visitedToday: isVisited,
          later: last !== undefined && !isOverdue && !isDueToday && !isVisited,
        }),
        facts: { lastVisitAt: last, visitDueOn },
      };
    });
    return byMark(lines, visitMarks, ({ facts }) =>
      Date.parse(String(facts['visitDueOn'] ?? '9999-12-31')),
    );
  },
};

const needMarks: readonly WorkMark[] = [
  { id: 'overdue', tone: 'bad' },
  { id: 'noStock', tone: 'bad' },
  { id: 'open', tone: 'warn' },
  { id: 'delivered', tone: 'good' },
];
/** As the to-do of the same name: a need is met within a day. */
const needHours = 24;

/** 药品奶粉: what is not at the door yet, and for how long. */
export const scarceOpen: WorkList = {
  id: 'scarceOpen',
  ledger: 'scarce-needs',
  reads: ['scarce-needs'],
  marks: needMarks,
  columns: [
    { as: 'field', field: 'kind' },
    { as: 'field', field: 'item' },
    { as: 'field', field: 'quantity' },
    { as: 'field', field: 'person' },
    { as: 'field', field: 'address' },
    { as: 'field', field: 'raisedAt' },
    { as: 'amount', fact: 'hours' },
    { as: 'field', field: 'handler' },
    { as: 'field', field: 'deliveredAt' },
  ],
  steps: [
    {
      id: 'delivered',
      asks: ['deliveredAt', 'handler'],
      needs: ['deliveredAt'],
      fits: ({ marks }) => !marks.includes('delivered'),
      changes: eachWith({ state: '已送达' }),
    },
  ],
  lines: ([needs = []], { at }) => {
    const lines = needs.flatMap((row): readonly WorkLine[] => {
      const raised = instantAt(row, 'raisedAt');
      if (raised === undefined || raised > at) return [];
      const delivered = instantAt(row, 'deliveredAt');
      const isOpen = delivered === undefined || delivered > at;
      const hours = ((isOpen ? at : delivered) - raised) / hourMs;
      return [
        {
          id: row.id,
          ledger: 'scarce-needs',
          row,
          marks: marksOf({
            overdue: isOpen && hours > needHours,
            noStock: isOpen && textAt(row, 'state') === '无货',
            open: isOpen,
            delivered: !isOpen,
          }),
          facts: { hours: Number(hours.toFixed(1)) },
        },
      ];
    });
    return byMark(lines, needMarks, ({ row }) => instantAt(row, 'raisedAt') ?? 0);
  },
};

const hotlineMarks: readonly WorkMark[] = [
  { id: 'overdue', tone: 'bad' },
  { id: 'unassigned', tone: 'bad' },
  { id: 'dueToday', tone: 'warn' },
  { id: 'dissatisfied', tone: 'warn' },
  { id: 'toCallBack', tone: 'warn' },
  { id: 'open', tone: 'calm' },
  { id: 'closed', tone: 'good' },
];

/**
 * 热线办理: from the call to the call back.
 *
 * | closed | handler | past its time | called back | marks                  |
 * | no     | none    |               |             | unassigned, open       |
 * | no     | there   | yes           |             | overdue, open          |
 * | no     | there   | no            |             | open (due today)       |
 * | yes    |         |               | no          | closed, to call back   |
 * | yes    |         |               | yes         | closed (dissatisfied)  |
 */
export const hotline: WorkList = {
  id: 'hotline',
  ledger: 'hotline-cases',
  reads: ['hotline-cases'],
  marks: hotlineMarks,
  columns: [
    { as: 'field', field: 'number' },
    { as: 'field', field: 'urgency' },
    { as: 'field', field: 'category' },
    { as: 'field', field: 'content' },
    { as: 'field', field: 'receivedAt' },
    { as: 'field', field: 'handler' },
    { as: 'field', field: 'dueAt' },
    { as: 'field', field: 'closedAt' },
    { as: 'field', field: 'calledBackAt' },
  ],
  steps: [
    {
      id: 'assign',
      asks: ['handler', 'dueAt'],
      needs: ['handler'],
      fits: ({ marks }) => marks.includes('open'),
      changes: updates,
    },
    {
      id: 'close',
      asks: ['closedAt', 'result'],
      needs: ['closedAt', 'result'],
      fits: ({ marks }) => marks.includes('open'),
      changes: updates,
    },
    {
      id: 'callBack',
      asks: ['calledBackAt', 'satisfaction'],
      needs: ['calledBackAt', 'satisfaction'],
      fits: ({ marks }) => marks.includes('toCallBack'),
      changes: updates,
    },
    {
      id: 'link',
      asks: [],
      fits: () => true,
      changes: (lines) =>
        lines.length < 2
          ? []
          : lines.map(({ ledger, row }) => ({
              type: 'update',
              ledger,
              row: row.id,
              values: { likeCases: linkedTo(row, lines) },
            })),
    },
  ],
  lines: ([cases = []], { at }) => {
    const lines = cases.flatMap((row): readonly WorkLine[] => {
      const received = instantAt(row, 'receivedAt');
      if (received === undefined || received > at) return [];
      const closed = instantAt(row, 'closedAt');
      const isOpen = closed === undefined || closed > at;
      const due = dueAt(row, 'dueAt');
      const calledBack = instantAt(row, 'calledBackAt');
      return [
        {
          id: row.id,
          ledger: 'hotline-cases',
          row,
          marks: marksOf({
            overdue: isOpen && due !== undefined && due <= at,
            unassigned: isOpen && textAt(row, 'handler') === undefined,
            dueToday: isOpen && due !== undefined && isLaterToday(due, at),
            dissatisfied: textAt(row, 'satisfaction') === '不满意',
            toCallBack: !isOpen && (calledBack === undefined || calledBack > at),
            open: isOpen,
            closed: !isOpen,
          }),
          facts: {},
        },
      ];
    });
    return byMark(lines, hotlineMarks, ({ row }) => dueAt(row, 'dueAt') ?? Infinity);
  },
};

function updates(
  lines: readonly WorkLine[],
  typed: Readonly<Record<string, Row['values'][string]>>,
) {
  return lines.map(({ ledger, row }) => ({
    type: 'update' as const,
    ledger,
    row: row.id,
    values: typed,
  }));
}

/** What the record is linked to already, and the other lines. */
function linkedTo(row: Row, lines: readonly WorkLine[]): readonly string[] {
  const { likeCases } = row.values;
  const known = Array.isArray(likeCases) ? likeCases.filter((id) => typeof id === 'string') : [];
  const others = lines.map((line): string => line.row.id).filter((id) => id !== row.id);
  return [...new Set([...known, ...others])];
}
