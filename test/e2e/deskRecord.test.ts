import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { clearTextIn, writtenForms } from '../support/clearText';
import {
  field,
  figure,
  focusedField,
  inventedIdentityNumber,
  listed,
  logPassage,
  passages,
  plateField,
  press,
  startDuty,
  waitForFocus,
} from '../support/deskPage';
import { makeEvent, unlock } from '../support/openEvent';
import { removeFolder } from '../support/removeFolder';

let app: RunningApp;
let page: Page;
let profile: string;

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'countyline-profile-'));
  app = await startApp({ profile });
  page = app.page;
  await makeEvent(page);
  await startDuty(page);
});
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
  await removeFolder(profile);
});

/** The history of the passage on top of the day's list, as the ledger tells it. */
async function historyOfFirst(): Promise<readonly string[]> {
  const id = await passages(page).first().getAttribute('data-passage');
  await page.evaluate((row) => {
    location.hash = `#/ledger/checkpoint-passes/${row}`;
  }, id);
  await page
    .getByRole('tab', { name: '历史' })
    .or(page.getByRole('button', { name: '历史' }))
    .click();
  const entries = page.locator('aside ol > li');
  await entries.first().waitFor();
  return entries.allTextContents();
}

it('corrects a passage: before and after stand in its history, place and time stay', async () => {
  await press(page, 'a3829[Enter]1');
  await page.keyboard.insertText('王例山');
  await press(page, '[Enter]');
  await passages(page).waitFor();
  const [before] = await listed(page);
  await page.keyboard.press('Control+e');
  await page.getByText('更正登记').waitFor();
  await field(page, 'direction').focus();
  await press(page, '2');
  await field(page, 'temperature').fill('36.5');
  await press(page, '[F7]'); // and it was turned back
  await page.getByText('已更正').waitFor();
  expect(await focusedField(page)).toBe('plate');
  const [after] = await listed(page);
  expect(after).toEqual([before?.[0], '豫H·A3829', '出', '劝返', '王**', '', '', '']);
  expect(await figure(page, '出')).toBe('出 1');
  expect(await figure(page, '进')).toBe('进 0');
  expect(await figure(page, 'total')).toBe('1');
  const history = await historyOfFirst();
  expect(history).toHaveLength(2);
  const change = history.find((entry) => entry.includes('→')) ?? '';
  const told = change.replace(/\s/g, '');
  expect(told).toContain('方向：进→出');
  expect(told).toContain('处置结果：放行→劝返');
  expect(told).toContain('体温：空→36.5');
  expect(change).not.toContain('通过时间');
});

it('voids a passage with a reason: struck through, kept, counted nowhere, not open to correction', async () => {
  await logPassage(page, 'a3829');
  await logPassage(page, 'b1176');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+d');
  await page.getByRole('dialog').waitFor();
  await page.getByText('豫H·A3829 放行').waitFor();
  await page.keyboard.press('Enter'); // a reason is needed
  await page.getByText('请选择或填写原因').waitFor();
  await press(page, '2[Enter]');
  await page.getByText('豫H·A3829 已作废').waitFor();
  expect(await focusedField(page)).toBe('plate');
  const rows = await listed(page);
  expect(rows.map(([, plate]) => plate)).toEqual(['豫H·B1176', '豫H·A3829']);
  expect(rows[1]?.[6]).toBe('作废：车牌录错');
  const struck = await passages(page)
    .filter({ hasText: 'A3829' })
    .locator('[role=cell]')
    .nth(1)
    .evaluate((cell) => getComputedStyle(cell).textDecorationLine);
  expect(struck).toBe('line-through');
  expect(await figure(page, 'total')).toBe('1');
  await page.keyboard.press('Control+e');
  await page.getByText('这条登记已作废').waitFor();
  expect(await plateField(page).inputValue()).toBe('');
});

it('parks vehicles and brings them back; they and what was begun survive locking and a restart, sealed', async () => {
  const identity = inventedIdentityNumber(3);
  await press(page, `a3829[Enter]1[Tab]${identity}[F9]`);
  expect(await focusedField(page)).toBe('plate');
  await press(page, 'b1176[Enter]2[F9]');
  expect(await page.getByTestId('parked').allTextContents()).toEqual([
    '暂存 2：豫H·B1176F9',
    '暂存 1：豫H·A3829',
  ]);
  await press(page, 'c5230[Enter]'); // begun, not parked
  await waitForFocus(page, 'direction');
  await page.keyboard.press('Control+l');
  await page.getByLabel('口令或恢复码').waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('A3829');
  const { port } = app;
  await app.close();
  expect(clearTextIn(profile, writtenForms(identity))).toEqual([]);

  app = await startApp({ profile, port });
  page = app.page;
  await unlock(page);
  await plateField(page).waitFor();
  await page.getByTestId('parked').first().waitFor();
  expect(await plateField(page).inputValue()).toMatch(/C5230$/i);
  await press(page, '[Enter]'); // lets it through
  await passages(page).waitFor();
  await press(page, '[F9]'); // the last one parked
  expect(await plateField(page).inputValue()).toMatch(/B1176$/);
  await press(page, '[F9][Shift+F9]'); // put aside again; the first one parked
  expect(await plateField(page).inputValue()).toMatch(/A3829$/);
  expect(await field(page, 'documentNumber').inputValue()).toBe(identity);
  await press(page, '[F6]');
  await passages(page).nth(1).waitFor();
  expect(await page.getByTestId('parked').count()).toBe(1);
});

it('keeps what was begun while another page is looked at', async () => {
  await press(page, 'a3829[Enter]1');
  await page.keyboard.press('Alt+2');
  await plateField(page).waitFor({ state: 'detached' });
  await page.keyboard.press('Alt+1');
  await plateField(page).waitFor();
  expect(await plateField(page).inputValue()).toMatch(/A3829$/);
  expect(await field(page, 'direction').locator('[aria-checked=true]').textContent()).toContain(
    '进',
  );
});
