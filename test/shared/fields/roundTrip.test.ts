import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParseContext, RawCell, WrittenCell } from '../../../shared/fields/codec';
import { codecFor } from '../../../shared/fields/codecFor';
import { divisions } from '../../../shared/fields/division';
import { identityCheckDigit } from '../../../shared/fields/identityNumber';
import { addDays, parseIsoDate, toInstant } from '../../../shared/kernel/time';
import { field, type Field, type FieldKind, type StoredValue } from '../../../shared/ledger/field';
import { inventCreditCode } from '../../../shared/sample/people';
import { seededRandom } from '../../../shared/sample/random';

const runs = Number(process.env['COUNTYLINE_RUNS'] ?? 400);
const hazards = [
  '，',
  '；',
  '、',
  ' ',
  '“',
  '”',
  '/',
  '：',
  ':',
  'x',
  '１',
  'Ａ',
  '\n',
  "'",
  '~',
  '-',
  '·',
  '𬭎',
  '姓名',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...hazards), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));
const digitsOf = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((d) => d.join(''));
const epoch = parseIsoDate('1900-01-01');
const day = fc.integer({ min: 0, max: 90_000 }).map((n) => (epoch ? addDays(epoch, n) : ''));
const moment = fc
  .integer({ min: -2_000_000_000, max: 8_000_000_000 })
  .map((seconds) => toInstant(seconds * 1000));
const identity = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), digitsOf(3))
  .map(([n, order]) => `410899${epoch ? addDays(epoch, n).replaceAll('-', '') : ''}${order}`)
  .map((first17) => first17 + identityCheckDigit(first17));
const colours = [
  { value: '绿', en: 'Green' },
  { value: '绿带星', en: 'Green with star' },
  { value: '黄', en: 'Yellow' },
] as const;
const colour = fc.constantFrom('绿', '绿带星', '黄');
const plate = fc
  .tuple(
    fc.constantFrom('豫', '晋', '粤'),
    fc.constantFrom(...'ABCHJKZ'),
    digitsOf(4),
    fc.constantFrom('1', 'A', '挂', '学', '警', '港', 'D1'),
  )
  .map((parts) => parts.join(''));
const entry = {
  name: field.name('姓名', 'Name'),
  documentNumber: field.identityNumber('证件号码', 'Number'),
  temperature: field.temperature('体温', 'Temperature'),
  healthCode: field.choice('健康码', 'Health code', colours),
  seenAt: field.instant('时间', 'Time'),
  note: field.text('说明', 'Note'),
};
const degrees = fc.integer({ min: 3400, max: 4250 }).map((n) => n / 100);
const rowId = fc.integer().map((seed) => seededRandom(seed).rowId(1_648_000_000_000) as string);

/** A kind without generated values does not compile. */
const kinds: Readonly<Record<FieldKind, readonly [Field, fc.Arbitrary<StoredValue>]>> = {
  text: [field.text('说明', 'Text'), words],
  longText: [field.longText('说明', 'Text'), words],
  name: [field.name('姓名', 'Name'), words],
  identityNumber: [field.identityNumber('证件号码', 'Number'), fc.oneof(identity, words)],
  documentNumber: [
    field.documentNumber('证件', 'Document'),
    fc.oneof(
      words,
      digitsOf(8).map((d) => `H${d}`),
    ),
  ],
  plate: [field.plate('车牌', 'Plate'), fc.oneof(plate, words)],
  phone: [
    field.phone('电话', 'Phone'),
    fc.oneof(
      digitsOf(8).map((d) => `154${d}`),
      digitsOf(6).map((d) => `0391-7${d}`),
      words,
    ),
  ],
  creditCode: [
    field.creditCode('代码', 'Code'),
    fc.integer({ min: 0, max: 9999 }).map((n) => inventCreditCode(seededRandom(n), n)),
  ],
  division: [
    field.division('县区', 'County'),
    fc.constantFrom(...divisions.map(({ code }) => code), '110101'),
  ],
  date: [field.date('日期', 'Date'), day],
  instant: [field.instant('时间', 'Time'), moment],
  integer: [field.integer('人数', 'People', { unit: '人' }), fc.integer()],
  quantity: [
    field.quantity('重量', 'Weight', { unit: '吨', decimals: 2 }),
    fc.double({ min: -1e14, max: 1e14, noNaN: true }),
  ],
  temperature: [field.temperature('体温', 'Temperature'), degrees],
  flag: [field.flag('是否', 'Flag'), fc.boolean()],
  choice: [field.choice('码', 'Code', colours), colour],
  choices: [field.choices('码', 'Codes', colours), fc.uniqueArray(colour, { minLength: 1 })],
  reference: [
    field.reference('卡点', 'Checkpoint', 'checkpoints'),
    fc.oneof(
      rowId,
      words.map((w) => `~${w}`),
    ),
  ],
  group: [
    field.group('人员', 'People', entry),
    fc.array(
      fc.record(
        {
          name: words,
          documentNumber: identity,
          temperature: degrees,
          healthCode: colour,
          seenAt: moment,
          note: words,
        },
        { requiredKeys: [] },
      ),
      { minLength: 1, maxLength: 4 },
    ) as fc.Arbitrary<StoredValue>, // optional keys are absent, never undefined
  ],
};

