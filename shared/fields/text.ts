import { cellText, manyLines, oneLine, textCell } from './cellText';
import type { Codec } from './codec';
import { compareText } from './collate';
import { blank, read } from './parsed';

function proseCodec(normalise: (text: string) => string): Codec<string> {
  return {
    parse(cell) {
      const raw = cellText(cell);
      if (raw.state !== 'value') return raw;
      const value = normalise(raw.value);
      return value === '' ? blank : read(value);
    },
    normalise,
    toText: (value) => value,
    toCell: textCell,
    compare: compareText,
  };
}

/** One line of text. */
export const textCodec: Codec<string> = proseCodec(oneLine);
/** Text that keeps its lines. */
export const longTextCodec: Codec<string> = proseCodec(manyLines);
