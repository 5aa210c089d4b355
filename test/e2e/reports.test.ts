import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessProblems } from '../support/accessProblems';
import type { RunningApp } from '../support/chromium';
import { row, startSample, typeInto } from '../support/ledgerPage';

const folder = mkdtempSync(join(tmpdir(), 'countyline-reports-'));
let app: RunningApp;
/** The evening on which the county gave its ninth briefing. */
beforeAll(async () => {
  app = await startSample({ startedAt: '2022-03-27T20:30:00+08:00' });
}, 120_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const paper = () => app.page.locator('[data-report-paper]');

async function exported(button: string): Promise<Uint8Array> {
  const { page } = app;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path);
}

function documentText(bytes: Uint8Array): string {
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return text.replace(/<[^>]+>/g, '');
}

describe('the reports of the sample county', () => {
  it('are as of the cut-off that was chosen for the figures, and the other way round', async () => {
    const { page } = app;
    const chosen = page.getByRole('group', { name: '常用截止时间' }).locator('[aria-pressed=true]');
    await page.getByRole('link', { name: '报表', exact: true }).click();
    await page.getByRole('button', { name: '13时' }).click();
    await page.getByRole('link', { name: '报告', exact: true }).click();
    await page.getByRole('heading', { name: '报告', exact: true }).waitFor();
    await expect.poll(() => chosen.textContent()).toBe('13时');
    await page.getByRole('button', { name: '20时' }).click();
    await page.getByRole('link', { name: '报表', exact: true }).click();
    await page.getByRole('heading', { name: '报表', exact: true }).waitFor();
    await expect.poll(() => chosen.textContent()).toBe('20时');
  });

  it('show the briefing of that evening as a page, with the figures that were published', async () => {
    const { page } = app;
    await page.getByRole('link', { name: '报告', exact: true }).click();
    expect(await page.getByLabel('期号').inputValue()).toBe('1');
    await page.getByLabel('期号').fill('9');
    await paper().getByText('（第9场，2022年3月27日）').waitFor();
    await expect.poll(() => paper().textContent()).toContain('累计判定密接3718人、次密接7774人');
    await page.getByText('累计配送生活物资 204，分项合计 204.3').waitFor();
    expect(await accessProblems(page)).toEqual([]);
  });

  it('become a Word file by one press, figures and all', async () => {
    const text = documentText(await exported('导出 Word'));
    for (const words of [
      '截至3月27日20时，全县累计报告确诊病例13例、无症状感染者28例。',
      '启用集中隔离点14个，集中隔离3558人，其中县内1673人、县外1885人。',
      '累计采样167.78万人次',
      '储备粮食4748.4吨、食用油19.7吨、肉类2000吨、鸡蛋61.5吨、蔬菜52.48吨',
      '累计配送生活物资204吨',
    ])
      expect(text).toContain(words);
  });

  it('and a workbook by another', async () => {
    const parts = unzipSync(await exported('导出 Excel'));
    expect(Object.keys(parts)).toContain('xl/worksheets/sheet1.xml');
  });

  it('say which placeholder no figure answers, and are not given out then', async () => {
    const { page } = app;
    await paper().getByRole('button').filter({ hasText: '全县累计报告' }).click();
    const editor = page.getByLabel('段落文字');
    await editor.fill('全县{{累计确诊病历}}例，疫情形势总体可控。');
    await page.getByRole('alert').getByText('没有名为“{{累计确诊病历}}”的指标').waitFor();
    expect(await page.getByRole('button', { name: '导出 Word' }).isDisabled()).toBe(true);
    await editor.fill('全县累计确诊{{累计确诊病例}}例，疫情形势总体可控。');
    await paper().getByLabel('段落文字').press('Escape');
    await paper().getByText('疫情形势总体可控').waitFor();
    await expect
      .poll(() => paper().textContent())
      .toContain('全县累计确诊13例，疫情形势总体可控。');
  });

  it('keep what was typed, and save it as a template by name', async () => {
    const { page } = app;
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByRole('link', { name: '报告', exact: true }).click();
    await paper().getByText('疫情形势总体可控').waitFor();
    await page.getByLabel('模板名称').fill('修武县晚间通报');
    await page.getByRole('button', { name: '保存模板' }).click();
    const template = page.getByLabel('报告模板');
    await expect.poll(() => template.locator(':checked').textContent()).toBe('修武县晚间通报');
    await paper().getByText('疫情形势总体可控').waitFor();
    await template.selectOption('新闻发布稿');
    await paper().getByText('全县累计报告确诊病例').waitFor();
  });

  it('are frozen when issued; the next version names the record that was changed', async () => {
    const { page } = app;
    const issued = page.getByRole('complementary', { name: '已签发' });
    await page.getByRole('button', { name: '签发', exact: true }).click();
    await issued.getByText('第1版').waitFor();
    await page.evaluate(() => {
      window.location.hash = '#/ledger/cases';
    });
    await page.getByRole('grid', { name: '病例' }).waitFor();
    await row(page, 0).waitFor();
    // one that was asymptomatic before the cut-off and stays so
    const texts = await page.locator('[data-row]').allTextContents();
    const place = texts.findIndex((text) => /无症状(?!转)/.test(text) && /03-2[0-6]/.test(text));
    const text = (await row(page, place).textContent()) ?? '';
    const number = /修病例\d+/.exec(text)?.[0] ?? 'no case found';
    await typeInto(page, place, '类型', '确诊');
    await page.getByRole('link', { name: '报告', exact: true }).click();
    await expect.poll(() => paper().textContent()).toContain('确诊病例14例');
    await page.getByRole('button', { name: '签发', exact: true }).click();
    await issued.getByText('第2版').waitFor();
    // the number stays that of the cut-off
    expect(await page.getByLabel('期号').inputValue()).toBe('9');
    const explained = await issued.locator('li').first().textContent();
    expect(explained).toContain(`累计确诊病例 13 → 14：状态变动 1 条（${number}）`);
  });

  it('give out an earlier version exactly as it was issued', async () => {
    const { page } = app;
    const first = page.getByRole('group', { name: /^按签发时的原样导出 第1版/ });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      first.getByRole('button', { name: '导出 Word' }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    expect(path).toMatch(/_第1版\.docx$/);
    await download.saveAs(path);
    const text = documentText(readFileSync(path));
    expect(text).toContain('确诊病例13例');
    expect(text).not.toContain('确诊病例14例');
  });

  it('draw their charts on the page and in the Word file', async () => {
    const { page } = app;
    await page.getByLabel('报告模板').selectOption('情况专报');
    const chart = paper().getByRole('img', { name: /^近10日累计确诊病例：.*03-27 14$/ });
    await chart.and(page.locator('[data-drawn]')).locator('canvas').waitFor();
    const parts = unzipSync(await exported('导出 Word'));
    const pictures = Object.entries(parts).filter(([name]) => /^word\/media\/.*\.png$/.test(name));
    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.[1].length).toBeGreaterThan(5_000);
  });

  it('get a chart of the office, which says what is wrong in it, and lose one again', async () => {
    const { page } = app;
    const charts = paper().getByRole('img');
    await paper().getByRole('button').filter({ hasText: '继续做好流调溯源' }).click();
    await page.getByRole('button', { name: '下方加图表' }).click();
    const editor = page.getByLabel('段落文字');
    await expect.poll(() => editor.inputValue()).toContain('集中隔离 | 近10日');
    await editor.fill('在隔人员\n集中隔离 | 人员类型');
    await page.getByRole('alert').getByText('“人员类型”的分项不存在').waitFor();
    await editor.fill('在隔人员\n集中隔离 | 人员类别');
    await editor.press('Escape');
    await paper()
      .getByRole('img', { name: /^在隔人员：.*密接 / })
      .waitFor();
    expect(await charts.count()).toBe(2);
    await paper().getByRole('button').filter({ hasText: '在隔人员' }).click();
    await page.getByRole('button', { name: '删除这一段' }).click();
    await expect.poll(() => charts.count()).toBe(1);
    await page.getByLabel('报告模板').selectOption('新闻发布稿');
    await paper().getByText('（第9场').waitFor();
  });

  it('keep the calendar below its box when the bar above it wraps anew', async () => {
    const { page } = app;
    const box = page.locator('#cut-off');
    const gap = () =>
      page.evaluate(() => {
        const popup = document.querySelector('[data-popup]')?.getBoundingClientRect();
        const anchor = document.querySelector('#cut-off')?.getBoundingClientRect();
        return popup && anchor ? Math.round(popup.top - anchor.bottom) : undefined;
      });
    await box.click();
    await box.press('Alt+ArrowDown');
    await page.locator('[data-popup]').waitFor();
    await expect.poll(gap).toBe(2);
    await page.getByRole('heading', { name: '报告', exact: true }).evaluate((heading) => {
      heading.style.marginTop = '40px';
    });
    await expect.poll(gap).toBe(2);
    await box.press('Escape');
    expect(app.pageErrors).toEqual([]);
    expect(app.strayRequests).toEqual([]);
  });
});
