import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessProblems } from '../support/accessProblems';
import type { RunningApp } from '../support/chromium';
import { startSample } from '../support/ledgerPage';

let app: RunningApp;
/** The evening for which the county published its figures; the afternoon values stand in it too. */
beforeAll(async () => {
  app = await startSample({ startedAt: '2022-03-27T20:30:00+08:00' });
}, 120_000);
afterAll(() => app.close());

const value = (figure: string) => app.page.locator(`[data-value="${figure}"]`);

describe('the figures of the sample county', () => {
  it('stand on the page as the county published them for 27 March 2022, 20:00', async () => {
    const { page } = app;
    await page.getByRole('link', { name: '报表' }).click();
    expect(await page.getByLabel('截至').inputValue()).toBe('2022-03-27 20:00');
    await value('cases.confirmed').waitFor();
    const shown = async (figure: string) => (await value(figure).textContent())?.trim();
    expect(await shown('cases.confirmed')).toBe('13');
    expect(await shown('cases.asymptomatic')).toBe('28');
    expect(await shown('testSamples.people')).toBe('1,677,800');
    expect(await shown('checkpoints.inForce')).toBe('30');
    expect(await shown('necessitiesStock.grain')).toBe('4,748.4');
    await page
      .locator('[data-figure="necessitiesDeliveries.total"]')
      .getByText('分项合计 204.3，与总数 204 不符')
      .waitFor();
  });

  it('are computed anew for a moment that is typed: noon', async () => {
    const { page } = app;
    await page.getByLabel('截至').fill('2022-03-27 12:00');
    await expect.poll(() => value('contacts.close').textContent()).toBe('3,718');
    await expect.poll(() => value('isolationStays.isolated').textContent()).toBe('3,558');
    await page.keyboard.press('Escape');
  });

  it('unfold by site, open into the people counted, and from there into the ledger', async () => {
    const { page } = app;
    await value('isolationStays.isolated').focus();
    await page.keyboard.press('ArrowRight');
    const outside = page.getByRole('button', { name: '县外 1,885，打开记录' });
    await outside.click();
    const records = page.getByRole('region', { name: '集中隔离 · 县外的记录' });
    await records.getByText('1,885 条记录').waitFor();
    await records.getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('heading', { name: '隔离人员' }).waitFor();
    await page.locator('#field-site').waitFor();
    await page.goBack();
  });

  it('are found by a word, and say what to do when nothing is found', async () => {
    const { page } = app;
    const search = page.getByRole('textbox', { name: '指标、台账' });
    await search.fill('密接');
    await page.getByText(/\d+ 项，显示 \d+/).waitFor();
    expect(await page.locator('[data-figure]').count()).toBeLessThan(4);
    await search.fill('没有这个指标');
    await page.getByRole('button', { name: '清除条件' }).click();
    await value('cases.confirmed').waitFor();
    expect(await accessProblems(page)).toEqual([]);
    expect(app.pageErrors).toEqual([]);
    expect(app.strayRequests).toEqual([]);
  });
});

describe('what is to be done in the sample county', () => {
  it('is counted in the top bar, found by unit, and opens its record', async () => {
    const { page } = app;
    await page.getByRole('link', { name: /^待办 [1-9]\d*$/ }).click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
    await page.getByRole('button', { name: '按单位' }).click();
    const first = page.locator('[data-todo] a').first();
    await first.waitFor();
    expect(await accessProblems(page)).toEqual([]);
    const ledger = /#\/ledger\/([\w-]+)/.exec((await first.getAttribute('href')) ?? '')?.[1];
    await first.click();
    await expect.poll(() => page.url()).toContain(`#/ledger/${ledger}`);
    await page.goBack();
  });

  it('can be put off with a reason, and is kept so', async () => {
    const { page } = app;
    const count = async () =>
      Number(/\d+/.exec((await page.locator('header a').textContent()) ?? '')?.[0]);
    await page.locator('[data-todo]').first().waitFor();
    const before = await count();
    await page.getByRole('button', { name: '暂缓', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '暂缓' }).click();
    await dialog.getByText('请填写暂缓的原因').waitFor();
    await dialog.getByLabel('原因').fill('等属地回话');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(count).toBe(before - 1);
    await page.getByLabel('已暂缓 1 项').check();
    await page.getByTitle('等属地回话').click();
    await expect.poll(count).toBe(before);
    expect(app.pageErrors).toEqual([]);
  });
});

describe('the limits by which it is found', () => {
  it('are set by the office, for every unit or one, and hold at once', async () => {
    const { page } = app;
    const cases = page.locator('[data-todo="healthCode"]');
    const search = page.getByRole('textbox', { name: '事项、记录、单位、责任人' });
    await page.getByLabel(/^已暂缓/).uncheck();
    await search.fill('转码');
    await cases.first().waitFor();
    await page.getByRole('button', { name: '时限与阈值' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('转码办结小时数改为').fill('很久');
    await page.keyboard.press('Enter');
    await dialog.getByText('“转码办结小时数”请填不小于 0 的数字').waitFor();
    await dialog.getByLabel('转码办结小时数改为').fill('2000');
    expect(await accessProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存 1 项' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => cases.count(), { timeout: 20_000 }).toBe(0);
    await search.fill('');
    expect(app.pageErrors).toEqual([]);
  });
});

describe('what does not fit in the sample county', () => {
  it('is found again and again until it is mended, and each record opens', async () => {
    const { page } = app;
    await page.getByRole('link', { name: '核查' }).click();
    await page.getByText(/^核查于 2022-03-27/).waitFor();
    const beds = page.locator('[data-check="contactWithoutBed"]');
    await beds.click();
    const found = (await beds.locator('b').textContent()) ?? '';
    await page.getByText(`显示 ${found}`).waitFor();
    expect(found).toMatch(/^[1-9]/);
    await page.getByRole('listitem').getByRole('link').first().click();
    await page.getByRole('heading', { name: '密接次密接' }).waitFor();
    await page.locator('#field-control').waitFor();
    await page.goBack();
    await page.getByText(/^核查于/).waitFor();
    expect(await accessProblems(page)).toEqual([]);
    expect(app.pageErrors).toEqual([]);
  });
});
