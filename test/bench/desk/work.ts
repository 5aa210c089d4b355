import type { Page } from 'playwright-core';
import { clearDesk, plateField, waitForFocus } from '../../support/deskPage';
import { plugIn } from '../../support/keyboard';
import type { ScannedPass } from './fillDesk';

const completionCount = 24;
/** Nobody's hand is quicker from one key to the next. */
const handMs = 70;
/** A usual scanner, from one character to the next. */
const scannerMs = 5;

/** All times in milliseconds. */
export interface Logged {
  readonly durable: readonly number[];
  readonly shown: readonly number[];
  readonly puts: readonly number[];
}

export interface Scanned {
  readonly verdicts: readonly number[];
  /** A bare verification and a bare put, turn by turn with the scans. */
  readonly peers: readonly number[];
}

/** Known vehicles, by hand: plate, Enter, direction, Enter; a bare put after each. */
export async function logPassages(page: Page, count: number, from: number): Promise<Logged> {
  const durable: number[] = [];
  const shown: number[] = [];
  const puts: number[] = [];
  for (let n = 0; n < count; n++) {
    await page.keyboard.type(`A${String(from + n).padStart(4, '0')}`, { delay: 25 });
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'direction');
    await page.keyboard.press('1');
    await page.waitForTimeout(handMs);
    await page.evaluate(() => window.deskBench.expectRow());
    await page.keyboard.press('Enter');
    shown.push(await page.evaluate(() => window.deskBench.rowShown()));
    durable.push(await page.evaluate(() => window.deskBench.durable()));
    puts.push(await page.evaluate(() => window.deskBench.barePut()));
  }
  return { durable, shown, puts };
}

/** Passes of known vehicles, scanned on an empty desk and cleared again. */
export async function scanPasses(page: Page, passes: readonly ScannedPass[]): Promise<Scanned> {
  const verdicts: number[] = [];
  const peers: number[] = [];
  const scanner = await plugIn(page);
  for (const { code, number } of passes) {
    await page.evaluate((wanted) => window.deskBench.expectVerdict(wanted), number);
    await scanner.type(code, scannerMs);
    await scanner.press('Enter');
    verdicts.push(await page.evaluate(() => window.deskBench.verdictShown()));
    const verified = await page.evaluate(() => window.deskBench.bareVerify());
    peers.push(verified + (await page.evaluate(() => window.deskBench.barePut())));
    await clearDesk(page);
  }
  return { verdicts, peers };
}

export async function completePlates(page: Page): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n < completionCount; n++) {
    await plateField(page).focus();
    await page.evaluate(() => window.deskBench.expectOptions());
    await page.keyboard.insertText(`豫H${'ABCDEFGH'.charAt(n % 8)}${n % 10}`);
    taken.push(await page.evaluate(() => window.deskBench.optionsShown()));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Escape');
  }
  return taken;
}

/** Does the work while the store answers one query over all passages after the other. */
export async function withQueries<Done>(page: Page, work: () => Promise<Done>) {
  await page.evaluate(() => {
    window.deskBench.watchFrames();
    window.deskBench.startQueries();
  });
  const from = performance.now();
  const done = await work();
  const { answered, frames, longestTaskMs } = await page.evaluate(async () => ({
    answered: await window.deskBench.stopQueries(),
    ...window.deskBench.framesWatched(),
  }));
  return { done, answered, frames, longestTaskMs, seconds: (performance.now() - from) / 1_000 };
}
