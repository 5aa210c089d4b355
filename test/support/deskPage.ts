import type { Locator, Page } from 'playwright-core';
import { identityCheckDigit } from '../../shared/fields/identityNumber';

/** Nobody's: the division 410899 was never assigned. */
export function inventedIdentityNumber(serial: number): string {
  const first17 = `41089919900101${String(serial).padStart(3, '0')}`;
  return first17 + identityCheckDigit(first17);
}

/** In a fresh event: makes the checkpoint where it is asked for, and goes on duty at it. */
export async function startDuty(page: Page, checkpoint = '云台大道卡点'): Promise<void> {
  await page.getByLabel('卡点名称').fill(checkpoint);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: checkpoint }).waitFor();
  await page.getByLabel('值守人员').fill('张例春、李样夏');
  await page.keyboard.press('Enter');
  await plateField(page).waitFor();
}

export function plateField(page: Page): Locator {
  return page.getByRole('combobox', { name: '车牌' });
}

export function field(page: Page, name: string): Locator {
  return page.locator(`[data-desk-field="${name}"]`);
}

/** Which field the next key goes to. */
export function focusedField(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLElement
      ? document.activeElement.dataset.deskField
      : undefined,
  );
}

/** Keys as a person presses them, one after the other: `HA3829`, then `[Enter]`, then `1`. */
export async function press(page: Page, keys: string): Promise<void> {
  for (const [, named, one] of keys.matchAll(/\[(\w+(?:\+\w+)*)\]|([^[])/gu)) {
    if (named) await page.keyboard.press(named, { delay: 10 });
    else if (one) await page.keyboard.type(one);
    await page.waitForTimeout(55); // nobody is as quick as a scanner
  }
}

/** Clears what stands on the desk, for the next case. */
export async function clearDesk(page: Page): Promise<void> {
  await page.waitForTimeout(120); // not a key of the code that was scanned last
  await page.keyboard.press('Shift+Escape');
  await waitForFocus(page, 'plate');
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[data-desk-field=plate]')?.value === '',
  );
}

/** Logs one passage with a plate and a direction, and waits until it stands in the list. */
export async function logPassage(page: Page, plate: string, outcome = 'Enter'): Promise<void> {
  await press(page, `${plate}[Enter]`);
  await waitForFocus(page, 'direction');
  await press(page, `1[${outcome}]`);
  await passages(page)
    .filter({ hasText: plate.slice(-4) })
    .first()
    .waitFor();
}

export async function waitForFocus(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.activeElement instanceof HTMLElement &&
      document.activeElement.dataset.deskField === wanted,
    name,
  );
}

export function passages(page: Page): Locator {
  return page.locator('[data-passage]');
}

/** The cells of the rows in the day's list, newest first. */
export function listed(page: Page): Promise<readonly (readonly string[])[]> {
  return passages(page).evaluateAll((rows) =>
    rows
      .map((row) => ({
        top: row.getBoundingClientRect().top,
        cells: [...row.querySelectorAll('[role=cell]')].map((cell) => cell.textContent.trim()),
      }))
      .sort((left, right) => left.top - right.top)
      .map(({ cells }) => cells),
  );
}

export async function figure(page: Page, name: string): Promise<string> {
  return (await page.getByTestId(`today-${name}`).textContent()) ?? '';
}
