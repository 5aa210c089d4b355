import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessProblems } from '../support/accessProblems';
import { startApp, type RunningApp } from '../support/chromium';
import {
  field,
  inventedIdentityNumber,
  listed,
  passages,
  press,
  startDuty,
  waitForFocus,
} from '../support/deskPage';
import { chooseFiles, openExchange, workbookOf } from '../support/exchangePage';
import { plugIn } from '../support/keyboard';
import { makeEvent, passphrase } from '../support/openEvent';

let app: RunningApp;
let page: Page;
let code = '';

beforeAll(async () => {
  app = await startApp({ startedAt: '2022-04-01T09:00:00+08:00' });
  page = app.page;
  await makeEvent(page);
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const papers = '驾驶证、行驶证、道路运输证、货物运单、接收证明、核酸阴性证明、防控承诺书';
const header = [
  '运输情形',
  '申请单位',
  '车牌号码',
  '驾驶员姓名',
  '驾驶员证件号码',
  '起点',
  '终点',
  '物资品名',
  '有效期起',
  '有效期止',
  '已交材料',
];
const vehicle = (plate: string, serial: number, handedIn = papers) => [
  '县域内',
  '样例纸业有限公司',
  plate,
  '王例',
  inventedIdentityNumber(serial),
  '城关镇样例仓库',
  '周庄镇样例超市',
  '面粉',
  '2022-04-01',
  '2022-04-10',
  handedIn,
];

const list = () => page.locator('[data-row-list]');
const panel = () => page.getByRole('complementary');
const chosen = () => list().locator('[data-current]');
const tabs = () => page.getByRole('navigation', { name: '通行证办理' });
async function tab(name: string): Promise<void> {
  await tabs().getByRole('link', { name }).click();
  await tabs().locator('[aria-current=page]', { hasText: name }).waitFor();
}

async function openOffice(): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '通行证办理' }).click();
  await list().waitFor();
}

/** Walks to the application of a vehicle by the arrow keys. */
async function walkTo(plate: string): Promise<void> {
  await list().locator('[aria-selected]').first().waitFor();
  await list().focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 5; step++) {
    await chosen().waitFor();
    if ((await chosen().textContent())?.includes(plate)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`not in the list: ${plate}`);
}

async function openAs(operator: string): Promise<void> {
  await page.keyboard.press('Control+L');
  await page.getByLabel('操作人').fill(operator);
  await page.getByLabel('口令或恢复码').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  await openOffice();
}

it('takes the applications of an enterprise from its workbook', async () => {
  await openExchange(page);
  const rows = [
    header,
    vehicle('豫HA3829', 11),
    vehicle('豫HD05512', 12),
    vehicle('豫HC5230', 13, '驾驶证、行驶证'),
  ];
  await chooseFiles(page, [{ name: '车辆表.xlsx', bytes: workbookOf(rows) }]);
  await page.getByText('已认出').or(page.getByLabel('报表日期')).first().waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '写入 3 行' }).click();
  await page.getByText('新增 3 行，修改 0 行').waitFor();
  await openOffice();
  await page.getByRole('button', { name: '待核验 3' }).waitFor();
});

it('says what is odd, and asks for a note before it goes on', async () => {
  await walkTo('C5230');
  await panel().getByText('未交防控承诺书').waitFor();
  await panel().getByText('“样例纸业有限公司”不在企业名录中').waitFor();
  await page.keyboard.press('Control+Enter');
  await panel().getByText('请在核验意见中说明').waitFor();
  await page.keyboard.press('F7');
  await panel().getByText('请写明退回原因').waitFor();
  expect(await accessProblems(page)).toEqual([]);
  await panel().getByRole('textbox').fill('缺防控承诺书');
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: '已退回 1' }).waitFor();
});

it('lets nobody approve what they have checked', async () => {
  await walkTo('A3829');
  await panel().getByRole('textbox').fill('已与企业核实');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '待审批 1' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await panel().getByText('核验人测试员不能审批').waitFor();
  await openAs('例审批');
  await walkTo('A3829');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '待发证 1' }).waitFor();
});

