import { describe, expect, test } from 'vitest';
import { findHeader } from '../../../../shared/exchange/recognise/findHeader';
import { layoutKey, proposeMapping } from '../../../../shared/exchange/recognise/mapping';
import { normaliseHeader } from '../../../../shared/exchange/recognise/normaliseHeader';
import type { Merge } from '../../../../shared/exchange/workbook';
import { definitionOf } from '../plan/memoryStore';
import { sheetOf } from '../plan/sheetOf';

const permits = definitionOf('permits');
const stays = definitionOf('isolation-stays');
const supply = definitionOf('supply-daily');

function targets(headers: readonly string[], definition = permits) {
  return proposeMapping(headers, definition).map(({ target }) => target);
}

describe('headers are the same however they are typed', () => {
  test.each([
    ['车牌号码', '*车牌号码', '车 牌 号 码', '车牌\n号码', '３.车牌号码：', '（车牌号码）'],
    ['备注', '备 注', '备　注', '备注：'],
  ])('%s', (first, ...others) => {
    for (const other of others)
      expect(normaliseHeader(other).base).toBe(normaliseHeader(first).base);
  });

  test.each([
    ['储备量（吨）', '储备量', '吨'],
    ['日产量(万袋)', '日产量', '万袋'],
    ['重量/公斤', '重量', '公斤'],
    ['库存量（单位：吨）', '库存量', '吨'],
    ['封条号(过境)', '封条号', undefined],
    ['数量/重量', '数量重量', undefined],
  ])('%s holds the unit %s', (header, base, unit) => {
    expect(normaliseHeader(header)).toMatchObject({
      base,
      ...(unit === undefined ? {} : { unit }),
    });
    expect(normaliseHeader(header).unit).toBe(unit);
  });
});

describe('the header row is found', () => {
  test('under a title, a date line and a blank row, not in column A', () => {
    const sheet = sheetOf([
      ['', '2022年3月通行证发放台账'],
      ['', '填报单位：测试乡', '', '2022年3月27日'],
      [],
      ['', '序号', '通行证编号', '车牌号码', '驾驶员姓名'],
      ['', '1', '410821000001', '豫H12345', '测试甲'],
    ]);
    expect(findHeader(sheet, permits)).toMatchObject({ firstRow: 4, lastRow: 4 });
  });

  test.each([
    [1, 1],
    [30, 30],
    [31, undefined],
  ])('in row %i: %s', (row, found) => {
    const titles = Array.from({ length: row - 1 }, (_, at) => [`填表须知第${at + 1}条`]);
    const sheet = sheetOf([
      ...titles,
      ['序号', '通行证编号', '车牌号码', '驾驶员姓名'],
      ['1', '410821000001', '豫H12345', '测试甲'],
    ]);
    expect(findHeader(sheet, permits)?.firstRow).toBe(found);
  });

  test('two rows joined by merges', () => {
    const merges: Merge[] = [
      { top: 1, left: 0, bottom: 1, right: 4 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 2, right: 3 },
      { top: 2, left: 4, bottom: 3, right: 4 },
    ];
    const sheet = sheetOf(
      [
        ['通行证台账'],
        ['通行证编号', '驾驶员', '', '', '车牌号码'],
        ['', '姓名', '证件号码', '电话', ''],
        ['410821000001', '测试甲', '11010119900307657X', '13900000000', '豫H12345'],
      ],
      merges,
    );
    const header = findHeader(sheet, permits);
    expect(header).toMatchObject({ firstRow: 2, lastRow: 3 });
    expect(header?.headers).toEqual([
      '通行证编号',
      '驾驶员姓名',
      '驾驶员证件号码',
      '驾驶员电话',
      '车牌号码',
    ]);
    const mapped = targets(header?.headers ?? []);
    expect(mapped.every((target) => target !== null)).toBe(true);
    expect(new Set(mapped).size).toBe(5);
  });

  test('not in a sheet that names none of the fields', () => {
    expect(
      findHeader(
        sheetOf([
          ['甲骨文', 'qwerty'],
          ['1', '2'],
        ]),
        permits,
      ),
    ).toBeUndefined();
    expect(findHeader(sheetOf([]), permits)).toBeUndefined();
  });
});

describe('columns are proposed', () => {
  test('each field once, the best header first, with a reason', () => {
    const mapping = proposeMapping(
      ['*通行证编号', '车牌号', '车牌号码', '记录编号', '天气'],
      permits,
    );
    expect(mapping.map(({ target, reason }) => [target, reason])).toEqual([
      ['number', 'header'],
      [null, undefined],
      ['plate', 'header'],
      ['#record', 'header'],
      [null, undefined],
    ]);
    expect(mapping[2]?.score).toBe(1);
  });

  test('by the English headers too', () => {
    const headers = Object.values(stays.fields).map(({ header }) => header.en);
    expect(targets(headers, stays)).toEqual(Object.keys(stays.fields));
  });

  test('every ledger recognises its own Chinese headers', () => {
    const headers = Object.values(supply.fields).map(({ header }) => header.zh);
    expect(targets(headers, supply)).toEqual(Object.keys(supply.fields));
  });

  test('a unit in the header is noted for the codec', () => {
    expect(proposeMapping(['当日产量（万只）'], supply)[0]).toMatchObject({
      target: 'output',
      unit: '万只',
    });
  });

  test('what a person chose for the layout goes before', () => {
    const headers = ['编号', '号牌'];
    const remembered = proposeMapping(headers, permits).map((column) => ({
      ...column,
      target: column.column === 0 ? 'plate' : null,
    }));
    const again = proposeMapping(headers, permits, remembered);
    expect(again.map(({ target }) => target)).toEqual(['plate', null]);
    expect(layoutKey(headers, 'permits')).toBe(layoutKey([' 编 号', '*号牌'], 'permits'));
    expect(layoutKey(headers, 'permits')).not.toBe(layoutKey(['号牌', '编号'], 'permits'));
  });
});
