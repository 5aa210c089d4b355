export interface HeaderText {
  /** As the sheet shows it, in one line. */
  readonly shown: string;
  /** Without blanks, width, marks of required columns and punctuation; brackets opened. */
  readonly full: string;
  /** As `full`, without what stands in brackets. */
  readonly base: string;
  /** A unit named in brackets or after a slash: `储备量（吨）`, `产量/万袋`. */
  readonly unit?: string;
}

const units =
  /^(吨|公斤|千克|kg|克|g|斤|t|万袋|袋|箱|盒|瓶|万瓶|万只|只|万件|件|个|套|桶|升|l|ml|毫升|m²|m2|平方米|万平方米|km²|元|万元|元\/公斤|元\/斤|人|户|天|小时|℃|°c|%|吨\/天|吨\/日|万只\/天|万只\/日)$/i;

const bracketed = /[(（[【〔{]([^()（）[\]【】〔〕{}]*)[)）\]】〕}]/g;

/**
 * The same header however it was typed: full-width letters, blanks and line breaks between the
 * characters (`备 注`), `*` of required columns, numbering (`3.`, `（一）`), colons and units.
 */
export function normaliseHeader(text: string): HeaderText {
  const shown = text
    .replace(/_x000D_/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
  const wide = shown.normalize('NFKC').toLowerCase();
  let unit: string | undefined;
  for (const match of wide.matchAll(bracketed)) {
    const inside = (match[1] ?? '').replace(/^单位[:：]?/, '').trim();
    if (units.test(inside)) unit = inside;
  }
  const slash = /[/／]\s*([^/／]+)$/.exec(wide)?.[1]?.trim();
  if (unit === undefined && slash !== undefined && units.test(slash)) unit = slash;
  const withoutUnit =
    unit !== undefined && slash === unit ? wide.replace(/[/／]\s*[^/／]+$/, '') : wide;
  const base = bare(withoutUnit.replace(bracketed, ''));
  const full = bare(withoutUnit);
  // A header that is nothing but a bracket keeps it.
  return { shown, full, base: base === '' ? full : base, ...(unit === undefined ? {} : { unit }) };
}

function bare(text: string): string {
  return text
    .replace(/^\s*(\d{1,3}[.、．)）]|[一二三四五六七八九十]{1,3}、)\s*/, '')
    .replace(/[\s*＊★#:：,，.。;；、·_\-—–/／\\()（）[\]【】〔〕{}"'“”‘’<>《》?？!！]/g, '');
}

/** Headers less alike than this are strangers. */
export const leastAlike = 0.6;

/**
 * 0 to 1: the share of neighbouring character pairs that two headers have in common; 0 where it
 * cannot reach `leastAlike`.
 */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  if (left.length < 2 || right.length < 2) return 0;
  const fewer = Math.min(left.length, right.length) - 1;
  // Most pairs of headers are too different in length to be alike, whatever their characters.
  if (2 * fewer < leastAlike * (left.length + right.length - 2)) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i < left.length - 1; i++) {
    const pair = left.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 0; i < right.length - 1; i++) {
    const pair = right.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      pairs.set(pair, left - 1);
      common++;
    }
  }
  return (2 * common) / (left.length + right.length - 2);
}
