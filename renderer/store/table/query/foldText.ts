import type { StoredValue } from '../../../../shared/ledger/field';

/** Width and case do not count in a search: `ＡＢ` finds `ab`. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase();

const separators = /[\s·•・‧.\-—_()]/g;

/** Without what people put between the parts of a name, a plate or a number. */
export const stripSeparators = (folded: string) => folded.replace(separators, '');

export const compact = (text: string) => stripSeparators(fold(text));

/** The text of a value as searches and orders see it; a list or group by its JSON. */
export const textOf = (value: StoredValue) =>
  typeof value === 'string'
    ? value
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
