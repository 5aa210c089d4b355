import type { StoredValue } from './field';

/** Two stored values are the same in every part; the order of a group's keys does not count. */
export function sameValue(left: StoredValue, right: StoredValue): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  if (left.length !== right.length) return false;
  return left.every((item, index) => sameItem(item, right[index]));
}

function sameItem(left: unknown, right: unknown): boolean {
  if (!isRecord(left) || !isRecord(right)) return left === right;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length && names.every((name) => left[name] === right[name])
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
