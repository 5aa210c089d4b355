import {
  applicationPapers,
  directions,
  effects,
  missingPapers,
  papers,
  scenarios,
  testClocks,
} from '../policy/passageRule';
import { optionsOf } from './sharedOptions';

/** The words of the passage rules, where ledgers offer them as choices. */
export const scenarioOptions = optionsOf(
  scenarios,
  {
    县域内: 'Within the county',
    市内跨县: 'Across counties',
    跨市: 'Across cities',
    私家出行: 'Private travel',
    应急车辆: 'Emergency vehicle',
    免检车辆: 'Exempt vehicle',
  },
  { 县域内: ['县内'], 市内跨县: ['市内'], 跨市: ['跨省', '省内跨市'], 免检车辆: ['保供车辆'] },
);

export const directionOptions = optionsOf(directions, { 进: 'In', 出: 'Out', 过境: 'Transit' });

export const effectOptions = optionsOf(
  effects,
  { 放行: 'Let through', 现场采样: 'Test on the spot', 滞留: 'Hold', 劝返: 'Turn back' },
  { 滞留: ['核实', '留观'], 劝返: ['劝离'] },
);

const paperNames = {
  身份证件: 'Identity document',
  道路运输证: 'Transport licence',
  货物运单: 'Waybill',
  接收证明: "Receiver's paper",
  社区证明: "Community's paper",
};

export const paperOptions = optionsOf(papers, paperNames);

export const missingPaperOptions = optionsOf(
  missingPapers,
  {
    ...paperNames,
    通行证: 'Pass',
    核酸阴性证明: 'Negative test',
    货物消毒证明: 'Proof of disinfection',
    封条: 'Seal',
  },
  { 核酸阴性证明: ['核酸证明', '核酸报告'], 通行证: ['车辆通行证'] },
);

export const testClockOptions = optionsOf(testClocks, {
  采样: 'From sampling',
  报告: 'From report',
});

export const applicationPaperOptions = optionsOf(
  applicationPapers,
  {
    驾驶证: 'Driving licence',
    行驶证: 'Vehicle licence',
    道路运输证: 'Transport licence',
    货物运单: 'Waybill',
    接收证明: "Receiver's paper",
    核酸阴性证明: 'Negative test',
    防控承诺书: 'Undertaking',
  },
  {
    驾驶证: ['驾照'],
    行驶证: ['车辆行驶证'],
    道路运输证: ['运输证'],
    货物运单: ['运单', '发货单'],
    接收证明: ['收货证明', '目的地接收证明'],
    核酸阴性证明: ['核酸证明', '核酸报告'],
    防控承诺书: ['承诺书'],
  },
);
