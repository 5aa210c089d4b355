import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/app/text/en';
import { zh } from '../../../renderer/app/text/zh';
import {
  cautionWords,
  factWords,
  missingWords,
} from '../../../renderer/components/verdict/factWords';
import type { Caution, Fact } from '../../../shared/passes/verdict';
import { date, moment } from '../../shared/passes/situations';

const instance = i18next.createInstance();
await instance.init({
  lng: 'zh',
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
});
const words = { zh: instance.getFixedT('zh'), en: instance.getFixedT('en') };

const at = moment('2022-03-27 12:00');
const age = { hours: 50, limit: 48 };
const facts: { readonly [Tag in Fact['tag']]: readonly Extract<Fact, { tag: Tag }>[] } = {
  noRule: [{ tag: 'noRule', scenario: '跨市' }],
  exempt: [{ tag: 'exempt', scenario: '应急车辆' }],
  heldHere: [{ tag: 'heldHere', since: at }],
  permitMissing: [{ tag: 'permitMissing' }],
  permitUnknown: [{ tag: 'permitUnknown', number: '410821000123' }],
  permitForged: [{ tag: 'permitForged' }],
  permitStranger: [{ tag: 'permitStranger', issuer: 'K7Q2' }],
  permitVoid: [{ tag: 'permitVoid', number: '410821000123', status: '遗失' }],
  permitExpired: [{ tag: 'permitExpired', until: date('2022-03-26') }],
  permitNotYet: [{ tag: 'permitNotYet', from: date('2022-03-28') }],
  otherVehicle: [{ tag: 'otherVehicle', plate: '豫H54321' }],
  permitValid: [{ tag: 'permitValid', number: '410821000123', until: date('2022-04-03') }],
  otherDriver: [{ tag: 'otherDriver' }],
  driverUnknown: [{ tag: 'driverUnknown' }],
  driverAgrees: [{ tag: 'driverAgrees' }],
  offRoute: [{ tag: 'offRoute' }],
  wrongDirection: [{ tag: 'wrongDirection', scenario: '县域内' }],
  otherPlaces: [{ tag: 'otherPlaces', origin: 'A', destination: 'B' }],
  tooSlow: [{ tag: 'tooSlow', ...age }],
  impossiblySoon: [{ tag: 'impossiblySoon', minutes: 5, kilometres: 43 }],
  routeAgrees: [{ tag: 'routeAgrees' }],
  paperMissing: [{ tag: 'paperMissing', paper: '货物运单' }],
  goodsNotDisinfected: [{ tag: 'goodsNotDisinfected' }],
  sealMissing: [{ tag: 'sealMissing' }],
  sealDiffers: [{ tag: 'sealDiffers', seal: 'F1' }],
  transitOverdue: [{ tag: 'transitOverdue', ...age }],
  sealed: [
    { tag: 'sealed', leaveBy: at },
    { tag: 'sealed', leaveBy: undefined },
  ],
  testPositive: [{ tag: 'testPositive' }],
  testMissing: [{ tag: 'testMissing' }],
  testPending: [{ tag: 'testPending' }],
  testResultUnknown: [{ tag: 'testResultUnknown' }],
  testTimeUnknown: [{ tag: 'testTimeUnknown', clock: '报告' }],
  testInFuture: [{ tag: 'testInFuture' }],
  testTooOld: [{ tag: 'testTooOld', clock: '采样', ...age }],
  testValid: [{ tag: 'testValid', clock: '报告', ...age }],
  slipValid: [{ tag: 'slipValid', ...age }],
  healthCode: [
    { tag: 'healthCode', colour: '黄', person: 0 },
    { tag: 'healthCode', colour: '红', person: 2 },
    { tag: 'healthCode', colour: '无', person: 0 },
  ],
  tripCode: (['绿带星', '黄', '红', '无'] as const).map((colour) => ({ tag: 'tripCode', colour })),
  codesGreen: [{ tag: 'codesGreen' }],
  fever: [{ tag: 'fever', degrees: 37.5, limit: 37.2, person: 1 }],
  temperatureNormal: [{ tag: 'temperatureNormal', degrees: 36 }],
};
const cautions: readonly Caution[] = [
  { tag: 'listOld', ...age },
  { tag: 'noList' },
  { tag: 'clockSetBack', latest: at },
  { tag: 'temperatureNotTaken' },
];

describe.each(['zh', 'en'] as const)('the words of a verdict (%s)', (language) => {
  const t = words[language];
  it('are there for every fact and caution, with nothing left to fill in', () => {
    const all = [
      ...Object.values(facts).flatMap((list) => list.map((fact: Fact) => factWords(t, fact))),
      ...cautions.map((caution) => cautionWords(t, caution)),
    ];
    for (const text of all) expect(text).not.toMatch(/verdict\.|\{\{|undefined|^$/);
    expect(new Set(all).size).toBe(all.length);
    if (language === 'en') for (const text of all) expect(text).not.toMatch(/\p{Script=Han}{2}/u);
  });
});

it('name the missing papers as the clerk reads them out', () => {
  expect(missingWords(words.zh, ['通行证', '货物运单'])).toBe('缺：通行证、货物运单');
  expect(factWords(words.zh, facts.fever[0] as Fact)).toBe('随车第1人体温37.5℃，高于37.2℃');
  expect(factWords(words.zh, facts.testTooOld[0] as Fact)).toBe('核酸采样已50小时，超过48小时');
});
