import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decryptWorkbook, encryptWorkbook } from '../../shared/exchange/encryption/agile';
import { startApp, type RunningApp } from '../support/chromium';
import { dropPaths, openExchange, saved, workbookOf } from '../support/exchangePage';
import { makeEvent } from '../support/openEvent';
import { removeFolder } from '../support/removeFolder';

let app: RunningApp;
let page: Page;
let profile: string;

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'countyline-profile-'));
  app = await startApp({ profile });
  page = app.page;
  await makeEvent(page);
});
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
  await removeFolder(profile);
});

const list = (road: string) =>
  strToU8(
    ['检查站名称,卡点类型,所在道路,启用日期', `云台卡点,国道,${road},2022-03-24`].join('\r\n'),
  );

/** Through the import, and back to where it began. */
async function importList(name: string, road: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /选择文件|添加文件/ })
    .first()
    .click();
  const buffer = Buffer.from(list(road));
  await (await asked).setFiles([{ name, mimeType: '', buffer }]);
  await page.getByRole('button', { name: /^核对/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '写入 1 行' }).click();
  await page.getByRole('button', { name: '继续导入' }).click();
  await page.getByRole('button', { name: '发送给…' }).waitFor();
}

async function sendOut(password = ''): Promise<Uint8Array> {
  const download = await saved(page, async () => {
    await page.getByRole('button', { name: '发送 卡点', exact: true }).click();
    if (password === '') await page.getByLabel('不设口令').check();
    else await page.getByLabel('打开口令').fill(password);
    await page.getByRole('button', { name: '生成并保存' }).click();
  });
  expect(download.suggestedFilename()).toMatch(/-卡点-\d{8}-001\.xlsx$/);
  return new Uint8Array(readFileSync(await download.path()));
}

/** One cell written over, as an official does in a spreadsheet program. */
function withRoad(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  expect(xml).toContain(`>${from}<`);
  return zipSync({ ...parts, [path]: strToU8(xml.replace(`>${from}<`, `>${to}<`)) });
}

function pathOf(name: string, bytes: Uint8Array): string {
  const path = join(profile, name);
  writeFileSync(path, bytes);
  return path;
}

async function takeBack(bytes: Uint8Array): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /选择文件|添加文件/ })
    .first()
    .click();
  const buffer = Buffer.from(bytes);
  await (await asked).setFiles([{ name: '改好了.xlsx', mimeType: '', buffer }]);
}

it('a workbook of somebody else that has a password is imported once it was typed', async () => {
  const rows = [
    ['卡点名称', '类型', '启用时间'],
    ['云台卡点', '国道', '2022-03-24'],
  ];
  await openExchange(page);
  await takeBack(await encryptWorkbook(workbookOf(rows), '交警队'));
  await page.getByLabel('打开口令').fill('交警队');
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByRole('button', { name: /^核对 1 行/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '写入 1 行' }).click();
  await page.getByText('新增 1 行，修改 0 行').waitFor();
});

