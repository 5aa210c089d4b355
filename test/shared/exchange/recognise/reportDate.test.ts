import { describe, expect, test } from 'vitest';
import type { FoundHeader } from '../../../../shared/exchange/recognise/findHeader';
import { findReportDate } from '../../../../shared/exchange/recognise/reportDate';
import { isoDate } from '../../../../shared/kernel/time';
import { sheetOf } from '../plan/sheetOf';

const today = isoDate(2022, 4, 2);
if (!today) throw new Error('no such day');

const headerIn = (row: number): FoundHeader => ({
  firstRow: row,
  lastRow: row,
  headers: ['姓名', '时间'],
  share: 1,
  recognised: 2,
});

describe('the day a workbook reports on', () => {
  test.each([
    ['填报日期：2022年3月27日', '2022-03-27'],
    ['填报单位：城关镇　填报时间：2022.3.27', '2022-03-27'],
    ['截至２０２２年３月２７日１７时', '2022-03-27'],
    ['3月27日17时快报', '2022-03-27'],
    ['12月30日', '2021-12-30'],
    ['4月10日', '2021-04-10'],
    ['4月3日', '2022-04-03'],
  ])('stands in a title: %s', (title, date) => {
    const sheet = sheetOf([[title], ['姓名', '时间'], ['王测', '3.26']]);
    expect(findReportDate(sheet, headerIn(2), 'a.xlsx', today)).toEqual({ date, from: 'sheet' });
  });

  test('is a date cell in a row of its own', () => {
    const date = { type: 'number', number: 44_647, format: 'yyyy/m/d' } as const;
    const sheet = sheetOf([
      ['填报日期', date],
      ['姓名', '时间'],
      ['王测', '3.26'],
    ]);
    expect(findReportDate(sheet, headerIn(2), 'a.xlsx', today).date).toBe('2022-03-27');
  });

  test('stands under the table, where it says that it does', () => {
    const rows = [
      ['姓名', '时间'],
      ['王测', '2022-03-20'],
      ['制表：李测', '制表日期：2022年3月27日'],
    ];
    expect(findReportDate(sheetOf(rows), headerIn(1), 'a.xlsx', today)).toEqual({
      date: '2022-03-27',
      from: 'sheet',
    });
  });

  test.each([
    ['城关镇_0327-03.xlsx', '2022-03-27'],
    ['隔离人员20220327.xls', '2022-03-27'],
    ['3.27日报.csv', '2022-03-27'],
    ['日报2022-03-27.xlsx', '2022-03-27'],
  ])('stands in the name of the file: %s', (name, date) => {
    const sheet = sheetOf([
      ['姓名', '时间'],
      ['王测', '3.26'],
    ]);
    expect(findReportDate(sheet, headerIn(1), name, today)).toEqual({ date, from: 'fileName' });
  });

  test.each([
    '名单.xlsx',
    '410821000123.xlsx',
    '第9999号.xlsx',
    '13900000000.csv',
    '版本1.2.3.csv',
  ])('is today where nothing says it: %s', (name) => {
    const sheet = sheetOf([['姓名'], ['2022-03-01']]);
    expect(findReportDate(sheet, headerIn(1), name, today)).toEqual({
      date: today,
      from: 'today',
    });
  });
});