function rawOf({ value, format }: WrittenCell): RawCell {
  if (value === null) return { type: 'blank' };
  if (typeof value === 'number') return { type: 'number', number: value, format };
  return typeof value === 'boolean'
    ? { type: 'boolean', boolean: value }
    : { type: 'text', text: value };
}

/** The law of codec.ts: what was accepted once is read back from what is written of it. */
function holds(kind: Field, generated: StoredValue, context?: ParseContext): void {
  const codec = codecFor(kind);
  const value = codec.normalise(generated);
  expect(codec.normalise(value)).toEqual(value);
  const first = codec.parse({ type: 'text', text: codec.toText(value, 'zh', context) }, context);
  // generated rubbish that the kind refuses is no value of it
  if (first.state !== 'value') return;
  const stored = first.value;
  expect(codec.normalise(stored)).toEqual(stored);
  for (const cell of [
    { type: 'text', text: codec.toText(stored, 'zh', context) } as const,
    { type: 'text', text: codec.toText(stored, 'en', context) } as const,
    rawOf(codec.toCell(stored, context)),
  ]) {
    expect(codec.parse(cell, context)).toEqual({
      state: 'value',
      value: stored,
      warnings: first.warnings,
    });
  }
  expect(codec.compare(stored, stored)).toBe(0);
}

describe('what is written of a value is read back as that value', () => {
  it.each(Object.entries(kinds))('%s', (_kind, [kind, values]) => {
    fc.assert(
      fc.property(values, (value) => holds(kind, value)),
      { numRuns: runs },
    );
  });

  it.each(['date', 'instant'] as const)('%s in the 1904 system', (kind) => {
    const [kindField, values] = kinds[kind];
    fc.assert(fc.property(values, (value) => holds(kindField, value, { dateSystem: 1904 })));
  });

  it('values that need no correction are accepted whole', () => {
    const clean = [
      'date',
      'instant',
      'integer',
      'quantity',
      'temperature',
      'flag',
      'choice',
      'choices',
      'creditCode',
      'division',
    ] as const;
    for (const kind of clean) {
      const [kindField, values] = kinds[kind];
      const codec = codecFor(kindField);
      fc.assert(
        fc.property(values, (generated) => {
          const value = codec.normalise(generated);
          const parsed = codec.parse({ type: 'text', text: codec.toText(value, 'zh') });
          expect(parsed).toEqual({ state: 'value', value, warnings: [] });
        }),
      );
    }
  });

  it('several references keep their order', () => {
    const route = field.references('途经', 'Route', 'checkpoints');
    fc.assert(fc.property(fc.array(rowId, { minLength: 1 }), (ids) => holds(route, ids)));
  });

  it('references are written by name and found again by it', () => {
    const context: ParseContext = {
      describeReference: (_ledger, id) => (id === 'ID1' ? '东口' : undefined),
      resolveReference: (_ledger, name) => (name === '东口' ? 'ID1' : undefined),
    };
    const codec = codecFor(field.reference('卡点', 'Checkpoint', 'checkpoints'));
    expect(codec.toText('ID1', 'zh', context)).toBe('东口');
    expect(codec.parse({ type: 'text', text: ' 东口' }, context)).toEqual({
      state: 'value',
      value: 'ID1',
      warnings: [],
    });
  });
});

describe('groups', () => {
  it('keep no text of which nobody sees anything', () => {
    const codec = codecFor(kinds.group[0]);
    for (const note of ['\u0085', '\u0081', '\u200B', ' \u00A0'])
      expect(codec.normalise([{ name: '张例', note }])).toEqual([{ name: '张例' }]);
  });

  it('give back every entry whatever its texts hold', () => {
    const [kind] = kinds.group;
    const codec = codecFor(kind);
    const full = fc.record(
      {
        name: fc.constantFrom('张例', '阿例·木', 'John Smith'),
        documentNumber: identity,
        temperature: degrees,
        healthCode: colour,
        seenAt: moment,
        note: words,
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 4 }), (generated) => {
        const value = codec.normalise(generated.map((one) => ({ ...one })));
        const text = codec.toText(value, 'zh');
        expect(codec.parse({ type: 'text', text })).toMatchObject({ state: 'value', value });
      }),
      { numRuns: runs },
    );
  });
});

describe('groups as clerks write them', () => {
  const codec = codecFor(field.group('人员', 'People', entry));
  const read = (text: string) => codec.parse({ type: 'text', text });

  it.each([
    [
      '张例 36.5 绿；李例 黄',
      [
        { name: '张例', temperature: 36.5, healthCode: '绿' },
        { name: '李例', healthCode: '黄' },
      ],
    ],
    [
      '张例，36.5℃，绿\n李例，36.6℃，黄',
      [
        { name: '张例', temperature: 36.5, healthCode: '绿' },
        { name: '李例', temperature: 36.6, healthCode: '黄' },
      ],
    ],
    ['姓名：张例，健康码：绿', [{ name: '张例', healthCode: '绿' }]],
    ['张例 / / 绿', [{ name: '张例', healthCode: '绿' }]],
  ])('%s', (text, value) => expect(read(text)).toEqual({ state: 'value', value, warnings: [] }));
});
