import { expect, test } from 'vitest';
import { completePlate, placeScan } from '../../../renderer/features/desk/scanPlace';

test.each([
  ['410899199001010016', 'documentNumber', '410899199001010016'],
  ['41089919900101001x', 'documentNumber', '41089919900101001X'],
  ['410821000123', 'permit', '410821000123'],
  ['CLP:410821000123', 'permit', '410821000123'],
  ['豫HA3829', 'plate', '豫HA3829'],
  ['豫H·D05512', 'plate', '豫HD05512'],
  ['HA3829', 'plate', '豫HA3829'],
  ['13800138000', 'phone', '13800138000'],
  ['6901234567892', 'unknown', '6901234567892'],
  ['https://example.invalid/x', 'unknown', 'https://example.invalid/x'],
])('a scan of %s goes to %s', (text, field, placed) => {
  expect(placeScan(text, '豫H')).toEqual({ field, text: placed });
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
