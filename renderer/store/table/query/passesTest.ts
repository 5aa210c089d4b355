import type { StoredValue } from '../../../../shared/ledger/field';
import type { FilterTest } from '../../contract';
import { fold, textOf } from './foldText';

/** Whether a value (undefined: blank) satisfies a filter's test: the meaning of each test stands here. */
export function passesTest(value: StoredValue | undefined, test: FilterTest): boolean {
  switch (test.type) {
    case 'blank':
      return value === undefined;
    case 'filled':
      return value !== undefined;
    case 'contains':
      return value !== undefined && fold(textOf(value)).includes(fold(test.text));
    case 'equals':
      return isSame(value, test.value);
    case 'oneOf':
      return Array.isArray(value)
        ? value.some((one: unknown) => test.values.some((wanted) => wanted === one))
        : test.values.some((wanted) => wanted === value);
    case 'between':
      return (
        value !== undefined &&
        (test.from === undefined || value >= test.from) &&
        (test.to === undefined || value <= test.to)
      );
  }
}

function isSame(value: StoredValue | undefined, wanted: StoredValue): boolean {
  if (typeof value !== 'object' || typeof wanted !== 'object') return value === wanted;
  return JSON.stringify(value) === JSON.stringify(wanted);
}
