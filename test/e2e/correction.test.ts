import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { openExchange, saved } from '../support/exchangePage';
import { makeEvent } from '../support/openEvent';

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
  rmSync(profile, { recursive: true, force: true });
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
  await page.getByRole('button', { name: '收回核改表' }).waitFor();
}

async function sendOut(): Promise<Uint8Array> {
  const download = await saved(page, async () => {
    await page.getByRole('button', { name: '发出核改 卡点', exact: true }).click();
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

async function takeBack(bytes: Uint8Array): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '收回核改表' }).click();
  const buffer = Buffer.from(bytes);
  await (await asked).setFiles([{ name: '改好了.xlsx', mimeType: '', buffer }]);
}

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
      expect.arrayContaining(['冲突', '云台卡点', '道路', '云台大道', '云台新路', '环湖路']),
    );
    await page.getByRole('button', { name: '还有 1 处冲突待定' }).waitFor();
    await row.press('2');
    await page.getByRole('button', { name: '写入 1 处' }).click();
    await page.getByText('修改 1 条，新增 0 条，删除 0 条').waitFor();
    await page.getByRole('button', { name: '返回' }).click();

    // The same file again: what it says is here already.
    await takeBack(withRoad(sent, '云台大道', '云台新路'));
    await page.getByText('1 处改动本机已有').waitFor();
  });
});
