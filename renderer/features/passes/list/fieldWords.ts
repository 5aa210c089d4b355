import { codecFor } from '../../../../shared/fields/codecFor';
import { divisions } from '../../../../shared/fields/division';
import { maskValue } from '../../../../shared/fields/mask';
import type { LedgerDefinition, RowValues } from '../../../../shared/ledger/defineLedger';

/** What a field of a record holds, as it is read in this language; sensitive values masked. */
export function fieldWords(
  ledger: LedgerDefinition,
  name: string,
  values: RowValues,
  language: 'zh' | 'en',
): string {
  const field = ledger.fields[name];
  const value = values[name];
  if (!field || value === undefined) return '';
  if (field.sensitive) return maskValue(field, value);
  return codecFor(field).toText(value, language);
}

/** `豫HA3829` as it stands on the vehicle: 豫H·A3829. */
export function plateWords(plate: string): string {
  return /^\p{Script=Han}[A-Z][A-Z0-9\p{Script=Han}]{4,6}$/u.test(plate)
    ? `${plate.slice(0, 2)}·${plate.slice(2)}`
    : plate;
}

/** A record that a workbook named and nobody has found stands as it was typed, behind its mark. */
export function referenceWords(id: unknown, nameOf: (id: string) => string | undefined): string {
  if (typeof id !== 'string') return '';
  return id.startsWith('~') ? id.slice(1) : (nameOf(id) ?? '');
}

/** `2022-03-28 – 04-11`: the year once where it is the same. */
export function dayWords(from: string, until: string): string {
  return from.slice(0, 4) === until.slice(0, 4)
    ? `${from} – ${until.slice(5)}`
    : `${from} – ${until}`;
}

/** `03-28 – 04-11`, for a list: a pass holds for days, not for years. */
export function shortDays(from: string, until: string): string {
  return `${from.slice(5)} – ${until.slice(5)}`;
}

/**
 * `修武县郇封镇 → 博爱县` as `郇封镇 → 博爱县`, for a list: of a place in the city neither city nor county
 * is said where something narrower follows.
 */
export function routeWords(ends: readonly unknown[]): string {
  return ends
    .filter((end) => typeof end === 'string')
    .map(withoutDivisions)
    .join(' → ');
}

/** `修武县样例制药有限公司` as `样例制药有限公司`, for a list, where all begin alike. */
export function withoutDivisions(text: string): string {
  return divisions.reduce(withoutDivision, text);
}

function withoutDivision(place: string, { zh }: { readonly zh: string }): string {
  return place.startsWith(zh) && place.length > zh.length ? place.slice(zh.length) : place;
}

export function languageOf(tag: string): 'zh' | 'en' {
  return tag.startsWith('en') ? 'en' : 'zh';
}
