import { expect, test } from 'vitest';
import {
  begunPlate,
  completePlate,
  placeScan,
} from '../../../../renderer/features/desk/scan/scanPlace';
import { identityCheckDigit } from '../../../../shared/fields/identityNumber';

test.each([
  ['410821000123', 'permit', '410821000123'],
  ['CLP:410821000123', 'permit', '410821000123'],
  ['豫HA3829', 'plate', '豫HA3829'],
  ['豫H·D05512', 'plate', '豫HD05512'],
  ['HA3829', 'plate', '豫HA3829'],
  ['13800138000', 'phone', '13800138000'],
  ['410821000123410821000123', 'permit', '410821000123'],
  ['４１０８２１０００１２３', 'permit', '410821000123'],
])('a scan of %s goes to %s', (text, field, placed) => {
  expect(placeScan(text, '豫H')).toEqual({ field, text: placed });
});

const first17 = '41089919900101001';
const whole = first17 + identityCheckDigit(first17);

test('an identity number is taken with its check digit, in either case, and once when it came twice', () => {
  for (const scanned of [whole, whole.toLowerCase(), whole + whole]) {
    expect(placeScan(scanned, '豫H')).toEqual({ field: 'documentNumber', text: whole });
  }
});

test.each([
  ['a digit misread', `${whole[17] === '1' ? '2' : '1'}`.padStart(18, first17), 'scanMisread'],
  ['a birth date that never was', '410899199013010016', 'scanMisread'],
  ['a digit lost', whole.slice(1), 'scanIncomplete'],
  ['a digit doubled', `4${whole}`, 'scanIncomplete'],
  ['a permit with a digit lost', '41082100012', 'scanIncomplete'],
  ['a permit with a digit doubled', '4108210001233', 'scanIncomplete'],
  ['a product', '6901234567892', 'scanUnknown'],
  ['an address', 'https://example.invalid/x', 'scanUnknown'],
])('%s is refused, never filled in', (_name, scanned, why) => {
  expect(placeScan(scanned, '豫H')).toEqual({ field: 'refused', why });
});

test.each([
  ['A3829', '豫HA3829'],
  ['a3829', '豫HA3829'],
  ['HA3829', '豫HA3829'],
  ['HD05512', '豫HD05512'],
  ['豫A12345', '豫A12345'],
  ['A12345', 'A12345'],
  ['无牌', '无牌'],
  ['晋E·77K21', '晋E77K21'],
])('a plate typed as %s is %s', (text, plate) => {
  expect(completePlate(text, '豫H')).toBe(plate);
});

test.each([
  ['a', ''],
  ['a3', '豫HA3'],
  ['A38', '豫HA38'],
  ['HA3', '豫HA3'],
  ['豫A1', '豫A1'],
  ['晋E', '晋E'],
])('vehicles are looked for from %s as %s', (text, plate) => {
  expect(begunPlate(text, '豫H')).toBe(plate);
});
