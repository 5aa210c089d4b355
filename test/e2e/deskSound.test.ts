import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { field, press, startDuty, waitForFocus } from '../support/deskPage';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
let page: Page;

declare global {
  interface Window {
    tones?: number[];
  }
}

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await makeEvent(page);
  await startDuty(page);
  await page.evaluate(() => {
    const tones: number[] = (window.tones = []);
    const begin = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      tones.push(this.frequency.value);
      begin.call(this, when);
    };
  });
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const tones = () => page.evaluate(() => window.tones ?? []);

async function redCode(plate: string): Promise<void> {
  await press(page, `${plate}[Enter]1`);
  await field(page, 'healthCode').focus();
  await press(page, '3');
  await page.locator('[data-verdict=refuse]').waitFor();
}

it('is silent until the clerk wants sound, then says the verdict once', async () => {
  await redCode('a0001');
  await press(page, '[F7]');
  await waitForFocus(page, 'plate');
  expect(await tones()).toEqual([]);
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByLabel('判定提示音').selectOption('on');
  await page.evaluate(() => (location.hash = '#/desk'));
  await waitForFocus(page, 'plate');
  await redCode('a0002');
  await expect.poll(tones).toEqual([196]);
  await press(page, '[F7]');
  await waitForFocus(page, 'plate');
  expect(await tones()).toEqual([196]);
});
