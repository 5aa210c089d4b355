import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { stockBalances } from '../../../shared/todos/stocks';
import { balances, stockLots } from '../../../shared/work/stockLists';
import { lotsOf } from '../../../shared/work/stockLots';
import { momentOf, on, rowOf } from './moments';

const moved = (id: number, direction: string, quantity: number, more: RowValues = {}) =>
  rowOf(String(id), {
    direction,
    quantity,
    warehouse: '库',
    item: '口罩',
    measure: '只',
    movedAt: on(10, 8, id),
    ...more,
  });
const left = (rows: Parameters<typeof lotsOf>[0]) =>
  lotsOf(rows).map(({ lot, left: there }) => `${lot} ${there}`);

describe('lots', () => {
  const early = { lot: 'A', expiresOn: '2022-04-01' };
  const late = { lot: 'B', expiresOn: '2023-04-01' };
  const both = [moved(1, '入库', 10, late), moved(2, '入库', 5, early)];
  it.each([
    ['what came in, the first to expire first', [], ['A 5', 'B 10']],
    ['an issue of no lot takes what expires first', [moved(3, '出库', 7)], ['B 8']],
    ['an issue of a lot takes of it', [moved(3, '出库', 7, { lot: 'B' })], ['A 5', 'B 3']],
    ['and the rest of the others', [moved(3, '出库', 12, { lot: 'B' })], ['A 3']],
    ['a count of a lot sets it', [moved(3, '盘点', 4, { lot: 'B' })], ['A 5', 'B 4']],
    ['a count of all takes what is missing', [moved(3, '盘点', 12)], ['A 2', 'B 10']],
    ['or adds what nobody has named', [moved(3, '盘点', 16)], ['A 5', 'B 10', ' 1']],
  ])('%s', (_, more, expected) => {
    expect(left([...both, ...more])).toEqual(expected);
  });

  it('add up to the balance, as long as nothing was issued that was not there', () => {
    const step = fc.record({
      direction: fc.constantFrom('入库', '出库', '退库', '盘点'),
      quantity: fc.nat(50),
      lot: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const rows = steps.map(({ direction, quantity, lot }, index) =>
          // a count of one lot is no count of the whole balance
          moved(index, direction, quantity, direction === '盘点' || !lot ? {} : { lot }),
        );
        const [balance] = stockBalances(rows).values();
        fc.pre((balance?.lowest.balance ?? 0) >= 0);
        const sum = lotsOf(rows).reduce((total, one) => total + one.left, 0);
        expect(sum).toBe(balance?.balance ?? 0);
      }),
    );
  });
});

describe('balances on 27 March', () => {
  const marks = (...rows: Parameters<typeof lotsOf>[0]) =>
    balances.lines([rows], momentOf(on(27)))[0]?.marks;
  it.each([
    ['in stock', [moved(1, '入库', 10)], ['inStock']],
    ['issued more than there was', [moved(1, '出库', 1)], ['negative']],
    ['gone', [moved(1, '入库', 2), moved(2, '出库', 2)], ['usedUp']],
    ['past its day', [moved(1, '入库', 2, { expiresOn: '2022-03-26' })], ['expired']],
    ['on its last day', [moved(1, '入库', 2, { expiresOn: '2022-03-27' })], ['expiring']],
    ['within thirty days', [moved(1, '入库', 2, { expiresOn: '2022-04-26' })], ['expiring']],
    [
      'used faster than three days last',
      [moved(1, '入库', 100), moved(2, '出库', 80, { movedAt: on(26) })],
      ['runsOut'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(marks(...rows)).toEqual(expected);
  });

  it('are those of the moment, not of what came later', () => {
    const rows = [moved(1, '入库', 10), moved(2, '出库', 4, { movedAt: on(28) })];
    expect(balances.lines([rows], momentOf(on(27)))[0]?.facts['balance']).toBe(10);
  });

  it('say how many days a lot has left', () => {
    const rows = [moved(1, '入库', 2, { lot: 'A', expiresOn: '2022-04-01' })];
    expect(stockLots.lines([rows], momentOf(on(27)))[0]?.facts).toMatchObject({
      daysLeft: 5,
      balance: 2,
    });
  });
});
