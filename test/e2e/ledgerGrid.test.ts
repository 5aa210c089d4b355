import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RunningApp } from '../support/chromium';
import {
  cell,
  commits,
  dismissRepairs,
  openLedger,
  selectCell,
  startSample,
  typeInto,
  waitForCommit,
} from '../support/ledgerPage';

let app: RunningApp;
let page: Page;

beforeAll(async () => {
  app = await startSample();
  page = app.page;
  await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});
beforeEach(() => openLedger(page, '卡点'));

const selected = () =>
  page.locator('[data-cursor]').evaluate((one: HTMLElement) => ({
    row: Number(one.closest<HTMLElement>('[data-row]')?.dataset['row']),
    column: Number(one.dataset['column']),
  }));

it('goes everywhere by keys alone', async () => {
  await selectCell(page, 0, '卡点名称');
  const at = async (key: string) => {
    await page.keyboard.press(key);
    return selected();
  };
  expect(await at('ArrowDown')).toEqual({ row: 1, column: 0 });
  expect(await at('ArrowRight')).toEqual({ row: 1, column: 1 });
  expect(await at('Tab')).toEqual({ row: 1, column: 2 });
  expect(await at('Enter')).toEqual({ row: 2, column: 1 });
  expect(await at('Shift+Enter')).toEqual({ row: 1, column: 1 });
  expect(await at('Control+ArrowDown')).toEqual({ row: 31, column: 1 });
  expect(await at('Control+ArrowRight')).toEqual({ row: 31, column: 10 });
  expect(await at('Home')).toEqual({ row: 31, column: 0 });
  const up = await at('PageUp');
  expect(up.row).toBeLessThan(20);
  expect(await at('Control+End')).toEqual({ row: 31, column: 10 });
  expect(await at('Control+Home')).toEqual({ row: 0, column: 0 });
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await page.locator('[role=gridcell][aria-selected=true]').count()).toBe(4);
  await page.getByText('选中 2 行 2 列').waitFor();
});

it('takes the first Chinese composition on a selected cell', async () => {
  const found = await selectCell(page, 1, '道路');
  const before = await commits(page);
  const session = await app.context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'n', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', {
    text: 'ni h',
    selectionStart: 4,
    selectionEnd: 4,
  });
  await session.send('Input.insertText', { text: '你好路' });
  await page.keyboard.press('Enter');
  await waitForCommit(page, before);
  expect(await found.textContent()).toBe('你好路');
  expect(await selected()).toEqual({ row: 2, column: 2 });
});

it('commits a cell when it is left, undoes and redoes step by step', async () => {
  const first = await cell(page, 3, '道路');
  const second = await cell(page, 4, '道路');
  const before = [await first.textContent(), await second.textContent()];
  await typeInto(page, 3, '道路', '一号路');
  await page.keyboard.insertText('二号路');
  // left by a click elsewhere
  await (await cell(page, 8, '类型')).click();
  await expect.poll(() => second.textContent()).toBe('二号路');
  expect(await first.textContent()).toBe('一号路');
  await page.keyboard.press('Control+z');
  await expect.poll(() => second.textContent()).toBe(before[1]);
  expect(await first.textContent()).toBe('一号路');
  await page.keyboard.press('Control+z');
  await expect.poll(() => first.textContent()).toBe(before[0]);
  await page.keyboard.press('Control+y');
  await expect.poll(() => first.textContent()).toBe('一号路');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => second.textContent()).toBe('二号路');
  await openLedger(page, '企业名录');
  await openLedger(page, '卡点');
  // the steps are still known after looking elsewhere
  await selectCell(page, 0, '卡点名称');
  await page.keyboard.press('Control+z');
  await expect.poll(() => second.textContent()).toBe(before[1]);
});

it('edits in place by F2 and gives up by Esc', async () => {
  const found = await selectCell(page, 5, '道路');
  const before = await found.textContent();
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.insertText('（改）');
  await page.keyboard.press('Escape');
  expect(await found.textContent()).toBe(before);
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.insertText('（改）');
  await page.keyboard.press('Tab');
  await expect.poll(() => found.textContent()).toBe(`${before}（改）`);
});

it('keeps a wrong text in its cell with its message, also over a restart of the page', async () => {
  const found = await typeInto(page, 6, '电话', '12345678901234');
  await expect.poll(() => found.getAttribute('data-wrong')).toBe('true');
  expect(await found.textContent()).toBe('12345678901234');
  await found.click();
  await page.getByRole('alert').filter({ hasText: '手机号应为11位，现为 14 位' }).waitFor();
  await page.getByRole('button', { name: '待改 1 处' }).waitFor();
  await page.keyboard.press('F8');
  expect((await selected()).row).toBe(6);
  // another ledger and back, and the page loaded anew: nothing typed is lost
  await openLedger(page, '企业名录');
  await openLedger(page, '卡点');
  await page.getByRole('button', { name: '待改 1 处' }).waitFor();
  await page.reload();
  await page.getByRole('navigation').waitFor({ timeout: 90_000 });
  await dismissRepairs(page);
  await openLedger(page, '卡点');
  const again = await cell(page, 6, '电话');
  await expect.poll(() => again.textContent()).toBe('12345678901234');
  await again.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('15400001234');
  await page.keyboard.press('Enter');
  await expect.poll(() => again.textContent()).toBe('15400001234');
  await expect.poll(() => again.getAttribute('data-wrong')).not.toBe('true');
});

