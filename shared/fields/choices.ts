import type { Field } from '../ledger/field';
import { cellText, codeText, textCell } from './cellText';
import { optionsOf } from './choice';
import type { Codec } from './codec';
import { blank, read } from './parsed';

/** What clerks put between several values of one cell. */
export const separators = /[、，,；;\n\r|]+/;

/** Several of the field's options, kept once each and in the order of the options. */
export function choicesCodec(field: Pick<Field, 'options'>): Codec<readonly string[]> {
  const options = optionsOf(field);
  function normalise(values: readonly string[]): readonly string[] {
    return [...new Set(values.map((value) => options.find(value) ?? value))].sort(options.compare);
  }
  return {
    parse(cell) {
      const raw = cellText(cell);
      if (raw.state !== 'value') return raw;
      // an option that itself holds a separator is found whole
      const whole = options.find(raw.value);
      if (whole !== undefined) return read([whole]);
      const values: string[] = [];
      for (const part of raw.value.split(separators)) {
        const text = codeText(part);
        if (text === '' || /^[-—/\\]+$/.test(text)) continue;
        const value = options.find(text);
        if (value === undefined) return options.unknown(text);
        values.push(value);
      }
      return values.length === 0 ? blank : read(normalise(values));
    },
    normalise,
    toText: (values, language) =>
      values.map((value) => options.show(value, language)).join(language === 'zh' ? '、' : ', '),
    toCell: (values) => textCell(values.join('、')),
    compare(left, right) {
      const [a, b] = [left[0], right[0]];
      if (a === undefined || b === undefined) return left.length - right.length;
      return options.compare(a, b) || left.length - right.length;
    },
  };
}
