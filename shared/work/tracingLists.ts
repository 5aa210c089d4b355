import type { Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { instantAt, textAt } from '../todos/rowValues';
import { caseStatus } from './caseStatus';
import { groupBy } from './groupRows';
import { byMark, type WorkLine, type WorkList, type WorkMark } from './workList';

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
  steps: [
    {
      id: 'convert',
      asks: ['confirmedAt', 'severity'],
      needs: ['confirmedAt'],
      fits: ({ marks: own }) => own.includes('asymptomatic'),
      changes: (lines, typed) =>
        lines.map(({ ledger, row }) => ({
          type: 'update',
          ledger,
          row: row.id,
          values: { ...typed, outcome: '无症状转确诊' },
        })),
    },
  ],
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
