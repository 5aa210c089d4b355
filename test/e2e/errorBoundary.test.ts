import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { inventedIdentityNumber, listed, logPassage, startDuty } from '../support/deskPage';
import { makeEvent, unlock } from '../support/openEvent';

let app: RunningApp;
let page: Page;
const person = `张例春 ${inventedIdentityNumber(7)}`;

beforeEach(async () => {
  app = await startApp();
  page = app.page;
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await makeEvent(page);
  await startDuty(page);
  await logPassage(page, 'a3829');
});
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  await app.close();
});

/** What the page of an exception shows: what to do, and a report that names nobody. */
async function readBroken(): Promise<string> {
  const broken = page.locator('[data-broken]');
  await broken.getByRole('heading', { name: '程序出错，数据未受影响' }).waitFor();
  await broken.getByText(/已保存的记录都在/).waitFor();
  const report = await broken.locator('pre').innerText();
  await broken.getByRole('button', { name: '复制' }).click();
  await broken.getByRole('status').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(report);
  for (const word of person.split(' ')) expect(await broken.innerText()).not.toContain(word);
  return report;
}

it('shows what to do when drawing a page fails, with a report that names nobody; the data is kept', async () => {
  // Every count on the pages is drawn with this.
  await page.evaluate((message) => {
    Number.prototype.toLocaleString = () => {
      throw new RangeError(message);
    };
  }, person);
  await page.getByRole('link', { name: /^卡点通行登记/ }).click();
  const report = await readBroken();
  expect(report).toMatch(/^RangeError\n\/assets\/[\w.-]+\.js:\d+:\d+/);
  await page.getByRole('button', { name: '重新载入' }).click();
  await unlock(page);
  await page.getByRole('link', { name: /^卡点通行登记\s*1$/ }).waitFor();
});

it.each(['error', 'rejection'] as const)('shows the same after an unhandled %s', async (kind) => {
  await page.evaluate(
    ([what, message]) => {
      setTimeout(() => {
        if (what === 'rejection') void Promise.reject(new TypeError(message));
        else throw new TypeError(message);
      });
    },
    [kind, person] as const,
  );
  expect(await readBroken()).toMatch(/^TypeError/);
  await page.getByRole('button', { name: '重新载入' }).click();
  await unlock(page);
  await page.getByRole('link', { name: /^卡点通行登记\s*1$/ }).waitFor();
  await page.getByRole('link', { name: '卡点值守' }).click();
  await expect.poll(() => listed(page)).toHaveLength(1);
});
