import { toInstant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { policyValueAt } from '../policy/policyValue';
import { hourMs, instantAt, textAt } from '../todos/rowValues';
import { byMark, eachWith, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

const marks: readonly WorkMark[] = [
  { id: 'transferLate', tone: 'bad' },
  { id: 'waiting', tone: 'warn' },
  { id: 'onTheWay', tone: 'warn' },
  { id: 'notHandedOver', tone: 'warn' },
  { id: 'arrived', tone: 'good' },
];
/** Arrived longer ago than this is no work any more. */
const recentHours = 24;

/**
 * 闭环转运: contacts from being determined to their bed, and people released to the community that
 * takes them over. Nobody drops out of the loop: on the way is who has left and has no bed yet.
 *
 * | transferredAt | a stay of that document number, begun since | state                     |
 * | blank         | no                                          | waiting, late past limit  |
 * | filled        | no                                          | on the way                |
 * | any           | yes                                         | arrived (shown for a day) |
 */
export const transfers: WorkList = {
  id: 'transfers',
  ledger: 'contacts',
  reads: ['contacts', 'isolation-stays'],
  marks,
  columns: [
    { as: 'field', field: 'category' },
    { as: 'field', field: 'name' },
    { as: 'field', field: 'phone' },
    { as: 'field', field: 'address' },
    { as: 'instant', fact: 'since' },
    { as: 'amount', fact: 'hours' },
    { as: 'record', fact: 'site', ledger: 'isolation-sites' },
    { as: 'instant', fact: 'arrivedAt' },
  ],
  steps: [
    {
      id: 'setOff',
      asks: ['site', 'transferredAt'],
      needs: ['site', 'transferredAt'],
      fits: ({ ledger, marks: own }) => ledger === 'contacts' && own.includes('waiting'),
      changes: eachWith({ control: '集中隔离' }),
    },
  ],
  lines: ([contacts = [], stays = []], { at, policy }) => {
    const limitHours = policyValueAt(policy.values, '密接转运时限小时数', at);
    const stayOf = latestStays(stays);
    const moving = contacts.flatMap((row): readonly WorkLine[] => {
      const determined = instantAt(row, 'determinedAt');
      const control = textAt(row, 'control');
      if (determined === undefined || determined > at) return [];
      if (control !== '待转运' && control !== '集中隔离') return [];
      if (textAt(row, 'outcome') !== undefined || instantAt(row, 'releasedAt') !== undefined)
        return [];
      const stay = stayOf.get(textAt(row, 'documentNumber'));
      const arrivedAt = stay && instantAt(stay, 'admittedAt');
      const hasArrived = arrivedAt !== undefined && arrivedAt <= at;
      if (hasArrived && at - arrivedAt > recentHours * hourMs) return [];
      const leftAt = instantAt(row, 'transferredAt');
      const hasLeft = leftAt !== undefined && leftAt <= at;
      const waitedMs = (hasArrived ? arrivedAt : at) - determined;
      return [
        {
          id: row.id,
          ledger: 'contacts',
          row,
          marks: marksOf({
            transferLate: !hasArrived && waitedMs > limitHours * hourMs,
            waiting: !hasArrived && !hasLeft,
            onTheWay: !hasArrived && hasLeft,
            arrived: hasArrived,
          }),
          facts: {
            since: determined,
            hours: Number((waitedMs / hourMs).toFixed(1)),
            site: textAt(row, 'site') ?? (stay && textAt(stay, 'site')),
            arrivedAt: hasArrived ? arrivedAt : undefined,
          },
        },
      ];
    });
    const leaving = stays.flatMap((row): readonly WorkLine[] => {
      const released = instantAt(row, 'releasedAt');
      if (released === undefined || released > at || textAt(row, 'community') !== undefined)
        return [];
      return [
        {
          id: row.id,
          ledger: 'isolation-stays',
          row,
          marks: ['notHandedOver'],
          facts: {
            since: released,
            hours: Number(((at - released) / hourMs).toFixed(1)),
            site: textAt(row, 'site'),
          },
        },
      ];
    });
    return byMark([...moving, ...leaving], marks, ({ facts }) => Number(facts['since']));
  },
};

/** The last stay of each person. */
function latestStays(stays: readonly Row[]): ReadonlyMap<string | undefined, Row> {
  const latest = new Map<string | undefined, Row>();
  for (const stay of stays) {
    const person = textAt(stay, 'documentNumber');
    const known = latest.get(person);
    const admitted = (row: Row) => instantAt(row, 'admittedAt') ?? toInstant(0);
    if (!known || admitted(stay) >= admitted(known)) latest.set(person, stay);
  }
  latest.delete(undefined);
  return latest;
}
