import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns, guessKind } from '../../../../shared/exchange/recognise/guessColumns';
import { guessTable } from '../../../../shared/exchange/recognise/guessTable';
import { codecFor } from '../../../../shared/fields/codecFor';
import type { RawCell } from '../../../../shared/fields/codec';
import type { Sheet } from '../../../../shared/exchange/workbook';
import { ownKinds } from '../../../../shared/ledger/ownField';
import { readOwnLedger, ownLedgerValues } from '../../../../shared/ledger/ownLedger';
import { newRowId } from '../../../../shared/kernel/ids';
import { identityNumber } from '../../../support/recordPanel';

const text = (value: string): RawCell => ({ type: 'text', text: value });
const number = (value: number, format?: string): RawCell =>
  format === undefined
    ? { type: 'number', number: value }
    : { type: 'number', number: value, format };

function sheetOf(rows: readonly (readonly (string | number)[])[]): Sheet {
  return {
    name: '名单',
    hidden: false,
    rows: rows.map((row) => row.map((one) => (typeof one === 'number' ? number(one) : text(one)))),
    rowNumbers: rows.map((_, index) => index + 1),
    firstRow: 1,
    columns: Math.max(...rows.map(({ length }) => length)),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filledCells: rows.flat().length,
  };
}

describe('the kind of a column', () => {
  it.each([
    ['姓名', [], 'name'],
    ['身份证号', [], 'identityNumber'],
    ['护照号', [text('E12345678'), text('H01234567')], 'documentNumber'],
    ['护照情况', [text('已收'), text('未收')], 'text'],
    ['所在区划', [text('410821'), text('410822')], 'division'],
    ['发放时间', [text('2022-03-27 12:00')], 'instant'],
    ['发放时间', [text('2022-03-27'), text('2022.3.28')], 'date'],
    ['发放时间', [text('上午'), text('下午'), text('待定')], 'text'],
    ['编码', [text(identityNumber('19900101', '001'))], 'identityNumber'],
    ['编码', [text('0391'), text('0392')], 'text'],
    ['车', [text('豫H12345'), text('豫H·A1234')], 'plate'],
    ['联系', [text('15400001234'), number(15400001235)], 'phone'],
    ['登记', [number(44647, 'yyyy-mm-dd')], 'date'],
    ['登记', [number(44647.5, 'yyyy/m/d h:mm')], 'instant'],
    ['袋数', [number(12), text('7')], 'integer'],
    ['重量', [number(12.5), number(7)], 'quantity'],
    ['到岗', [text('是'), text('否')], 'flag'],
    ['等级', [...'甲乙甲乙甲乙'].map(text), 'choice'],
    ['去向', [text('甲地'), text('乙地'), text('丙地')], 'text'],
    ['经过', [text('长'.repeat(80))], 'longText'],
    ['别的', [], 'text'],
  ] as const)('%s %j', (header, cells, kind) => {
    expect(guessKind(header, cells)).toBe(kind);
  });

  it('reads most of what it was guessed from, whatever that was', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }).map(text),
      fc.constantFrom('是', '2022-03-27', '豫H12345', '15400001234', '张三', '12.5').map(text),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => number(value)),
    );
    const header = fc.constantFrom('姓名', '时间', '电话', '数量', '是否在岗', '车牌', '其他');
    fc.assert(
      fc.property(header, fc.array(cell, { maxLength: 12 }), (name, cells) => {
        const [guess] = guessColumns(
          [name],
          cells.map((one) => [one]),
        );
        if (!guess) throw new Error('no column');
        expect(ownKinds).toContain(guess.kind);
        const options = guess.options.map((value) => ({ value, en: value }));
        const field = {
          kind: guess.kind,
          header: { zh: name, en: name },
          required: false,
          sensitive: false,
          options,
        };
        const filled = cells.filter((one) => one.type !== 'text' || one.text.trim() !== '');
        const readable = filled.filter((one) => codecFor(field).parse(one).state !== 'unreadable');
        expect(readable.length).toBeGreaterThanOrEqual(filled.length * 0.8);
      }),
    );
  });
});

const table = [
  ['防汛沙袋登记表'],
  ['序号', '地点', '保管人', '联系电话', '沙袋数', '登记日期', '状态'],
  [1, '大沙河一号', '样例甲', '15400001234', 120, '2022-03-27', '齐备'],
  [2, '大沙河二号', '样例乙', '15400001235', 80, '2022-03-27', '齐备'],
  [3, '西环桥', '样例丙', '15400001236', 60, '2022-03-28', '不足'],
  [4, '东环桥', '样例丁', '15400001237', 60, '2022-03-28', '齐备'],
  [5, '南环桥', '样例戊', '15400001238', 40, '2022-03-28', '不足'],
  [6, '北环桥', '样例己', '15400001239', 40, '2022-03-28', '齐备'],
  ['合计', '', '', '', 400],
] as const;

it('finds the header under a title, leaves the running number and the totals out', () => {
  const guess = guessTable(sheetOf(table));
  expect(guess).toMatchObject({ firstRow: 2, lastRow: 2, rows: 6 });
  expect(guess?.columns.map(({ header, kind, used }) => [header, kind, used])).toEqual([
    ['序号', 'integer', false],
    ['地点', 'text', true],
    ['保管人', 'text', true],
    ['联系电话', 'phone', true],
    ['沙袋数', 'integer', true],
    ['登记日期', 'date', true],
    ['状态', 'choice', true],
  ]);
  expect(guess?.columns.find(({ header }) => header === '地点')?.isKey).toBe(true);
  expect(guess?.columns.find(({ header }) => header === '状态')?.options).toEqual(['齐备', '不足']);
});

it('takes a header row alone, and nothing from an empty sheet or one of numbers', () => {
  expect(guessTable(sheetOf([['地点', '姓名', '体温']]))?.columns.map(({ kind }) => kind)).toEqual([
    'text',
    'name',
    'temperature',
  ]);
  expect(guessTable(sheetOf([[]]))).toBeUndefined();
  expect(
    guessTable(
      sheetOf([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toBeUndefined();
});

it('makes a ledger of what was settled, with its key and its choices', () => {
  const id = newRowId(1, (length) => new Uint8Array(length));
  const values = ownLedgerValues({
    title: '沙袋',
    edition: 1,
    fields: [
      { name: 'c1', header: '地点', kind: 'text', required: true },
      { name: 'c2', header: '状态', kind: 'choice', required: false, options: ['齐备', '不足'] },
      { name: 'c3', header: '保管人', kind: 'name', required: false },
    ],
    key: ['c1'],
  });
  const ledger = readOwnLedger({ id, values });
  expect(ledger).toMatchObject({
    id: `own-${id}`,
    matchOn: [['c1']],
    nameField: 'c1',
    area: 'own',
  });
  expect(ledger?.fields['c3']).toMatchObject({ kind: 'name', sensitive: true });
  expect(ledger?.fields['c2']?.options?.map(({ value }) => value)).toEqual(['齐备', '不足']);
  expect(ledger?.fields).toHaveProperty('remarks');
  expect(readOwnLedger({ id, values: { ...values, definition: '{"title":1}' } })).toBeUndefined();
});
