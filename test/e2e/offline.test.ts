import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { en } from '../../renderer/app/text/en';
import { zh } from '../../renderer/app/text/zh';
import { ledgers } from '../../shared/ledgers/registry';
import { startApp, type RunningApp } from '../support/chromium';
import { field, passages, press, waitForFocus } from '../support/deskPage';
import { chooseFiles, saved, workbookOf } from '../support/exchangePage';
import { dismissRepairs, startSample } from '../support/ledgerPage';
import { makeEvent } from '../support/openEvent';
import { rawKeys, shownTexts } from '../support/shownTexts';

type Words = typeof zh;

let app: RunningApp;
let page: Page;
afterEach(() => app.close());

/** A gate that sees nothing also passes. */
function expectSight(): void {
  const texts = [
    '卡点.xlsx 已读取',
    'e.g. 3.27',
    '请填写 desk.duty.staff',
    'fields.findings.plate',
  ];
  expect(rawKeys(texts)).toEqual(['desk.duty.staff', 'fields.findings.plate']);
}

/** Looks at the page as it is now: no text may be missing in the language of the screen. */
async function look(where: string): Promise<void> {
  expect(rawKeys(await shownTexts(page)), where).toEqual([]);
}

/** Data is Chinese; what the ledgers call their columns and areas is not. */
async function expectEnglish(where: string): Promise<void> {
  const words = await page.locator('nav, [role=columnheader]').allTextContents();
  expect(
    words.filter((text) => /\p{Script=Han}/u.test(text)),
    where,
  ).toEqual([]);
}

async function goTo(hash: string): Promise<void> {
  await page.locator(`nav a[href="${hash}"]`).click();
  await page.locator(`nav a[href="${hash}"][aria-current=page]`).waitFor();
}

/** The button with this word, whatever key stands beside it. */
const button = (word: string) =>
  page.getByRole('button', { name: new RegExp(`^${word}( |$)`) }).first();

async function workAtTheDesk(): Promise<void> {
  await goTo('#/desk');
  await page.locator('#duty-search').fill('S915线');
  await page.getByRole('radio', { name: 'S915线' }).check({ force: true });
  await look('duty');
  await page.locator('#duty-staff').fill('张例春');
  await page.keyboard.press('Enter');
  await waitForFocus(page, 'plate');
  await look('idle desk');
  await press(page, 'a0042[Enter]');
  await waitForFocus(page, 'direction');
  await press(page, '1');
  await field(page, 'healthCode').focus();
  await press(page, '3');
  await page.locator('[data-verdict]').waitFor();
  await look('verdict');
  await press(page, '[F7]');
  await passages(page).first().waitFor();
  await waitForFocus(page, 'plate');
  await look('desk with a passage');
}

async function lookIntoRecord(ledger: string): Promise<void> {
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+Enter');
  const tabs = page.locator('aside').getByRole('tab');
  await tabs.first().waitFor();
  for (let index = 0; index < (await tabs.count()); index++) {
    await tabs.nth(index).click();
    await look(`${ledger}, tab ${index + 1} of a record`);
  }
  await page.keyboard.press('Escape');
}

async function readEveryLedger(words: Words): Promise<void> {
  for (const { id, role } of ledgers) {
    if (role === 'definitions') continue; // has a page of its own
    await goTo(`#/ledger/${id}`);
    const rows = page.locator('[data-row][aria-busy=false]');
    await rows.first().or(page.getByText(words.ledger.emptyNote)).first().waitFor();
    await look(id);
    if (words !== zh) await expectEnglish(id);
    // The same words are asked for in both languages, and each language has every word of the other.
    else if ((await rows.count()) > 0) await lookIntoRecord(id);
  }
}

async function importFile(words: Words): Promise<void> {
  await goTo('#/exchange');
  await look('exchange');
  const rows = [
    ['卡点名称', '类型', '道路', '启用时间'],
    ['样例甲村卡点', '村口', '样例路', '2022-03-24'],
    ['样例乙村卡点', '不存在的类型', '', '2022-02-30'],
  ];
  await chooseFiles(page, [{ name: '卡点.xlsx', bytes: workbookOf(rows) }]);
  await page.getByText(words.exchange.recognise.target).waitFor();
  await look('recognised');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-status=rejected]').first().waitFor();
  await look('checked');
  await page.keyboard.press('Control+Enter');
  await button(words.exchange.result.undo).waitFor();
  await look('written');
}

