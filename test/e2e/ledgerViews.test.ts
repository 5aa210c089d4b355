import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { formatInstant, startOfDay, toInstant, parseIsoDate } from '../../shared/kernel/time';
import type { RowValues } from '../../shared/ledger/defineLedger';
import { sampleCounty } from '../../shared/sample/sampleCounty';
import type { RunningApp } from '../support/chromium';
import { cell, dismissRepairs, openLedger, startSample } from '../support/ledgerPage';

let app: RunningApp;
let page: Page;

beforeAll(async () => {
  app = await startSample();
  page = app.page;
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});
beforeEach(async () => {
  await openLedger(page, '卡点');
  await openLedger(page, '卡点通行登记');
});

/** The same records as in the app, to count by plain conditions. */
const passages: readonly RowValues[] = [...sampleCounty()]
  .filter(({ ledger }) => ledger === 'checkpoint-passes')
  .flatMap(({ rows }) => rows.map(({ values }) => values));
const matching = (holds: (values: RowValues) => boolean) => passages.filter(holds).length;
const text = (values: RowValues, field: string) => String(values[field] ?? '');

const count = () => page.locator('main header [role=status], header h1 + [role=status]').first();
const showing = (rows: number) =>
  rows === passages.length ? '20,000 条' : `20,000 条，显示 ${rows.toLocaleString('zh')}`;

/** Opens the filter of a column by its name, with the focus inside. */
async function openFilter(column: string): Promise<void> {
  await page.getByRole('button', { name: '＋ 筛选' }).click();
  await page.getByLabel('按哪一栏筛选').fill(column);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '应用' }).waitFor();
}

