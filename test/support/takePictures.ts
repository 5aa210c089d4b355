import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { field, press, waitForFocus } from './deskPage';
import { cardOf, chooseFiles, openExchange, workbookOf } from './exchangePage';
import { openLedger, selectCell, startSample } from './ledgerPage';
import { shrinkPng } from './shrinkPng';

/** Near midnight on the last day of the sample: no passage lies in the future then. */
const takenAt = '2022-03-27T23:41:12+08:00';
const startedAt = '2022-03-27T23:40:00+08:00';
const checkpoint = 'S915线云台山镇泽州县界卡点';

/** What an office sends back: two changed cells, a new checkpoint, and two rows that are wrong. */
const list = [
  ['修武县防控卡点一览表'],
  ['填报日期：2022年3月27日'],
  ['序号', '检查站名称', '卡点类型', '所在道路', '启用日期', '所在乡镇', '联系电话'],
  [1, '样例高速修武东站卡点', '高速口', '样例高速东站连接线', '3.12', '城关镇', '15400002761'],
  [2, '样例高速修武南站卡点', '高速口', '样例高速', '2022年3月12日', '郇封镇', ''],
  [3, checkpoint, '国道', 'S915线（改线段）', '2022-03-12', '云台山镇', '15400008812'],
  [4, '东岭后样例村卡点', '村', '东岭样例路', '3月24日', '岸上乡', '15400004407'],
  [5, '没有类型的卡点', '', '无名样例路', '2022-02-30', '西村乡', '1540000'],
  [6, '南岭前样例村卡点', '村', '南岭样例路', '3月25日', '西村乡', '15400003319'],
  ['合计', 6],
];

/** The pictures of the README, of the invented county in the built app; `say` gets a line for each. */
export async function takePictures(folder: string, say: (line: string) => void): Promise<void> {
  const app = await startSample({ startedAt });
  const { page } = app;
  const take = async (name: string) => {
    const picture = shrinkPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    writeFileSync(join(folder, `${name}.png`), picture);
    say(`${name}.png ${Math.ceil(picture.length / 1024)} KB`);
  };
  try {
    await page.clock.setFixedTime(takenAt);
    await goOnDuty(page);
    await typeLorry(page);
    await take('desk');
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('link', { name: 'Settings' }).waitFor();
    await take('desk-en');
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('link', { name: '设置' }).waitFor();

    await openLedger(page, '通行证');
    await selectCell(page, 3, '车牌号码');
    await page.keyboard.press('Control+Enter');
    await page.locator('#field-plate').waitFor();
    await take('ledger');

    await openExchange(page);
    await chooseFiles(page, [{ name: '卡点一览表.xlsx', bytes: workbookOf(list) }]);
    await cardOf(page, '卡点一览表.xlsx').waitFor();
    await page.getByRole('button', { name: /核对 \d+ 行/ }).click();
    await page.locator('[data-status=rejected]').first().waitFor();
    await take('exchange');
  } finally {
    await app.close();
  }
}

async function goOnDuty(page: Page): Promise<void> {
  await page.getByPlaceholder('输入名称查找').fill(checkpoint);
  await page.getByRole('radio', { name: checkpoint }).check({ force: true });
  await page.locator('input[name=duty-shift][value=B班]').check();
  await page.getByLabel('值守人员').fill('张例春、李样夏');
  await page.keyboard.press('Enter');
  await waitForFocus(page, 'plate');
}

/** A lorry with a permit that passes here every day; not yet saved, so that its verdict is in sight. */
async function typeLorry(page: Page): Promise<void> {
  await press(page, 'a0042[Enter]');
  await waitForFocus(page, 'direction');
  await press(page, '1');
  await field(page, 'healthCode').focus();
  await press(page, '11');
  await field(page, 'temperature').focus();
  await press(page, '36.5[Tab]271210[Tab]1');
}
