import { describe, expect, it } from 'vitest';
import type { JudgingFacts } from '../../../../renderer/app/judging/judgingFacts';
import { deskFields, type DeskField } from '../../../../renderer/features/desk/form/deskFields';
import type { DeskForm } from '../../../../renderer/features/desk/form/deskForm';
import {
  fieldsBlamed,
  judgeForm,
  needsOverride,
  verdictInRecord,
} from '../../../../renderer/features/desk/verdict/judgeForm';
import { readForm } from '../../../../renderer/features/desk/form/readForm';
import {
  nothingOnRecord,
  type VehicleRecord,
} from '../../../../renderer/features/desk/known/vehicleRecord';
import { newRowId } from '../../../../shared/kernel/ids';
import type { PassCheck } from '../../../../shared/passes/checkPass';
import { noTrust } from '../../../../shared/passes/issuerKeys';
import { defaultPolicy } from '../../../../shared/policy/policy';
import { content } from '../../../shared/passes/issuing';
import { driver, now, permit, plate } from '../../../shared/passes/situations';

const id = newRowId(0, (length) => new Uint8Array(length));
const facts: JudgingFacts = {
  policy: defaultPolicy,
  trust: noTrust,
  trusted: [],
  revocations: { asOf: now, byNumber: new Map() },
  positions: new Map(),
  holds: [],
};
const onRecord: VehicleRecord = { permit: { id, permit }, permitRow: undefined, earlier: [] };
const lorry = { plate, direction: '进', vehicleType: '货车' } as const;
const fine = {
  ...lorry,
  documentNumber: driver,
  healthCode: '绿',
  tripCode: '绿',
  temperature: '36.5',
  testSampledAt: '3月26日 15:20',
  testResult: '阴性',
  goodsDisinfected: '是',
} as const;

interface Around {
  readonly record?: VehicleRecord;
  readonly pass?: PassCheck;
  readonly active?: string;
  readonly facts?: Partial<JudgingFacts>;
}

function judge(texts: Partial<Record<DeskField, string>>, around: Around = {}) {
  const entries: Partial<Record<DeskField, { text: string; filled: boolean }>> = {};
  for (const field of deskFields) {
    const text = texts[field];
    if (text !== undefined) entries[field] = { text, filled: false };
  }
  const form: DeskForm = { entries, ...(around.pass ? { pass: around.pass } : {}) };
  return judgeForm({
    form,
    reading: readForm(form, now, () => undefined),
    record: around.record ?? nothingOnRecord,
    facts: { ...facts, ...around.facts },
    checkpoint: 'A',
    at: now,
    latestRecord: undefined,
    active: around.active,
  });
}
const outcomes = (...given: Parameters<typeof judge>) => {
  const { verdict, seen } = judge(...given);
  return [verdict.outcome, seen.outcome];
};
const check = (tag: PassCheck['tag']): PassCheck => ({
  tag,
  content,
  keyId: 'ABCD1234',
  issuer: undefined,
  repaired: false,
  facts: [],
  listAsOf: now,
  listIsOld: false,
});

describe('what stands on a lane, judged as it is typed', () => {
  it.each<[string, Partial<Record<DeskField, string>>, Around, readonly string[]]>([
    ['a plate alone', { plate }, {}, ['hold', 'allow']],
    ['a lorry without a pass', lorry, {}, ['hold', 'allow']],
    ['everything, the pass known by the plate', fine, { record: onRecord }, ['allow', 'allow']],
    [
      'everything, the pass by its number',
      { ...fine, permit: permit.number },
      { record: onRecord },
      ['allow', 'allow'],
    ],
    ['a number nobody knows', { ...fine, permit: '410821999999' }, {}, ['hold', 'hold']],
    [
      'a genuine code, no record',
      { ...fine, permit: content.number, origin: content.origin },
      { pass: { ...check('genuine'), content: { ...content, checkpointMarks: [] } } },
      ['allow', 'allow'],
    ],
    [
      'a forged code, though the number is on record',
      { ...fine, permit: content.number },
      { pass: check('forged'), record: onRecord },
      ['refuse', 'refuse'],
    ],
    [
      'a code of a stranger',
      { ...fine, permit: content.number },
      { pass: check('unknownIssuer') },
      ['hold', 'hold'],
    ],
    [
      'the code of another number than on the desk',
      { ...fine, permit: '410821000999' },
      { pass: check('genuine') },
      ['hold', 'hold'],
    ],
    ['a fever', { ...fine, temperature: '37.3' }, { record: onRecord }, ['hold', 'hold']],
    [
      'a fever still being typed',
      { ...fine, temperature: '38' },
      { record: onRecord, active: 'temperature' },
      ['allow', 'allow'],
    ],
    [
      'a red code just pressed',
      { ...fine, healthCode: '红' },
      { record: onRecord, active: 'healthCode' },
      ['refuse', 'refuse'],
    ],
    [
      'held at another checkpoint',
      fine,
      { record: onRecord, facts: { holds: [{ id, checkpoint: 'B', plate, heldFrom: now }] } },
      ['hold', 'hold'],
    ],
    [
      'held here: decided here',
      fine,
      { record: onRecord, facts: { holds: [{ id, checkpoint: 'A', plate, heldFrom: now }] } },
      ['allow', 'allow'],
    ],
  ])('%s', (_what, texts, around, expected) => expect(outcomes(texts, around)).toEqual(expected));

  it('marks the fields that speak against the vehicle, not those that are blank', () => {
    expect([...fieldsBlamed(judge(lorry))]).toEqual([]);
    const blamed = fieldsBlamed(
      judge({ ...lorry, temperature: '38', testResult: '无', permit: '410821999999' }),
    );
    expect([...blamed].sort()).toEqual(['permit', 'temperature', 'testResult', 'testSampledAt']);
  });

  it('asks for an officer only where something seen speaks against letting through', () => {
    const hot = judge({ ...lorry, temperature: '38' });
    expect(needsOverride(hot, '放行')).toBe(true);
    expect(needsOverride(hot, '滞留')).toBe(false);
    expect(needsOverride(judge(lorry), '放行')).toBe(false);
    expect([verdictInRecord(hot), verdictInRecord(judge(lorry))]).toEqual(['滞留', '放行']);
  });
});
