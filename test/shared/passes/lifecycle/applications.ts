import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import type { ValuesOf } from '../../../../shared/ledger/defineLedger';
import type { permitApplications } from '../../../../shared/ledgers/permitApplications';
import type { permits } from '../../../../shared/ledgers/permits';
import type { Application, Filed, Permit } from '../../../../shared/passes/lifecycle/application';
import type { ApplicationSurroundings } from '../../../../shared/passes/lifecycle/checkApplication';
import { applicationPapers } from '../../../../shared/policy/passageRule';
import { defaultPolicy } from '../../../../shared/policy/policy';
import { date, moment, now } from '../situations';

export function id(number: number): RowId {
  return newRowId(number, (length) => new Uint8Array(length));
}

/** As the ledgers type them: that these compile shows that their records fit. */
const applied: ValuesOf<typeof permitApplications> = {
  number: 'SQ220327-0001',
  transport: '跨市',
  enterprise: id(900),
  plate: '豫H12345',
  driverName: '王例',
  driverDocumentNumber: '41089919900101001X',
  origin: '晋城市样例厂',
  destination: '修武县样例路1号',
  goods: '医用酒精',
  checkpoints: ['A', 'B'],
  validFrom: date('2022-03-28'),
  validUntil: date('2022-04-11'),
  attached: [...applicationPapers],
};
const issued: ValuesOf<typeof permits> = {
  number: '410821000123',
  transport: '跨市',
  enterprise: id(900),
  plate: '豫H12345',
  driverName: '王例',
  driverDocumentNumber: '41089919900101001X',
  origin: '晋城市样例厂',
  destination: '修武县样例路1号',
  goods: '医用酒精',
  validFrom: date('2022-03-20'),
  validUntil: date('2022-04-03'),
  approvedBy: '修武县样例保障组',
  approver: '例某',
  issuedAt: moment('2022-03-19 17:05'),
  status: '有效',
};

export function application(more: Partial<Application> = {}, of = 1): Filed<Application> {
  return { id: id(of), values: { ...applied, ...more } };
}

export function permit(more: Partial<Permit> = {}, of = 500): Filed<Permit> {
  return { id: id(of), values: { ...issued, ...more } };
}

export function around(more: Partial<ApplicationSurroundings> = {}): ApplicationSurroundings {
  return {
    applications: [],
    permits: [],
    closedCheckpoints: new Map(),
    policy: defaultPolicy,
    now,
    ...more,
  };
}
