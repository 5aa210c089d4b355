import fc from 'fast-check';
import type { TableServices } from '../../renderer/store/table/contract';
import { newRowId, type RowId } from '../../shared/kernel/ids';
import { defineLedger } from '../../shared/ledger/defineLedger';
import { field, type StoredValue } from '../../shared/ledger/field';
import { anyValue } from './storedValues';

/** A ledger that has a field of every kind that is stored in its own way. */
export const everyKind = defineLedger({
  id: 'every-kind',
  title: { zh: '各种字段', en: 'Every kind' },
  area: 'checkpoints',
  version: 1,
  matchOn: [],
  nameField: 'plate',
  newestFirst: 'passedAt',
  fields: {
    plate: field.plate('车牌号码', 'Plate'),
    driver: field.name('姓名', 'Name'),
    outcome: field.choice('结果', 'Outcome', [
      { value: '放行', en: 'Through' },
      { value: '劝返', en: 'Back' },
    ]),
    passedAt: field.instant('时间', 'Time'),
    day: field.date('日期', 'Day'),
    count: field.integer('人数', 'Count'),
    temperature: field.temperature('体温', 'Temperature'),
    isKey: field.flag('重点', 'Key'),
    checkpoint: field.reference('卡点', 'Checkpoint', 'checkpoints'),
    route: field.references('途经', 'Route', 'checkpoints'),
    passengers: field.group('随车人员', 'Passengers', { name: field.name('姓名', 'Name') }),
    code: field.text('编号', 'Code'),
    anything: field.text('其他', 'Other'),
  },
});

/** The last one is of no field: what a later version of the ledger has lost. */
export const fieldNames = [...Object.keys(everyKind.fields).slice(0, 13), 'recordedAt', 'lost'];

export const idOf = (serial: number): RowId =>
  newRowId(1_648_000_000_000 + serial, (length) =>
    Uint8Array.from({ length }, (_, index) => (serial * 37 + index) & 255),
  );

export type CheckpointNames = Map<string, string>;

export const firstNames = (): CheckpointNames =>
  new Map([
    [idOf(0), '高速口卡点'],
    [idOf(1), '国道卡点'],
    [idOf(2), 'X村卡点'],
  ]);
const initials: Readonly<Record<string, string>> = { 张: 'z', 例: 'l', 春: 'c', 阿: 'a' };

export const servicesOf = (names: CheckpointNames): TableServices => ({
  initialsOf: (text) => [...text].map((character) => initials[character] ?? character).join(''),
  describe: (ledger, id) => (ledger === 'checkpoints' ? names.get(id) : undefined),
});

const reference = fc.constantFrom<string>(idOf(0), idOf(1), idOf(2), idOf(3), '~国道', '~');
const numbers = fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(36.5, 37.2, -0.5, 1e9));
const values: Readonly<Record<string, fc.Arbitrary<StoredValue>>> = {
  plate: fc.constantFrom('豫H12345', '豫H·A1', '豫HA1', '晋E00001', '豫h2', 'ＷＪ豫1', ''),
  driver: fc.constantFrom('张例春', '张 例春', '阿例·春提', '𠅤例春', 'Li-Ming', '张例'),
  outcome: fc.constantFrom('放行', '劝返'),
  passedAt: fc
    .integer({ min: 0, max: 40 })
    .map((hours) => 1_648_000_000_000 + Math.floor(hours / 2) * 7_200_000),
  recordedAt: fc.integer({ min: 0, max: 60 }).map((step) => 1_648_000_000_000 + step * 1000),
  day: fc.constantFrom('2022-03-26', '2022-03-27', '2022-04-01'),
  count: numbers,
  temperature: numbers,
  isKey: fc.boolean(),
  checkpoint: reference,
  route: fc.array(reference, { maxLength: 2 }),
  passengers: fc.array(
    fc.record(
      { name: fc.constantFrom('张例', 'x'), age: fc.integer({ min: 1, max: 3 }) },
      { requiredKeys: ['name'], noNullPrototype: true },
    ),
    { maxLength: 2 },
  ),
  code: fc.constantFrom('1', '2', '10', '010', 'A2', 'a10', '乙', '甲', '4108-99'),
};

export function valueOf(name: string): fc.Arbitrary<StoredValue> {
  return values[name] ?? fc.oneof(numbers, fc.constantFrom('x', '春', '41', 'true'), anyTame);
}

/** Without the numbers that a comparison by JSON takes for one another. */
const anyTame = anyValue.filter(
  (value) =>
    !/null|-0/.test(JSON.stringify(value)) && !Object.is(value, -0) && !hasNegativeZero(value),
);

function hasNegativeZero(value: StoredValue): boolean {
  return (
    Array.isArray(value) &&
    value.some(
      (entry: unknown) =>
        typeof entry === 'object' &&
        entry !== null &&
        Object.values(entry).some((part) => Object.is(part, -0)),
    )
  );
}

/** Fields whose values are all of one sort: others have no order that holds. */
export const sortable = Object.keys(values);
