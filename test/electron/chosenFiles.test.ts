import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChosen, writeChosen } from '../../electron/chosenFiles';
import { safeFileName } from '../../shared/desktop/fileName';
import { problemOf } from '../../electron/replaceFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countyline-files-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe('a file the person chose', () => {
  it('is read whole, with its name and time and without its path', async () => {
    const path = join(folder, '通行证.xlsx');
    writeFileSync(path, 'rows');
    const read = await readChosen([path]);
    expect(read).toMatchObject({
      ok: true,
      value: [{ name: '通行证.xlsx', bytes: new TextEncoder().encode('rows') }],
    });
    expect(JSON.stringify(read)).not.toContain(folder);
  });

  it('is named where it cannot be read', async () => {
    const gone = join(folder, 'gone.xlsx');
    expect(await readChosen([gone])).toEqual({
      ok: false,
      problem: { tag: 'unreadable', name: 'gone.xlsx', detail: 'ENOENT' },
    });
    mkdirSync(join(folder, 'folder.xlsx'));
    expect(await readChosen([join(folder, 'folder.xlsx')])).toMatchObject({
      problem: { tag: 'unreadable', name: 'folder.xlsx' },
    });
  });

  it('is refused before it is in memory where it is too large', async () => {
    const path = join(folder, 'large.xlsx');
    writeFileSync(path, '');
    truncateSync(path, (256 << 20) + 1);
    expect(await readChosen([path])).toEqual({
      ok: false,
      problem: { tag: 'tooLarge', name: 'large.xlsx', limitBytes: 256 << 20 },
    });
  });

  it('is written whole and replaced whole', async () => {
    const path = join(folder, 'a.xlsx');
    expect(await writeChosen(path, Uint8Array.of(1, 2, 3))).toEqual({
      ok: true,
      value: { name: 'a.xlsx' },
    });
    await writeChosen(path, Uint8Array.of(4));
    expect([...readFileSync(path)]).toEqual([4]);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  it('keeps its old content where the new cannot be written', async () => {
    mkdirSync(join(folder, 'taken.xlsx'));
    writeFileSync(join(folder, 'taken.xlsx', 'old'), 'old');
    expect(await writeChosen(join(folder, 'taken.xlsx'), Uint8Array.of(1))).toMatchObject({
      ok: false,
      problem: { tag: 'unwritable', name: 'taken.xlsx' },
    });
    expect(readdirSync(folder)).toEqual(['taken.xlsx']);
    expect(readFileSync(join(folder, 'taken.xlsx', 'old'), 'utf8')).toBe('old');
  });

  it('is not made where its folder is gone', async () => {
    expect(await writeChosen(join(folder, 'gone', 'a.xlsx'), Uint8Array.of(1))).toEqual({
      ok: false,
      problem: { tag: 'unwritable', name: 'a.xlsx', detail: 'ENOENT' },
    });
  });
});

it.each([
  ['ENOSPC', { tag: 'diskFull', name: 'a' }],
  ['EDQUOT', { tag: 'diskFull', name: 'a' }],
  ['EROFS', { tag: 'unwritable', name: 'a', detail: 'EROFS' }],
  ['EBUSY', { tag: 'unwritable', name: 'a', detail: 'EBUSY' }],
])('the system’s %s is told as it is', (code, problem) => {
  expect(problemOf('a', Object.assign(new Error('of a path'), { code }))).toEqual(problem);
});

it.each([
  ['通行证 2022-03-27.xlsx', '通行证 2022-03-27.xlsx'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\a\\b.xlsx', 'C__a_b.xlsx'],
  ['卡点"3"<?>|*.pdf', '卡点_3______.pdf'],
  ['a\u0000b\nc.xlsx', 'a_b_c.xlsx'],
  ['..', '_'],
  ['', '_'],
  ['NUL.xlsx', '_NUL.xlsx'],
  ['con', '_con'],
  [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(115)}.xlsx`],
  ['名字. ', '名字'],
])('%j is suggested as %j', (given, name) => {
  expect(safeFileName(given)).toBe(name);
});