it('fills down and clears blocks, but never what is required', async () => {
  await selectCell(page, 10, '接壤县区');
  await page.keyboard.insertText('泽州县');
  await page.keyboard.press('Enter');
  await selectCell(page, 10, '接壤县区');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  const last = await cell(page, 12, '接壤县区');
  await expect.poll(() => last.textContent()).toBe('泽州县');
  await page.keyboard.press('Delete');
  await expect.poll(() => last.textContent()).toBe('');
  await page.keyboard.press('Control+z');
  await expect.poll(() => last.textContent()).toBe('泽州县');
  const kind = await selectCell(page, 10, '类型');
  const before = await kind.textContent();
  await page.keyboard.press('Delete');
  await page.getByText('必填栏不能清空：类型').waitFor();
  expect(await kind.textContent()).toBe(before);
});

it('picks a choice by one key, by typing, and by pinyin initials', async () => {
  const found = await selectCell(page, 13, '类型');
  await page.keyboard.press('4');
  await expect.poll(() => found.textContent()).toBe('村口');
  await page.keyboard.insertText('国');
  await page.getByRole('option', { name: '国省干道' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => found.textContent()).toBe('国省干道');
  await found.click();
  await page.keyboard.insertText('xxd');
  await page.getByRole('option', { name: '县乡道' }).waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => found.textContent()).toBe('县乡道');
});

it('takes dates in any written form and shows a calendar', async () => {
  const found = await selectCell(page, 14, '撤销时间');
  await page.keyboard.insertText('2022年4月');
  await page.keyboard.insertText('5日');
  await page.getByRole('button', { name: '2022-04-05', pressed: true }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => found.textContent()).toBe('2022-04-05');
  await found.click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => found.textContent()).toBe('2022-04-13');
});

it('copies and pastes blocks in the form of spreadsheet programs', async () => {
  await selectCell(page, 0, '卡点名称');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const names = [
    await (await cell(page, 0, '卡点名称')).textContent(),
    await (await cell(page, 1, '卡点名称')).textContent(),
  ];
  const kinds = [
    await (await cell(page, 0, '类型')).textContent(),
    await (await cell(page, 1, '类型')).textContent(),
  ];
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${names[0]}\t${kinds[0]}\r\n${names[1]}\t${kinds[1]}`,
  );
  await page.evaluate(() =>
    navigator.clipboard.writeText('备注一\t"有 ""引号""\r\n和换行"\r\n=1+1\t\r\n'),
  );
  await openLedger(page, '企业名录');
  const address = await selectCell(page, 2, '地址');
  await page.keyboard.press('Control+v');
  await expect.poll(() => address.textContent()).toBe('备注一');
  const below = await cell(page, 3, '地址');
  await expect.poll(() => below.textContent()).toBe('=1+1');
  // what would run as a formula there is made harmless on the way out
  await selectCell(page, 3, '地址');
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("'=1+1");
});

it('asks before a paste beyond the last record adds new ones', async () => {
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      ['末行改名卡点\t村口', '粘贴新增一号\t村口', '粘贴新增二号\t不存在的类型'].join('\r\n'),
    ),
  );
  await selectCell(page, 0, '卡点名称');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+v');
  await page.getByText('粘贴内容有 1 行落在现有记录上，另有 2 行超出末尾。').waitFor();
  // neither has the required day of opening
  await page.getByText(/其中 2 行不能新增：第 2 行 启用时间 必填/).waitFor();
  await page.getByRole('button', { name: '只粘贴到现有记录' }).click();
  await page.waitForFunction(() => document.body.innerText.includes('末行改名卡点'));
  await page.getByText('32 条').waitFor();
  await openLedger(page, '企业名录');
  await page.evaluate(() =>
    navigator.clipboard.writeText('样例粘贴一厂\t\t口罩\r\n样例粘贴二厂\t\t药品'),
  );
  await selectCell(page, 0, '企业名称');
  await page.keyboard.press('Control+ArrowDown');
  const last = (await selected()).row;
  expect(last).toBe(59);
  await page.keyboard.press('Control+v');
  await page.getByText('粘贴内容有 1 行落在现有记录上，另有 1 行超出末尾。').waitFor();
  await page.getByRole('button', { name: '新增 1 条' }).click();
  await page.getByText('61 条').waitFor();
  // the same block again: what is there already is said before it is there twice
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+v');
  await page.getByText('其中 1 行已有同一记录，新增后会有两条。').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByText('61 条').waitFor();
});

it('copies masks, and takes no mask for a value', async () => {
  await openLedger(page, '企业名录');
  const phone = await selectCell(page, 5, '电话');
  const mask = await phone.textContent();
  expect(mask).toMatch(/^\d{3}\*{4}\d{4}$/);
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(mask);
  const before = await commits(page);
  await page.keyboard.press('Control+v');
  await page.getByText('已粘贴，0 格有变化').waitFor();
  expect(await commits(page)).toBe(before);
  // pasted into another record, the mask is no new value either
  await selectCell(page, 6, '电话');
  await page.keyboard.press('Control+v');
  await page.getByText('已粘贴，0 格有变化').waitFor();
  expect(await commits(page)).toBe(before);
});

it('copies more rows than are on screen', async () => {
  await openLedger(page, '卡点通行登记');
  await selectCell(page, 0, '方向');
  await page.keyboard.press('Control+Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await page.getByText('已复制 20000 行 1 列').waitFor();
  const lines = await page.evaluate(() => navigator.clipboard.readText());
  expect(lines.split('\r\n')).toHaveLength(20_000);
  expect(new Set(lines.split('\r\n'))).toEqual(new Set(['进', '出', '过境']));
});
