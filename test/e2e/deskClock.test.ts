import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { field, logPassage, passages, press, startDuty, waitForFocus } from '../support/deskPage';
import { makeEvent, unlock } from '../support/openEvent';
import { removeFolder } from '../support/removeFolder';

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
let profile: string;
let port: number | undefined;
let app: RunningApp;

/** The same laptop, whose clock says what it is told. */
async function start(startedAt: string): Promise<void> {
  app = await startApp({ profile, startedAt, ...(port === undefined ? {} : { port }) });
  port = app.port;
}

async function restart(startedAt: string): Promise<void> {
  await app.close();
  await start(startedAt);
  await unlock(app.page);
  await waitForFocus(app.page, 'plate');
}

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'countyline-profile-'));
  await start(daysAgo(3));
  await makeEvent(app.page);
  await startDuty(app.page);
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
  await removeFolder(profile);
});

it('a sealed vehicle that has not left in time is counted and named at the desk', async () => {
  const { page } = app;
  await press(page, 'a0001[Enter]3[F2]');
  await field(page, 'sealNumber').fill('XW0042');
  await press(page, '[Enter]');
  await passages(page).filter({ hasText: 'A0001' }).waitFor();
  expect(await page.getByTestId('today-overdue').count()).toBe(0);
  await restart(daysAgo(1));
  await app.page.getByTestId('today-overdue').getByText('1').waitFor();
  await app.page.keyboard.press('Control+g');
  const row = app.page.getByRole('row', { name: /豫H·A0001/ });
  await row.waitFor();
  expect(await row.textContent()).toContain('XW0042');
  expect(await row.textContent()).toContain('云台大道卡点');
  await app.page.keyboard.press('Escape');
  await waitForFocus(app.page, 'plate');
});

it('always says how old the list of passes is', async () => {
  await app.page.locator('footer [data-list-age=old]', { hasText: '尚未收到名单' }).waitFor();
});

it('notices a clock that was set back by a day, and goes on saying it after the next passage', async () => {
  await logPassage(app.page, 'b1176');
  await restart(daysAgo(2));
  const said = app.page.locator('footer').getByText(/本机时钟早于最近一次登记/);
  await said.waitFor();
  await logPassage(app.page, 'b1177');
  await press(app.page, 'b1178[Enter]1');
  await app.page
    .locator('[data-lane]')
    .getByText(/本机时钟早于最近一次登记/)
    .waitFor();
  expect(await said.count()).toBe(1);
});
