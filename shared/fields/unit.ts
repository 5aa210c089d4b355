interface Measure {
  readonly dimension: string;
  readonly factor: number;
}

/** In the smallest common unit of each dimension; other words are units of their own. */
const measures: Readonly<Record<string, Measure>> = {
  吨: { dimension: 'mass', factor: 1_000_000 },
  t: { dimension: 'mass', factor: 1_000_000 },
  公斤: { dimension: 'mass', factor: 1_000 },
  千克: { dimension: 'mass', factor: 1_000 },
  kg: { dimension: 'mass', factor: 1_000 },
  斤: { dimension: 'mass', factor: 500 },
  市斤: { dimension: 'mass', factor: 500 },
  克: { dimension: 'mass', factor: 1 },
  g: { dimension: 'mass', factor: 1 },
  立方米: { dimension: 'volume', factor: 1_000_000 },
  方: { dimension: 'volume', factor: 1_000_000 },
  'm³': { dimension: 'volume', factor: 1_000_000 },
  m3: { dimension: 'volume', factor: 1_000_000 },
  升: { dimension: 'volume', factor: 1_000 },
  公升: { dimension: 'volume', factor: 1_000 },
  l: { dimension: 'volume', factor: 1_000 },
  毫升: { dimension: 'volume', factor: 1 },
  ml: { dimension: 'volume', factor: 1 },
  'km²': { dimension: 'area', factor: 1_000_000 },
  km2: { dimension: 'area', factor: 1_000_000 },
  平方公里: { dimension: 'area', factor: 1_000_000 },
  平方千米: { dimension: 'area', factor: 1_000_000 },
  公顷: { dimension: 'area', factor: 10_000 },
  'm²': { dimension: 'area', factor: 1 },
  m2: { dimension: 'area', factor: 1 },
  平方米: { dimension: 'area', factor: 1 },
  平米: { dimension: 'area', factor: 1 },
  平方: { dimension: 'area', factor: 1 },
  公里: { dimension: 'length', factor: 1_000 },
  千米: { dimension: 'length', factor: 1_000 },
  km: { dimension: 'length', factor: 1_000 },
  米: { dimension: 'length', factor: 1 },
  m: { dimension: 'length', factor: 1 },
  元: { dimension: 'money', factor: 1 },
  块: { dimension: 'money', factor: 1 },
  人: { dimension: 'people', factor: 1 },
  名: { dimension: 'people', factor: 1 },
  位: { dimension: 'people', factor: 1 },
  天: { dimension: 'time', factor: 1_440 },
  日: { dimension: 'time', factor: 1_440 },
  小时: { dimension: 'time', factor: 60 },
  h: { dimension: 'time', factor: 60 },
  分钟: { dimension: 'time', factor: 1 },
  min: { dimension: 'time', factor: 1 },
};
const multiples: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['百万', 1_000_000],
  ['十万', 100_000],
  ['万', 10_000],
  ['千', 1_000],
  ['百', 100],
];
const unitAliases: Readonly<Record<string, string>> = { 只: '个', 枚: '个', 支: '个' };

/** `万袋` → 袋 × 10,000. A lone `万` has no unit. */
function measureOf(unit: string): Measure {
  const whole = measures[unit.toLowerCase()];
  if (whole) return whole;
  for (const [word, factor] of multiples) {
    if (unit.startsWith(word)) {
      const rest = measureOf(unit.slice(word.length));
      return { dimension: rest.dimension, factor: rest.factor * factor };
    }
  }
  return { dimension: unitAliases[unit] ?? unit.toLowerCase(), factor: 1 };
}

export type Conversion =
  | { readonly type: 'factor'; readonly factor: number }
  /** The field has no unit: the number is kept and the unit named. */
  | { readonly type: 'unitDropped'; readonly factor: number; readonly unit: string }
  | { readonly type: 'mismatch' };

/**
 * What a number in `from` is multiplied by to be in `to`.
 * | from      | to     |                                     |
 * | (none)    | 吨     | 1                                   |
 * | 万        | 袋     | 10,000: a multiple without a unit   |
 * | 公斤      | 吨     | 0.001                               |
 * | 2万袋     | (none) | 10,000, unit dropped                |
 * | 箱        | 袋     | mismatch                            |
 */
export function conversion(from: string, to: string | undefined): Conversion {
  if (from === '' || from === to) return { type: 'factor', factor: 1 };
  const source = measureOf(from);
  if (source.dimension === '') {
    // `2万` in a field of 万袋 means two of them, not twenty thousand
    const target = measureOf(to ?? '');
    const already = to?.startsWith(from) === true;
    return { type: 'factor', factor: already ? 1 : source.factor / multipleOf(to, target) };
  }
  if (!to) return { type: 'unitDropped', factor: multipleOf(from, source), unit: from };
  const target = measureOf(to);
  return source.dimension === target.dimension
    ? { type: 'factor', factor: source.factor / target.factor }
    : { type: 'mismatch' };
}

/** Only the counting word's part of the factor: 10,000 of `万吨`. */
function multipleOf(unit: string | undefined, measure: Measure): number {
  if (!unit || measures[unit.toLowerCase()]) return 1;
  const word = multiples.find(([multiple]) => unit.startsWith(multiple));
  if (!word) return 1;
  return measures[unit.slice(word[0].length).toLowerCase()] ? word[1] : measure.factor;
}
