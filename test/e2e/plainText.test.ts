import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import { clearTextIn, writtenForms } from '../support/clearText';
import {
  inventedIdentityNumber,
  passages,
  plateField,
  press,
  startDuty,
} from '../support/deskPage';
import { chooseFiles, openExchange, saved } from '../support/exchangePage';
import { openLedger, selectCell } from '../support/ledgerPage';
import { makeEvent, passphrase } from '../support/openEvent';

/** Each is given to another screen, so that what is found also tells who has left it there. */
const driver = {
  name: '欧阳测试',
  identity: inventedIdentityNumber(7),
  phone: '15400007777',
  plate: 'H8Z3Q7',
};
const listed = { name: '司马例春', identity: inventedIdentityNumber(8), phone: '15400008888' };
const staff = ['张例春', '李样夏', '测试员']; // on duty, and who opened the event
const sought = '上官试秋';
const begun = { name: '皇甫样冬', phone: '15400009999' };

const folder = mkdtempSync(join(tmpdir(), 'countyline-clear-'));
const temporaryFolder = join(folder, 'temporary');
let app: RunningApp;
let page: Page;
beforeEach(async () => {
  mkdirSync(temporaryFolder);
  app = await startApp({
    profile: join(folder, 'profile'),
    temporaryFolder,
    withWindows: true,
  });
  page = app.page;
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function atTheDesk(): Promise<void> {
  await startDuty(page);
  await press(page, `${driver.plate}[Enter]1`);
  await page.keyboard.insertText(driver.name);
  await press(page, `[Tab]${driver.identity}[Tab]${driver.phone}[Enter]`);
  await passages(page).waitFor();
  await press(page, 'a3829[Enter]1'); // put aside
  await page.keyboard.insertText(begun.name);
  await press(page, `[Tab][Tab]${begun.phone}[F9]`);
  await page.getByTestId('parked').waitFor();
}

/** Also where a person's name stands where none belongs: in a header, and in the file's name. */
async function throughAnImport(): Promise<void> {
  await openExchange(page);
  const header = `姓名,身份证号,联系电话,码色,诉求,受理时间,${listed.name}经办`;
  const row = [...Object.values(listed), '黄码', '弹窗', '2022-03-27 08:30', '是'].join(',');
  const other = '王例山,,,红码,弹窗,2022-03-27 09:30,否';
  const bytes = new TextEncoder().encode([header, row, other].join('\n'));
  await chooseFiles(page, [{ name: `${listed.name}转码.csv`, bytes }]);
  await page.getByRole('button', { name: /核对 2 行/ }).click();
  await page.getByRole('button', { name: '写入 2 行' }).click();
  await page.getByText('新增 2 行，修改 0 行').waitFor();
}

/** Shown, filtered by, kept as a view, written to a workbook for somebody. */
async function inTheLedger(): Promise<void> {
  await openLedger(page, '转码处理');
  await selectCell(page, 1, '姓名'); // the newest is first
  await page.keyboard.press('Control+m');
  await page.getByRole('grid').getByText(listed.name).waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText(listed.name);
  await page.getByText('2 条，显示 1').waitFor();
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByLabel('视图名称').fill(sought);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `视图：${sought}` }).waitFor();
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog');
  await saved(page, () => dialog.getByRole('button', { name: '导出 1 行' }).click());
  await dialog.locator('[data-state=saved]').waitFor(); // until then Escape cancels, and no more
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(sought);
  await page.keyboard.press('Escape');
}

it('leaves nobody’s name, number, phone or plate in any byte of the profile or the temporary files', async () => {
  const code = await makeEvent(page);
  await atTheDesk();
  await throughAnImport();
  await inTheLedger();

  const texts = [driver, listed, begun].flatMap((person) => Object.values(person));
  const secrets = [
    ...[...texts, ...staff, sought, passphrase, code].flatMap((text) => writtenForms(text)),
    ...writtenForms(driver.name, 'c5b7d1f4b2e2cad4'),
  ];
  // What a loss of power would leave now; Chromium does use the folder, and the search does see.
  expect(clearTextIn(folder, secrets)).toEqual([]);
  expect(readdirSync(temporaryFolder)).not.toEqual([]);
  writeFileSync(join(temporaryFolder, 'left.txt'), `司机${driver.name}`);
  expect(clearTextIn(folder, secrets)).not.toEqual([]);
  rmSync(join(temporaryFolder, 'left.txt'));

  await page.keyboard.press('Control+l');
  await page.getByLabel('口令或恢复码').waitFor();
  expect(await plateField(page).count()).toBe(0);
  await app.close();
  expect(clearTextIn(folder, secrets)).toEqual([]);
});
