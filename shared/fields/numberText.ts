import { codeText } from './cellText';

export interface WrittenNumber {
  readonly number: number;
  /** What stands after the number, without notes in brackets: `吨`, `万袋`. */
  readonly unit: string;
  /** `约`, `近`, `左右`. */
  readonly approximate: boolean;
}

const form =
  /^(约|大约|近|共|计)?\s?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?|[+-]?\.\d+)\s?([^\d,.+-][^,]*?)?$/i;
const noteInBrackets = /\s*[(（【[][^)）】\]]*[)）】\]]?\s*$/;
const around = /(?:左右|上下|多)$/;

/** `3.5吨`, `1,234`, `2万袋`, `12（其中本地3）`, `约3吨`; undefined when it is no number. */
export function readWrittenNumber(raw: string): WrittenNumber | undefined {
  const text = codeText(raw)
    .replace(/^[−–—]/, '-')
    .replace(noteInBrackets, '');
  if (text.length > 60) return undefined;
  const match = form.exec(text);
  if (!match) return undefined;
  const [, before, digits = '', after = ''] = match;
  return {
    number: Number(digits.replaceAll(',', '')),
    unit: after.replace(around, '').trim(),
    approximate: (before !== undefined && before !== '共' && before !== '计') || around.test(after),
  };
}
