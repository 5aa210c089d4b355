import type { Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { instantAt, textAt } from '../todos/rowValues';
import { caseStatus } from './caseStatus';
import { groupBy } from './groupRows';
import {
  byMark,
  eachWith,
  type WorkColumn,
  type WorkLine,
  type WorkList,
  type WorkMark,
  type WorkStep,
} from './workList';

const marks: readonly WorkMark[] = [
  { id: 'confirmed', tone: 'bad' },
  { id: 'converted', tone: 'bad' },
  { id: 'asymptomatic', tone: 'warn' },
  { id: 'closed', tone: 'calm' },
];

export type ContactStatus = 'controlled' | 'waiting' | 'outside' | 'released' | 'becameCase';

/** What a contact was at a moment; undefined before being determined, or where ruled out since. */
export function contactStatus(row: Row, at: Instant): ContactStatus | undefined {
  const determined = instantAt(row, 'determinedAt');
  const outcome = textAt(row, 'outcome');
  if (determined === undefined || determined > at || outcome === '排除') return undefined;
  const released = instantAt(row, 'releasedAt');
  if (outcome === '转病例') return 'becameCase';
  if (released !== undefined && released <= at) return 'released';
  const control = textAt(row, 'control');
  if (control === '县外管控') return 'outside';
  return control === undefined || control === '待转运' ? 'waiting' : 'controlled';
}

/** 无症状转确诊: from that moment on the person counts among the confirmed. */
export const convertStep: WorkStep = {
  id: 'convert',
  asks: ['confirmedAt', 'severity'],
  needs: ['confirmedAt'],
  fits: ({ marks: own }) => own.includes('asymptomatic'),
  changes: eachWith({ outcome: '无症状转确诊' }),
};

/** 密接按病例: each case with its contacts and where they are at the moment. */
export const contactsByCase: WorkList = {
  id: 'contactsByCase',
  ledger: 'cases',
  reads: ['cases', 'contacts'],
  marks,
  columns: [
    { as: 'field', field: 'number' },
    { as: 'field', field: 'name' },
    { as: 'field', field: 'reportedAt' },
    { as: 'count', fact: 'close' },
    { as: 'count', fact: 'secondary' },
    { as: 'count', fact: 'controlled' },
    { as: 'count', fact: 'waiting' },
    { as: 'count', fact: 'outside' },
    { as: 'count', fact: 'released' },
    { as: 'count', fact: 'becameCase' },
  ],
  sums: ['close', 'secondary', 'controlled', 'waiting', 'outside', 'released', 'becameCase'],
  steps: [convertStep],
  lines: ([cases = [], contacts = []], { at }) => {
    const contactsOf = groupBy(contacts, (row) => textAt(row, 'sourceCase'));
    const lines = cases.flatMap((row): readonly WorkLine[] => {
      const status = caseStatus(row, at);
      if (status === 'unreported') return [];
      const counts = new Map<string, number>();
      for (const contact of contactsOf.get(row.id) ?? []) {
        const own = contactStatus(contact, at);
        if (own === undefined) continue;
        const category = textAt(contact, 'category') === '次密接' ? 'secondary' : 'close';
        for (const key of [own, category]) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const facts = Object.fromEntries(
        [...(contactsByCase.sums ?? [])].map((key) => [key, counts.get(key) ?? 0]),
      );
      return [{ id: row.id, ledger: 'cases', row, marks: [status], facts }];
    });
    return byMark(lines, marks, ({ row }) => -(instantAt(row, 'reportedAt') ?? 0));
  },
};

export const contactMarks: readonly WorkMark[] = [
  { id: 'becameCase', tone: 'bad' },
  { id: 'waiting', tone: 'warn' },
  { id: 'controlled', tone: 'good' },
  { id: 'outside', tone: 'calm' },
  { id: 'released', tone: 'calm' },
];

export const contactColumns: readonly WorkColumn[] = [
  { as: 'field', field: 'category' },
  { as: 'field', field: 'name' },
  { as: 'field', field: 'exposure' },
  { as: 'field', field: 'lastContactAt' },
  { as: 'field', field: 'site' },
  { as: 'field', field: 'dueOn' },
];

/** The contacts of one case at a moment, those that are not controlled yet first. */
export function contactsOf(
  contacts: readonly Row[],
  sourceCase: string,
  at: Instant,
): readonly WorkLine[] {
  const lines = contacts.flatMap((row): readonly WorkLine[] => {
    const status = textAt(row, 'sourceCase') === sourceCase ? contactStatus(row, at) : undefined;
    return status ? [{ id: row.id, ledger: 'contacts', row, marks: [status], facts: {} }] : [];
  });
  return byMark(lines, contactMarks);
}