it('filters by every kind of column, one after the other and together', async () => {
  const choose = async (column: string, value: string) => {
    await openFilter(column);
    await page.getByRole('checkbox', { name: new RegExp(`^${value}`) }).check();
    await page.getByRole('button', { name: '应用' }).click();
  };
  const contain = async (column: string, part: string) => {
    await openFilter(column);
    await page.getByLabel('包含').fill(part);
    await page.keyboard.press('Enter');
  };
  const between = async (column: string, from: string, to: string) => {
    await openFilter(column);
    const dialog = page.getByRole('dialog', { name: '筛选' });
    await dialog.getByLabel(/^自/).fill(from);
    await dialog.getByLabel(/^至/).fill(to);
    await page.keyboard.press('Enter');
  };
  const either = async (column: string, word: '空白' | '非空') => {
    await openFilter(column);
    await page.getByRole('button', { name: word, exact: true }).click();
  };
  const [from, to] = ['2022-03-24', '2022-03-25'].map((day) => {
    const parsed = parseIsoDate(day);
    return parsed ? startOfDay(parsed) : toInstant(0);
  });
  const steps: readonly (readonly [() => Promise<void>, (values: RowValues) => boolean])[] = [
    [() => choose('处置结果', '劝返'), ({ outcome }) => outcome === '劝返'],
    [() => contain('车牌号码', '豫h'), ({ plate }) => String(plate).includes('豫H')],
    [
      () => between('通过时间', '2022年3月24日', '2022.3.25'),
      ({ passedAt }) => Number(passedAt) >= Number(from) && Number(passedAt) < Number(to) + 864e5,
    ],
    [() => between('体温', '36.5', ''), ({ temperature }) => Number(temperature ?? 0) >= 36.5],
    [
      () => between('随车人数', '1', '2人'),
      ({ passengerCount }) => [1, 2].includes(Number(passengerCount)),
    ],
    [() => contain('出发地', '县'), (values) => text(values, 'origin').includes('县')],
    [() => either('行程码', '非空'), ({ tripCode }) => tripCode !== undefined],
    [() => either('货物消毒', '空白'), ({ goodsDisinfected }) => goodsDisinfected === undefined],
  ];
  const all: ((values: RowValues) => boolean)[] = [];
  for (const [apply, holds] of steps) {
    await apply();
    await expect.poll(() => count().textContent()).toBe(showing(matching(holds)));
    all.push(holds);
    await page.getByRole('button', { name: /^清除 / }).click();
    await expect.poll(() => count().textContent()).toBe(showing(passages.length));
  }
  for (const [apply] of steps.slice(0, 3)) await apply();
  const together = (values: RowValues) => all.slice(0, 3).every((holds) => holds(values));
  await expect.poll(() => count().textContent()).toBe(showing(matching(together)));
  const shown = passages.filter(together);
  const sum = shown.reduce((all, values) => all + Number(values['passengerCount'] ?? 0), 0);
  await page.getByText(`随车人数 ${sum.toLocaleString('zh')} 人`).waitFor();
  // a record of another ledger by its name; what cannot be read is said and not applied
  await choose('卡点', '样例高速修武东站卡点');
  await expect.poll(() => count().textContent()).not.toBe(showing(matching(together)));
  expect(await (await cell(page, 0, '卡点')).textContent()).toBe('样例高速修武东站卡点');
  await openFilter('体温');
  await page.getByRole('dialog', { name: '筛选' }).getByLabel(/^自/).fill('很热');
  await page.getByRole('alert').filter({ hasText: '应为数字' }).waitFor();
  expect(await page.getByRole('button', { name: '应用' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
});

it('sorts by several columns', async () => {
  const header = (name: string) =>
    page.getByRole('columnheader').getByRole('button', { name: new RegExp(`^${name}`) });
  await header('随车人数').click();
  await header('随车人数').click();
  await header('通过时间').click({ modifiers: ['Shift'] });
  const expected = passages
    .filter(({ passengerCount }) => passengerCount !== undefined)
    .sort(
      (a, b) =>
        Number(b['passengerCount']) - Number(a['passengerCount']) ||
        Number(a['passedAt']) - Number(b['passedAt']),
    )
    .slice(0, 10);
  const shown = async (name: string) =>
    Promise.all(expected.map(async (_, at) => (await cell(page, at, name)).textContent()));
  await expect
    .poll(() => shown('随车人数'))
    .toEqual(expected.map(({ passengerCount }) => String(passengerCount)));
  expect(await shown('通过时间')).toEqual(
    expected.map(({ passedAt }) => formatInstant(toInstant(Number(passedAt)))),
  );
  // the cursor is at the top of the new order, whichever record stood there before
  expect(await page.locator('[data-current=true]').getAttribute('data-row')).toBe('0');
});

it('keeps columns, filters and order as a view, also over a start', async () => {
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('checkbox', { name: '号牌颜色' }).uncheck();
  await page.getByRole('checkbox', { name: '查验单编号' }).check();
  await page.getByRole('checkbox', { name: '方向' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Escape');
  const headers = () =>
    page
      .getByRole('columnheader')
      .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/[ ↑↓（].*/, '')));
  const chosen = await headers();
  expect(chosen.slice(0, 4)).toEqual(['车牌号码', '方向', '卡点', '通过时间']);
  expect(chosen).not.toContain('号牌颜色');
  expect(chosen.at(-1)).toBe('查验单编号');
  await openFilter('处置结果');
  await page.getByRole('checkbox', { name: /^劝返/ }).check();
  await page.getByRole('button', { name: '应用' }).click();
  const turnedBack = showing(matching(({ outcome }) => outcome === '劝返'));
  await expect.poll(() => count().textContent()).toBe(turnedBack);
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByLabel('视图名称').fill('劝返车辆');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '视图：劝返车辆', exact: true }).click();
  await page.getByRole('button', { name: '打开时使用 劝返车辆' }).click();
  await page.getByRole('button', { name: '打开时使用 劝返车辆', pressed: true }).waitFor();
  await page.reload();
  await page.getByRole('navigation').waitFor({ timeout: 90_000 });
  await dismissRepairs(page);
  await openLedger(page, '卡点');
  await openLedger(page, '卡点通行登记');
  await expect.poll(() => count().textContent()).toBe(turnedBack);
  expect(await headers()).toEqual(chosen);
  // everything is one choice away, and the view can be thrown away
  await page.getByRole('button', { name: '视图：劝返车辆' }).click();
  await page.getByRole('button', { name: '全部', exact: true }).click();
  await expect.poll(() => count().textContent()).toBe('20,000 条');
  expect(await headers()).toContain('号牌颜色');
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('button', { name: '删除 劝返车辆' }).click();
  await expect
    .poll(() => page.getByRole('button', { name: '劝返车辆', exact: true }).count())
    .toBe(0);
  await page.keyboard.press('Escape');
});

it('finds by number, plate, phone, name and initials, and says when there is nothing', async () => {
  const someone = passages.find(({ documentNumber, phone, driverName }) =>
    [documentNumber, phone, driverName].every((value) => value !== undefined),
  );
  if (!someone) throw new Error('nobody with all of them');
  const search = page.getByLabel('快速查找');
  for (const field of ['documentNumber', 'phone', 'driverName', 'plate'] as const) {
    const wanted = text(someone, field);
    await search.fill(field === 'documentNumber' ? wanted.slice(6) : wanted.toLowerCase());
    const least = matching((values) => values[field] === someone[field]);
    await expect.poll(() => count().textContent(), { message: field }).toBe(showing(least));
  }
  await search.fill('zdd');
  await expect.poll(() => count().textContent()).toMatch(/显示 \d/);
  await search.fill('没有这样的内容');
  await page.getByText('没有符合条件的记录').waitFor();
  expect(await count().textContent()).toBe(showing(0));
  await page.getByRole('button', { name: '清除条件' }).click();
  await expect.poll(() => count().textContent()).toBe('20,000 条');
  await page.goto(`${app.address}#/ledger/serial-ranges`);
  await page.getByText(/^还没有/).waitFor();
  await page.getByRole('button', { name: '从工作簿导入' }).waitFor();
});
