import type { Field, StoredValue } from '../ledger/field';
import { cellText, manyLines, textCell } from './cellText';
import type { Codec, Finding, Language, ParseContext, Parsed } from './codec';
import { compareText } from './collate';
import { splitEntries, quoteToken, type Token } from './groupText';
import { blank, read, unreadable } from './parsed';

type Entry = Readonly<Record<string, string | number | boolean>>;
type CodecOf = (field: Field) => Codec<StoredValue>;

interface Part {
  readonly name: string;
  readonly codec: Codec<StoredValue>;
  /** Headers that may stand before the value: `姓名：张三`. */
  readonly labels: readonly string[];
}

/**
 * Repeated entries in one cell: `张三 410899199001010016 36.5 绿；李四 / / 黄`. Values stand in the
 * order of the entry's fields, `/` for a blank one; what holds a separator is put in “ ”.
 * Clerks leave things out: a value that its place cannot take goes to the next place that can, and
 * one that no place left can take begins the next entry.
 */
export function groupCodec(field: Pick<Field, 'entry'>, codecOf: CodecOf): Codec<readonly Entry[]> {
  const parts: readonly Part[] = Object.entries(field.entry ?? {}).map(([name, inner]) => ({
    name,
    codec: codecOf(inner),
    labels: [inner.header.zh, inner.header.en, ...(inner.synonyms ?? [])],
  }));

  const show = (entries: readonly Entry[], language: Language, context?: ParseContext) =>
    entries.map((entry) => entryText(parts, entry, language, context)).join('；');

  return {
    parse(cell, context) {
      const raw = cellText(cell);
      if (raw.state !== 'value') return raw;
      const entries: Entry[] = [];
      const warnings: Finding[] = [];
      for (const tokens of splitEntries(manyLines(raw.value))) {
        const problem = readEntry(parts, tokens, context, entries, warnings);
        if (problem) return problem;
      }
      return entries.length === 0 ? blank : read(entries, warnings);
    },
    normalise: (entries) =>
      entries
        .map((entry) => normaliseEntry(parts, entry))
        .filter((entry) => Object.keys(entry).length > 0),
    toText: show,
    toCell: (entries, context) => textCell(show(entries, 'zh', context)),
    compare: (left, right) =>
      left.length - right.length || compareText(show(left, 'zh'), show(right, 'zh')),
  };
}

function entryText(
  parts: readonly Part[],
  entry: Entry,
  language: Language,
  context: ParseContext | undefined,
): string {
  const tokens = parts.map(({ name, codec, labels }) => {
    const value = entry[name];
    return value === undefined ? '/' : quoteToken(codec.toText(value, language, context), labels);
  });
  while (tokens.length > 1 && tokens.at(-1) === '/') tokens.pop();
  return tokens.join(' ');
}

function normaliseEntry(parts: readonly Part[], entry: Entry): Entry {
  const result: Record<string, string | number | boolean> = {};
  for (const { name, codec } of parts) {
    const value = entry[name];
    if (value === undefined || value === '') continue;
    const normal = codec.normalise(value);
    if (isScalar(normal) && normal !== '') result[name] = normal;
  }
  return result;
}

function isScalar(value: StoredValue): value is string | number | boolean {
  return typeof value !== 'object';
}

/** Adds the entries that the tokens make; comes back with the problem when one fits nowhere. */
function readEntry(
  parts: readonly Part[],
  tokens: readonly Token[],
  context: ParseContext | undefined,
  entries: Entry[],
  warnings: Finding[],
): Parsed<never> | undefined {
  let entry: Record<string, string | number | boolean> = {};
  let next = 0;
  const close = () => {
    if (Object.keys(entry).length > 0) entries.push(entry);
    entry = {};
    next = 0;
  };
  for (const token of tokens) {
    if (!token.quoted && token.text === '/') {
      next++;
      continue;
    }
    let place = placeOf(parts, token, next, context);
    if (!place && next > 0) {
      close();
      place = placeOf(parts, token, 0, context);
    }
    if (!place) {
      return unreadable('group.entry', { entry: entries.length + 1, text: token.text });
    }
    entry[place.name] = place.value;
    warnings.push(...place.warnings);
    next = place.index + 1;
  }
  close();
  return undefined;
}

interface Place {
  readonly index: number;
  readonly name: string;
  readonly value: string | number | boolean;
  readonly warnings: readonly Finding[];
}

function placeOf(
  parts: readonly Part[],
  token: Token,
  from: number,
  context: ParseContext | undefined,
): Place | undefined {
  for (let index = from; index < parts.length; index++) {
    const part = parts[index];
    if (!part) break;
    const label = token.quoted ? undefined : labelOf(part, token.text);
    if (!label && !token.quoted && labelledElsewhere(parts, index, token.text)) continue;
    const text = label ? token.text.slice(label.length + 1) : token.text;
    const parsed = part.codec.parse({ type: 'text', text }, context);
    if (parsed.state === 'value' && isScalar(parsed.value)) {
      return { index, name: part.name, value: parsed.value, warnings: parsed.warnings };
    }
  }
  return undefined;
}

function labelOf(part: Part, text: string): string | undefined {
  return part.labels.find((label) => text.startsWith(`${label}：`) || text.startsWith(`${label}:`));
}

function labelledElsewhere(parts: readonly Part[], index: number, text: string): boolean {
  return parts.some((part, other) => other !== index && labelOf(part, text) !== undefined);
}
