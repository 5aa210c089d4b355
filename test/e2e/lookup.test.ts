import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningApp } from '../support/chromium';
import {
  cell,
  commits,
  openLedger,
  selectCell,
  startSample,
  waitForCommit,
} from '../support/ledgerPage';
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

const pageTitle = (name: string) => page.getByRole('heading', { level: 1, name });
const lines = (list: string) => page.getByRole('list', { name: list }).getByRole('button');

it('gathers everything about a driver, masked, and has the access on record', async () => {
  await openLedger(page, '通行证');
  await selectCell(page, 0, '申请单位');
  await page.keyboard.press('Control+Enter');
  await panel(page).getByRole('tab', { name: /关联/ }).click();
  const number = (await panel(page).locator('strong').first().textContent()) ?? '';
  const before = await commits(page);
  await panel(page)
    .getByRole('button', { name: /驾驶员姓名.*此人全部记录/ })
    .click();
  await pageTitle('人员全部记录').waitFor();
  await waitForCommit(page, before);
  await lines('记录').filter({ hasText: number }).waitFor();
  const told = await page.getByRole('main').innerText();
  expect(told).toMatch(/[\p{Script=Han}]\*+/u);
  expect(told).not.toMatch(/\d{17}[\dX]/);
  // the whole number only when asked for, which is another access
  await page.keyboard.press('Control+m');
  await waitForCommit(page, before + 1);
  await expect.poll(() => page.getByRole('main').innerText()).toMatch(/\d{17}[\dX]/);
  // dates fall from line to line
  const dates = await lines('记录').locator('time').allTextContents();
  expect(dates).toEqual(dates.toSorted().reverse());
  await lines('记录').filter({ hasText: number }).focus();
  await page.keyboard.press('Enter');
  await panel(page).getByRole('tab', { name: /历史/ }).click();
  await expect.poll(() => panel(page).locator('[data-change=reveal]').count()).toBe(2);
  expect(await panel(page).locator('[data-change=reveal]').first().innerText()).toContain(
    '驾驶员证件号码',
  );
});

it('gathers passages and permits of a vehicle, right from the search', async () => {
  await openLedger(page, '通行证');
  const plate = (await (await cell(page, 0, '车牌号码')).textContent()) ?? '';
  await searchFor(plate);
  await page.keyboard.press('Control+Enter');
  await pageTitle('车辆全部记录').waitFor();
  const chips = page.getByRole('group', { name: '按台账筛选' }).getByRole('button');
  await chips.filter({ hasText: '通行证' }).first().click();
  await expect.poll(() => lines('记录').count()).toBeGreaterThan(0);
  for (const text of await lines('记录').locator('time + span').allTextContents())
    expect(text).toBe('通行证');
  await lines('记录').first().click();
  await page.getByRole('grid', { name: '通行证' }).waitFor();
  expect(await page.evaluate(() => location.hash)).not.toContain('豫');
});

it('gathers what any ledger holds of an enterprise that a record refers to', async () => {
  await openLedger(page, '职工健康档案');
  await selectCell(page, 0, '企业');
  await page.keyboard.press('Control+Enter');
  await panel(page).getByRole('tab', { name: /关联/ }).click();
  await panel(page)
    .getByRole('button', { name: /此企业全部记录/ })
    .click();
  await pageTitle('企业全部记录').waitFor();
  const chips = page.getByRole('group', { name: '按台账筛选' });
  for (const ledger of ['企业名录', '职工健康档案'])
    await chips.getByRole('button', { name: ledger }).waitFor();
});
