import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RowId } from '../../shared/kernel/ids';
import type { RowValues } from '../../shared/ledger/defineLedger';
import { sampleCounty } from '../../shared/sample/sampleCounty';
import { startApp, type RunningApp } from '../support/chromium';
import {
  field,
  inventedIdentityNumber,
  listed,
  passages,
  plateField,
  press,
  waitForFocus,
} from '../support/deskPage';
import { plugIn } from '../support/keyboard';

/** The morning after the last day of the sample. */
const startedAt = '2022-03-28T02:00:00Z';

let app: RunningApp;
let page: Page;
/** A lorry of the sample with a pass that holds, seen at the checkpoint that the pass names. */
const lorry = knownLorry();
/** Keys since the vehicle's turn began; what an input method hands over is data, not keys. */
let presses = 0;

beforeAll(async () => {
  app = await startApp({ sample: true, startedAt });
  page = app.page;
  await page.getByRole('navigation').waitFor({ timeout: 90_000 });
  await page.getByRole('textbox', { name: '卡点' }).fill(lorry.checkpoint);
  await page.getByRole('radio', { name: lorry.checkpoint }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('值守人员').fill('张例春、李样夏');
  await page.keyboard.press('Enter');
  await plateField(page).waitFor();
});
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

/** Presses keys one by one, as `press` writes them, and counts them. */
async function count(keys: string): Promise<void> {
  presses += [...keys.replace(/\[[^\]]+\]/g, '.')].length;
  await press(page, keys);
}

/** Data: an input method hands it over, or its characters are typed. */
async function give(data: string): Promise<void> {
  await page.keyboard.insertText(data);
}

function say(what: string, atMost: number): void {
  process.stdout.write(`key presses, ${what}: ${presses} (goal ≤ ${atMost})\n`);
  expect(presses).toBeLessThanOrEqual(atMost);
}

it('logs a known truck with a scanned pass with one scan and one key', async () => {
  presses = 0;
  const scanner = await plugIn(page);
  await scanner.type(lorry.permit, 10);
  await scanner.press('Enter');
  await page.waitForFunction(
    () => document.querySelector('[data-desk-field=direction] [aria-checked=true]') !== null,
  );
  await count('[Enter]');
  await passages(page).waitFor();
  const [row = []] = await listed(page);
  expect(row[1]?.replace('·', '')).toBe(lorry.plate);
  expect(row[2]).toBe(lorry.direction === '进' ? '出' : '进');
  expect(row[3]).toBe('放行');
  expect(row[4]).not.toBe('');
  say('known truck, pass scanned', 1);
});

it('logs a known plate without scanning in eight key presses, health code included', async () => {
  presses = 0;
  await count(`${lorry.plate.slice(2, 5).toLowerCase()}`);
  const first = page.getByRole('option').first();
  await first.waitFor();
  const plate = (await first.locator('strong').textContent()) ?? '';
  await count('[ArrowDown][Enter]');
  await waitForFocus(page, 'direction');
  await count('1');
  await waitForFocus(page, 'healthCode');
  await count('1[Enter]');
  await passages(page).nth(1).waitFor();
  const [row = []] = await listed(page);
  expect(row[1]).toBe(plate);
  expect(row[4]).not.toBe('');
  say('known plate, by hand', 8);
});

it('logs a new vehicle with three people in sixty key presses beyond what they are asked', async () => {
  presses = 0;
  await give('Z9081');
  await count('[Enter]');
  await waitForFocus(page, 'direction');
  await count('1');
  await waitForFocus(page, 'driverName');
  const answers = ['王例山', inventedIdentityNumber(1), '15400001111', '孟州市', '修武县'];
  for (const answer of answers) {
    await give(answer);
    await count('[Tab]');
  }
  await give('送货');
  await count('[Tab]11');
  await waitForFocus(page, 'temperature');
  await give('36.5');
  await count('[Tab]');
  await give('271520');
  await count('[Tab]1');
  await count('[F4]');
  await waitForFocus(page, 'passengers');
  await give('李样河');
  await count(' ');
  await give(inventedIdentityNumber(2));
  await count(' ');
  await give('36.4');
  await count(' ');
  await give('绿');
  await count(';');
  await give('赵例湖');
  await count(' ');
  await give(inventedIdentityNumber(3));
  await count(' ');
  await give('36.6');
  await count(' ');
  await give('绿');
  await count('[Tab]'); // nobody is told while still typing
  expect(await field(page, 'passengers').getAttribute('aria-invalid')).toBe('false');
  await count('[Enter]');
  await passages(page).nth(2).waitFor();
  const [row = []] = await listed(page);
  expect(row.slice(1, 4)).toEqual(['豫H·Z9081', '进', '放行']);
  expect(row[5]).toBe('孟州市 → 修武县');
  say('new vehicle with three people', 60);
});

interface Lorry {
  readonly permit: string;
  readonly plate: string;
  readonly checkpoint: string;
  readonly direction: string;
}

function knownLorry(): Lorry {
  const rows = new Map<string, { readonly id: RowId; readonly values: RowValues }[]>();
  for (const { ledger, rows: some } of sampleCounty()) {
    rows.set(ledger, [...(rows.get(ledger) ?? []), ...some]);
    if (ledger === 'checkpoint-passes' && rows.get(ledger)?.length === 20_000) break;
  }
  const names = new Map(rows.get('checkpoints')?.map(({ id, values }) => [id, values.name]));
  const last = new Map<unknown, RowValues>();
  for (const { values } of rows.get('checkpoint-passes') ?? []) last.set(values.plate, values);
  for (const { values } of rows.get('permits') ?? []) {
    const seen = last.get(values.plate);
    const { validUntil, status, checkpoints, number, plate } = values;
    if (status !== '有效' || String(validUntil) < '2022-03-29') continue;
    if (seen?.outcome !== '放行' || seen.direction === '过境') continue;
    const via = Array.isArray(checkpoints) ? (checkpoints[0] as RowId) : undefined; // a reference is an id
    const checkpoint = via && names.get(via);
    if (typeof checkpoint !== 'string' || typeof plate !== 'string') continue;
    if (!plate.startsWith('豫H') || typeof seen.direction !== 'string') continue;
    return { permit: String(number), plate, checkpoint, direction: seen.direction };
  }
  throw new Error('No such lorry in the sample');
}
