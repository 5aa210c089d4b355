import { describe, expect, test } from 'vitest';
import { planImport } from '../../../../shared/exchange/plan/planImport';
import { findHeader } from '../../../../shared/exchange/recognise/findHeader';
import {
  alikeSheets,
  joinSheets,
  sourceHeader,
} from '../../../../shared/exchange/recognise/joinSheets';
import { proposeMapping } from '../../../../shared/exchange/recognise/mapping';
import { separateTables } from '../../../../shared/exchange/recognise/separateTables';
import { cellText, type Sheet } from '../../../../shared/exchange/workbook';
import { ledgers } from '../../../../shared/ledgers/registry';
import { countingIds, definitionOf, MemoryStore } from '../plan/memoryStore';
import { sheetOf } from '../plan/sheetOf';

const checkpoints = definitionOf('checkpoints');
const header = ['卡点名称', '类型', '启用时间', '电话'];
const east = ['东口', '村口', '2022-03-18', '13900000000'];
const west = ['西口', '高速口', '2022-03-19', '13900000001'];
const titled = (rows: readonly (readonly string[])[]) =>
  separateTables(sheetOf(rows), ledgers).map(({ name, title }) => [name, title]);

const place = (sheet: Sheet) => {
  const found = findHeader(sheet, checkpoints);
  if (!found) throw new Error('no header');
  return { sheet, header: found };
};
const named = (name: string, rows: Parameters<typeof sheetOf>[0]) => ({ ...sheetOf(rows), name });

async function planOf(sheet: Sheet, found = findHeader(sheet, checkpoints)) {
  if (!found) throw new Error('no header');
  const store = new MemoryStore();
  const plan = await planImport({
    sheet,
    header: found,
    mapping: proposeMapping(found.headers, checkpoints),
    definition: checkpoints,
    context: store.context,
    lookup: store,
    newId: countingIds(),
  });
  if (!plan.ok) throw new Error(plan.problem.tag);
  return plan.value;
}

describe('tables of one sheet', () => {
  test('under one another, each with the title over it', () => {
    expect(
      titled([
        ['一、县城卡点'],
        header,
        east,
        ['注：含临时卡点'],
        [],
        ['二、企业'],
        ['企业名称', '统一社会信用代码', '联系人', '联系电话'],
        ['某公司', '', '李样夏', '13900000002'],
      ]),
    ).toEqual([
      ['表!A1:D4', '一、县城卡点'],
      ['表!A6:D8', '二、企业'],
    ]);
  });

  test('side by side, and then only the columns of one', () => {
    const sheet = sheetOf([
      [...header, '', ...header],
      [...east, '', ...west],
    ]);
    const tables = separateTables(sheet, ledgers);
    expect(tables.map(({ name }) => name)).toEqual(['表!A1:D2', '表!F1:I2']);
    expect(tables[1]?.rows.map((row) => row.map(cellText))).toEqual([
      ['', '', '', '', '', ...header],
      ['', '', '', '', '', ...west],
    ]);
  });

  test.each<[string, readonly (readonly string[])[]]>([
    ['a table', [header, east, [], west]],
    ['a table printed page by page', [header, east, [], header, west]],
    ['a header in two languages', [header, ['Name', 'Kind', 'Opened on', 'Phone'], east]],
    ['a gap in a column', [[...header.slice(0, 3), '', '电话'], east]],
    ['nothing that anybody knows', [['a', 'b', 'c'], [], ['d', 'e', 'f']]],
  ])('%s is one', (_what, rows) => {
    expect(titled(rows)).toEqual([]);
  });

  test('the same header under a title of its own begins another', () => {
    expect(titled([['七贤镇'], header, east, ['云台山镇'], header, west])).toEqual([
      ['表!A1:D3', '七贤镇'],
      ['表!A4:D6', '云台山镇'],
    ]);
  });

  test('of any length, and are found where nothing but records stands between', () => {
    const top = sheetOf([header, east, [], ['第二批'], header]);
    const [record = []] = sheetOf([west]).rows;
    const many = 300_000;
    const long = {
      ...top,
      rows: [...top.rows, ...Array.from({ length: many }, () => record)],
      rowNumbers: [...top.rowNumbers, ...Array.from({ length: many }, (_, index) => index + 6)],
    };
    expect(separateTables(long, ledgers).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['表!A1:D2', 2],
      [`表!A4:D${many + 5}`, many + 2],
    ]);
  });

  test('a table keeps the addresses of its cells', async () => {
    const rows = [header, east, [], ['第二批'], header, ['南口', '海口', '2022-03-18', '']];
    const [, second] = separateTables(sheetOf(rows), ledgers);
    if (!second) throw new Error('one table');
    const plan = await planOf(second);
    expect(plan.findings.map(({ address }) => address)).toEqual(['B6']);
  });
});

