import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/chromium';
import {
  clearDesk,
  field,
  focusedField,
  inventedIdentityNumber,
  passages,
  plateField,
  press,
  startDuty,
  waitForFocus,
} from '../support/deskPage';
import { issue } from '../shared/passes/issuing';
import { fakeCamera } from '../support/fakeCamera';
import { plugIn, type Keyboard } from '../support/keyboard';
import { makeEvent } from '../support/openEvent';

let app: RunningApp;
let page: Page;
let scanner: Keyboard;

const shownPass = await issue();

beforeAll(async () => {
  // the one without windows has no cameras either
  app = await startApp({ flags: fakeCamera(shownPass), withWindows: true });
  page = app.page;
  await makeEvent(page);
  await startDuty(page);
  scanner = await plugIn(page);
});
afterEach(() => clearDesk(page));
afterAll(async () => {
  expect(app.strayRequests).toEqual([]);
  expect(app.pageErrors).toEqual([]);
  await app.close();
});

const identity = inventedIdentityNumber(7);
const value = (name: string) => field(page, name).inputValue();

/** A code and the Enter that ends it. */
async function scan(text: string, gapMs = 10): Promise<void> {
  await scanner.type(text, gapMs);
  await scanner.press('Enter');
}

describe.each([5, 10, 15, 40])('a scanner that types every %i ms', (gapMs) => {
  it('is told apart wherever the focus is; its codes go where they belong', async () => {
    await scan('HA3829', gapMs);
    await waitForFocus(page, 'direction');
    expect(await plateField(page).inputValue()).toBe('豫H·A3829');

    await field(page, 'temperature').focus();
    await page.keyboard.type('36', { delay: 90 });
    await scan(identity, gapMs);
    await page.getByText(`已扫入证件号码：…${identity.slice(-4)}`).waitFor();
    expect(await value('temperature')).toBe('36');
    expect(await value('documentNumber')).toBe(`4108******${identity.slice(-4)}`);

    // On a question answered by one key, and on the button that saves.
    for (const place of ['healthCode', 'save']) {
      await field(page, place).focus();
      await scan('410821000123', gapMs);
      await page.getByText('已扫入通行证：…0123').waitFor();
      expect(await value('permit')).toBe('410821000123');
      expect(await field(page, 'healthCode').locator('[aria-checked=true]').count()).toBe(0);
      await field(page, 'permit').fill('');
    }
    expect(await passages(page).count()).toBe(0); // no Enter of a scanner has saved anything
  });
});

describe('with a Chinese input method on', () => {
  it.each(['plate', 'driverName', 'documentNumber'])(
    'a code scanned into %s is taken from the places of the keys, what was composed goes',
    async (place) => {
      await press(page, 'a3829[Enter]');
      await waitForFocus(page, 'direction');
      await field(page, place).focus();
      await scanner.typeThroughInputMethod(identity, 12);
      await page.getByText('已扫入证件号码').waitFor();
      expect(await plateField(page).inputValue()).toBe('豫H·A3829');
      expect(await value('driverName')).toBe('');
      expect(await value('documentNumber')).toBe(`4108******${identity.slice(-4)}`);
    },
  );

  it('a plate goes into the plate also from there', async () => {
    await scanner.typeThroughInputMethod('HA3829', 12);
    await waitForFocus(page, 'direction');
    expect(await plateField(page).inputValue()).toBe('豫H·A3829');
  });

  it('a person composing a name is left alone', async () => {
    await press(page, 'a3829[Enter][Tab]');
    await waitForFocus(page, 'driverName');
    const session = await page.context().newCDPSession(page);
    for (const text of ['w', 'wa', 'wan', 'wang', 'wang l', 'wang li']) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await session.send('Input.insertText', { text: '王例' });
    expect(await value('driverName')).toBe('王例');
    expect(await focusedField(page)).toBe('driverName');
  });
});

it.each([
  [
    'a digit misread',
    identity.slice(0, 16) + (identity[16] === '1' ? '2' : '1') + identity[17],
    '校验位不符',
  ],
  ['a character lost', identity.slice(1), '位数不对'],
  ['a character doubled', `4${identity}`, '位数不对'],
  ['a product', '6901234567892', '不是车牌、证件号码或通行证'],
  ['a web address', 'https://example.invalid/?q=1', '不是车牌、证件号码或通行证'],
])('%s is refused in words, and typed nowhere', async (_name, code, words) => {
  await press(page, 'a3829[Enter]');
  await waitForFocus(page, 'direction');
  await field(page, 'purpose').focus();
  await scan(code);
  await page.getByText(words).waitFor();
  expect(await value('purpose')).toBe('');
  expect(await value('documentNumber')).toBe('');
  expect(await plateField(page).inputValue()).toBe('豫H·A3829');
});

it('a code that came twice is taken once, caps lock or not', async () => {
  await scan(identity.toLowerCase() + identity.toLowerCase());
  await page.getByText('已扫入证件号码').waitFor();
  expect(await value('documentNumber')).toBe(`4108******${identity.slice(-4)}`);
});

it.each([55, 70, 90])('a person who types every %i ms is no scanner', async (gapMs) => {
  await field(page, 'documentNumber').focus();
  await scanner.type(identity, gapMs);
  expect(await value('documentNumber')).toBe(identity);
  await scanner.press('Tab', gapMs);
  expect(await focusedField(page)).toBe('phone');
  expect(await page.getByText('已扫入').count()).toBe(0);
});

it('a key that reaches nobody goes to the plate', async () => {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.type('A38', { delay: 80 });
  expect(await plateField(page).inputValue()).toBe('A38');
});

describe('the camera', () => {
  const setCamera = async (setting: 'granted' | 'denied') => {
    const session = await app.context.newCDPSession(page);
    const permission = { name: 'camera' };
    await session.send('Browser.setPermission', { permission, setting, origin: app.address });
  };
  const dialog = () => page.getByRole('dialog', { name: '摄像头扫码' });

  it('says in words that it may not be used', async () => {
    await setCamera('denied');
    await page.keyboard.press('Control+M');
    await dialog().getByText('本程序未获准使用摄像头').waitFor();
    expect(await dialog().locator('video').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await waitForFocus(page, 'plate');
  });

  it('takes the code of a pass as a scanner does, and is off afterwards', async () => {
    await setCamera('granted');
    await press(page, 'a3829[Enter]');
    await waitForFocus(page, 'direction');
    await page.keyboard.press('Control+M');
    await dialog().waitFor({ state: 'detached', timeout: 60_000 });
    expect(await value('permit')).toBe('410821000123');
    expect(await plateField(page).inputValue()).toBe('豫H·A3829');
    await page.getByText('已扫入通行证：…0123').waitFor();
  });
});
