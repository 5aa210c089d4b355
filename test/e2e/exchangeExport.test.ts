import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { chooseFiles, openExchange, saved } from '../support/exchangePage';

// LibreOffice and openpyxl stand for the spreadsheet programs of the officials.
const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import openpyxl'], { timeout: 20_000 }).status === 0,
);
const soffice = ['soffice', 'libreoffice'].find(
  (program) => spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0,
);

const folder = mkdtempSync(join(tmpdir(), 'countyline-exports-'));
let app: RunningApp;
let page: Page;
beforeAll(async () => {
  app = await startApp({ sample: true });
  page = app.page;
  await page.getByRole('link', { name: /卡点通行登记.*20,000/ }).waitFor({ timeout: 100_000 });
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function keep(download: Download): Promise<string> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** The first sheet as openpyxl reads it: header row, rows under it, and its looks. */
function inOpenpyxl(path: string) {
  const script = `
import sys, json, openpyxl
s = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
rows = [[c.value if c.value is None or isinstance(c.value, (int, float, bool)) else str(c.value) for c in r] for r in s.iter_rows(min_row=4)]
print(json.dumps(dict(title=s['A1'].value, notes=s['A2'].value, headers=[c.value for c in s[3]], rows=rows, freeze=s.freeze_panes,
  bold=s['A3'].font.b, fill=s['A3'].fill.fgColor.rgb, formats=[c.number_format for c in s[4]],
  widths=[s.column_dimensions[c.column_letter].width for c in s[3]],
  lists=[[d.type, str(d.sqref), d.formula1, d.showErrorMessage] for d in s.data_validations.dataValidation])))`;
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', script, path], {
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as {
    // what the script prints
    readonly title: string;
    readonly notes: string;
    readonly headers: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
    readonly freeze: string;
    readonly bold: boolean;
    readonly fill: string;
    readonly formats: readonly string[];
    readonly widths: readonly number[];
    readonly lists: readonly (readonly [string, string, string, boolean])[];
  };
}

const write = () => page.getByRole('button', { name: /^导出 [\d,]+ 行$/ });

it.skipIf(!python)(
  'the current view goes out as it stands: its filter, order and columns',
  async () => {
    await page.getByRole('link', { name: /^通行证\s*300$/ }).click();
    await page.getByRole('button', { name: '筛选 状态' }).click();
    const menu = page.getByRole('dialog', { name: '筛选 状态' });
    await menu.getByLabel(/^有效/).check();
    await menu.getByRole('button', { name: '应用' }).click();
    await page.getByRole('button', { name: '车牌号码', exact: true }).click();
    await page.getByRole('button', { name: /^车牌号码 ↑/ }).waitFor();
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('（筛选）').waitFor();
    await dialog.getByRole('button', { name: '清空' }).click();
    for (const name of ['通行证编号', '车牌号码', '有效期止', '状态'])
      await dialog.getByLabel(name, { exact: true }).check();
    const path = await keep(await saved(page, () => write().click()));
    await dialog.getByText(/已导出 \d+ 行/).waitFor();
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect(path).toMatch(/通行证（筛选）（脱敏）_\d{4}-\d\d-\d\d\.xlsx$/);

    const sheet = inOpenpyxl(path);
    expect(sheet.headers).toEqual(['*通行证编号', '*车牌号码', '*有效期止', '*状态', '记录编号']);
    expect(sheet.rows.length).toBeGreaterThan(0);
    expect(sheet.rows.length).toBeLessThan(300);
    expect(new Set(sheet.rows.map((row) => row[3]))).toEqual(new Set(['有效']));
    const plates = sheet.rows.map((row) => String(row[1]));
    expect(plates).toEqual([...plates].sort((a, b) => a.localeCompare(b, 'zh-CN-u-co-pinyin')));
  },
);

it.skipIf(!python)(
  'a full export looks as an official expects, and comes back unchanged',
  async () => {
    await openExchange(page);
    const line = page
      .getByRole('row')
      .filter({ has: page.getByLabel('导出 隔离人员', { exact: true }) });
    const rows = (await line.getByText(/行$/).textContent())?.replace(/\s*行/, '') ?? '';
    await page.getByRole('button', { name: '导出 隔离人员', exact: true }).click();
    await page.getByRole('radio', { name: /完整/ }).check();
    const path = await keep(await saved(page, () => write().click()));
    await page.getByText(`已导出 ${rows} 行`).waitFor();
    await page.getByRole('button', { name: '关闭' }).click();

    const sheet = inOpenpyxl(path);
    expect(sheet.title).toBe('隔离人员');
    expect(sheet.notes).toContain('带 * 的列必填');
    expect(sheet).toMatchObject({ freeze: 'A4', bold: true, fill: 'FFDDE6F2' });
    expect(sheet.rows.length).toBe(Number(rows.replace(',', '')));
    const at = (header: string) => sheet.headers.indexOf(header);
    expect(String(sheet.rows[0]?.[at('*证件号码')])).toMatch(/^\d{17}[\dX]$/);
    expect(sheet.formats[at('*证件号码')]).toBe('@');
    expect(sheet.formats[at('*入住时间')]).toBe('yyyy-mm-dd hh:mm');
    expect(sheet.widths[at('*证件号码')]).toBeGreaterThanOrEqual(20);
    expect(
      sheet.lists.some(
        ([type, , values, shows]) => type === 'list' && values.includes('密接') && shows,
      ),
    ).toBe(true);

    await chooseFiles(page, [{ name: '回传.xlsx', bytes: new Uint8Array(readFileSync(path)) }]);
    await page.getByRole('button', { name: `核对 ${sheet.rows.length} 行` }).click();
    await page.getByRole('button', { name: `无变化 ${rows}` }).waitFor();
    await page.getByRole('button', { name: /无需写入/ }).click();
    await page.getByText('没有写入“隔离人员”').waitFor();
    await page.getByRole('button', { name: '移除 回传.xlsx' }).click();
  },
);

it.skipIf(!python)('a masked export has no column of a sensitive field', async () => {
  await openExchange(page);
  await page.getByRole('button', { name: '导出 通行证', exact: true }).click();
  await page.getByRole('radio', { name: /脱敏/ }).check();
  const path = await keep(await saved(page, () => write().click()));
  await page.getByRole('button', { name: '关闭' }).click();
  const { headers, title } = inOpenpyxl(path);
  expect(title).toBe('通行证（脱敏）');
  expect(headers.filter((header) => /姓名|证件号码|电话|联系人|随行/.test(header))).toEqual([]);
});

it.skipIf(!soffice)('a blank template opens in LibreOffice with its header', async () => {
  await openExchange(page);
  const click = () => page.getByRole('button', { name: '空白模板 医疗废物', exact: true }).click();
  const path = await keep(await saved(page, click));
  const { status, stderr } = spawnSync(
    soffice ?? '',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      ...['--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76'],
      ...['--outdir', join(folder, 'csv'), path],
    ],
    { encoding: 'utf8', timeout: 100_000 },
  );
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  const csv = join(folder, 'csv', path.replace(/^.*\//, '').replace(/xlsx$/, 'csv'));
  expect(readFileSync(csv, 'utf8')).toMatch(/\*联单编号.*记录编号/);
});