it('says what to do where there is no key, and issues when there is one', async () => {
  await panel().getByText('还没有发证密钥').waitFor();
  await tab('密钥与号段');
  await page.getByRole('button', { name: '建立密钥' }).click();
  await page.keyboard.press('Enter');
  await page
    .locator('[data-fingerprint]')
    .filter({ hasText: /\d{4}( \d{4}){5}/ })
    .waitFor();
  await page.getByLabel('本机是全县第一个发证点').check();
  await page.keyboard.press('Enter');
  await page.locator('[data-next-number]').filter({ hasText: '410821000001' }).waitFor();
  expect(await accessProblems(page)).toEqual([]);
  await tab('申请');
  await walkTo('A3829');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已发证 410821000001').waitFor();
});

it('prints it on A4 and A5 with a code that a camera reads', async () => {
  await tab('通行证');
  await walkTo('A3829');
  await page.keyboard.press('Control+P');
  const sheet = page.locator('[data-print-layer] [data-pass-paper="410821000001"]');
  await sheet.waitFor({ state: 'attached' });
  expect(await pageSizes()).toEqual(['595 842']);
  await page.getByLabel('A5 横排').check();
  await page.locator('[data-print-layer] [data-size="A5"]').waitFor({ state: 'attached' });
  expect(await pageSizes()).toEqual(['595 420']);
  const picture = await pictureOf('[data-print-layer] svg');
  code = jsQR(picture.pixels, picture.width, picture.width)?.data ?? '';
  expect(code).toMatch(/^TXZ1:[0-9A-Z $%*+./:-]+$/);
  const version = await sheet.locator('svg').getAttribute('data-qr-version');
  expect(Number(version)).toBeLessThanOrEqual(10);
  // nobody can answer the browser's own dialog
  await page.evaluate(() => {
    window.print = () => (document.body.dataset['printed'] = document.title);
  });
  await page.keyboard.press('Enter');
  await page.getByText('已输出 1 张').waitFor();
  expect(await page.locator('body').getAttribute('data-printed')).toBe('车辆通行证-410821000001');
  expect(await sheet.count()).toBe(0);
});

it('is let through at the desk by one scan of the paper', async () => {
  await page.getByRole('link', { name: '卡点值守' }).click();
  await startDuty(page);
  const scanner = await plugIn(page);
  await scanner.type(code, 5);
  await scanner.press('Enter');
  await page.waitForFunction(() => {
    const plate = document.querySelector('[data-desk-field="plate"]');
    return plate instanceof HTMLInputElement && plate.value.includes('A3829');
  });
  await field(page, 'direction').focus();
  await press(page, '1');
  await field(page, 'phone').fill('15400002761');
  await field(page, 'temperature').fill('36.5');
  await field(page, 'testSampledAt').fill('31日15:20');
  for (const name of ['healthCode', 'tripCode', 'testResult']) {
    await field(page, name).focus();
    await waitForFocus(page, name);
    await press(page, '1');
  }
  await page.locator('[data-verdict="allow"]').waitFor();
  await page.getByText('通行证 410821000001 有效').waitFor();
  await press(page, '[Enter]');
  await passages(page).waitFor();
  expect((await listed(page))[0]?.[3]).toBe('放行');
});

