import { describe, expect, test } from 'vitest';
import { headerNames, skipReason } from '../../../../shared/exchange/recognise/skipRow';

const headers = headerNames(['序号', '卡点名称*', '启用 时间', 'Phone', '重量（㎏）']);
const mapped = new Set([1, 2, 3, 4]);
const reasonOf = (...texts: readonly string[]) =>
  skipReason(
    texts.map((text) => ({ type: 'text', text })),
    headers,
    mapped,
  );

describe('rows under a header that are no records', () => {
  test('the header again, however it is typed, also where a third of it was rewritten', () => {
    expect(reasonOf('序 号', '卡点名称', '启用时间', 'PHONE', '重量(kg)')).toBe('repeatedHeader');
    expect(reasonOf('编号', '卡点名称', '启用时间')).toBe('repeatedHeader');
  });

  test('the header again with numbers before its words, or its characters in a form of their own', () => {
    expect(reasonOf('1.序号', '一、卡点名称', '启用时间')).toBe('repeatedHeader');
    expect(reasonOf('序号', '（卡点）名称', '\uFF30hone')).toBe('repeatedHeader');
    // 行 as a compatibility character is the same once it is made uniform.
    const one = [{ type: 'text', text: '\uFA08程' }] as const;
    expect(skipReason([...one, ...one], headerNames(['行程', '行程']), mapped)).toBe(
      'repeatedHeader',
    );
  });

  test('a record that holds a word of the header is a record', () => {
    expect(reasonOf('1', '卡点名称', '2022-03-24', 'phone')).toBeUndefined();
  });

  test.each([
    ['totals', '合 计：', '3'],
    ['footnote', '注：以上为截至20时数据'],
    ['columnNumbers', '1', '2', '3'],
    ['nothingMapped', '7'],
  ])('%s', (reason, ...texts) => {
    expect(reasonOf(...texts)).toBe(reason);
  });
});
