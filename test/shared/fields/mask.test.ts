import { expect, it } from 'vitest';
import { maskValue } from '../../../shared/fields/mask';
import { field, type Field, type StoredValue } from '../../../shared/ledger/field';

const rows: readonly (readonly [Field, StoredValue, string])[] = [
  [field.identityNumber('证件', 'Number'), '410899199001011234', '4108******1234'],
  [field.documentNumber('证件', 'Number'), 'H12345678', 'H******8'],
  [field.name('姓名', 'Name'), '张例', '张*'],
  [field.name('姓名', 'Name'), '𬭎例春', '𬭎**'],
  [field.phone('电话', 'Phone'), '15400001234', '154****1234'],
  [field.phone('电话', 'Phone'), '0391-7191234', '0391-****234'],
  [field.phone('电话', 'Phone'), '15400001234、15400005678', '154****1234、154****5678'],
  [field.text('地址', 'Address'), '修武县样例路1号', '修武******'],
  [field.text('地址', 'Address'), '甲', '******'],
  [field.temperature('体温', 'Temperature'), 36.5, '******'],
  [
    field.group('人员', 'People', {
      name: field.name('姓名', 'Name', { sensitive: true }),
      healthCode: field.choice('码', 'Code', [{ value: '绿', en: 'Green' }]),
    }),
    [{ name: '张例', healthCode: '绿' }],
    '张* 绿',
  ],
];

it.each(rows)('%o %s is shown as %s', (kind, value, masked) => {
  expect(maskValue(kind, value)).toBe(masked);
});
