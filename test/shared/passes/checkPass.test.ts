import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../shared/kernel/time';
import { checkPass, shownPermit, type PassSurroundings } from '../../../shared/passes/checkPass';
import { checkpointMark } from '../../../shared/passes/checkpointMark';
import { judgePass } from '../../../shared/passes/judgePass';
import { defaultPolicy } from '../../../shared/policy/policy';
import { content, issue, otherSeed, trustedKey } from './issuing';
import { date, driver, moment, now, permit, situation } from './situations';

const hourMs = 3_600_000;
const here = 'A';
const positions = new Map([
  ['A', { longitude: 113.2, latitude: 35.1 }],
  ['C', { longitude: 113.5, latitude: 35.4 }],
]);
const key = await trustedKey();
const around: PassSurroundings = {
  trusted: [key],
  revocations: { asOf: now, byNumber: new Map() },
  plate: content.plate,
  checkpoint: here,
  earlier: [],
  positions,
  values: [],
  now,
};
const used = (minutes: number) => ({
  checkpoint: 'C',
  direction: '进' as const,
  passedAt: toInstant(now - minutes * 60_000),
  permitNumber: content.number,
  outcome: '放行',
});

async function check(more: Partial<PassSurroundings> = {}, text?: string) {
  const checked = await checkPass(text ?? (await issue()), { ...around, ...more });
  if (!checked.ok) throw new Error(checked.problem.tag);
  return checked.value;
}

describe('a pass checked without a network', () => {
  const voided = (at?: typeof now) => ({
    asOf: now,
    byNumber: new Map([[content.number, { status: '遗失' as const, at }]]),
  });
  it.each<[string, Partial<PassSurroundings>]>([
    ['genuine', {}],
    ['genuine', { plate: undefined, checkpoint: undefined }],
    ['unknownIssuer', { trusted: [] }],
    ['forged', { trusted: [{ ...key, compromised: true }] }],
    ['voided', { revocations: voided(now) }],
    ['genuine', { revocations: voided(toInstant(now + 1)) }],
    ['expired', { now: moment('2022-04-04 00:00') }],
    ['genuine', { now: moment('2022-04-03 23:59:59') }],
    ['notYetValid', { now: moment('2022-03-19 23:59:59') }],
    ['genuine', { now: moment('2022-03-20 00:00') }],
    ['wrongVehicle', { plate: '豫H54321' }],
    ['usedElsewhere', { earlier: [used(5)] }],
    ['genuine', { earlier: [used(30)] }],
    ['voided', { revocations: voided(), plate: '豫H54321', earlier: [used(5)] }],
  ])('is %s', async (tag, more) => expect((await check(more)).tag).toBe(tag));

  it('is of an unknown issuer rather than expired: nothing it says is believed', async () => {
    const text = await issue(content, otherSeed);
    const checked = await check({ now: moment('2022-05-01 00:00') }, text);
    expect([checked.tag, checked.issuer]).toEqual(['unknownIssuer', undefined]);
  });

  it('says who issued it and how old the list is', async () => {
    const listed = async (hours: number) =>
      check({ revocations: { asOf: toInstant(now - hours * hourMs), byNumber: new Map() } });
    expect(await listed(24)).toMatchObject({ issuer: '修武县样例保障组', listIsOld: false });
    expect((await listed(25)).listIsOld).toBe(true);
    const none = await check({ revocations: { byNumber: new Map() } });
    expect([none.listAsOf, none.listIsOld]).toEqual([undefined, true]);
    const values = [{ key: '名单过旧小时数' as const, value: 2, from: toInstant(0) }];
    const strict = { asOf: toInstant(now - 3 * hourMs), byNumber: new Map() };
    expect((await check({ values, revocations: strict })).listIsOld).toBe(true);
  });
});

describe('a pass that only the paper knows', () => {
  const marked = { ...content, checkpointMarks: [checkpointMark(here)] };
  const judge = async (documentNumber: string, checkpoint = here) => {
    const checked = await check({}, await issue(marked));
    const shown = shownPermit(checked, undefined);
    return judgePass(situation({ documentNumber, checkpoint }, { permit: shown }), defaultPolicy);
  };
  it('is judged like one of the ledger: driver by the end of the number, route by its marks', async () => {
    expect((await judge(driver)).outcome).toBe('allow');
    expect((await judge('410899199001010024')).outcome).toBe('hold');
    expect((await judge(driver, 'Z')).outcome).toBe('hold');
  });
  it('gives way to the record of the ledger, which knows of changes since', async () => {
    const stricter = { ...permit, validUntil: date('2022-03-21') };
    const shown = shownPermit(await check({}, await issue(marked)), stricter);
    expect(judgePass(situation({}, { permit: shown }), defaultPolicy).outcome).toBe('refuse');
  });
  it('counts as forged or as of a stranger in the verdict too', async () => {
    const forged = await check({ trusted: [{ ...key, compromised: true }] });
    expect(shownPermit(forged, permit)).toEqual({ tag: 'forged' });
    const stranger = await check({ trusted: [] });
    expect(shownPermit(stranger, permit)).toEqual({ tag: 'stranger', issuer: key.keyId });
  });
});
