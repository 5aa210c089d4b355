import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessProblems } from '../support/accessProblems';
import type { RunningApp } from '../support/chromium';
import { openLedger, selectCell, startSample } from '../support/ledgerPage';

let app: RunningApp;
beforeAll(async () => {
  app = await startSample();
});
afterAll(() => app.close());

const inDialog = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('dialog, [role=dialog]') !== null);

/** Opens it by Enter on its button, walks on in it, closes it by Esc: the button has the focus again. */
async function goInAndOut(page: Page, opener: Locator): Promise<void> {
  const dialog = page.locator('dialog[open], [role=dialog]');
  await opener.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  const name = await dialog.evaluate(
    (shown) => shown.getAttribute('aria-label') ?? shown.querySelector('h1, h2')?.textContent,
  );
  expect(await inDialog(page), `${name} takes the focus`).toBe(true);
  expect(await accessProblems(page), `${name}`).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await inDialog(page), `${name} keeps the focus`).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(
    await opener.evaluate((own) => own === document.activeElement),
    `${name} gives it back`,
  ).toBe(true);
}

interface Stop {
  readonly what: string;
  /** A ring, a frame or a line of the accent's colour around it. */
  readonly isMarked: boolean;
}

/** Where the next Tab leads. */
async function nextStop(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const stop = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop);
    const isMarked =
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    const what = stop.getAttribute('aria-label') ?? stop.textContent.trim();
    return { what: `${stop.tagName} ${what}`, isMarked };
  });
}

/** From the first button of the page on, as far as what stands there can be reached. */
async function walk(page: Page, until: string): Promise<readonly string[]> {
  const first = page.getByRole('banner').getByRole('button').first();
  await first.focus();
  const stops = [`BUTTON ${await first.textContent()}`];
  for (let count = 0; count < 120; count++) {
    const { what, isMarked } = await nextStop(page);
    stops.push(what);
    expect(isMarked, `${what} shows that it has the keyboard`).toBe(true);
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), until)) break;
  }
  return stops;
}

it('everything is reached by Tab in its order, every window opened and left by keys', async () => {
  const { page } = app;
  const button = (word: string) => page.getByRole('button', { name: new RegExp(`^${word}`) });

  await openLedger(page, '通行证');
  expect(await accessProblems(page)).toEqual([]);
  await page.getByRole('link', { name: /^待办 \d/ }).waitFor(); // counted, and no more to change
  const stops = await walk(page, '[role=grid] textarea');
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, [role=grid] textarea')]
      .filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility())
      .map((one) => `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent.trim()}`),
  );
  expect(stops).toEqual(shown);

  for (const word of ['＋ 筛选', '视图', '列', '导出']) await goInAndOut(page, button(word));
  await goInAndOut(page, button('搜索'));

  await selectCell(page, 0, '车牌号码');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: '内容' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: '关联', selected: true }).waitFor();
  expect(await accessProblems(page)).toEqual([]);

  await page.getByRole('link', { name: '数据交换' }).click();
  await goInAndOut(page, button('发送 ').first());
  await goInAndOut(page, button('导出').first());
  await page.getByRole('link', { name: '设置' }).click();
  expect(await accessProblems(page)).toEqual([]);
  await walk(page, 'form button');
}, 180_000);

it('a page that keeps people out is seen to do so', async () => {
  const page = await app.context.newPage();
  await page.setContent(`
    <style>body { background: #fff; } input { border: 1px solid #ccc; }</style>
    <main>
      <h1>One</h1><button></button><input><span role="option">alone</span>
      <div aria-hidden="true"><a href="#">behind</a></div>
      <p id="twice" style="color: #999">faint</p><p id="twice">clear</p>
      <label>Good <input style="border-color: #777"></label>
      <nav>a</nav><div role="button">dead</div><b tabindex="2">first</b>
      <button aria-describedby="nowhere">lost</button>
    </main>`);
  expect([...(await accessProblems(page))].sort()).toEqual([
    '"faint" is faint: 2.85',
    'a "behind" takes the keyboard, hidden from listeners',
    'b "first" is out of the order of the page',
    'button "" has no name',
    'button "dead" cannot be reached by keyboard',
    'button "lost" aria-describedby leads nowhere',
    'id twice stands twice',
    'input "" has no name',
    'nav "a" has no name',
    'option "alone" does not stand in [role=listbox]',
    'the edge of "" is faint: 1.61',
  ]);
});
