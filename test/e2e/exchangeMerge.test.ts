import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { read, utils } from 'xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { openExchange, saved } from '../support/exchangePage';
import { makeEvent, passphrase } from '../support/openEvent';

const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import openpyxl'], { timeout: 60_000 }).status === 0,
);
const password = '修武2022';

let folder: string;
let checkpoint: RunningApp;
let office: RunningApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countyline-exchange-'));
  [checkpoint, office] = await Promise.all([startApp(), startApp()]);
  await makeEvent(checkpoint.page, '三月疫情', passphrase, '云台卡点');
  await makeEvent(office.page, '三月防控', passphrase, '指挥部电脑');
  await openExchange(checkpoint.page);
  await openExchange(office.page);
});
afterAll(async () => {
  for (const app of [checkpoint, office]) {
    expect(app.strayRequests).toEqual([]);
    expect(app.pageErrors).toEqual([]);
    await app.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Given {
  readonly name: string;
  readonly path: string;
}

async function choose(page: Page, ...files: readonly Given[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /选择文件|添加文件/ })
    .first()
    .click();
  await (
    await asked
  ).setFiles(files.map(({ name, path }) => ({ name, mimeType: '', buffer: readFileSync(path) })));
}

/** A list typed by somebody else, imported as any other workbook. */
async function importRoads(page: Page, roads: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(roads).map(([name, road]) => `${name},国道,${road},2022-03-24`);
  const path = join(folder, '名单.csv');
  writeFileSync(path, ['检查站名称,卡点类型,所在道路,启用日期', ...lines].join('\r\n'));
  await choose(page, { name: '名单.csv', path });
  await page.getByRole('button', { name: /^核对/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /^写入 \d+ 行/ }).click();
  await page.getByRole('button', { name: '继续导入' }).click();
  await page.getByRole('button', { name: '发送给…' }).waitFor();
}

interface Sending {
  readonly to?: string;
  readonly everything?: boolean;
  readonly open?: boolean;
}

async function fillSending(page: Page, { to, everything, open }: Sending): Promise<void> {
  await page.getByRole('button', { name: '发送给…' }).click();
  await page.getByLabel('收件方').selectOption({ label: to ?? '其他（未登记的单位或个人）' });
  if (everything) await page.getByRole('radio', { name: /^全部 / }).check();
  if (open) await page.getByLabel('不设口令').check();
  else await page.getByLabel('打开口令').fill(password);
}

async function send(page: Page, sending: Sending): Promise<Given> {
  await fillSending(page, sending);
  const download = await saved(page, () =>
    page.getByRole('button', { name: '生成并保存' }).click(),
  );
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const name = download.suggestedFilename();
  const path = join(folder, `${Date.now()} ${name}`);
  await download.saveAs(path);
  return { name, path };
}

const merge = (page: Page) => page.getByRole('button', { name: '写入', exact: true });
const close = (page: Page) => page.getByRole('button', { name: '关闭', exact: true }).click();

/** The roads of the checkpoints as a workbook of everything shows them. */
async function roadsOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const { path } = await send(page, { everything: true, open: true });
  const { Sheets } = read(readFileSync(path));
  const [, , headers = [], ...rows] = utils.sheet_to_json<string[]>(Sheets['卡点'] ?? {}, {
    header: 1,
  });
  const [name, road] = ['卡点名称', '所在道路'].map((wanted) =>
    headers.findIndex((header) => header.replace(/\*/g, '').trim().includes(wanted.slice(2))),
  );
  return Object.fromEntries(rows.map((row) => [row[name ?? 0] ?? '', row[road ?? 0] ?? '']));
}

const title = 'brings two laptops to the same records through workbooks, one edited by openpyxl';
it.skipIf(python === undefined)(title, { timeout: 240_000 }, async () => {
  const [one, two] = [checkpoint.page, office.page];
  await importRoads(one, { 云台卡点: '云台大道', 环湖卡点: '环湖路' });
  const first = await send(one, { to: '其他（未登记的单位或个人）' });
  expect(first.name).toMatch(/^修武县指挥部-.*-\d{8}-001\.xlsx$/);

  // Its password, then its code: nothing of it is merged before both are right.
  await choose(two, first);
  await two.getByLabel('打开口令').fill('别的');
  await two.getByRole('button', { name: '打开' }).click();
  await two.getByText('口令不对').waitFor();
  await two.getByLabel('打开口令').fill(password);
  await two.getByRole('button', { name: '打开' }).click();
  await two.getByText('没有登记过').waitFor();
  const code = await two.locator('code').textContent();
  await one.getByRole('button', { name: '显示本机核对码' }).click();
  expect(await one.locator('code').textContent()).toBe(code);
  await two.getByRole('button', { name: '核对无误，登记此电脑' }).click();
  await two.getByRole('button', { name: '新记录 2', exact: true }).waitFor();
  await two.getByText('1 种台账，2 行，改动 2 条').waitFor();
  // The office has called its event otherwise: said before anything is written, and not in the way.
  await two.getByText('此件属于事件“三月疫情”，本机打开的是“三月防控”').waitFor();
  await merge(two).click();
  await two.getByText('新增 2 条').waitFor();

  // The receipt goes back: the sender knows from then on what need not be sent again.
  const receipt = await saved(two, () => two.getByRole('button', { name: '生成回执' }).click());
  const receiptPath = join(folder, 'receipt.xlsx');
  await receipt.saveAs(receiptPath);
  await close(two);
  await choose(one, { name: receipt.suggestedFilename(), path: receiptPath });
  await one.getByRole('button', { name: '核对无误，登记此电脑' }).click();
  await one.getByText('第 1 份已在对方写入').waitFor();
  await close(one);
  await one.getByText('对方已写入').waitFor();
  const toOffice = '修武县指挥部 · 指挥部电脑';
  const toCheckpoint = '修武县指挥部 · 云台卡点';
  await fillSending(one, { to: toOffice });
  await one.getByRole('button', { name: '生成并保存' }).click();
  await one.getByText('对方已有全部内容').waitFor();
  await one.getByRole('button', { name: '取消' }).click();

  // The same road is changed here and, in a spreadsheet program, in a workbook of the other.
  const sent = await send(two, { to: toCheckpoint, everything: true, open: true });
  await importRoads(one, { 云台卡点: '云台新路' });
  edit(sent.path, { 云台大道: '云台老路', 环湖路: '环湖西路' });
  await choose(one, sent);
  const conflict = one.locator('[data-kind=conflict]');
  await conflict.waitFor();
  expect(await conflict.locator('td').allTextContents()).toEqual(
    expect.arrayContaining(['冲突', '云台大道', '云台老路', '云台新路']),
  );
  await one.getByRole('button', { name: '还有 1 处冲突待定', exact: true }).waitFor();
  await conflict.press('2');
  await merge(one).click();
  await one.getByText('修改 2 条').waitFor();
  await close(one);

  // What was decided travels on; then neither has anything to tell the other.
  const last = await send(one, { to: toOffice });
  await choose(two, last);
  await two.getByRole('button', { name: /^变更 \d+/ }).waitFor();
  await merge(two).click();
  await two.getByText('已写入：修改').waitFor();
  await close(two);
  const [left, right] = [await roadsOf(one), await roadsOf(two)];
  expect(left).toEqual({ 云台卡点: '云台老路', 环湖卡点: '环湖西路' });
  expect(right).toEqual(left);
  await fillSending(two, { to: toCheckpoint });
  await two.getByRole('button', { name: '生成并保存' }).click();
  await two.getByText('对方已有全部内容').waitFor();
  await two.getByRole('button', { name: '取消' }).click();

  // A key that the office makes for its passes comes along, shown with its digits, and is believed.
  await two.getByRole('link', { name: '通行证办理' }).click();
  await two.getByRole('link', { name: '密钥与号段' }).click();
  await two.getByRole('button', { name: '建立密钥' }).click();
  await two.keyboard.press('Enter');
  const digits = two.locator('[data-fingerprint]').filter({ hasText: /\d{4}( \d{4}){5}/ });
  const shown = /\d{4}( \d{4}){5}/.exec((await digits.textContent()) ?? '')?.[0];
  await openExchange(two);
  await choose(one, await send(two, { to: toCheckpoint }));
  const arriving = one.locator('[data-signing-key]');
  await arriving.waitFor();
  expect(await arriving.locator('code').textContent()).toBe(shown);
  expect(await arriving.getByRole('checkbox').isChecked()).toBe(true);
  await merge(one).click();
  await one.getByText('已写入').first().waitFor();
  await one.getByRole('link', { name: '通行证办理' }).click();
  await one.getByRole('link', { name: '密钥与号段' }).click();
  await one.getByText('随工作簿接收').waitFor();
});

/** Texts written over by openpyxl, which saves the whole workbook in its own way. */
function edit(path: string, texts: Readonly<Record<string, string>>): void {
  if (python === undefined) throw new Error('No openpyxl: apt-get install python3-openpyxl');
  const script = [
    'import json, openpyxl, sys',
    'path, texts = sys.argv[1], json.loads(sys.argv[2])',
    'book = openpyxl.load_workbook(path)',
    'for sheet in book.worksheets:',
    '  for row in sheet.iter_rows():',
    '    for cell in row:',
    "      if isinstance(cell.value, str) and cell.value in texts and sheet.sheet_state == 'visible': cell.value = texts[cell.value]",
    'book.save(path)',
  ].join('\n');
  const done = spawnSync(python, ['-c', script, path, JSON.stringify(texts)], { timeout: 60_000 });
  expect(done.stderr.toString()).toBe('');
}
