import type { Locator, Page } from 'playwright-core';

/** The panel beside the grid. */
export function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: '记录' });
}

/** A field of the panel's form with all that is said about it, by the field's name. */
export function line(page: Page, field: string): Locator {
  return panel(page).locator(`[data-field="${field}"]`);
}

/** The box a field is typed into. */
export function box(page: Page, field: string): Locator {
  return page.locator(`[id="field-${field}"]`);
}

/** Types into a box that the keyboard has come to, and goes on to the next one by Tab. */
export async function typeInBox(page: Page, field: string, text: string): Promise<void> {
  await isInBox(page, field);
  const hasList = (await box(page, field).getAttribute('aria-haspopup')) === 'listbox';
  // one key picks a choice; anything else is text, as an input method hands it over
  if (/^\d$/.test(text)) {
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press(text);
  } else if (text !== '') {
    await page.keyboard.insertText(text);
    if (hasList) await page.getByRole('option', { name: text }).first().waitFor();
  }
  await page.keyboard.press('Tab');
}

/** Waits until the box has the focus; before it was asked for, a masked value has a button there. */
export async function isInBox(page: Page, field: string): Promise<void> {
  await page.waitForFunction(
    (id) => document.activeElement?.matches(`input[id="${id}"], textarea[id="${id}"]`),
    `field-${field}`,
  );
}

/** A resident identity number of nobody (there is no area 410899), with its check digit. */
export function identityNumber(birth: string, serial: string): string {
  const first = `410899${birth}${serial}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(first.charAt(at)), 0);
  return first + '10X98765432'.charAt(sum % 11);
}
