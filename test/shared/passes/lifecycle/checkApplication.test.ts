import { describe, expect, it } from 'vitest';
import {
  blocks,
  checkApplication,
  type ApplicationSurroundings,
} from '../../../../shared/passes/lifecycle/checkApplication';
import type { Application } from '../../../../shared/passes/lifecycle/application';
import { date } from '../situations';
import { application, around, permit } from './applications';

const tags = (more: Partial<Application>, surroundings: Partial<ApplicationSurroundings> = {}) =>
  checkApplication(application(more), around(surroundings)).map((one) =>
    blocks(one) ? `${one.tag}!` : one.tag,
  );

describe('an application is checked', () => {
  it.each<[string, Partial<Application>, Partial<ApplicationSurroundings>, readonly string[]]>([
    ['in order', {}, {}, []],
    ['fifteen days', { validUntil: date('2022-04-11') }, {}, []],
    ['sixteen days', { validUntil: date('2022-04-12') }, {}, ['tooLong!']],
    ['ends before it begins', { validUntil: date('2022-03-27') }, {}, ['endsBeforeItBegins!']],
    [
      'over already',
      { validFrom: date('2022-03-20'), validUntil: date('2022-03-26') },
      {},
      ['alreadyOver!'],
    ],
    ['the plate of a trailer', { plate: '豫H1234挂' }, {}, ['trailerPlate!']],
    ['a second for the vehicle', {}, { applications: [application({}, 2)] }, ['duplicate!']],
    ['itself among the others', {}, { applications: [application()] }, []],
    ['one returned', {}, { applications: [application({ state: '已退回' }, 2)] }, []],
    ['one issued', {}, { applications: [application({ state: '已发证' }, 2)] }, []],
    ['a pass in the same days', {}, { permits: [permit()] }, ['overlapping']],
    ['a pass of before', {}, { permits: [permit({ validUntil: date('2022-03-27') })] }, []],
    ['a voided pass', {}, { permits: [permit({ status: '注销' })] }, []],
    ['an extension of it', { kind: '延期' }, { permits: [permit()] }, []],
    ['an extension of nothing', { kind: '延期' }, {}, ['replacesNothing!']],
    [
      'the driver of another vehicle',
      {},
      { permits: [permit({ plate: '豫H54321' })] },
      ['driverHasOther'],
    ],
    [
      'no waybill',
      { attached: ['驾驶证', '行驶证', '防控承诺书'] },
      {},
      Array(4).fill('paperMissing'),
    ],
    [
      'the same within the county',
      { attached: ['驾驶证', '行驶证', '防控承诺书'], transport: '县域内' },
      {},
      [],
    ],
    ['no route', { checkpoints: [] }, {}, ['noRoute']],
    ['no route within the county', { checkpoints: [], transport: '县域内' }, {}, []],
    [
      'a checkpoint given up',
      {},
      { closedCheckpoints: new Map([['B', '二号']]) },
      ['closedCheckpoint'],
    ],
    ['nowhere to go', { destination: '晋城市样例厂' }, {}, ['sameEnds']],
    ['an enterprise nobody knows', { enterprise: '~某公司' }, {}, ['unknownEnterprise']],
    [
      'the grave before the odd',
      { checkpoints: [], plate: '豫H1234挂' },
      {},
      ['trailerPlate!', 'noRoute'],
    ],
  ])('%s', (_what, more, surroundings, expected) => {
    expect(tags(more, surroundings)).toEqual(expected);
  });

  it('asks for the papers of the rules in force, not of today’s code', () => {
    const policy = around().policy;
    const passageRules = policy.passageRules.map((rule) => ({
      ...rule,
      applicationPapers: ['驾驶证' as const],
    }));
    expect(tags({ attached: [] }, { policy: { ...policy, passageRules } })).toEqual([
      'paperMissing',
    ]);
  });
});
