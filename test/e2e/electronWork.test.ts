import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { read } from 'xlsx';
import { startElectron, type ElectronApp } from '../support/electronApp';
import { openExchange, workbookOf } from '../support/exchangePage';
import { makeEvent, unlock } from '../support/openEvent';
import { removeFolder } from '../support/removeFolder';

let folder: string;
let app: ElectronApp;
let page: Page;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countyline-electron-work-'));
  app = await startElectron({ profile: join(folder, 'profile') });
  page = await app.page();
  await makeEvent(page);
});
afterEach(async () => {
  await app.end();
  await removeFolder(folder);
});

/** What the person will choose in the next dialogs, as the system's own cannot be clicked. */
const willOpen = (...filePaths: readonly string[]) =>
  app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths });
  }, filePaths as string[]);
const willSave = (filePath: string) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path });
  }, filePath);

const secondCopy = () => join(app.profile, 'second-copy');
const logBytes = () => {
  const name = readdirSync(secondCopy()).find((one) => one.endsWith('.log'));
  return name === undefined ? 0 : statSync(join(secondCopy(), name)).size;
};
const count = (rows: number) => page.getByRole('link', { name: new RegExp(`^卡点\\s*${rows}$`) });

async function importCheckpoints(): Promise<void> {
  const path = join(folder, '卡点一览表.csv');
  writeFileSync(
    path,
    '卡点名称,类型,启用时间\n云台大道卡点,国道,2022-03-24\n东岭后村卡点,村口,2022-03-24',
  );
  await willOpen(path);
  await openExchange(page);
  await page.getByRole('button', { name: /选择文件/ }).click();
  await page.getByRole('button', { name: /核对 2 行/ }).click();
  await page.getByRole('button', { name: '写入 2 行' }).click();
  await page.getByText('新增 2 行，修改 0 行').waitFor();
}

it('imports a chosen file, keeps it in both copies, and has it after a restart', async () => {
  const before = logBytes();
  await importCheckpoints();
  await count(2).waitFor();
  // Only this shell can ask the disk itself.
  await page.getByText(/^磁盘(可用|仅余) \d+ [GM]B/).waitFor();
  expect(logBytes()).toBeGreaterThan(before);
  for (const name of readdirSync(secondCopy())) {
    const bytes = readFileSync(join(secondCopy(), name));
    expect(bytes.includes('云台大道'), `${name} is sealed`).toBe(false);
  }
  await app.evaluate(({ app: program }) => program.quit(), undefined);
  expect(await app.exited).toBe(0);

  app = await startElectron({ profile: app.profile });
  page = await app.page();
  await unlock(page);
  await count(2).waitFor();
  await page.getByRole('link', { name: /^卡点\s*2$/ }).click();
  await page.getByRole('grid').getByText('东岭后村卡点').waitFor();
});

it('has what it reported done although it was killed right after', async () => {
  await importCheckpoints();
  await app.end();
  app = await startElectron({ profile: app.profile });
  page = await app.page();
  await unlock(page);
  await count(2).waitFor();
});

it('exports to the file that was chosen, and says when nothing was chosen or it cannot be', async () => {
  await importCheckpoints();
  const target = join(folder, '导出.xlsx');
  await page.getByRole('link', { name: /^卡点\s*2$/ }).click();
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog');

  await willSave('');
  await dialog.getByRole('button', { name: '导出 2 行' }).click();
  await dialog.locator('[data-state=ready]').waitFor();
  expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toEqual([]);

  await willSave(join(folder, 'no-such-folder', '导出.xlsx'));
  await dialog.getByRole('button', { name: '导出 2 行' }).click();
  await dialog
    .getByText(/导出\.xlsx/)
    .filter({ hasText: /写/ })
    .waitFor();

  await willSave(target);
  await dialog.getByRole('button', { name: '导出 2 行' }).click();
  await dialog.getByText('已导出 2 行：导出.xlsx').waitFor();
  const book = read(readFileSync(target));
  expect(JSON.stringify(book.Sheets[book.SheetNames[0] ?? ''])).toContain('东岭后村卡点');
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
});

it('offers what is copied into the watched folder, takes it by a click, and knows it again', async () => {
  const watched = join(folder, '来件');
  mkdirSync(watched);
  await openExchange(page);
  await willOpen(watched);
  await page.getByRole('button', { name: '指定文件夹' }).click();
  await page.getByText('正在查看，新到 0 份').waitFor();

  const bytes = workbookOf([
    ['卡点名称', '类型', '启用时间'],
    ['云台大道卡点', '国道', '2022-03-24'],
  ]);
  writeFileSync(join(watched, '~$卡点.xlsx'), 'lock');
  writeFileSync(join(watched, '卡点.xlsx'), bytes.subarray(0, 900));
  await page.getByText('另有 1 份正在复制').waitFor();
  writeFileSync(join(watched, '卡点.xlsx'), bytes);
  const offer = () => page.getByRole('row', { name: /卡点\.xlsx/ });
  await offer().getByText('新到').waitFor();
  expect(await offer().count()).toBe(1);

  await page.getByRole('button', { name: '收取 卡点.xlsx' }).click();
  await page.getByRole('button', { name: /核对 1 行/ }).click();
  await page.getByRole('button', { name: '写入 1 行' }).click();
  await page.getByText('新增 1 行，修改 0 行').waitFor();
  await page.getByRole('button', { name: '继续导入' }).click();
  await offer().getByText('已收过').waitFor();

  await app.evaluate(({ app: program }) => program.quit(), undefined);
  expect(await app.exited).toBe(0);
  app = await startElectron({ profile: app.profile });
  page = await app.page();
  await unlock(page);
  await openExchange(page);
  await offer().getByText('已收过').waitFor();
  await page.getByRole('button', { name: '停止查看' }).click();
  await page.getByRole('button', { name: '指定文件夹' }).waitFor();
  expect(readdirSync(watched).sort()).toEqual(['~$卡点.xlsx', '卡点.xlsx'].sort());
});

it('prints the page to a PDF on A4', async () => {
  const target = join(folder, '登记.pdf');
  await willSave(target);
  const printed = await page.evaluate(() => window.countyline?.printing.toPdf('登记.pdf'));
  expect(printed).toEqual({ ok: true, value: { name: '登记.pdf' } });
  const pdf = readFileSync(target, 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.trimEnd().slice(-5)).toBe('%%EOF');
  const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
  // 210 × 297 mm in points, to the pixel the page was laid out in.
  expect(Math.abs(Number(width) - 595.3)).toBeLessThan(1);
  expect(Math.abs(Number(height) - 841.9)).toBeLessThan(1);
});