it('leads to the transports of the pass, and takes one from purchase to storage', async () => {
  await openOffice();
  await tab('通行证');
  await walkTo('A3829');
  await panel().getByRole('link', { name: '运输专项台账' }).click();
  await page.locator('[data-transports-of]').filter({ hasText: '410821000001' }).waitFor();
  await page.getByText('还没有运输记录').waitFor();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('货物').inputValue()).toBe('面粉');
  expect(await dialog.getByLabel('车牌号码').inputValue()).toBe('豫HA3829');
  await dialog.getByLabel('运单号').fill('YD-0401');
  await page.keyboard.press('Enter');
  await page.locator('[data-waits=purchase]').waitFor();
  const done = (step: string) => page.locator(`[data-step=${step}][data-done=true]`).waitFor();
  const fill = (name: string, text: string) =>
    page.locator(`[data-record-field=${name}]`).fill(text);
  for (const step of ['purchase', 'departure']) {
    await page.keyboard.press('F8');
    await done(step);
  }
  await page.keyboard.press('F8');
  await page.getByText('请先填写“交接隔离区”').waitFor();
  await fill('handoverArea', '1号交接区');
  await page.keyboard.press('F8');
  await done('arrival');
  await fill('disinfectant', '500mg/L含氯消毒液');
  await fill('disinfectedBy', '例消杀');
  await page.keyboard.press('F8');
  await done('disinfection');
  await fill('crew', '装卸1组');
  await page.keyboard.press('F8');
  await page.getByText('请先填写“班组封闭管理”').waitFor();
  const closed = page.getByLabel('班组封闭管理');
  await closed.click();
  await expect.poll(() => closed.isChecked()).toBe(true);
  expect(await accessProblems(page)).toEqual([]);
  for (const step of ['unloading', 'storage']) {
    await page.keyboard.press('F8');
    await done(step);
  }
  await page.locator('[data-waits=nothing]').waitFor();
});

it('finds the same transport from the passage of its vehicle', async () => {
  await page.evaluate(() => (location.hash = '#/ledger/checkpoint-passes'));
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: '运输专项台账 ›' }).click();
  await page.locator('[data-transports-of]').filter({ hasText: '豫HA3829' }).waitFor();
  await page.getByRole('option', { name: /YD-0401/ }).waitFor();
});

it('never holds again once it is reported lost, and is replaced under another number', async () => {
  await openOffice();
  await tab('通行证');
  await walkTo('A3829');
  await page.keyboard.press('F6');
  await page.keyboard.press('Enter');
  await page.getByText('410821000001 已挂失').waitFor();
  expect(await accessProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '遗失 1' }).click();
  await page.keyboard.press('F4');
  await page.getByRole('dialog').getByText('编号另起').waitFor();
  await page.keyboard.press('Enter');
  await panel().locator('[data-fact="kind"]').filter({ hasText: '补办' }).waitFor();
  await panel().locator('[data-fact="replaces"]').filter({ hasText: '410821000001' }).waitFor();
  expect(await panel().locator('[data-finding="overlapping"]').count()).toBe(0);
});

it('leaves to a clerk what is odd among many, still ticked and with the reason', async () => {
  await list().focus();
  await page.keyboard.press('Control+A');
  await page.getByText('已勾选 2 件').waitFor();
  await page.getByRole('button', { name: '核验 2 件' }).click();
  await page.getByText('核验通过 0 件').waitFor();
  await page.getByText('2 件未能办理，仍勾选').click();
  await page.getByRole('listitem').getByText('不在企业名录中').first().waitFor();
  await page.getByRole('button', { name: '待核验 2' }).waitFor();
});

/** Pages of the PDF that is printed, in points. */
async function pageSizes(): Promise<readonly string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
    'latin1',
  );
  return [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} ${Math.round(Number(height))}`,
  );
}

/** A drawing as a camera would see it: eight dots a module. */
async function pictureOf(selector: string) {
  const { width, dots } = await page.evaluate((which) => {
    const svg = document.querySelector(which);
    if (!(svg instanceof SVGSVGElement)) throw new Error('no drawing');
    const size = svg.viewBox.baseVal.width * 8;
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    const context = canvas.getContext('2d');
    context?.scale(8, 8);
    for (const path of svg.querySelectorAll('path')) {
      if (context) context.fillStyle = path.getAttribute('fill') ?? '';
      context?.fill(new Path2D(path.getAttribute('d') ?? ''));
    }
    const { data } = context?.getImageData(0, 0, size, size) ?? { data: [] };
    let bits = '';
    for (let index = 0; index < data.length; index += 4)
      bits += (data[index] ?? 0) > 127 ? '1' : '0';
    return { width: size, dots: bits };
  }, selector);
  const pixels = new Uint8ClampedArray(dots.length * 4).fill(255);
  for (let index = 0; index < dots.length; index++) {
    if (dots[index] === '0') pixels.fill(0, index * 4, index * 4 + 3);
  }
  return { width, pixels };
}
