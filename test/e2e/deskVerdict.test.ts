import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import {
  field,
  listed,
  passages,
  plateField,
  press,
  startDuty,
  waitForFocus,
} from '../support/deskPage';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
let page: Page;

beforeEach(async () => {
  app = await startApp();
  page = app.page;
  await makeEvent(page);
  await startDuty(page);
});
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const verdict = () => page.locator('[data-verdict]');

/** Opens the newest record of a ledger in its panel. */
async function openFirst(ledger: RegExp): Promise<void> {
  await page.getByRole('link', { name: ledger }).click();
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+Enter');
  await page.locator('#field-remarks').waitFor();
}

/** What the panel shows of a field. */
function inPanel(name: string): Promise<string> {
  return page.locator(`#field-${name}`).inputValue();
}

it('says nothing against a vehicle for what nobody has asked yet', async () => {
  await press(page, 'a3829[Enter]1');
  await page.getByText('登记中').waitFor();
  expect(await verdict().count()).toBe(0);
  await press(page, '[Enter]');
  await passages(page).waitFor();
  expect((await listed(page))[0]?.[3]).toBe('放行');
});

it('turns red in the moment in which a red code is noted, and says why', async () => {
  await press(page, 'a3829[Enter]1');
  await field(page, 'healthCode').focus();
  await press(page, '3');
  await verdict().waitFor();
  expect(await verdict().getAttribute('data-verdict')).toBe('refuse');
  expect(await verdict().textContent()).toContain('劝返');
  await page.getByText('健康码红码').waitFor();
  await press(page, '[F7]');
  await passages(page).waitFor();
  expect((await listed(page))[0]?.slice(3, 7)).toEqual(['劝返', '', '', '健康码红码']);
});

it('lets through against the rules only on an officer’s word, which is on record', async () => {
  await press(page, 'a3829[Enter]1');
  await field(page, 'temperature').fill('38.1');
  await field(page, 'phone').focus();
  await verdict().waitFor();
  await page.getByText('体温38.1℃，高于37.2℃').waitFor();
  await press(page, '[Enter]');
  await page.getByRole('heading', { name: '改判放行' }).waitFor();
  await press(page, '[Enter]');
  await page.getByText('请填写决定人姓名').waitFor();
  // Back loses nothing.
  await press(page, '[Escape]');
  expect(await field(page, 'temperature').inputValue()).toBe('38.1');
  expect(await passages(page).count()).toBe(0);
  await press(page, '[Enter]');
  await page.getByLabel('决定人（带班领导）').fill('例科长');
  await page.getByLabel('改判理由').fill('运送急救药品');
  await press(page, '[Enter]');
  await passages(page).waitFor();
  expect((await listed(page))[0]?.[3]).toBe('放行');
  await waitForFocus(page, 'plate');
  await openFirst(/卡点通行登记/);
  await page.getByRole('tab', { name: '历史' }).click();
  const history = page.locator('aside');
  await history.getByText('运送急救药品').waitFor();
  const told = (await history.textContent())?.replace(/\s/g, '');
  expect(told).toMatch(/改判人：空→例科长改判理由：空→运送急救药品/);
  expect(told).toMatch(/系统判定：滞留/);
});

it('holds a vehicle in the ledger of holds, and ends the hold when it is let go', async () => {
  await press(page, 'b1176[Enter]1');
  await field(page, 'healthCode').focus();
  await press(page, '2');
  await press(page, '[F6]');
  await passages(page).waitFor();
  await page.getByRole('link', { name: /滞留登记.*1/ }).waitFor();
  await press(page, 'b1176[Enter]');
  await page.getByText('曾通行 1 次').first().waitFor();
  await field(page, 'healthCode').focus();
  await press(page, '1[Enter]');
  await passages(page).nth(1).waitFor();
  await openFirst(/滞留登记/);
  expect(await inPanel('outcome')).toBe('放行');
  expect(await inPanel('reason')).toBe('健康码黄码');
});

it('shows a verdict that is read from two metres, in place of the form’s title', async () => {
  await press(page, 'a3829[Enter]1');
  await field(page, 'healthCode').focus();
  await press(page, '3');
  const size = await verdict()
    .locator('strong')
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(56);
  await plateField(page).focus();
});
