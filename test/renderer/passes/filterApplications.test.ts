import { describe, expect, it } from 'vitest';
import {
  inState,
  isSought,
  stateFilters,
} from '../../../renderer/features/passes/applications/filterApplications';
import type { Row, RowValues } from '../../../shared/ledger/defineLedger';
import { id } from '../../shared/passes/lifecycle/applications';

const handedIn = (more: RowValues = {}): Row => ({
  id: id(1),
  values: {
    number: 'SQ220327-0001',
    plate: '豫H12345',
    driverName: '王例',
    driverDocumentNumber: '41089919900101001X',
    origin: '晋城市样例厂',
    destination: '修武县样例路1号',
    goods: '医用酒精',
    ...more,
  },
});

describe('the list of applications', () => {
  it('takes one without a state, as a workbook brings it, for one to be checked', () => {
    const row = handedIn();
    expect(stateFilters.filter((filter) => inState(row, filter))).toEqual([
      'open',
      '待核验',
      'all',
    ]);
  });

  it.each([
    ['已发证', ['已发证', 'all']],
    ['已退回', ['已退回', 'all']],
    ['待发证', ['open', '待发证', 'all']],
  ] as const)('shows one that is %s under', (state, filters) => {
    const row = handedIn({ state });
    expect(stateFilters.filter((filter) => inState(row, filter))).toEqual(filters);
  });

  it.each([
    ['', true],
    ['豫H·12345', true],
    ['h1234', true],
    ['ｈ１２３', true],
    ['sq220327', true],
    ['王例', true],
    ['酒精', true],
    ['样例厂', true],
    ['云河', true],
    ['豫H99999', false],
    ['410899', false],
  ])('finds by %s: %s', (sought, isFound) => {
    expect(isSought(handedIn(), sought, '云河样例纸业')).toBe(isFound);
  });
});
