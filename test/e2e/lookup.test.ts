import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningApp } from '../support/chromium';
import { cell, openLedger, startSample } from '../support/ledgerPage';
import { panel } from '../support/recordPanel';

let app: RunningApp;
let page: Page;

beforeAll(async () => {
  app = await startSample();
  page = app.page;
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

/** Types into the search over everything and waits until every ledger has answered. */
async function searchFor(text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '全局搜索' });
  await box.waitFor();
  await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.insertText(text);
  await page.locator('[role=combobox][aria-busy=false]').waitFor();
}

const foundGroup = (name: string) => page.locator(`#found [role=group][aria-label="${name}"]`);

it('finds a permit by its number, and opens it in its ledger by Enter', async () => {
  await openLedger(page, '通行证');
  const number = (await (await cell(page, 0, '通行证编号')).textContent()) ?? '';
  await searchFor(number);
  await foundGroup('通行证').getByRole('option').waitFor();
  expect(await foundGroup('通行证').locator('h2').textContent()).toBe('通行证1');
  // by keys alone, down to the permit whatever stands before it
  const permit = foundGroup('通行证').getByRole('option', { name: number });
  for (let step = 0; (await permit.getAttribute('aria-selected')) !== 'true'; step++) {
    expect(step).toBeLessThan(40);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await panel(page).locator('strong', { hasText: number }).waitFor();
});

it('opens the first of what is found where Enter comes right behind the text', async () => {
  await openLedger(page, '卡点通行登记');
  const plate = (await (await cell(page, 0, '车牌号码')).textContent()) ?? '';
  await openLedger(page, '通行证');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '全局搜索' }).waitFor();
  await page.keyboard.insertText(plate);
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: '卡点通行登记' }).waitFor();
  await panel(page).locator('strong', { hasText: plate }).waitFor();
});
