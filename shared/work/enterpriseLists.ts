import { toInstant, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { policyValueAt } from '../policy/policyValue';
import { hoursByUrgency } from '../todos/deadlines';
import { dueAt, hourMs, instantAt, isLaterToday, numberAt, textAt } from '../todos/rowValues';
import { groupBy } from './groupRows';
import { byMark, eachWith, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

const deadlineMarks: readonly WorkMark[] = [
  { id: 'overdue', tone: 'bad' },
  { id: 'unassigned', tone: 'bad' },
  { id: 'dueToday', tone: 'warn' },
  { id: 'toReview', tone: 'warn' },
  { id: 'open', tone: 'calm' },
  { id: 'closedLate', tone: 'calm' },
  { id: 'closed', tone: 'good' },
];

function deadlineClaims(due: Instant | undefined, done: Instant | undefined, at: Instant) {
  const isOpen = done === undefined || done > at;
  return {
    isOpen,
    overdue: isOpen && due !== undefined && due <= at,
    dueToday: isOpen && due !== undefined && isLaterToday(due, at),
    closedLate: !isOpen && due !== undefined && done > due,
  };
}

/** 助企问题: each with the time its urgency leaves (S07: urgent ones at once), to its closing. */
export const problems: WorkList = {
  id: 'problems',
  ledger: 'enterprise-problems',
  reads: ['enterprise-problems'],
  marks: deadlineMarks,
  columns: [
    { as: 'field', field: 'number' },
    { as: 'field', field: 'enterprise' },
    { as: 'field', field: 'urgency' },
    { as: 'field', field: 'category' },
    { as: 'field', field: 'problem' },
    { as: 'field', field: 'raisedAt' },
    { as: 'instant', fact: 'dueAt' },
    { as: 'field', field: 'responsible' },
    { as: 'field', field: 'closedAt' },
  ],
  steps: [
    {
      id: 'assignProblem',
      asks: ['responsible', 'measures'],
      needs: ['responsible'],
      fits: ({ marks }) => marks.includes('open'),
      changes: eachWith({ state: '办理中' }),
    },
    {
      id: 'closeProblem',
      asks: ['closedAt', 'measures', 'rating'],
      needs: ['closedAt', 'measures'],
      fits: ({ marks }) => marks.includes('open'),
      changes: eachWith({ state: '已办结' }),
    },
  ],
  lines: ([rows = []], { at, policy }) => {
    const lines = rows.flatMap((row): readonly WorkLine[] => {
      const raised = instantAt(row, 'raisedAt');
      if (raised === undefined || raised > at) return [];
      const key = hoursByUrgency(textAt(row, 'urgency'));
      const hours = policyValueAt(policy.values, key, at, textAt(row, 'responsible'));
      const due = toInstant(raised + hours * hourMs);
      const { isOpen, ...claims } = deadlineClaims(due, instantAt(row, 'closedAt'), at);
      return [
        {
          id: row.id,
          ledger: 'enterprise-problems',
          row,
          marks: marksOf({
            ...claims,
            unassigned: isOpen && textAt(row, 'responsible') === undefined,
            open: isOpen,
            closed: !isOpen,
          }),
          facts: { dueAt: due },
        },
      ];
    });
    return byMark(lines, deadlineMarks, ({ facts }) => Number(facts['dueAt'] ?? Infinity));
  },
};

/** 督导整改: findings with their deadline (S05), corrected, and reviewed by somebody. */
export const corrections: WorkList = {
  id: 'corrections',
  ledger: 'inspections',
  reads: ['inspections'],
  marks: deadlineMarks,
  columns: [
    { as: 'field', field: 'team' },
    { as: 'field', field: 'inspected' },
    { as: 'field', field: 'inspectedAt' },
    { as: 'field', field: 'findings' },
    { as: 'field', field: 'severity' },
    { as: 'field', field: 'demand' },
    { as: 'field', field: 'dueAt' },
    { as: 'field', field: 'correctedAt' },
    { as: 'field', field: 'reviewer' },
  ],
  steps: [
    {
      id: 'corrected',
      asks: ['correctedAt'],
      needs: ['correctedAt'],
      fits: ({ marks }) => marks.includes('open'),
      changes: eachWith({ state: '已整改' }),
    },
    {
      id: 'reviewed',
      asks: ['reviewer'],
      needs: ['reviewer'],
      fits: ({ marks }) => marks.includes('toReview'),
      changes: eachWith({ state: '已复查' }),
    },
  ],
  lines: ([rows = []], { at }) => {
    const lines = rows.flatMap((row): readonly WorkLine[] => {
      const inspected = instantAt(row, 'inspectedAt');
      if (inspected === undefined || inspected > at) return [];
      if (textAt(row, 'state') === '无需整改') return [];
      const corrected = instantAt(row, 'correctedAt');
      const { isOpen, ...claims } = deadlineClaims(dueAt(row, 'dueAt'), corrected, at);
      const isReviewed = textAt(row, 'reviewer') !== undefined;
      return [
        {
          id: row.id,
          ledger: 'inspections',
          row,
          marks: marksOf({
            ...claims,
            toReview: !isOpen && !isReviewed,
            open: isOpen,
            closed: !isOpen && isReviewed,
          }),
          facts: {},
        },
      ];
    });
    return byMark(lines, deadlineMarks, ({ row }) => dueAt(row, 'dueAt') ?? Infinity);
  },
};

const fileMarks: readonly WorkMark[] = [
  { id: 'positiveWorker', tone: 'bad' },
  { id: 'codeNotGreen', tone: 'bad' },
  { id: 'feverish', tone: 'bad' },
  { id: 'testOld', tone: 'warn' },
  { id: 'filesMissing', tone: 'warn' },
  { id: 'filesWhole', tone: 'good' },
];
/** Checkpoint notice of 30 March 2022: a test holds for 48 hours. */
const testHours = 48;
const highestTemperature = 37.2;

/** 职工档案: one file per worker (S03), seen by enterprise: how many are missing, and whose is not in order. */
export const workerFiles: WorkList = {
  id: 'workerFiles',
  ledger: 'enterprises',
  reads: ['enterprises', 'worker-health'],
  marks: fileMarks,
  columns: [
    { as: 'field', field: 'name' },
    { as: 'field', field: 'isKey' },
    { as: 'field', field: 'employees' },
    { as: 'count', fact: 'files' },
    { as: 'count', fact: 'filesMissing' },
    { as: 'count', fact: 'onDuty' },
    { as: 'count', fact: 'onSite' },
    { as: 'count', fact: 'testOld' },
    { as: 'count', fact: 'notInOrder' },
    { as: 'field', field: 'assignedOfficial' },
  ],
  sums: ['files', 'onDuty', 'onSite', 'testOld', 'notInOrder'],
  lines: ([enterprises = [], workers = []], { at }) => {
    const workersOf = groupBy(workers, (row) => textAt(row, 'enterprise'));
    const lines = enterprises.flatMap((row): readonly WorkLine[] => {
      const own = workersOf.get(row.id) ?? [];
      if (own.length === 0 && row.values['isKey'] !== true) return [];
      const number = (test: (worker: Row) => boolean) => own.filter(test).length;
      const isOnDuty = (worker: Row) => worker.values['isOnDuty'] === true;
      const isFeverish = (worker: Row) =>
        (numberAt(worker, 'temperature') ?? 0) > highestTemperature ||
        textAt(worker, 'symptoms') !== undefined;
      const isCodeWrong = (worker: Row) =>
        !['绿', undefined].includes(textAt(worker, 'healthCode'));
      const isPositive = (worker: Row) => textAt(worker, 'testResult') === '阳性';
      const testOld = number(
        (worker) =>
          isOnDuty(worker) && at - (instantAt(worker, 'sampledAt') ?? 0) > testHours * hourMs,
      );
      const filesMissing = Math.max(0, (numberAt(row, 'employees') ?? 0) - own.length);
      return [
        {
          id: row.id,
          ledger: 'enterprises',
          row,
          marks: marksOf({
            positiveWorker: own.some(isPositive),
            codeNotGreen: own.some(isCodeWrong),
            feverish: own.some(isFeverish),
            testOld: testOld > 0,
            filesMissing: filesMissing > 0,
            filesWhole: filesMissing === 0,
          }),
          facts: {
            files: own.length,
            filesMissing,
            onDuty: number(isOnDuty),
            onSite: number((worker) => textAt(worker, 'lodging') === '厂内'),
            testOld,
            notInOrder: number(
              (worker) => isFeverish(worker) || isCodeWrong(worker) || isPositive(worker),
            ),
          },
        },
      ];
    });
    return byMark(lines, fileMarks);
  },
};

const workerMarks: readonly WorkMark[] = [
  { id: 'positiveWorker', tone: 'bad' },
  { id: 'codeNotGreen', tone: 'bad' },
  { id: 'feverish', tone: 'bad' },
  { id: 'testOld', tone: 'warn' },
  { id: 'offDuty', tone: 'calm' },
  { id: 'inOrder', tone: 'good' },
];

/** 职工状况: the files of the workers themselves, those that are not in order first. */
export const workersToday: WorkList = {
  id: 'workersToday',
  ledger: 'worker-health',
  reads: ['worker-health'],
  marks: workerMarks,
  columns: [
    { as: 'field', field: 'enterprise' },
    { as: 'field', field: 'name' },
    { as: 'field', field: 'post' },
    { as: 'field', field: 'lodging' },
    { as: 'field', field: 'healthCode' },
    { as: 'field', field: 'temperature' },
    { as: 'field', field: 'sampledAt' },
    { as: 'field', field: 'testResult' },
    { as: 'field', field: 'phone' },
  ],
  lines: ([workers = []], { at }) => {
    const lines = workers.map((row): WorkLine => {
      const isOnDuty = row.values['isOnDuty'] === true;
      const claims = {
        positiveWorker: textAt(row, 'testResult') === '阳性',
        codeNotGreen: !['绿', undefined].includes(textAt(row, 'healthCode')),
        feverish:
          (numberAt(row, 'temperature') ?? 0) > highestTemperature ||
          textAt(row, 'symptoms') !== undefined,
        testOld: isOnDuty && at - (instantAt(row, 'sampledAt') ?? 0) > testHours * hourMs,
        offDuty: !isOnDuty,
      };
      return {
        id: row.id,
        ledger: 'worker-health',
        row,
        marks: marksOf({ ...claims, inOrder: !Object.values(claims).some(Boolean) }),
        facts: {},
      };
    });
    return byMark(lines, workerMarks);
  },
};
