import type { Locator, Page } from 'playwright-core';
import { startApp, type AppSettings, type RunningApp } from './chromium';

/** The invented county, open and ready. */
export async function startSample(settings: AppSettings = {}): Promise<RunningApp> {
  const app = await startApp({ ...settings, sample: true });
  await app.page.getByRole('navigation').waitFor({ timeout: 90_000 });
  return app;
}

/** A page that was loaded anew did not end cleanly: what was mended is said once. */
export async function dismissRepairs(page: Page): Promise<void> {
  const dialog = page.locator('dialog[data-repairs]');
  if (await dialog.isVisible()) await dialog.getByRole('button').click();
}

/** Goes to a ledger by its title and waits until its first rows are there. */
export async function openLedger(page: Page, title: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${title} ?[\\d,]+$`) })
    .click();
  await page.getByRole('grid', { name: title }).waitFor();
  await row(page, 0).waitFor();
}

/** A row on screen, counted from 0. */
export function row(page: Page, index: number): Locator {
  return page.locator(`[data-row="${index}"][aria-busy="false"]`);
}

/** A cell by row and by the header of its column. */
export async function cell(page: Page, index: number, header: string): Promise<Locator> {
  const headers = await page
    .getByRole('columnheader')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
  const column = headers.findIndex((text) => text.replace(/（.*|[↑↓].*/, '').trim() === header);
  if (column < 0) throw new Error(`No column ${header} among ${headers.join(' ')}`);
  return row(page, index).locator(`[data-column="${column}"]`);
}

/** Clicks a cell and gives its locator. */
export async function selectCell(page: Page, index: number, header: string): Promise<Locator> {
  const found = await cell(page, index, header);
  await found.click();
  return found;
}

/** Types over the selected cell and leaves it downwards. */
export async function typeInto(
  page: Page,
  index: number,
  header: string,
  text: string,
): Promise<Locator> {
  const found = await selectCell(page, index, header);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  return found;
}

/** What the bottom line says has been committed. */
export async function commits(page: Page): Promise<number> {
  return Number(await page.locator('[data-sequence]').getAttribute('data-sequence'));
}

/** Waits until the bottom line has counted on from there. */
export async function waitForCommit(page: Page, after: number): Promise<void> {
  await page.waitForFunction(
    (known) =>
      Number(document.querySelector('[data-sequence]')?.getAttribute('data-sequence')) > known,
    after,
  );
}
