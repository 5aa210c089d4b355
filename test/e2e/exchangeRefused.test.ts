import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import {
  cardOf,
  chooseFiles,
  dropPaths,
  openExchange,
  workbookOf,
  type NamedFile,
} from '../support/exchangePage';
import { makeEvent, unlock } from '../support/openEvent';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const encrypted = join(corpus, '5-encrypted/poi__protected_sha512.xlsx');

let app: RunningApp;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await makeEvent(page);
  await openExchange(page);
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  await app.close();
});

async function refused({ name, bytes }: NamedFile, words: RegExp): Promise<void> {
  await chooseFiles(page, [{ name, bytes }]);
  const card = cardOf(page, name);
  await card.getByText('未能读取').waitFor();
  await card.getByRole('button').first().click();
  await page.getByRole('alert').getByText(words).waitFor();
  await page.getByText('台账没有任何改动。').waitFor();
  await page.getByRole('alert').getByRole('button', { name: '移除' }).click();
  await card.waitFor({ state: 'detached' });
}

const text = (content: string) => new TextEncoder().encode(content);
const whole = workbookOf([['姓名'], ['王测']]);

it.each<readonly [string, Uint8Array, RegExp]>([
  ['通知.pdf', text('%PDF-1.7\n1 0 obj'), /不是表格文件（PDF 文档）/],
  ['改了扩展名.xlsx', text('%PDF-1.7\n1 0 obj'), /不是表格文件（PDF 文档）/],
  ['打包.zip', zipSync({ '名单.txt': strToU8('王测') }), /压缩包，请先解压/],
  ['空文件.xlsx', new Uint8Array(), /（空文件）/],
  ['截断.xlsx', whole.subarray(0, whole.length - 600), /文件已损坏或不完整/],
  ['网页.xls', text('<html><body><table><tr><td>姓名</td></tr></table>'), /（网页）/],
  ['数据.csv', text('{"姓名": "王测"}'), /JSON 数据/],
  [
    '文稿.xlsx',
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
    /Word 文档/,
  ],
])('%s is refused with its reason, and nothing happens', async (name, bytes, words) => {
  await refused({ name, bytes }, words);
});

it.skipIf(!existsSync(encrypted))('a file with a password asks for it', async () => {
  await chooseFiles(page, [{ name: '加密.xlsx', bytes: new Uint8Array(readFileSync(encrypted)) }]);
  await page.getByText('此表设有口令，请输入。').waitFor();
  await page.getByLabel('打开口令').fill('不是它');
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByText('口令不对').waitFor();
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByText('把表格文件拖到这里').waitFor();
});

it('a dropped file too large is refused before it is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'countyline-large-'));
  const path = join(folder, '巨大.xlsx');
  const file = openSync(path, 'w');
  ftruncateSync(file, 130 << 20);
  closeSync(file);
  await dropPaths(page, [path]);
  await page.getByText('“巨大.xlsx”过大，未读取').waitFor();
  rmSync(folder, { recursive: true });
});

it('a parser that never comes back is ended by a click, and the next file is read', async () => {
  await page.route(/importWorker/, async (route) => {
    const response = await route.fetch();
    const body = `addEventListener('message', () => { for (;;); });`;
    await route.fulfill({ response, body });
  });
  const workers = () => page.workers().filter((worker) => /importWorker/.test(worker.url())).length;
  await chooseFiles(page, [
    { name: '挂起.xlsx', bytes: whole },
    { name: '下一个.csv', bytes: text('卡点名称,类型,启用时间\n甲村卡点,村口,2022-03-24') },
  ]);
  await page.getByText('正在读取 挂起.xlsx').waitFor();
  await expect.poll(workers).toBe(1);
  await page.unroute(/importWorker/);
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await page.getByRole('alert').getByText('读取已停止').waitFor();
  await cardOf(page, '下一个.csv').getByText('外来表格').waitFor();
  // Chromium gives a busy worker two seconds before it ends it. The next file has one of its own, which
  // holds its rows until it is off the desk.
  await expect.poll(workers, { timeout: 20_000 }).toBe(1);
  await page.getByRole('button', { name: '移除 下一个.csv' }).click();
  await expect.poll(workers, { timeout: 20_000 }).toBe(0);
});

it('a folder of fifty is taken whole, and what is no workbook is left', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'countyline-folder-')), '来件');
  mkdirSync(join(folder, '北片'), { recursive: true });
  for (let at = 1; at <= 50; at++) {
    const name = `第${at}村.csv`;
    const place = at > 40 ? join(folder, '北片') : folder;
    writeFileSync(join(place, name), `卡点名称,类型,启用时间\n第${at}村卡点,村口,2022-03-24`);
  }
  writeFileSync(join(folder, '~$第1村.csv'), 'lock');
  writeFileSync(join(folder, '照片.jpg'), 'picture');
  await dropPaths(page, [folder]);
  await page.getByText('另有 1 个文件不是表格').waitFor();
  await cardOf(page, '第41村.csv').waitFor();
  await expect
    .poll(() => page.locator('li').filter({ hasText: '外来表格' }).count(), { timeout: 120_000 })
    .toBe(50);
  rmSync(folder, { recursive: true });
});

it('a folder is watched through the browser, remembered by it, and where it cannot that is said', async () => {
  // The dialog cannot be clicked; the folder it would give is a real one of the browser.
  await page.addInitScript(() => {
    const picker = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getDirectoryHandle('来件', { create: true });
    };
    if (localStorage.getItem('no folders') === null)
      Object.assign(window, { showDirectoryPicker: picker });
    else Reflect.deleteProperty(window, 'showDirectoryPicker');
  });
  const again = async () => {
    await page.reload(); // lets go of what is on the desk
    await unlock(page);
    await openExchange(page);
  };
  await again();
  await page.getByRole('button', { name: '指定文件夹' }).click();
  await page.getByText('正在查看，新到 0 份').waitFor();
  await page.evaluate(
    async (content) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('来件');
      const file = await (
        await folder.getFileHandle('卡点.xlsx', { create: true })
      ).createWritable();
      await file.write(new Uint8Array(content));
      await file.close();
    },
    [...whole],
  );
  await page.getByRole('button', { name: '收取 卡点.xlsx' }).waitFor();
  await again();
  await page.getByRole('button', { name: '收取 卡点.xlsx' }).click();
  await cardOf(page, '卡点.xlsx').waitFor();
  await page.getByRole('button', { name: '移除 卡点.xlsx' }).click();

  await page.evaluate(() => localStorage.setItem('no folders', ''));
  await again();
  await page.getByText('本浏览器不能读取文件夹').waitFor();
});

it('locking lets go of the files on the desk with everything they hold', async () => {
  const workers = () => page.workers().filter((worker) => /importWorker/.test(worker.url())).length;
  await chooseFiles(page, [
    { name: '名单.csv', bytes: text('卡点名称,类型,启用时间\n甲村卡点,村口,2022-03-24') },
  ]);
  await cardOf(page, '名单.csv').getByText('外来表格').waitFor();
  await expect.poll(workers).toBe(1);
  await page.getByRole('button', { name: '锁定' }).click();
  await expect.poll(workers, { timeout: 20_000 }).toBe(0);
});
