import { instantOf, parseIsoDate, type Instant, type IsoDate } from '../../../shared/kernel/time';
import type { PermitOnHand, SeenPassage, Situation } from '../../../shared/passes/situation';
import { defaultPolicy, type Policy } from '../../../shared/policy/policy';
import type { PassageRule } from '../../../shared/policy/passageRule';

/** `2022-03-27 12:00` or with seconds, in China. */
export function moment(text: string): Instant {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (
    text.match(/\d+/g) ?? []
  ).map(Number);
  const found = instantOf({ year, month, day, hour, minute, second });
  if (found === undefined) throw new Error(text);
  return found;
}

export function date(text: string): IsoDate {
  const found = parseIsoDate(text);
  if (!found) throw new Error(text);
  return found;
}

export const now = moment('2022-03-27 12:00');
export const plate = '豫H12345';
export const driver = '41089919900101001X';

export const permit: PermitOnHand = {
  number: '410821000123',
  transport: '跨市',
  plate,
  validFrom: date('2022-03-20'),
  validUntil: date('2022-04-03'),
  status: '有效',
  driver,
  origin: '晋城市样例厂',
  destination: '修武县样例路1号',
  checkpoints: ['A', 'B', 'C'],
};

/** A lorry with everything in order under the rules of March 2022. */
export const goodPassage: SeenPassage = {
  checkpoint: 'A',
  direction: '进',
  plate,
  vehicleType: '货车',
  documentNumber: driver,
  origin: '晋城市样例厂',
  destination: '修武县样例路1号',
  temperature: 36.5,
  healthCode: '绿',
  tripCode: '绿',
  testSampledAt: moment('2022-03-26 12:00'),
  testResult: '阴性',
  papersShown: ['货物运单', '接收证明'],
  goodsDisinfected: true,
};

export function situation(
  passage: Partial<SeenPassage> = {},
  more: Partial<Omit<Situation, 'passage'>> = {},
): Situation {
  return {
    passage: { ...goodPassage, ...passage },
    permit: { tag: 'known', permit },
    earlier: [],
    holds: [],
    revocations: { asOf: now, byNumber: new Map() },
    positions: new Map(),
    now,
    ...more,
  };
}

export function policyOf(...passageRules: readonly PassageRule[]): Policy {
  return { ...defaultPolicy, passageRules };
}
