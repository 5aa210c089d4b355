import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en as shellEnglish } from '../../../electron/text/en';
import { zh as shellChinese } from '../../../electron/text/zh';
import { en } from '../../../renderer/app/text/en';
import { zh } from '../../../renderer/app/text/zh';
import { ledgers } from '../../../shared/ledgers/registry';

/** Every text by its key, `desk.duty.title`. */
function flatten(texts: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[prefix + name, value] as const]
        : [...flatten(value as object, `${prefix}${name}.`)],
    ),
  );
}

/** i18next asks English for one and other; Chinese has one form. */
const withoutForm = (key: string) => key.replace(/_(one|other)$/, '');
const keysOf = (texts: ReadonlyMap<string, string>) =>
  [...new Set([...texts.keys()].map(withoutForm))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(String).sort();

/** A Chinese typeface draws these as wide as a Han character: “ a Receiver ’ s paper ”. */
const wideMark = /[\u2018-\u201d、，；：（）]/;

/** Chinese on purpose: the language's own name, and samples of what is typed in or read. */
const typed = ['中文', '豫H12345', '豫H', '26日15:20', '27日', '云台大道卡点'];
const without = (text: string, parts: readonly string[]) =>
  parts.reduce((rest, part) => rest.replace(part, ''), text);

const pages = { zh: flatten(zh), en: flatten(en) };

describe.each([
  ['the pages', pages],
  ['the shell', { zh: flatten(shellChinese), en: flatten(shellEnglish) }],
])('the words of %s', (_where, texts) => {
  it('are there in both languages', () => {
    expect(keysOf(texts.en)).toEqual(keysOf(texts.zh));
  });

  it('say something', () => {
    for (const words of [texts.zh, texts.en])
      expect([...words].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('are English in English', () => {
    const chinese = [...texts.en].filter(([, text]) =>
      /\p{Script=Han}/u.test(without(text, typed)),
    );
    expect(chinese).toEqual([]);
  });

  it('are set in narrow marks in English', () => {
    expect([...texts.en].filter(([, text]) => wideMark.test(text))).toEqual([]);
  });

  it('take the same values in both', () => {
    for (const [key, text] of texts.en) {
      const other = texts.zh.get(key) ?? texts.zh.get(withoutForm(key)) ?? '';
      expect(placeholders(text), key).toEqual(placeholders(other));
    }
  });
});

it('what the ledgers call things in English is set in narrow marks', () => {
  const words = ledgers.flatMap(({ title, fields }) => [
    title.en,
    ...Object.values(fields).flatMap(({ header, section, options = [] }) => [
      header.en,
      section?.en ?? '',
      ...options.map(({ en: shown }) => shown),
    ]),
  ]);
  expect(words.filter((text) => wideMark.test(text))).toEqual([]);
});

it('every unit has an English word', () => {
  const units = new Set(
    ledgers.flatMap(({ fields }) => Object.values(fields).flatMap(({ unit }) => unit ?? [])),
  );
  const isChinese = (unit: string) => /\p{Script=Han}/u.test(unit);
  expect([...units].filter((unit) => isChinese(unit) && !(unit in en.fields.units))).toEqual([]);
});

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url));
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(renderer, name), 'utf8'));

it('every key that the pages ask for is there', () => {
  const known = keysOf(pages.zh);
  const asked = sources.flatMap((source) => [
    // t('a.b') and t(isThis ? 'a.b' : 'a.c'), whole; t(`a.${name}`), up to the value
    ...[...source.matchAll(/\bt\((?:[^'`()]*\? )?'(\w+\.[\w.]+)'/g)].map(([, key = '']) => key),
    ...[...source.matchAll(/\bt\(\s*`([\w.]+\.)\$\{/g)].map(([, prefix = '']) => prefix),
  ]);
  expect(asked.length).toBeGreaterThan(300);
  const isKnown = (key: string) =>
    key.endsWith('.') ? known.some((one) => one.startsWith(key)) : known.includes(key);
  expect(asked.filter((key) => !isKnown(key))).toEqual([]);
});

it('every text is asked for somewhere', () => {
  const all = sources.join('\n');
  const isAsked = (key: string) => {
    if (all.includes(`'${key}'`)) return true;
    const parts = key.split('.');
    const groups = parts.slice(1).map((_, more) => parts.slice(0, more + 1).join('.'));
    return groups.some(
      (group) =>
        all.includes(`${group}.\${`) || (group.includes('.') && all.includes(`'${group}'`)),
    );
  };
  expect(keysOf(pages.zh).filter((key) => !isAsked(key))).toEqual([]);
});
