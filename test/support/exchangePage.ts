import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { utils, write } from 'xlsx';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A workbook of one sheet as another program writes it. */
export function workbookOf(
  rows: readonly (readonly unknown[])[],
  kind: 'xlsx' | 'biff8' = 'xlsx',
  name = '名单',
): Uint8Array {
  return workbookOfSheets([{ name, rows }], kind);
}

export function workbookOfSheets(
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[],
  kind: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows } of sheets) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: kind }) as ArrayBuffer); // by `type`
}

export async function openExchange(page: Page): Promise<void> {
  await page.getByRole('link', { name: '数据交换' }).click();
  await page.getByRole('button', { name: /选择文件/ }).waitFor();
}

/** Through the system's own file chooser, as a click on the big area asks for. */
export async function chooseFiles(page: Page, files: readonly NamedFile[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /选择文件|添加文件|Choose files|Add files/ }).click();
  const chooser = await asked;
  await chooser.setFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
  );
}

/** Dragged from the desktop and dropped on the page by the browser itself, not by script. */
export async function dropFiles(page: Page, files: readonly NamedFile[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'countyline-dropped-'));
  const paths = files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  await dropPaths(page, paths);
  await page.locator('li', { hasText: files.at(-1)?.name ?? '' }).waitFor();
  rmSync(folder, { recursive: true });
}

export async function dropPaths(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const size = page.viewportSize() ?? { width: 1366, height: 768 };
  const place = { x: size.width / 2, y: size.height / 2 };
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...place, data });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...place, data });
  await page.getByText('松开即可读取').waitFor();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...place, data });
  await session.detach();
}

/** The card of a file on its way. */
export function cardOf(page: Page, name: string) {
  return page.locator('li').filter({ has: page.locator(`strong[title="${name}"]`) });
}

/** What a click makes the browser save, and under which name. */
export async function saved(page: Page, click: () => Promise<void>): Promise<Download> {
  const coming = page.waitForEvent('download');
  await click();
  return coming;
}

/** The shown cells of the check page, a list per row. */
export async function checkedRows(page: Page): Promise<readonly (readonly string[])[]> {
  const rows = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasNot: page.locator('[role=columnheader]') });
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent)),
  );
}
