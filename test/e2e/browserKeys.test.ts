import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
beforeEach(async () => {
  app = await startApp();
  await makeEvent(app.page);
});
afterEach(async () => {
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

it('answers the shortcuts of the menu that a browser window does not have', async () => {
  const { page } = app;
  await page.keyboard.press('Control+o');
  await page.getByRole('button', { name: /选择文件/ }).waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: '设置' }).first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  // What lies over the page has the keyboard to itself.
  await page.keyboard.press('Control+o');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^卡点\s*\d/ }).click();
  await page.getByText('还没有卡点').waitFor(); // the navigation has a heading of that name, too
  await page.keyboard.press('Control+e');
  await page.getByRole('dialog').getByText('导出“卡点”').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+l');
  await page.getByLabel('口令或恢复码').waitFor();
});
