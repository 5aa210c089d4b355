import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ParseContext, Parsed, RawCell } from '../../../shared/fields/codec';
import { dateCodec } from '../../../shared/fields/date';
import { instantCodec } from '../../../shared/fields/instant';
import { formatInstant, parseIsoDate } from '../../../shared/kernel/time';

const reportOn = parseIsoDate('2022-03-28');
const report: ParseContext = reportOn ? { reportOn } : {};

function outcome<T>(parsed: Parsed<T>, show: (value: T) => string): string {
  if (parsed.state === 'blank') return 'blank';
  if (parsed.state === 'unreadable') return `!${parsed.why.rule}`;
  return [show(parsed.value), ...parsed.warnings.map(({ rule }) => `?${rule}`)].join(' ');
}
const cellOf = (cell: RawCell | string): RawCell =>
  typeof cell === 'string' ? { type: 'text', text: cell } : cell;
const day = (cell: RawCell | string, context?: ParseContext) =>
  outcome(dateCodec.parse(cellOf(cell), context), (value) => value);
const moment = (cell: RawCell | string, context?: ParseContext) =>
  outcome(instantCodec.parse(cellOf(cell), context), (value) => formatInstant(value));
const serial = (number: number, format = 'yyyy-mm-dd'): RawCell => ({
  type: 'number',
  number,
  format,
});

describe('days', () => {
  it.each([
    ['2022年3月27日', '2022-03-27'],
    ['２０２２年３月２７日', '2022-03-27'],
    ['2022.3.27', '2022-03-27'],
    ['2022-3-27', '2022-03-27'],
    ['2022/3/27', '2022-03-27'],
    ['2022-03-27', '2022-03-27'],
    ['20220327', '2022-03-27'],
    ['2022年3月27日（周日）', '2022-03-27'],
    ['22.3.27', '2022-03-27 ?date.assumed'],
    ['3.27', '2022-03-27 ?date.assumed'],
    ['3-27', '2022-03-27 ?date.assumed'],
    ['3月27日', '2022-03-27 ?date.assumed'],
    ['12.30', '2021-12-30 ?date.assumed'],
    ['27日', '2022-03-27 ?date.assumed'],
    ['2022-3-27 20:30', '2022-03-27 ?date.timeDropped'],
    ['2022-03-27T20:30:00Z', '2022-03-28 ?date.timeDropped'],
    ['2022.2.30', '!date.noSuchDay'],
    ['13.5', '!date.noSuchDay'],
    ['3.20-3.27', '!date.form'],
    ['不详', '!date.form'],
    ['/', 'blank'],
  ])('%s is %s', (text, expected) => expect(day(text, report)).toBe(expected));

  it('have no year without a report date', () => {
    expect(day('3.27')).toBe('!date.yearUnknown');
    expect(day('27日')).toBe('!date.yearUnknown');
  });

  it.each([
    [serial(44647), '2022-03-27'],
    [serial(44647.5), '2022-03-27 ?date.timeDropped'],
    [serial(59), '1900-02-28'],
    [serial(60), '!date.noSuchDay'],
    [serial(61), '1900-03-01'],
    [serial(1), '1900-01-01'],
    [serial(44647, 'General'), '2022-03-27'],
    [serial(20220327, 'General'), '2022-03-27'],
    [serial(3.27, 'General'), '2022-03-27 ?date.assumed'],
    [serial(3.3, 'General'), '!date.ambiguousNumber'],
    [serial(12, '0'), '!date.form'],
  ] as const)('serial %o is %s', (cell, expected) => expect(day(cell, report)).toBe(expected));

  it('count from 1904 where the workbook says so', () => {
    expect(day(serial(0), { dateSystem: 1904 })).toBe('1904-01-01');
    expect(day(serial(43185), { dateSystem: 1904 })).toBe('2022-03-27');
  });
});

describe('moments', () => {
  it.each([
    ['2022年3月27日20时', '2022-03-27 20:00'],
    ['3月27日20时', '2022-03-27 20:00 ?date.assumed'],
    ['3月27日20时30分', '2022-03-27 20:30 ?date.assumed'],
    ['3月27日20点半', '2022-03-27 20:30 ?date.assumed'],
    ['3.27 20:30', '2022-03-27 20:30 ?date.assumed'],
    ['27日20时', '2022-03-27 20:00 ?date.assumed'],
    ['2022年3月27日24时', '2022-03-28 00:00'],
    ['2022-3-27 上午8:30', '2022-03-27 08:30'],
    ['2022-3-27 下午3:05', '2022-03-27 15:05'],
    ['2022-3-27 3:05 PM', '2022-03-27 15:05'],
    ['2022-3-27 12:05 AM', '2022-03-27 00:05'],
    ['2022-3-27下午3时', '2022-03-27 15:00'],
    ['2022-03-27T12:00:00Z', '2022-03-27 20:00'],
    ['2022-03-27T12:00:00+08:00', '2022-03-27 12:00'],
    ['2022-03-27T12:00', '2022-03-27 12:00'],
    ['2022-3-27', '2022-03-27 00:00 ?instant.timeMissing'],
    ['20:30', '2022-03-28 20:30 ?date.assumed'],
    ['2022-3-27 25:00', '!instant.noSuchTime'],
    ['2022-3-27 24:30', '!instant.noSuchTime'],
    ['昨天', '!date.form'],
  ])('%s is %s', (text, expected) => expect(moment(text, report)).toBe(expected));

  it('come from serials', () => {
    expect(moment(serial(44647.854166666664, 'yyyy-mm-dd hh:mm'))).toBe('2022-03-27 20:30');
    expect(moment(serial(44647))).toBe('2022-03-27 00:00 ?instant.timeMissing');
    expect(moment(serial(0.5, 'h:mm'), report)).toBe('2022-03-28 12:00 ?date.assumed');
  });

  it
    .runIf(process.env['COUNTYLINE_ZONE_RUN'] === undefined)
    .each(['America/Los_Angeles', 'Asia/Shanghai'])(
    'are the same on a laptop set to %s',
    (zone) => {
      execFileSync(
        process.execPath,
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          '--config',
          'build/vitest.config.ts',
          '--project',
          'unit',
          'test/shared/fields/dates.test.ts',
        ],
        { env: { ...process.env, TZ: zone, COUNTYLINE_ZONE_RUN: '1' }, stdio: 'pipe' },
      );
    },
    60_000,
  );
});
