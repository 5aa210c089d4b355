import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import {
  focusedField,
  logPassage,
  passages,
  plateField,
  press,
  startDuty,
  waitForFocus,
} from '../support/deskPage';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await makeEvent(page);
  await startDuty(page);
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const dialog = () => page.getByRole('dialog', { name: /滞留登记/ });
const holdField = (name: string) => page.locator(`[data-record-field="${name}"]`);

it('opens by a key, says that nobody waits, and gives the focus back', async () => {
  await page.keyboard.press('Control+h');
  await dialog().getByText('当前没有滞留的车辆和人员').waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(await focusedField(page)).toBe('plate');
});

it('records whom the checkpoint called, the care given and the papers; closes with an outcome only', async () => {
  await logPassage(page, 'a0003', 'F6');
  await logPassage(page, 'b1176', 'F6');
  await page.getByTestId('today-滞留').getByText('2').waitFor();
  await page.keyboard.press('Control+h');
  await page.getByRole('option', { name: /豫H·A0003.*0小时/ }).waitFor();
  await page.keyboard.type('b1176');
  await page.getByRole('option', { name: /豫H·A0003/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('样例街道办事处');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('例某');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('明天再打');
  await page.keyboard.press('Tab');
  await dialog().getByText(/电话/).last().waitFor();
  expect(await holdField('contactPhone').getAttribute('aria-invalid')).toBe('true');
  await holdField('contactPhone').fill('15400001111');
  await page.keyboard.press('Alt+1');
  await dialog().locator('li', { hasText: '餐饮' }).waitFor();
  await page.keyboard.press('Alt+2');
  await dialog().locator('li', { hasText: '热水' }).waitFor();
  await page.keyboard.press('Alt+p');
  await dialog().getByRole('button', { name: /到齐/, disabled: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('请选择处置结果').waitFor();
  await dialog().getByLabel('移交属地').check();
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('移交、转运请填写交接单位').waitFor();
  await holdField('handoverUnit').fill('样例街道办事处');
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('豫H·B1176 已办结').waitFor();
  await page.keyboard.press('Escape'); // takes the filter away
  await page.getByRole('option', { name: /豫H·A0003/ }).waitFor();
  await page.keyboard.press('Escape');
  await waitForFocus(page, 'plate');
  await page.getByTestId('today-滞留').getByText('1').waitFor();
});

it('keeps all of it in the record of the hold, with its history', async () => {
  await page.evaluate(() => (location.hash = '#/ledger/checkpoint-holds'));
  await page.getByRole('gridcell', { name: /B1176/ }).first().click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: '历史' }).click();
  await page.locator('aside ol > li').nth(5).waitFor();
  const told = ((await page.locator('aside').textContent()) ?? '').replace(/\s/g, '');
  expect(told).toContain('联系的街道/村：空→样例街道办事处');
  expect(told).toContain('处置结果：空→移交属地');
  expect(told).toMatch(/证明到齐时间：空→/);
  expect(told).toMatch(/生活保障记录：/);
  await page.evaluate(() => (location.hash = '#/desk'));
  await plateField(page).waitFor();
});

it('a passage that is void takes its hold with it', async () => {
  await page.locator('[data-passage]', { hasText: 'A0003' }).click();
  await page.keyboard.press('Control+d');
  await press(page, '1[Enter]');
  await passages(page).filter({ hasText: '作废' }).waitFor();
  await expect.poll(() => page.getByTestId('today-滞留').count()).toBe(0);
});