describe('a ledger sent out to be corrected', () => {
  it('comes back cell by cell; what has changed here since is a conflict to decide', async () => {
    await openExchange(page);
    await importList('一.csv', '云台大道');
    const sent = await sendOut();
    await importList('二.csv', '环湖路');

    await takeBack(withRoad(sent, '云台大道', '云台新路'));
    const row = page.locator('[data-kind=conflict]');
    await row.waitFor();
    expect(await row.locator('td').allTextContents()).toEqual(
      expect.arrayContaining([
        '冲突',
        '云台卡点卡点 · C4',
        '道路',
        '云台大道',
        '云台新路',
        '环湖路',
      ]),
    );
    await page.getByRole('button', { name: '还有 1 处冲突待定', exact: true }).waitFor();
    await page.getByRole('button', { name: '冲突 1', exact: true }).click();
    await row.press('2');
    // A look at the record in its ledger, and what was decided is still decided.
    await row.getByRole('link', { name: '云台卡点' }).click();
    await page.getByRole('grid').getByText('环湖路').first().waitFor();
    await page.getByRole('link', { name: '数据交换' }).click();
    await row.waitFor();
    await page.getByRole('button', { name: '写入', exact: true }).click();
    await page.getByText('修改 1 条，新增 0 条，删除 0 条').waitFor();
    await page.getByRole('button', { name: '返回' }).click();

    // The same file again, dropped like any other: what it says is here already.
    const again = { name: '又来一遍.xlsx', bytes: withRoad(sent, '云台大道', '云台新路') };
    await dropPaths(page, [pathOf(again.name, again.bytes)]);
    await page.getByText('1 处改动本机已有').waitFor();
  });

  it('is undone only after it was shown what has changed since, and by whom', async () => {
    await openExchange(page);
    await importList('一.csv', '云台大道');
    await importList('二.csv', '环湖路');
    await page.getByRole('button', { name: '撤销 一.csv' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 条记录的 1 处又改过').waitFor();
    const changed = dialog.getByRole('row').nth(1).locator('td');
    expect((await changed.allTextContents()).slice(0, 2)).toEqual(['云台卡点', '道路']);
    expect((await changed.allTextContents())[2]).toMatch('测试员');
    await dialog.getByRole('button', { name: '不撤销' }).click();
    await page.getByRole('button', { name: '撤销 一.csv' }).click();
    await dialog.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText(/已撤销。1 处在导入之后又改过/).waitFor();
    // What was changed since is not taken away.
    await page.getByRole('link', { name: /^卡点\s*1$/ }).waitFor();
  });

  it('asks for its password, and clears a cell only when told to', async () => {
    const password = '修武2022';
    await openExchange(page);
    await importList('一.csv', '云台大道');
    const sent = await decryptWorkbook(await sendOut(password), password);
    if (!sent.ok) throw new Error(sent.problem.tag);
    // Set by whoever corrected it: the one it was sent with would open by itself.
    const other = '改后另设';
    await takeBack(await encryptWorkbook(withRoad(sent.value, '云台大道', ''), other));

    await page.getByLabel('打开口令').fill('别的');
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByText('口令不对').waitFor();
    await page.getByLabel('打开口令').fill(other);
    await page.getByRole('button', { name: '打开' }).click();
    const row = page.locator('[data-kind=clear]');
    await row.waitFor();
    expect(await row.getByLabel('我方').isChecked()).toBe(true);
    await row.press('2');
    await page.getByRole('button', { name: '写入', exact: true }).click();
    await page.getByText('修改 1 条').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    // One undo takes it back.
    await page.getByRole('button', { name: /^撤销/ }).first().click();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('已撤销，台账恢复到导入之前。').waitFor();
  });

  it('with its system data broken is imported as any other workbook, if a person wants that', async () => {
    await openExchange(page);
    await importList('一.csv', '云台大道');
    const parts = unzipSync(await sendOut());
    const path = 'xl/sharedStrings.xml';
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    const damaged = xml.replace(/(COUNTYLINE 1\/1 .{40}).{9}/, '$1');
    expect(damaged.length).toBe(xml.length - 9);
    await takeBack(zipSync({ ...parts, [path]: strToU8(damaged) }));
    await page.getByText(/无法逐格核对/).waitFor();
    await page.getByRole('button', { name: '按普通表格导入' }).click();
    await page.getByRole('button', { name: /^核对 1 行/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /无需写入/ }).waitFor();
  });

  it(
    'of another computer waits until its code has been compared',
    { timeout: 240_000 },
    async () => {
      await openExchange(page);
      await importList('一.csv', '云台大道');
      const sent = await sendOut();
      await page.getByRole('button', { name: '显示本机核对码' }).click();
      const code = await page.locator('code').textContent();
      await app.close();

      await removeFolder(profile);
      profile = mkdtempSync(join(tmpdir(), 'countyline-profile-'));
      app = await startApp({ profile });
      page = app.page;
      await makeEvent(page);
      await openExchange(page);
      await takeBack(sent);
      await page.getByText('没有登记过').waitFor();
      expect(await page.locator('code').textContent()).toBe(code);
      await page.getByRole('button', { name: '核对无误，登记此电脑' }).click();
      await page.getByRole('button', { name: '新记录 1', exact: true }).waitFor();
      await page.getByRole('button', { name: '放弃' }).click();
      await page.getByRole('button', { name: /^注销/ }).click();
      await page.getByText('已注销').waitFor();
      await takeBack(sent);
      await page.getByText('已被注销登记').waitFor();
    },
  );
});
