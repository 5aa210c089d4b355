import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { startApp, type AppSettings, type RunningApp } from '../support/chromium';
import {
  field,
  figure,
  listed,
  logPassage,
  passages,
  plateField,
  press,
  startDuty,
  waitForFocus,
} from '../support/deskPage';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
let page: Page;

async function open(settings: AppSettings = {}): Promise<void> {
  app = await startApp(settings);
  page = app.page;
}
afterEach(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

it('begins a new day at midnight in China, whatever the zone of the laptop, without a restart', async () => {
  await open({ timezone: 'America/New_York' });
  await page.clock.setFixedTime('2022-03-27T15:59:30Z');
  await makeEvent(page);
  await startDuty(page);
  await logPassage(page, 'a3829');
  expect((await listed(page))[0]?.[0]).toBe('23:59');
  await press(page, 'b1176[Enter]'); // begun before midnight
  await waitForFocus(page, 'direction');
  await page.clock.setFixedTime('2022-03-27T16:00:05Z');
  await page.getByText('今日还没有登记').waitFor({ timeout: 30_000 });
  expect(await figure(page, 'total')).toBe('0');
  await press(page, '1[Enter]');
  await passages(page).waitFor();
  expect((await listed(page)).map(([time, plate]) => [time, plate])).toEqual([
    ['00:00', '豫H·B1176'],
  ]);
  // Yesterday is one key away, also to be corrected; logging on comes back to today.
  await page.keyboard.press('Control+BracketLeft');
  await page.getByText('3月27日').waitFor();
  expect((await listed(page)).map(([, plate]) => plate)).toEqual(['豫H·A3829']);
  await logPassage(page, 'c5230');
  await page.getByText('今日2').waitFor();
  expect((await listed(page)).map(([, plate]) => plate)).toEqual(['豫H·C5230', '豫H·B1176']);
});

it('shows a passage in the very frame in which it is durable: no earlier, no later', async () => {
  await open();
  await app.context.addInitScript(markAnswers);
  await page.reload();
  await makeEvent(page);
  await startDuty(page);
  for (let n = 0; n < 12; n++) await logPassage(page, `a100${n.toString(36)}`.toUpperCase());
  // Scrolled away from the top, as when somebody looks for an earlier vehicle.
  await page.locator('[role=rowgroup]').evaluate((list) => list.scrollTo(0, 150));
  await press(page, 'b1176[Enter]');
  await waitForFocus(page, 'direction');
  await page.evaluate(watchFrames);
  await press(page, '1[Enter]');
  await passages(page).filter({ hasText: 'B1176' }).waitFor();
  await page.waitForFunction(
    () => (window.deskFrames?.filter(({ shown }) => shown).length ?? 0) > 3,
  );
  const frames = await page.evaluate(() => window.deskFrames ?? []);
  expect(frames.some(({ durable }) => !durable)).toBe(true);
  expect(frames.filter(({ durable, shown }) => durable !== shown)).toEqual([]);
  const first = passages(page).filter({ hasText: 'B1176' });
  expect(await first.evaluate((row) => row.className)).toMatch(/fresh/);
  expect((await listed(page))[0]?.[1]).toBe('豫H·B1176');
});

it('opens a day of the sample county, virtual and filterable', async () => {
  await open({ sample: true });
  await page.getByRole('navigation').waitFor({ timeout: 90_000 });
  await page.getByRole('textbox', { name: '卡点' }).fill('高速');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('#duty-staff')?.value !== '',
  ); // who leads the shift there
  await page.keyboard.press('Enter');
  await page.getByText('今日还没有登记').waitFor();
  await page.getByRole('button', { name: '查看前一个有登记的日子' }).first().click();
  await page.getByText('3月27日').waitFor();
  await passages(page).first().waitFor();
  const total = Number(await page.getByTestId('today-total').textContent());
  expect(total).toBeGreaterThan(30);
  expect(await passages(page).count()).toBeLessThan(total);
  for (const [width, height] of [
    [1366, 768],
    [1092, 614],
    [910, 512],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(toolsOutOfSight)).toEqual([]);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByTestId('today-劝返').click();
  const turned = Number(/\d+/.exec(await figure(page, '劝返'))?.[0]);
  expect(await passages(page).count()).toBe(Math.min(turned, await passages(page).count()));
  expect(new Set((await listed(page)).map((cells) => cells[3]))).toEqual(new Set(['劝返']));
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+BracketLeft');
  await page.getByText('3月26日').waitFor();
  await page.keyboard.press('Control+BracketRight');
  await page.getByText('3月27日').waitFor();
  await page.keyboard.press('Control+BracketRight');
  await page.getByText('今日0').waitFor();
  await plateField(page).focus();
  await press(page, '豫H');
  await page.getByRole('option').first().waitFor();
  // Kept in Chinese, shown in the language of the screen.
  await press(page, '[ArrowDown][Enter]');
  await waitForFocus(page, 'direction');
  expect(await field(page, 'vehicleType').inputValue()).toMatch(/车$/);
  await page.keyboard.press('Control+Shift+E');
  await expect.poll(() => field(page, 'vehicleType').inputValue()).toMatch(/^[A-Z]/);
});

declare global {
  interface Window {
    deskFrames?: { readonly durable: boolean; readonly shown: boolean }[];
  }
}

/** Runs in the page: what of filter and commands a full strip has pushed out or covered. */
function toolsOutOfSight(): string[] {
  const strip = document.querySelector('[data-day-filter]')?.parentElement;
  const tools = [
    ...(strip?.querySelectorAll<HTMLElement>(':scope > input, :scope > button') ?? []),
  ];
  const hidden = tools.filter((tool) => {
    const { left, top, width, height } = tool.getBoundingClientRect();
    const shown = document.elementFromPoint(left + width - 2, top + height / 2);
    return shown === null || !tool.contains(shown);
  });
  return tools.length === 3 ? hidden.map(({ textContent }) => textContent) : ['missing'];
}

/** Runs before the page: marks when the store's worker has answered a commit, whoever listens. */
function markAnswers(): void {
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (JSON.stringify(data).includes('"ok":true,"value":{"sequence"')) {
          performance.mark('store-answer');
        }
      });
    }
  };
}

/** Runs in the page: notes at every frame whether the commit is durable, and whether its row is seen. */
function watchFrames(): void {
  const frames: { durable: boolean; shown: boolean }[] = [];
  window.deskFrames = frames;
  const answers = performance.getEntriesByName('store-answer').length;
  const look = () => {
    const durable = performance.getEntriesByName('store-answer').length > answers;
    const rows = [...document.querySelectorAll('[data-passage]')];
    const list = document.querySelector('[role=rowgroup]')?.getBoundingClientRect();
    const shown = rows.some((row) => {
      const { top } = row.getBoundingClientRect();
      return row.textContent.includes('B1176') && list !== undefined && top >= list.top - 1;
    });
    frames.push({ durable, shown });
    if (frames.length < 600) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
