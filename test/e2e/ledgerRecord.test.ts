import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningApp } from '../support/chromium';
import {
  commits,
  dismissRepairs,
  openLedger,
  selectCell,
  startSample,
  waitForCommit,
} from '../support/ledgerPage';
import { box, identityNumber, isInBox, line, panel, typeInBox } from '../support/recordPanel';

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

const right = identityNumber('19900101', '001');
const lastDigit = right.endsWith('5') ? '6' : '5';
const wrong = right.slice(0, 17) + lastDigit;

/** In the order of the form, up to the repeated entries: what is typed. */
const beforePassengers = [
  ['checkpoint', '修武东'],
  ['direction', '1'],
  ['passedAt', '2022年3月28日20时'],
  ['plate', '豫ｈ·12345'],
  ['plateColour', '1'],
  ['vehicleType', '1'],
  ['driverName', '阿卜杜·𠅤'],
  ['documentType', '1'],
  ['documentNumber', wrong],
] as const;
const afterPassengers = [
  ['origin', '样例村'],
  ['destination', '样例县'],
  ['purpose', '返乡'],
  ['localContact', '样例甲'],
  ['temperature', '56.5'],
  ['healthCode', '1'],
  ['tripCode', '1'],
  ['testSampledAt', '2022.3.27 8:00'],
  ['testReportedAt', '3月27日20时'],
  ['testResult', '1'],
  ['permit', ''],
  ['slipNumber', ''],
  ['papersShown', ''],
  ['goodsDisinfected', '1'],
  ['sealNumber', ''],
  ['outcome', '1'],
  ['grounds', ''],
] as const;

const passages = '卡点通行登记';