describe('one ledger over several sheets', () => {
  const first = named('七贤镇', [header, east]);
  const second = named('云台山镇', [
    ['云台山镇卡点'],
    ['电话', '卡点名称', '启用时间', '类型'],
    ['13900000001', '西口', '2022-03-19', '高速口'],
    ['', '南口', '2022-03-19', '海口'],
  ]);
  const other = named('说明', [['卡点名称', '备注']]);

  test('are those with the same columns, in whatever order', () => {
    const found = alikeSheets([first, second, other], place(first), checkpoints);
    expect(found.map(({ sheet }) => sheet.name)).toEqual(['云台山镇']);
    const kilograms = named('甲', [['卡点名称', '重量/公斤']]);
    const tonnes = named('乙', [['卡点名称', '重量/吨']]);
    expect(alikeSheets([kilograms, tonnes], place(kilograms), checkpoints)).toEqual([]);
  });

  test('become one plan whose findings name the sheet', async () => {
    const joined = joinSheets(place(first), [place(second)]);
    expect(joined.header.headers).toEqual([...header, sourceHeader]);
    const plan = await planOf(joined.sheet, joined.header);
    expect(plan.inserts.map(({ values }) => values)).toEqual([
      { name: '东口', kind: '村口', openedOn: '2022-03-18', phone: '13900000000' },
      { name: '西口', kind: '高速口', openedOn: '2022-03-19', phone: '13900000001' },
    ]);
    expect(plan.rejected.flatMap(({ findings }) => findings)).toMatchObject([
      { address: '云台山镇!D4', rule: 'choice.unknown' },
    ]);
    expect(plan.sheet).toBe('七贤镇、云台山镇');
  });

  test('the same record on two sheets is said with its place', async () => {
    const twice = named('云台山镇', [header, [...east.slice(0, 3), '13900000009']]);
    const joined = joinSheets(place(twice), [place({ ...first, name: '七贤镇' })]);
    const plan = await planOf(joined.sheet, joined.header);
    expect(plan.rejected.flatMap(({ findings }) => findings)).toMatchObject([
      { rule: 'row.sameAs', address: '七贤镇!A2', facts: { row: 2 } },
    ]);
  });

  test('a merge over rows goes along; the sheet can be given to a field', async () => {
    const merged = {
      ...named('云台山镇', [header, west, ['北口', '', '2022-03-19', '']]),
      merges: [{ top: 2, bottom: 3, left: 1, right: 1 }],
    };
    const joined = joinSheets(place(first), [place(merged)]);
    const store = new MemoryStore();
    const mapping = proposeMapping(joined.header.headers, checkpoints).map((one) =>
      one.header === sourceHeader ? { ...one, target: 'remarks' } : one,
    );
    const plan = await planImport({
      sheet: joined.sheet,
      header: joined.header,
      mapping,
      definition: checkpoints,
      context: store.context,
      lookup: store,
      newId: countingIds(),
    });
    expect(
      plan.ok && plan.value.inserts.map(({ values }) => [values['kind'], values['remarks']]),
    ).toEqual([
      ['村口', '七贤镇'],
      ['高速口', '云台山镇'],
      ['高速口', '云台山镇'],
    ]);
  });
});
