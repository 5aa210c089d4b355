import { afterEach, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { makeEvent, unlock } from '../support/openEvent';

let app: RunningApp;
afterEach(() => app.close());

it('makes an event, gives a recovery code, and asks for the passphrase at the next start', async () => {
  app = await startApp();
  const code = await makeEvent(app.page);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
  await app.page.reload();
  await unlock(app.page, 'wrong-passphrase');
  await app.page.getByText('口令不对').waitFor();
  await app.page.getByRole('button', { name: '重试' }).click();
  await unlock(app.page, code);
  await app.page.getByRole('navigation').waitFor();
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
});

it('opens with the invented county when asked for the sample', async () => {
  app = await startApp({ sample: true });
  await app.page.getByRole('navigation').waitFor({ timeout: 60_000 });
  await app.page.getByRole('link', { name: /卡点通行登记.*20,\d{3}/ }).waitFor();
  // Its records end there: as of today every figure of a period would be empty.
  await app.page.getByRole('link', { name: '报表' }).click();
  await expect.poll(() => app.page.getByLabel('截至').inputValue()).toBe('2022-03-27 24:00');
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
});