it('takes a new record of every kind of field by keys, and says what it cannot read', async () => {
  await openLedger(page, passages);
  const before = await commits(page);
  await page.keyboard.press('Control+n');
  await panel(page).getByText('新记录').waitFor();
  expect(await panel(page).locator('h3').allTextContents()).toEqual([
    '通行',
    '车辆',
    '驾驶员',
    '行程',
    '健康查验',
    '证件与货物',
    '处置',
    '登记与备注',
  ]);
  for (const [field, text] of beforePassengers) await typeInBox(page, field, text);
  // a check digit that does not fit is said at once, with what it should be; a reason is asked for
  await line(page, 'documentNumber')
    .getByText(`身份证号第18位应为 ${right.at(-1)}`)
    .waitFor();
  await page.keyboard.insertText('证件原件如此');
  await page.keyboard.press('Tab');
  await typeInBox(page, 'phone', '154 0000 1234');
  await typeInBox(page, 'passengerCount', '2人');
  await page.keyboard.press('Control+Insert');
  for (const text of ['样例·买买提', wrong, '36.6', '绿']) {
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
  await line(page, 'passengers')
    .getByText(`身份证号第18位应为 ${right.at(-1)}`)
    .waitFor();
  // the new entry has the focus before the next key can come
  const focusAfterInsert = await page.evaluate(async () => {
    const key = { key: 'Insert', ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    await Promise.resolve();
    return document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent;
  });
  expect(focusAfterInsert).toBe('2');
  await page.keyboard.insertText('样例乙');
  await page.keyboard.press('Control+Shift+ArrowUp');
  await expect
    .poll(() => line(page, 'passengers').getByLabel('姓名').first().inputValue())
    .toBe('样例乙');
  await box(page, 'origin').focus();
  for (const [field, text] of afterPassengers) await typeInBox(page, field, text);
  // saving goes to the first text that cannot be read; what is required and blank is said as well
  await page.keyboard.press('Control+Enter');
  await isInBox(page, 'temperature');
  await line(page, 'dutyStaff').getByText('必填').waitFor();
  await page.keyboard.press('Tab');
  await line(page, 'temperature').getByText('体温应在 34 至 43 之间').waitFor();
  expect(await commits(page)).toBe(before);
});

it('loses nothing that was typed, by looking elsewhere, locking or a page loaded anew', async () => {
  await openLedger(page, '卡点');
  await openLedger(page, passages);
  await page.reload();
  await page.getByRole('navigation').waitFor({ timeout: 90_000 });
  await dismissRepairs(page);
  await openLedger(page, passages);
  await page.getByRole('button', { name: '继续填写' }).waitFor();
  await page.keyboard.press('Control+n');
  expect(await box(page, 'driverName').inputValue()).toBe('阿卜杜·𠅤');
  expect(await box(page, 'temperature').inputValue()).toBe('56.5');
  expect(await line(page, 'documentNumber').getByLabel('如属实').inputValue()).toBe('证件原件如此');
  expect(await line(page, 'passengers').getByLabel('姓名').nth(1).inputValue()).toBe('样例·买买提');
});

it('saves by keys and shows the record, normalised and masked', async () => {
  await box(page, 'temperature').fill('36.5');
  await box(page, 'dutyStaff').fill('值守甲');
  const before = await commits(page);
  await page.keyboard.press('Control+Enter');
  await waitForCommit(page, before);
  await page.getByText('已新增 1 条').waitFor();
  await page.getByText('20,001 条').waitFor();
  await panel(page)
    .getByRole('tab', { name: /历史 ?1$/ })
    .waitFor();
  const shown = ['checkpoint', 'plate', 'passedAt', 'passengerCount', 'testSampledAt']
    .concat(['temperature', 'goodsDisinfected', 'recorder'])
    .map((field) => box(page, field).inputValue());
  expect(await Promise.all(shown)).toEqual([
    '样例高速修武东站卡点',
    '豫H12345',
    '2022-03-28 20:00',
    '2',
    '2022-03-27 08:00',
    '36.5',
    '是',
    '演示员',
  ]);
  const text = await panel(page).innerText();
  for (const masked of ['阿***', `4108******${wrong.slice(-4)}`, '154****1234'])
    expect(text).toContain(masked);
  for (const secret of ['阿卜杜', wrong, '15400001234', '样例·买买提'])
    expect(text).not.toContain(secret);
});

it('shows a masked value to who asks, and takes another one with its reason', async () => {
  const before = await commits(page);
  await line(page, 'documentNumber').getByRole('button', { name: '显示' }).focus();
  await page.keyboard.press('Enter');
  await isInBox(page, 'documentNumber');
  expect(await box(page, 'documentNumber').inputValue()).toBe(wrong);
  // that it was asked for is on record before it shows
  expect(await commits(page)).toBe(before + 1);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(`${wrong.slice(0, 14)}002${wrong.slice(17)}`);
  await page.keyboard.press('Tab');
  await line(page, 'documentNumber').getByLabel('如属实').waitFor();
  await page.keyboard.insertText('与护照核对');
  await page.keyboard.press('Tab');
  await waitForCommit(page, before + 1);
  // a text that cannot be read stays in its box with its message, and nothing is written
  await box(page, 'passengerCount').fill('两三个');
  await page.keyboard.press('Tab');
  await line(page, 'passengerCount').getByText('不是数字').waitFor();
  await page.getByRole('button', { name: '待改 1 处' }).waitFor();
  expect(await box(page, 'passengerCount').inputValue()).toBe('两三个');
  expect(await commits(page)).toBe(before + 2);
  await box(page, 'passengerCount').fill('３');
  await page.keyboard.press('Enter');
  await waitForCommit(page, before + 2);
  await expect.poll(() => box(page, 'passengerCount').inputValue()).toBe('3');
});

it('tells the history of a record, sensitive values masked', async () => {
  await panel(page).getByRole('tab', { name: '内容' }).focus();
  await page.keyboard.press('ArrowRight');
  const entries = panel(page).locator('li[data-change]');
  await expect.poll(() => entries.count()).toBe(4);
  expect(
    await entries.evaluateAll((all) => all.map((one) => one.getAttribute('data-change'))),
  ).toEqual(['update', 'update', 'reveal', 'insert']);
  const [count, number, asked, added] = await entries.allInnerTexts();
  expect(count).toMatch(/随车人数：\s*2\s*→\s*3/);
  expect(number).toContain('原因：与护照核对');
  expect(number).not.toContain(wrong.slice(0, 14));
  expect(asked).toMatch(/查看敏感内容[^]*演示员[^]*证件号码/);
  expect(added).toContain('原因：证件原件如此');
  // the next key goes on from there
  await page.keyboard.press('ArrowRight');
  await panel(page).getByRole('tab', { name: '关联', selected: true }).waitFor();
  await panel(page)
    .getByRole('button', { name: /样例高速修武东站卡点/ })
    .waitFor();
  await page.keyboard.press('ArrowRight');
  await panel(page).getByRole('tab', { name: '内容', selected: true }).waitFor();
});

it('deletes with a reason, keeps the record, and restores it', async () => {
  await page.keyboard.press('Control+Delete');
  await page.getByRole('heading', { name: /删除“/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: '请填写删除原因' }).waitFor();
  await page.keyboard.insertText('重复登记');
  await page.keyboard.press('Enter');
  await page.getByText('已删除 1 条，可随时恢复').waitFor();
  await page.getByText('20,000 条').waitFor();
  await page.getByRole('button', { name: '＋ 筛选' }).click();
  await page.getByLabel('含已删除').check();
  await page.keyboard.press('Escape');
  await page.getByText('20,001 条').waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText('豫H12345');
  const deleted = page.locator('[data-row="0"][data-tone="deleted"]');
  await deleted.waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[role=grid] textarea:focus').waitFor();
  await page.keyboard.press('Control+Enter');
  await panel(page).getByText('已删除', { exact: true }).waitFor();
  expect(await box(page, 'plate').isDisabled()).toBe(true);
  await panel(page).getByRole('button', { name: '恢复' }).click();
  await page.getByText('已恢复 1 条').waitFor();
  await expect.poll(() => deleted.count()).toBe(0);
  await panel(page)
    .getByRole('tab', { name: /历史 ?6$/ })
    .click();
  await panel(page).getByText('重复登记').waitFor();
});

it('takes credit codes, quantities with units, days, several records and places', async () => {
  await openLedger(page, '通行证');
  await selectCell(page, 4, '运输情形');
  await page.keyboard.press('Control+Enter');
  await isInBox(page, 'transport');
  const written: readonly (readonly [string, string, string])[] = [
    ['expectedHours', '90分钟', '1.5'],
    ['validFrom', '2022年3月28日', '2022-03-28'],
    ['validUntil', '2022.4.5', '2022-04-05'],
    ['issuedAt', '2022/3/27 8:05', '2022-03-27 08:05'],
  ];
  for (const [field, text] of written) {
    await box(page, field).fill(text);
    await page.keyboard.press('Tab');
  }
  for (const [field, , shown] of written)
    await expect.poll(() => box(page, field).inputValue(), { message: field }).toBe(shown);
  await box(page, 'checkpoints').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('修武东');
  await page.getByRole('option', { name: '样例高速修武东站卡点' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('修武西');
  await page.getByRole('option', { name: '样例高速修武西站卡点' }).waitFor();
  const before = await commits(page);
  await page.keyboard.press('Tab');
  await waitForCommit(page, before);
  await expect
    .poll(() => box(page, 'checkpoints').inputValue())
    .toBe('样例高速修武东站卡点、样例高速修武西站卡点');
  await box(page, 'creditCode').fill('91350100M000100Y44');
  await page.keyboard.press('Tab');
  await line(page, 'creditCode').getByText('信用代码末位应为 3').waitFor();
  await line(page, 'creditCode').getByLabel('如属实').fill('营业执照如此');
  await page.keyboard.press('Tab');
  await waitForCommit(page, before + 1);
  await page.goto(`${app.address}#/ledger/isolation-sites`);
  await page.getByRole('grid', { name: '隔离点' }).waitFor();
  await selectCell(page, 0, '所在县区');
  await page.keyboard.press('Control+Enter');
  await isInBox(page, 'county');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('博爱');
  await page.getByRole('option', { name: /博爱县/ }).waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => box(page, 'county').inputValue()).toBe('博爱县');
  const earlier = await commits(page);
  await box(page, 'standardsCheck').fill('第一项合格\n第二项待查');
  await page.keyboard.press('Tab');
  await waitForCommit(page, earlier);
  expect(await box(page, 'standardsCheck').inputValue()).toBe('第一项合格\n第二项待查');
  // a record that is named alike is said before a second one is made
  const name = await box(page, 'name').inputValue();
  await page.keyboard.press('Control+n');
  const again = {
    name,
    county: '博爱县',
    whereabouts: '县内',
    rooms: '20',
    openedOn: '2022-03-20',
  };
  for (const [field, text] of Object.entries({ ...again, closedOn: '2022-03-19' })) {
    await box(page, field).fill(text);
    await page.keyboard.press('Tab');
  }
  await line(page, 'closedOn').getByText('早于启用时间 2022-03-20，请核对').waitFor();
  await page.keyboard.press('Control+Enter');
  await panel(page).getByText(`已有同一记录“${name}”。再存则另增一条。`).waitFor();
  expect(await commits(page)).toBe(earlier + 1);
  await panel(page).getByRole('button', { name: '仍要新增' }).waitFor();
  await panel(page).getByRole('button', { name: '打开该记录' }).click();
  await panel(page).getByRole('tab', { name: /历史/ }).waitFor();
  expect(await box(page, 'name').inputValue()).toBe(name);
});
