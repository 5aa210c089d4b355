import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codecFor } from '../../../shared/fields/codecFor';
import { maskValue } from '../../../shared/fields/mask';
import { defineLedger, type LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { field, type Field } from '../../../shared/ledger/field';
import { readRow, validateRow } from '../../../shared/ledger/validateRow';
import { ledgerById, ledgers } from '../../../shared/ledgers/registry';

const root = new URL('../../..', import.meta.url).pathname;

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** The features that are about one ledger and say so; everything else works from definitions. */
const namedOnPurpose: readonly RegExp[] = [
  /^shared\/ledgers\//, // a ledger names those it refers to
  /^shared\/sample\//,
  /^renderer\/features\/(desk|passes|shift|work)\//,
  /^renderer\/app\/useRoute\.ts$/, // a page of the pass office is called permits too
  /^shared\/(todos|checks|work)\//, // each rule is about the ledgers that it compares
  /^shared\/reports\/templates\//, // each wording is about what it reports
  /^renderer\/features\/figures\/command\//, // the county at a glance
  /^renderer\/features\/todos\//, // the limits of the to-dos are kept as policy values
  /^renderer\/app\/judging\//, // the rules of passing draw on seven ledgers
  /^shared\/ledger\/defineLedger\.ts$/, // an area of the navigation is called checkpoints too
  /^shared\/ledger\/englishUnits\.ts$/, // a unit is called households too
];

describe('adding a ledger touches its file and the registry', () => {
  const files = [...sourceFiles('shared'), ...sourceFiles('renderer'), ...sourceFiles('electron')];
  const texts = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

  it.each(ledgers.map(({ id }) => id))('%s is named nowhere else', (id) => {
    const quoted = new RegExp(`['"\`]${id}['"\`]`);
    const naming = texts.filter(({ text }) => quoted.test(text)).map(({ file }) => file);
    expect(naming.filter((file) => !namedOnPurpose.some((form) => form.test(file)))).toEqual([]);
    const own = texts.filter(({ text }) => text.includes(`id: '${id}'`)).map(({ file }) => file);
    expect(own.filter((file) => file.startsWith('shared/ledgers/'))).toHaveLength(1);
  });

  it('is imported by the registry, the sample and the features about it only', () => {
    const importing = texts
      .filter(({ text }) => /from '[^']*\/ledgers\/(?!registry)\w+'/.test(text))
      .map(({ file }) => file);
    const allowed = (file: string) => namedOnPurpose.some((form) => form.test(file));
    expect(importing.filter((file) => !allowed(file))).toEqual([]);
  });
});

describe('a ledger that nobody has heard of', () => {
  const sandbags = defineLedger({
    id: 'sandbags',
    title: { zh: '沙袋', en: 'Sandbags' },
    area: 'supplies',
    version: 1,
    matchOn: [['place', 'countedOn']],
    nameField: 'place',
    fields: {
      place: field.text('地点', 'Place', { required: true }),
      countedOn: field.date('盘点日期', 'Counted on', { required: true }),
      bags: field.quantity('沙袋', 'Bags', { unit: '万袋', min: 0, totalled: true }),
      keeperPhone: field.phone('电话', 'Phone', { sensitive: true }),
    },
  });

  it('is read, checked, shown and masked from its definition alone', () => {
    const { values, findings } = readRow(sandbags, {
      place: { type: 'text', text: '大沙河' },
      countedOn: { type: 'text', text: '2022年3月27日' },
      bags: { type: 'text', text: '5000袋' },
      keeperPhone: { type: 'text', text: '154 0000 1234' },
    });
    expect(values).toEqual({
      place: '大沙河',
      countedOn: '2022-03-27',
      bags: 0.5,
      keeperPhone: '15400001234',
    });
    expect(findings).toEqual({});
    expect(validateRow(sandbags, values)).toEqual({});
    expect(codecFor(sandbags.fields.bags).toText(0.5, 'zh')).toBe('0.5');
    expect(maskValue(sandbags.fields.keeperPhone, '15400001234')).toBe('154****1234');
  });
});

describe('every ledger', () => {
  const cases = ledgers.map((ledger) => [ledger.id, ledger] as const);

  it('has an id of its own', () => {
    expect(new Set(ledgers.map(({ id }) => id)).size).toBe(ledgers.length);
    for (const ledger of ledgers) expect(ledgerById(ledger.id)).toBe(ledger);
  });

  it.each(cases)('%s has headers in both languages that no two fields share', (_id, ledger) => {
    const fields: readonly Field[] = Object.values(ledger.fields);
    for (const { header } of fields) {
      expect(header.zh).not.toBe('');
      expect(header.en).not.toBe('');
    }
    expect(new Set(fields.map(({ header }) => header.zh)).size).toBe(fields.length);
    expect(new Set(fields.map(({ header }) => header.en)).size).toBe(fields.length);
  });

  it.each(cases)('%s has no synonym that is another field’s header', (_id, ledger) => {
    const fields: readonly Field[] = Object.values(ledger.fields);
    const headers = new Map(fields.map((one) => [one.header.zh, one]));
    for (const one of fields) {
      for (const synonym of one.synonyms ?? []) {
        const owner = headers.get(synonym);
        expect(owner === undefined || owner === one, `${synonym} of ${one.header.zh}`).toBe(true);
      }
    }
  });

  it.each(cases)('%s has no synonym that two fields claim', (_id, ledger) => {
    const claimed = Object.values<Field>(ledger.fields).flatMap((one) => one.synonyms ?? []);
    expect(claimed.filter((word, index) => claimed.indexOf(word) !== index)).toEqual([]);
  });

  it.each(cases)('%s refers to ledgers that exist and names fields that it has', (_id, ledger) => {
    expect(referredTo(ledger).filter((id) => !ledgerById(id))).toEqual([]);
    const named = [ledger.nameField, ledger.newestFirst, ...ledger.matchOn.flat()];
    expect(named.filter((name) => name !== undefined && !(name in ledger.fields))).toEqual([]);
  });

  it.each(cases)(
    '%s has options that are told apart by word, English word and synonym',
    (_id, ledger) => {
      for (const one of Object.values<Field>(ledger.fields)) {
        const all = (one.options ?? []).flatMap(({ value, en, synonyms }) => [
          ...new Set([value, en, ...(synonyms ?? [])].map((word) => word.toLowerCase())),
        ]);
        expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
      }
    },
  );
});

function referredTo(ledger: LedgerDefinition): readonly string[] {
  return Object.values<Field>(ledger.fields).flatMap(({ refersTo }) => refersTo ?? []);
}
