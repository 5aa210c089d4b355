import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { logPassage, startDuty, waitForFocus } from '../support/deskPage';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await makeEvent(page);
  await startDuty(page);
  await logPassage(page, 'a0001');
  await logPassage(page, 'a0002', 'F7');
  await logPassage(page, 'a0003', 'F6');
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const panel = () => page.getByRole('region', { name: '交接内容' });

it('shows what is handed over: who is held, what is open, the shift in figures', async () => {
  await page.keyboard.press('Control+b');
  await panel().getByText('本班登记 3 车次').waitFor();
  await panel().locator('[data-open=waiting]', { hasText: '豫H·A0003' }).waitFor();
  await panel().locator('[data-open=list]', { hasText: '尚未收到名单' }).waitFor();
  await panel()
    .getByRole('row', { name: /放行\s*1/ })
    .waitFor();
  await panel()
    .getByRole('row', { name: /进\s*3/ })
    .waitFor();
});

it('takes workbook and register along in one step', async () => {
  const download = page.waitForEvent('download');
  await panel().getByRole('button', { name: '导出工作簿并打印登记簿' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^云台大道卡点_\d{4}-\d{2}-\d{2}_[AB]班\.xlsx$/);
  const bytes = readFileSync(await saved.path());
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  await panel()
    .getByText(/已存为.*登记簿已打印/)
    .waitFor();
  const register = page.locator('[data-register]');
  expect(await register.locator('tbody tr').count()).toBe(3);
  expect(await register.textContent()).toContain('豫H·A0002');
});

it('sends the shift signed and with a password, as any workbook of exchange', async () => {
  await panel().getByRole('link', { name: '签名加密发送' }).click();
  const dialog = page.getByRole('dialog');
  const ticked = dialog.getByRole('checkbox', { checked: true });
  await expect.poll(() => ticked.count()).toBe(3);
  await dialog.getByLabel('打开口令').fill('修武2022');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '生成并保存' }).click();
  // A container of its own is what a password makes of a workbook.
  const bytes = readFileSync(await (await download).path());
  expect(bytes.subarray(0, 4).toString('hex')).toBe('d0cf11e0');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/已保存 .*\.xlsx/).waitFor();
  await page.getByRole('link', { name: '卡点值守' }).click();
  await waitForFocus(page, 'plate');
  await page.keyboard.press('Control+b');
  await panel().getByText('本班登记 3 车次').waitFor();
});

it('signs over with both names in the roster, and what was done and is open', async () => {
  await page.getByLabel('值守人员').fill('王试秋、赵样冬');
  await page.getByLabel('接班人').fill('赵样冬');
  await page.keyboard.press('Enter');
  await waitForFocus(page, 'plate');
  await page.getByText('值守 王试秋、赵样冬').waitFor();
  await page.evaluate(() => (location.hash = '#/ledger/duty-roster'));
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+Enter');
  const inPanel = (name: string) => page.locator(`#field-${name}`).inputValue();
  await page.locator('#field-takenOverBy').waitFor();
  expect(await inPanel('handedOverBy')).toBe('张例春');
  expect(await inPanel('takenOverBy')).toBe('赵样冬');
  expect(await inPanel('done')).toContain('本班登记 3 车次');
  expect(await inPanel('open')).toContain('滞留 1（豫H·A0003');
});

it('says who is on duty without being planned, and offers those who are', async () => {
  await page.getByRole('link', { name: '卡点值守' }).click();
  await waitForFocus(page, 'plate');
  await page.keyboard.press('Control+b');
  const planned = page.getByRole('region', { name: '值班安排' }).locator('[data-roster]');
  await planned.filter({ hasText: '张例春、李样夏' }).waitFor();
  await planned.filter({ hasText: '王试秋、赵样冬不在值班安排中' }).waitFor();
  const staff = page.getByLabel('值守人员');
  await staff.fill('钱外援');
  await page.locator('[data-planned]').getByText('钱外援不在值班安排中').waitFor();
  await page.getByRole('button', { name: '按安排填写' }).click();
  expect(await staff.inputValue()).toBe('张例春、李样夏');
  expect(await page.locator('[data-planned]').textContent()).not.toContain('不在');
});