async function exportLedger(words: Words): Promise<void> {
  await goTo('#/ledger/permits');
  await button(words.ledger.export).click();
  const start = new RegExp(`^${words.exchange.export.start.replace('{{rows}}', '300')}`);
  const file = await saved(page, () => page.getByRole('button', { name: start }).click());
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  await page.locator('[data-state=saved]').waitFor();
  await look('exported');
  await button(words.exchange.export.close).click();
}

async function openDialogs(words: Words): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('lt'); // the initials of a name
  await page.locator('#found time').first().waitFor(); // of a record
  await look('search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.getByRole('heading', { name: words.frame.keys.title }).waitFor();
  await look('keys');
  await page.keyboard.press('Escape');
  await goTo('#/own');
  await page.getByText(words.own.none).waitFor();
  await look('own');
  await goTo('#/settings');
  await page.getByText(words.start.settings.about).waitFor();
  await look('settings');
  await page.keyboard.press('Control+l');
  await button(words.start.unlock.open).waitFor();
  await look('locked');
}

it.each([
  ['zh', zh],
  ['en', en],
] as const)(
  'asks nobody but itself, on any page, and no word is missing: %s',
  async (language, words) => {
    expectSight();
    app = await startSample();
    page = app.page;
    const complaints: string[] = [];
    app.context.on('console', (message) => {
      if (message.type() !== 'log') complaints.push(`${message.type()}: ${message.text()}`);
    });
    await page.reload();
    await page.getByRole('navigation').waitFor({ timeout: 90_000 });
    await dismissRepairs(page);
    if (language === 'en') await page.keyboard.press('Control+Shift+E');
    await page.locator(`html[lang^=${language}]`).waitFor({ state: 'attached' });
    const folded = page.locator('nav button[aria-expanded=false]');
    while ((await folded.count()) > 0) await folded.first().click();

    await workAtTheDesk();
    await readEveryLedger(words);
    await importFile(words);
    await exportLedger(words);
    await openDialogs(words);
    expect(app.strayRequests).toEqual([]);
    expect(app.pageErrors).toEqual([]);
    expect(complaints).toEqual([]);
  },
  300_000,
);

it('a page or a worker that tried to reach another address would be kept from it', async () => {
  const asked: string[] = [];
  const stranger = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => stranger.once('listening', resolve));
  const { port } = stranger.address() as AddressInfo; // listens on a port, not on a pipe
  const elsewhere = `http://127.0.0.1:${port}/`;
  app = await startApp();
  page = app.page;
  await makeEvent(page);

  const refused = await page.evaluate(async (address) => {
    const broken: string[] = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      broken.push(violatedDirective),
    );
    const added = (name: string, values: object) =>
      new Promise((resolve, reject) => {
        const element = Object.assign(document.createElement(name), values);
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
    const tries: Readonly<Record<string, () => Promise<unknown>>> = {
      fetch: () => fetch(`${address}fetch`),
      socket: () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(`${address.replace('http', 'ws')}socket`);
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
      image: () => added('img', { src: `${address}image` }),
      script: () => added('script', { src: `${address}script` }),
      style: () => added('link', { rel: 'stylesheet', href: `${address}style` }),
      worker: async () => new Worker(`${address}worker`),
    };
    const got: string[] = [];
    for (const [name, go] of Object.entries(tries))
      await go().then(
        () => got.push(name),
        () => undefined,
      );
    navigator.sendBeacon(`${address}beacon`, 'x');
    const form = Object.assign(document.createElement('form'), { action: `${address}form` });
    document.body.append(form);
    form.submit();
    const frame = Object.assign(document.createElement('iframe'), { src: `${address}frame` });
    document.body.append(frame);
    while (!['connect-src', 'form-action', 'frame-src'].every((one) => broken.includes(one)))
      await new Promise(requestAnimationFrame);
    return { got, broken };
  }, elsewhere);
  expect(refused.got).toEqual([]);
  expect(refused.broken).toContain('img-src');

  const store = page.workers().find((worker) => /storeWorker/.test(worker.url()));
  const fromWorker = await store?.evaluate(
    (address) =>
      fetch(`${address}from-worker`).then(
        () => 'reached',
        () => 'refused',
      ),
    elsewhere,
  );
  expect(fromWorker).toBe('refused');

  // What did arrive is seen, so the list means something.
  await fetch(`${elsewhere}test`);
  expect(asked).toEqual(['/test']);
  stranger.closeAllConnections();
  await new Promise((resolve) => stranger.close(resolve));
});
