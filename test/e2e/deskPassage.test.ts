import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
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
});
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
  await removeFolder(profile);
});

it('makes the first checkpoint of an event where it is asked for; duty holds until the shift changes', async () => {
  await startDuty(page);
  await page.getByText('云台大道卡点').waitFor();
  expect(await focusedField(page)).toBe('plate');
  await page.reload();
  await unlock(page);
  await plateField(page).waitFor();
  await page.getByText('值守 张例春、李样夏').waitFor();
  await page.keyboard.press('Control+b');
  await page.getByRole('heading', { name: '换班' }).waitFor();
  await page.getByLabel('值守人员').fill('王试秋');
  await page.keyboard.press('Enter');
  await page.getByText('值守 王试秋').waitFor();
  expect(await focusedField(page)).toBe('plate');
});

it('logs a passage by keyboard alone, in the order in which the driver is asked', async () => {
  await startDuty(page);
  await press(page, 'a3829[Enter]');
  expect(await plateField(page).inputValue()).toBe('豫H·A3829');
  await waitForFocus(page, 'direction');
  await press(page, '1');
  await page.keyboard.insertText('王例山'); // as an input method hands it over
  await press(page, `[Tab]${inventedIdentityNumber(1)}[Tab]15400001111[Tab]`);
  await page.keyboard.insertText('孟州市 河雍街道');
  await press(page, '[Tab]');
  await page.keyboard.insertText('修武县 城关镇');
  await press(page, '[Tab][Tab]11');
  await waitForFocus(page, 'temperature');
  await press(page, '36.5[Tab]');
  const yesterday = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString();
  await press(page, `${yesterday.slice(8, 10)}1520[Tab]`);
  const day = `${Number(yesterday.slice(5, 7))}月${Number(yesterday.slice(8, 10))}日`;
  expect(await field(page, 'testSampledAt').inputValue()).toContain(`${day} 15:20`);
  await waitForFocus(page, 'testResult');
  await press(page, '1');
  expect(await focusedField(page)).toBe('save');
  await press(page, '[Enter]');
  await passages(page).waitFor();
  expect(await focusedField(page)).toBe('plate');
  expect(await listed(page)).toEqual([
    [
      expect.stringMatching(/^\d\d:\d\d$/),
      '豫H·A3829',
      '进',
      '放行',
      '王**',
      '孟州市 → 修武县',
      expect.stringMatching(/^48小时内核酸阴性（采样后\d+小时）；双码绿码；体温36.5℃正常$/),
      '',
    ],
  ]);
  expect(await figure(page, 'total')).toBe('1');
  expect(await figure(page, '进')).toBe('进 1');
  expect(await figure(page, '放行')).toContain('1');
});

it('fills in a returning vehicle, marked as filled and masked, without touching what was typed', async () => {
  await startDuty(page);
  await press(page, 'a3829[Enter]1');
  await page.keyboard.insertText('王例山');
  await press(page, `[Tab]${inventedIdentityNumber(1)}[Tab]15400001111[Enter]`);
  await passages(page).waitFor();
  await press(page, '豫HA38');
  await page.getByRole('option', { name: /豫H·A3829/ }).waitFor();
  await press(page, '[ArrowDown][Enter]');
  await waitForFocus(page, 'direction');
  expect(await plateField(page).inputValue()).toBe('豫H·A3829');
  expect(await field(page, 'driverName').inputValue()).toBe('王**');
  expect(await field(page, 'phone').inputValue()).toBe('154****1111');
  expect(await field(page, 'documentNumber').inputValue()).toMatch(/^4108\*+\w{4}$/);
  await page.getByText('今日第2次').waitFor();
  await press(page, '2');
  await waitForFocus(page, 'origin'); // past what is known
  await press(page, '[Enter]');
  await passages(page).nth(1).waitFor();
  expect((await listed(page)).map(([, plate, way, , who]) => [plate, way, who])).toEqual([
    ['豫H·A3829', '出', '王**'],
    ['豫H·A3829', '进', '王**'],
  ]);
});

