import type { StoredValue } from '../../../../shared/ledger/field';

/** A column named `__proto__` is a column all the same. */
export function setOwn(
  values: Record<string, StoredValue>,
  name: string,
  value: StoredValue,
): void {
  if (name === '__proto__')
    Object.defineProperty(values, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else values[name] = value;
}
