import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import {
  applicationPaperOptions,
  directionOptions,
  effectOptions,
  paperOptions,
  scenarioOptions,
  testClockOptions,
} from './policyOptions';
import { vehicleTypes } from './sharedOptions';

const who = { zh: '适用对象', en: 'Who' };
const permit = { zh: '通行证与证明', en: 'Pass and papers' };
const health = { zh: '健康查验', en: 'Health check' };
const goods = { zh: '货物与过境', en: 'Goods and transit' };

/** 通行查验规则: what checkpoints ask of whom, dated. The newest line in force holds. */
export const passageRules = defineLedger({
  id: 'passage-rules',
  title: { zh: '通行查验规则', en: 'Passage rules' },
  area: 'checkpoints',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'from',
  fields: {
    number: field.text('规则编号', 'Rule number', {
      required: true,
      section: who,
      synonyms: ['编号'],
      width: 100,
    }),
    scenario: field.choice('情形', 'Scenario', scenarioOptions, {
      required: true,
      section: who,
      synonyms: ['运输情形', '适用情形'],
      width: 100,
    }),
    directions: field.choices('适用方向', 'Directions', directionOptions, {
      section: who,
      synonyms: ['方向'],
      width: 100,
    }),
    vehicleTypes: field.choices('适用车型', 'Kinds of vehicle', vehicleTypes, {
      section: who,
      synonyms: ['车型'],
      width: 160,
    }),
    plates: field.longText('适用号牌', 'Plates', { section: who, synonyms: ['车牌'], width: 140 }),
    from: field.instant('生效时间', 'In force from', {
      required: true,
      section: who,
      synonyms: ['起始时间', '执行时间'],
      width: 140,
    }),
    until: field.instant('失效时间', 'In force until', {
      notBefore: 'from',
      section: who,
      synonyms: ['截止时间', '终止时间'],
      width: 140,
    }),
    basis: field.text('依据', 'Basis', {
      section: who,
      synonyms: ['依据文件', '文号'],
      width: 180,
    }),
    needsPermit: field.flag('须持通行证', 'Pass needed', { section: permit, width: 90 }),
    applicationPapers: field.choices('申办材料', 'Papers to apply with', applicationPaperOptions, {
      section: permit,
      width: 180,
      hidden: true,
    }),
    papers: field.choices('须带证明', 'Papers needed', paperOptions, {
      section: permit,
      width: 180,
    }),
    missingEffect: field.choice('证明不全时', 'Papers missing', effectOptions, {
      section: permit,
      width: 100,
    }),
    invalidPermitEffect: field.choice('通行证无效时', 'Pass invalid', effectOptions, {
      section: permit,
      width: 110,
    }),
    sameDriver: field.flag('核对驾驶员', 'Driver as on the pass', { section: permit, width: 90 }),
    sameRoute: field.flag('核对路线', 'Route as on the pass', { section: permit, width: 90 }),
    pointToPointHours: field.quantity('点对点时限', 'Point to point within', {
      section: permit,
      unit: '小时',
      decimals: 1,
      min: 0.1,
      width: 100,
    }),
    mismatchEffect: field.choice('人员路线不符时', 'Driver or route differs', effectOptions, {
      section: permit,
      width: 120,
    }),
    testHours: field.quantity('核酸时限', 'Test within', {
      section: health,
      unit: '小时',
      decimals: 1,
      min: 0.1,
      width: 90,
    }),
    testFrom: field.choice('核酸起算', 'Test counted from', testClockOptions, {
      section: health,
      width: 90,
    }),
    testEffect: field.choice('核酸不符时', 'No valid test', effectOptions, {
      section: health,
      width: 100,
    }),
    positiveEffect: field.choice('核酸阳性时', 'Positive test', effectOptions, {
      section: health,
      width: 100,
    }),
    slipHours: field.quantity('查验单时限', 'Checked slip holds', {
      section: health,
      unit: '小时',
      decimals: 1,
      min: 0.1,
      width: 100,
    }),
    yellowEffect: field.choice('黄码时', 'Yellow code', effectOptions, {
      section: health,
      width: 90,
    }),
    redEffect: field.choice('红码时', 'Red code', effectOptions, { section: health, width: 90 }),
    noCodeEffect: field.choice('无码时', 'No code', effectOptions, { section: health, width: 90 }),
    starEffect: field.choice('行程码带星时', 'Starred trip code', effectOptions, {
      section: health,
      width: 110,
    }),
    highestTemperature: field.temperature('体温上限', 'Highest temperature', {
      section: health,
      width: 90,
    }),
    feverEffect: field.choice('超温时', 'Fever', effectOptions, { section: health, width: 90 }),
    goodsDisinfected: field.flag('须货物消毒', 'Goods to be disinfected', {
      section: goods,
      width: 90,
    }),
    sealed: field.flag('过境须加封', 'Sealed in transit', { section: goods, width: 90 }),
    transitHours: field.quantity('过境时限', 'Transit within', {
      section: goods,
      unit: '小时',
      decimals: 1,
      min: 0.1,
      width: 90,
    }),
  },
});
