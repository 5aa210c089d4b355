import { expect, test } from 'vitest';
import { deskFields, type DeskField } from '../../../../renderer/features/desk/form/deskFields';
import { emptyForm, type DeskForm } from '../../../../renderer/features/desk/form/deskForm';
import { newPassage, textsOf } from '../../../../renderer/features/desk/passage/passageValues';
import { readForm } from '../../../../renderer/features/desk/form/readForm';
import { instantOf, toInstant } from '../../../../shared/kernel/time';

const now =
  instantOf({ year: 2022, month: 3, day: 27, hour: 18, minute: 2, second: 0 }) ?? toInstant(0);
const duty = { checkpoint: 'C1', shift: 'A班', staff: '张某', homePlate: '豫H', lanes: 1 } as const;
const nothing = () => undefined;

function formOf(texts: Partial<Record<DeskField, string>>): DeskForm {
  const entries: Partial<Record<DeskField, { text: string; filled: boolean }>> = {};
  for (const field of deskFields) {
    const text = texts[field];
    if (text !== undefined) entries[field] = { text, filled: false };
  }
  return { entries };
}

const read = (texts: Partial<Record<DeskField, string>>) => readForm(formOf(texts), now, nothing);

test('an empty desk misses nothing', () => {
  expect(readForm(emptyForm, now, nothing)).toMatchObject({ missing: [], unasked: [] });
});

test('once begun, what is needed and blank is named', () => {
  expect(read({ plate: '豫HA3829' }).missing).toEqual(['direction', 'healthCode']);
});

test.each([
  ['3月26日15:20', '2022-03-26 15:20'],
  ['26日 15:20', '2022-03-26 15:20'],
  ['2022.3.26 15:20', '2022-03-26 15:20'],
  ['3-26 15点20', '2022-03-26 15:20'],
  ['15:20', '2022-03-27 15:20'],
  ['23:40', '2022-03-26 23:40'],
])('a test time written %s is %s', (text, expected) => {
  const { values } = read({ testSampledAt: text });
  expect(textsOf({ ...values }, ['testSampledAt'], nothing).testSampledAt).toBe(expected);
});

test('what cannot be read is said, not stored as blank, and kept in the remarks', () => {
  const form = formOf({ plate: '豫HA3829', temperature: '3655', remarks: '夜间' });
  const reading = readForm(form, now, nothing);
  expect(reading.findings.temperature?.unreadable).toBe(true);
  const facts = {
    form,
    reading,
    outcome: '放行',
    grounds: '',
    verdict: undefined,
    duty,
    passedAt: now,
  };
  const values = newPassage(facts, (field, text) => `${field}：${text}`);
  expect(values.temperature).toBeUndefined();
  expect(values.remarks).toBe('夜间；temperature：3655');
  expect(values).toMatchObject({ checkpoint: 'C1', shift: 'A班', dutyStaff: '张某' });
});