it('loses nothing that is typed ahead, and fills in a known vehicle also for the quickest clerk', async () => {
  await startDuty(page);
  await press(page, 'a3829[Enter]1');
  await page.keyboard.insertText('王例山');
  await press(page, '[Enter]');
  await passages(page).waitFor();
  // Two vehicles on end, without waiting for anything.
  await press(page, 'a3829[Enter]1[Enter]b1176[Enter]2[Enter]c52');
  await passages(page).nth(2).waitFor();
  expect(await plateField(page).inputValue()).toBe('c52');
  expect((await listed(page)).map(([, plate, way, , who]) => [plate, way, who])).toEqual([
    ['豫H·B1176', '出', ''],
    ['豫H·A3829', '进', '王**'],
    ['豫H·A3829', '进', '王**'],
  ]);
});

it('counts by outcome, says who has waited longest, and filters by what it counts', async () => {
  await startDuty(page);
  await logPassage(page, 'a0001');
  await logPassage(page, 'a0002', 'F7');
  await logPassage(page, 'a0003', 'F6');
  await logPassage(page, 'a0004', 'F8');
  await press(page, 'a0005[Enter]3[F3]1');
  await passages(page).nth(4).waitFor();
  expect(await figure(page, 'total')).toBe('5');
  expect(await figure(page, '过境')).toBe('过境 1');
  expect(await figure(page, '劝返')).toContain('1');
  expect(await figure(page, '现场采样')).toContain('1');
  expect(await figure(page, '留观转运')).toContain('1');
  expect(await figure(page, '滞留')).toContain('最长 0小时0分');
  await page.getByTestId('today-劝返').click();
  expect((await listed(page)).map(([, plate]) => plate)).toEqual(['豫H·A0002']);
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  expect(await passages(page).count()).toBe(5);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('A0003');
  expect((await listed(page)).map(([, plate]) => plate)).toEqual(['豫H·A0003']);
  await page.keyboard.press('Enter');
  expect(await focusedField(page)).toBe('plate');
  // The held vehicle is brought to the desk and let go: it waits no longer.
  await page.keyboard.press('Control+h');
  await page.getByRole('option', { name: /豫H·A0003/ }).waitFor();
  await page.keyboard.press('Enter');
  expect(await plateField(page).inputValue()).toBe('豫H·A0003');
  expect(await field(page, 'direction').locator('[aria-checked=true]').count()).toBe(1);
  await press(page, '[Enter]');
  await passages(page).nth(5).waitFor();
  await expect.poll(() => page.getByTestId('today-滞留').count()).toBe(0);
  expect(await passages(page).count()).toBe(6);
});

it('says what is wrong beside the field, outlines what is missing, and saves all the same', async () => {
  await startDuty(page);
  const wrong = `${inventedIdentityNumber(1).slice(0, 17)}${inventedIdentityNumber(1).endsWith('X') ? '1' : 'X'}`;
  await press(page, 'a3829[Enter][Tab]');
  await page.keyboard.insertText('王例山');
  await press(page, `[Tab]${wrong}[Tab]`);
  await page.getByRole('note').filter({ hasText: '身份证号第18位应为' }).waitFor();
  await field(page, 'temperature').fill('3655');
  // At any hour of the day in China three dates back are more than 48 hours, and 前天8点 is not.
  const threeDaysAgo = new Date(Date.now() + 8 * 3_600_000 - 3 * 86_400_000).toISOString();
  await field(page, 'testSampledAt').fill(`${threeDaysAgo.slice(0, 10)} 8点`);
  await field(page, 'direction').focus();
  await page.getByRole('note').filter({ hasText: '体温应' }).waitFor();
  await page.getByText('必填未填：方向、健康码').waitFor();
  await page.getByText(/核酸采样已\d+小时，超过48小时/).waitFor();
  const border = (name: string) =>
    field(page, name).evaluate((element) => getComputedStyle(element).borderStyle);
  expect(await border('healthCode')).toBe('dashed');
  expect(await border('phone')).toBe('solid');
  await press(page, '[F8]');
  await passages(page).waitFor();
  // What could not be read is kept in the remarks.
  await page.keyboard.press('Control+e');
  await page.getByText('更正登记').waitFor();
  expect(await field(page, 'remarks').inputValue()).toBe('体温原填“3655”');
});

it('flags a test that lies ahead', async () => {
  await startDuty(page);
  await press(page, 'a3829[Enter]');
  const tomorrow = new Date(Date.now() + 8 * 3_600_000 + 2 * 86_400_000).toISOString();
  await field(page, 'testSampledAt').fill(`${tomorrow.slice(0, 10)} 15:20`);
  await field(page, 'direction').focus();
  await page.getByText('核酸时间晚于现在').waitFor();
});
