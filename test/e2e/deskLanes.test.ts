import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { inventedIdentityNumber, passages, press, startDuty } from '../support/deskPage';
import { plugIn } from '../support/keyboard';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  await makeEvent(page);
  await startDuty(page);
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

it('logs two queues side by side: keys and codes go to the lane in use, vehicles aside to either', async () => {
  await page.keyboard.press('Control+b');
  await page.getByLabel('双车道').check();
  await page.keyboard.press('Enter');
  const lane = (number: number) => page.locator(`[data-lane="${number}"]`);
  const plate = (number: number) => lane(number).getByRole('combobox', { name: '车牌' });
  await plate(1).waitFor();

  await press(page, 'a3829[Enter]'); // begun on the first lane
  await page.keyboard.press('F10');
  await press(page, 'b1176[Enter]');
  const scanner = await plugIn(page);
  await scanner.type(inventedIdentityNumber(5), 10);
  await scanner.press('Enter');
  await lane(1).getByText('已扫入证件号码').waitFor();
  expect(await lane(0).locator('[data-desk-field=documentNumber]').inputValue()).toBe('');
  await press(page, '[Enter]'); // saves the second lane only
  await passages(page).waitFor();
  expect(await passages(page).textContent()).toContain('B1176');
  expect(await plate(0).inputValue()).toMatch(/A3829$/);

  await page.keyboard.press('F10'); // back to what was begun there
  await press(page, '[F9]');
  expect(await plate(0).inputValue()).toBe('');
  await page.keyboard.press('F10');
  await press(page, '[F9]'); // comes back on the other lane
  expect(await plate(1).inputValue()).toMatch(/A3829$/);

  // A lane that is closed leaves its vehicle at the side.
  await page.keyboard.press('Control+b');
  await page.getByLabel('单车道').check();
  await page.keyboard.press('Enter');
  await page.getByTestId('parked').filter({ hasText: 'A3829' }).waitFor();
  expect(await lane(1).count()).toBe(0);
});

it.each([
  ['zh', 1366, 768, 1],
  ['en', 1366, 768, 1],
  ['zh', 1366, 768, 1.25],
  ['zh', 1366, 768, 1.5],
  ['en', 1366, 768, 1.25],
  ['en', 1366, 768, 1.5],
  ['zh', 1920, 1080, 1],
] as const)(
  'keeps everything in sight in %s on %i × %i at %f',
  async (language, width, height, scale) => {
    await page.setViewportSize({
      width: Math.floor(width / scale),
      height: Math.floor(height / scale),
    });
    await page.evaluate(() => (location.hash = '#/settings'));
    await page.locator('select').first().selectOption(language);
    await page.evaluate(() => (location.hash = '#/desk'));
    await page.locator('[data-desk-field=save]').waitFor();
    await page.locator(`html[lang^="${language}"]`).waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(outOfSight)).toEqual([]);
    if (scale > 1) return; // two lanes want a whole screen
    await page.keyboard.press('Control+b');
    await page.locator('input[name=duty-lanes][value="2"]').check();
    await page.keyboard.press('Enter');
    await page.locator('[data-lane="1"]').waitFor();
    await expect.poll(() => page.evaluate(outOfSight)).toEqual([]);
    await page.keyboard.press('Control+b');
    await page.locator('input[name=duty-lanes][value="1"]').check();
    await page.keyboard.press('Enter');
    await page.locator('[data-lane="1"]').waitFor({ state: 'detached' });
  },
);

/** Runs in the page: fields and buttons outside the window, over one another, or too narrow for their word. */
function outOfSight(): string[] {
  const wanted = [
    ...document.querySelectorAll<HTMLElement>('[data-desk-field], [data-lane] button'),
  ];
  const boxes = wanted.map((element) => ({ element, box: element.getBoundingClientRect() }));
  const names = ({ dataset, textContent }: HTMLElement) => dataset.deskField ?? textContent;
  const outside = boxes.filter(
    ({ box }) =>
      box.width === 0 ||
      box.left < 0 ||
      box.top < 0 ||
      box.right > innerWidth ||
      box.bottom > innerHeight,
  );
  const covered = boxes.filter(({ element, box }) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top === null || !(element.contains(top) || top.contains(element));
  });
  const cut = boxes.filter(
    ({ element }) => element.matches('button') && element.scrollWidth > element.clientWidth + 1,
  );
  return [...outside, ...covered, ...cut].map(({ element }) => names(element));
}
