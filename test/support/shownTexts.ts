import type { Page } from 'playwright-core';

/** Everything a person can read on the page or hear of it: text, and what stands in attributes. */
export function shownTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = ['aria-label', 'title', 'placeholder', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map(
        (element) => element.getAttribute(name) ?? '',
      ),
    );
    return [document.title, ...document.body.innerText.split('\n'), ...said];
  });
}

/** `desk.duty.title`: what i18next shows of a text that is missing. File names look alike. */
const rawKey = /(?<![\w.])[a-z][a-zA-Z]+(?:\.[\p{L}\d]+)+/gu;
const fileName = /\.(?:xlsx?|xlsm|csv|ods|json|html|pdf)$/;

export function rawKeys(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) => text.match(rawKey) ?? []);
  return [...new Set(found)].filter((one) => !fileName.test(one));
}
