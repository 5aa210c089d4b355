import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { effectOptions, paperOptions } from './policyOptions';
import {
  documentTypes,
  healthCodes,
  plateColours,
  testResults,
  tripCodes,
  vehicleTypes,
} from './sharedOptions';

const passage = { zh: '通行', en: 'Passage' };
const vehicle = { zh: '车辆', en: 'Vehicle' };
const driver = { zh: '驾驶员', en: 'Driver' };
const route = { zh: '行程', en: 'Route' };
const health = { zh: '健康查验', en: 'Health check' };
const papers = { zh: '证件与货物', en: 'Papers and goods' };
const verdict = { zh: '处置', en: 'Outcome' };

/** 卡点通行登记: one record per passage; corrected or voided, never erased. */
export const checkpointPasses = defineLedger({
  id: 'checkpoint-passes',
  title: { zh: '卡点通行登记', en: 'Passages' },
  area: 'checkpoints',
  version: 1,
  grows: true,
  matchOn: [],
  nameField: 'plate',
  newestFirst: 'passedAt',
  figures: [
    {
      id: 'checkpointPasses.vehicles',
      title: { zh: '检查车辆', en: 'Vehicles checked' },
      unit: { zh: '辆次', en: 'vehicles' },
      terms: [{ measure: { type: 'rows' }, counts: { type: 'within', from: 'passedAt' } }],
      by: ['checkpoint', 'direction', 'outcome', 'vehicleType'],
    },
    {
      id: 'checkpointPasses.turnedBack',
      title: { zh: '劝返车辆', en: 'Vehicles turned back' },
      unit: { zh: '辆次', en: 'vehicles' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'outcome', is: ['劝返'] }],
          counts: { type: 'within', from: 'passedAt' },
        },
      ],
      by: ['checkpoint'],
    },
  ],
  fields: {
    checkpoint: field.reference('卡点', 'Checkpoint', 'checkpoints', {
      required: true,
      section: passage,
      synonyms: ['卡点名称', '检查站', '检查点'],
      width: 150,
    }),
    direction: field.choice(
      '方向',
      'Direction',
      [
        { value: '进', en: 'In', synonyms: ['进入', '入', '驶入', '入县', '返县', '入境'] },
        { value: '出', en: 'Out', synonyms: ['离开', '驶出', '出县', '离县', '外出'] },
        { value: '过境', en: 'Transit', synonyms: ['途经', '经过', '中转'] },
      ],
      { required: true, section: passage, synonyms: ['通行方向', '进出方向', '进/出'], width: 70 },
    ),
    passedAt: field.instant('通过时间', 'Passed at', {
      required: true,
      section: passage,
      synonyms: ['通行时间', '时间', '过卡时间', '查验时间'],
      width: 140,
    }),
    plate: field.plate('车牌号码', 'Plate', {
      section: vehicle,
      synonyms: ['车牌号', '车牌', '车号', '号牌号码', '牵引车车牌'],
      width: 110,
    }),
    plateColour: field.choice('号牌颜色', 'Plate colour', plateColours, {
      section: vehicle,
      synonyms: ['车牌颜色'],
      width: 80,
    }),
    vehicleType: field.choice('车辆类型', 'Vehicle type', vehicleTypes, {
      section: vehicle,
      synonyms: ['车型', '车辆种类'],
      width: 90,
    }),
    driverName: field.name('驾驶员姓名', 'Driver', {
      sensitive: true,
      section: driver,
      synonyms: ['姓名', '司机', '司机姓名', '驾驶员', '驾驶人'],
      width: 100,
    }),
    documentType: field.choice('证件类型', 'Document type', documentTypes, {
      section: driver,
      synonyms: ['证件种类'],
      width: 100,
      hidden: true,
    }),
    documentNumber: field.identityNumber('证件号码', 'Document number', {
      sensitive: true,
      section: driver,
      synonyms: ['身份证号', '身份证号码', '身份证', '证件号', '公民身份号码'],
      width: 180,
    }),
    phone: field.phone('联系电话', 'Phone', {
      sensitive: true,
      section: driver,
      synonyms: ['电话', '手机', '手机号', '手机号码', '联系方式', '驾驶员电话'],
      width: 120,
    }),
    passengerCount: field.integer('随车人数', 'Passengers', {
      section: driver,
      unit: '人',
      min: 0,
      max: 100,
      totalled: true,
      synonyms: ['同行人数', '乘客人数', '随行人数'],
      width: 80,
    }),
    passengers: field.group(
      '随车人员',
      "Passengers' details",
      {
        name: field.name('姓名', 'Name', { required: true, sensitive: true }),
        documentNumber: field.identityNumber('证件号码', 'Document number', {
          sensitive: true,
          synonyms: ['身份证号'],
        }),
        temperature: field.temperature('体温', 'Temperature'),
        healthCode: field.choice('健康码', 'Health code', healthCodes),
      },
      {
        sensitive: true,
        section: driver,
        synonyms: ['同行人员', '随行人员', '乘客'],
        width: 200,
        hidden: true,
      },
    ),
    origin: field.text('出发地', 'From', {
      section: route,
      synonyms: ['起点', '始发地', '来源地', '从何地来'],
      width: 140,
    }),
    destination: field.text('目的地', 'To', {
      section: route,
      synonyms: ['终点', '到达地', '去往何地', '到何地去'],
      width: 140,
    }),
    purpose: field.text('事由', 'Purpose', {
      section: route,
      synonyms: ['通行事由', '出行事由', '原因'],
      width: 120,
    }),
    localContact: field.text('本地联系人', 'Local contact', {
      sensitive: true,
      section: route,
      synonyms: ['县内联系人', '接待人', '本地联系人及电话'],
      width: 120,
      hidden: true,
    }),
    temperature: field.temperature('体温', 'Temperature', {
      section: health,
      synonyms: ['测温', '体温（℃）'],
      width: 70,
    }),
    healthCode: field.choice('健康码', 'Health code', healthCodes, {
      required: true,
      section: health,
      synonyms: ['健康码颜色', '码色'],
      width: 80,
    }),
    tripCode: field.choice('行程码', 'Trip code', tripCodes, {
      section: health,
      synonyms: ['行程卡', '通信行程卡', '大数据行程卡'],
      width: 80,
    }),
    testSampledAt: field.instant('核酸采样时间', 'Test sampled at', {
      section: health,
      synonyms: ['采样时间'],
      width: 140,
    }),
    testReportedAt: field.instant('核酸报告时间', 'Test reported at', {
      notBefore: 'testSampledAt',
      section: health,
      synonyms: ['报告时间', '核酸时间', '核酸检测时间'],
      width: 140,
      hidden: true,
    }),
    testResult: field.choice('核酸结果', 'Test result', testResults, {
      section: health,
      synonyms: ['核酸检测结果', '检测结果', '核酸'],
      width: 90,
    }),
    permit: field.reference('通行证编号', 'Permit', 'permits', {
      section: papers,
      synonyms: ['通行证', '通行证号'],
      width: 130,
    }),
    slipNumber: field.text('查验单编号', 'Checked slip', {
      section: papers,
      synonyms: ['查验单', '查验单号'],
      width: 110,
      hidden: true,
    }),
    papersShown: field.choices('出示证明', 'Papers shown', paperOptions, {
      section: papers,
      synonyms: ['所持证明', '携带证明'],
      width: 160,
      hidden: true,
    }),
    goodsDisinfected: field.flag('货物消毒', 'Goods disinfected', {
      section: papers,
      synonyms: ['是否消毒', '货物是否消毒'],
      width: 80,
      hidden: true,
    }),
    sealNumber: field.text('封条号', 'Seal number', {
      section: papers,
      synonyms: ['封条号（过境）', '封条编号', '封签号'],
      width: 100,
      hidden: true,
    }),
    outcome: field.choice(
      '处置结果',
      'Outcome',
      [
        {
          value: '放行',
          en: 'Let through',
          tone: 'good',
          synonyms: ['通过', '准予通行', '同意放行'],
        },
        { value: '劝返', en: 'Turned back', tone: 'bad', synonyms: ['劝回', '返回', '劝返离开'] },
        { value: '现场采样', en: 'Tested on site', synonyms: ['现场核酸', '落地检', '采样'] },
        { value: '留观转运', en: 'Taken to observation', synonyms: ['转运', '留观', '隔离转运'] },
        { value: '滞留', en: 'Held', tone: 'warn', synonyms: ['滞留等待', '暂扣'] },
        { value: '移交属地', en: 'Handed over', synonyms: ['移交', '属地接回', '闭环移交'] },
      ],
      {
        required: true,
        section: verdict,
        synonyms: ['处置', '处置情况', '结果', '是否放行'],
        width: 100,
      },
    ),
    grounds: field.text('判定依据', 'Grounds', {
      section: verdict,
      synonyms: ['依据', '处置依据', '处置原因'],
      width: 180,
    }),
    verdict: field.choice('系统判定', 'Verdict', effectOptions, {
      section: verdict,
      synonyms: ['判定结果'],
      width: 100,
      hidden: true,
    }),
    overriddenBy: field.text('改判人', 'Overridden by', {
      section: verdict,
      width: 100,
      hidden: true,
    }),
    overrideReason: field.text('改判理由', 'Overridden because', {
      section: verdict,
      synonyms: ['改判原因'],
      width: 160,
      hidden: true,
    }),
    overriddenAt: field.instant('改判时间', 'Overridden at', {
      section: verdict,
      width: 140,
      hidden: true,
    }),
    shift: field.choice(
      '班次',
      'Shift',
      [
        { value: 'A班', en: 'Shift A', synonyms: ['A', '甲班', '白班', '一班'] },
        { value: 'B班', en: 'Shift B', synonyms: ['B', '乙班', '夜班', '二班'] },
      ],
      { section: verdict, synonyms: ['值班班次'], width: 70 },
    ),
    dutyStaff: field.text('值守人员', 'Staff on duty', {
      required: true,
      section: verdict,
      synonyms: ['值班人员', '登记人员', '查验人员', '工作人员'],
      width: 120,
    }),
    voidedReason: field.text('作废原因', 'Voided because', {
      section: verdict,
      hidden: true,
      width: 140,
    }),
  },
});
