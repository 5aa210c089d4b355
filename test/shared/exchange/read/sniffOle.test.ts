import { expect, test } from 'vitest';
import { CFB } from 'xlsx';
import { readWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import { workbookOf } from '../../../support/exchangePage';

/** A compound file around streams, as old programs of Microsoft save everything. */
function compound(root: string, streams: readonly string[]): Uint8Array {
  const container = CFB.utils.cfb_new({ root });
  for (const stream of streams) CFB.utils.cfb_add(container, `/${stream}`, [0, 1, 2, 3]);
  return Uint8Array.from(CFB.write(container, { type: 'array' }) as Iterable<number>); // by `type`
}

test('an .xls whose root is not called "Root Entry" is a workbook all the same', () => {
  const read = readWorkbook(workbookOf([['姓名'], ['王测']], 'biff8'), '名单.xls');
  expect(read.ok ? read.value.sheets[0]?.rows : read.problem).toEqual([
    [{ type: 'text', text: '姓名' }],
    [{ type: 'text', text: '王测' }],
  ]);
});

test.each([
  ['WordDocument', { tag: 'notWorkbook', looksLike: 'word' }],
  ['PowerPoint Document', { tag: 'notWorkbook', looksLike: 'presentation' }],
  ['EncryptedPackage', { tag: 'encrypted' }],
  ['Thumbs', { tag: 'notWorkbook', looksLike: 'binary' }],
])('a compound file with %s is told for what it is', (stream, problem) => {
  for (const root of ['Root Entry', 'R']) {
    expect(readWorkbook(compound(root, [stream]), 'a.xls')).toEqual({ ok: false, problem });
  }
});
