/** What JSON can hold; absent and `undefined` members are the same. */
type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/**
 * The one text of a plain value, whoever wrote it: members in the order of their names, no blanks.
 * (The idea of RFC 8785; numbers as ECMAScript prints them, which that standard demands too.)
 */
export function canonicalJson(value: unknown): string {
  return text(value as Plain); // records of ours, made of plain values
}

function text(value: Plain): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (isList(value)) return `[${value.map(text).join(',')}]`;
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${text(value[name])}`);
  return `{${members.join(',')}}`;
}

function isList(
  value: Exclude<Plain, string | number | boolean | null>,
): value is readonly Plain[] {
  return Array.isArray(value);
}
