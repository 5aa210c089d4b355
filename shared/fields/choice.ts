import type { Field } from '../ledger/field';
import { cellText, codeText, textCell, withoutBlanks } from './cellText';
import type { Codec, Language, Parsed } from './codec';
import { compareText } from './collate';
import { blank, read, unreadable } from './parsed';

type ChoiceField = Pick<Field, 'options'>;

export interface Options {
  find(text: string): string | undefined;
  show(value: string, language: Language): string;
  compare(left: string, right: string): number;
  unknown(text: string): Parsed<never>;
}

/** `进（返县）` and `进(返县)` are one word. */
function key(text: string): string {
  return withoutBlanks(codeText(text)).toLowerCase();
}

export function optionsOf(field: ChoiceField): Options {
  const options = field.options ?? [];
  const byText = new Map<string, string>();
  const english = new Map<string, string>();
  const rank = new Map<string, number>();
  // values win over English words, and those over synonyms
  for (const { synonyms, value } of options) {
    for (const synonym of synonyms ?? []) byText.set(key(synonym), value);
  }
  for (const { en, value } of options) byText.set(key(en), value);
  options.forEach(({ value, en }, index) => {
    byText.set(key(value), value);
    english.set(value, en);
    rank.set(value, index);
  });
  const words = options.map((option) => option.value).join('、');
  return {
    // most cells hold the word as it stands
    find: (text) => byText.get(text) ?? byText.get(key(text)),
    show: (value, language) => (language === 'en' ? (english.get(value) ?? value) : value),
    compare(left, right) {
      const order = (rank.get(left) ?? options.length) - (rank.get(right) ?? options.length);
      return order === 0 ? compareText(left, right) : order;
    },
    unknown: (text) => unreadable('choice.unknown', { text: text.slice(0, 100), options: words }),
  };
}

/** One of the field's options, by its word, its English word or a synonym; sorts in their order. */
export function choiceCodec(field: ChoiceField): Codec<string> {
  const options = optionsOf(field);
  return {
    parse(cell) {
      const raw = cellText(cell);
      if (raw.state !== 'value') return raw;
      const value = options.find(raw.value);
      if (value !== undefined) return read(value);
      const text = codeText(raw.value);
      return text === '' || /^[-—/\\]+$/.test(text) ? blank : options.unknown(text);
    },
    normalise: (value) => options.find(value) ?? value,
    toText: options.show,
    toCell: textCell,
    compare: options.compare,
  };
}
