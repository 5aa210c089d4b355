import type { LedgerDefinition } from '../../ledger/defineLedger';
import { leastAlike, likeness, normaliseHeader, type HeaderText } from './normaliseHeader';

/** The column that carries the record's id through a workbook; last in what this app writes. */
export const recordNumberHeader = { zh: '记录编号', en: 'Record number' } as const;
/** Where a mapping points when the column holds the record number. */
export const recordNumberTarget = '#record';

/** Why a column was given to a field; the words are made in the exchange screens. */
export type MappingReason =
  /** The header is the field's own. */
  | 'header'
  /** One of the field's other names. */
  | 'synonym'
  /** The same without what stands in brackets. */
  | 'withoutBrackets'
  /** One header contains the other. */
  | 'contains'
  | 'similar'
  /** A person chose it, or chose it for this layout before. */
  | 'chosen';

/** One column of the sheet. `target`: field name, `#record`, or null for "not imported". */
export interface ColumnMapping {
  readonly column: number;
  readonly header: string;
  readonly target: string | null;
  readonly reason?: MappingReason;
  /** 0 to 1; below 0.7 a person should look. */
  readonly score: number;
  /** The unit its header names, where it differs from the field's it is for the codec to convert. */
  readonly unit?: string;
}

/** Plain data: a person corrects it by replacing `target` (then `reason: 'chosen'`, `score: 1`). */
export type Mapping = readonly ColumnMapping[];

interface Name {
  readonly target: string;
  readonly text: HeaderText;
  readonly synonym: boolean;
}

/** Made once for each ledger: a file is held against forty of them. */
const namesKnown = new WeakMap<LedgerDefinition, readonly Name[]>();

function namesOf(definition: LedgerDefinition): readonly Name[] {
  const known = namesKnown.get(definition);
  if (known) return known;
  const names: Name[] = [];
  const add = (target: string, text: string, synonym: boolean) =>
    names.push({ target, text: normaliseHeader(text), synonym });
  for (const [name, field] of Object.entries(definition.fields)) {
    add(name, field.header.zh, false);
    add(name, field.header.en, false);
    for (const synonym of field.synonyms ?? []) add(name, synonym, true);
  }
  add(recordNumberTarget, recordNumberHeader.zh, false);
  add(recordNumberTarget, recordNumberHeader.en, false);
  namesKnown.set(definition, names);
  return names;
}

/** Every name, as `normaliseHeader` gives it, by which some field of these ledgers goes. */
export function knownHeaders(ledgers: readonly LedgerDefinition[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const definition of ledgers) {
    for (const { text } of namesOf(definition)) known.add(text.full).add(text.base);
  }
  known.delete('');
  return known;
}

interface Candidate {
  readonly target: string;
  readonly reason: MappingReason;
  readonly score: number;
}

/**
 * | condition                                          | reason          | score |
 * | same text as the header                            | header          | 1     |
 * | same text as a synonym                             | synonym         | 0.95  |
 * | same without brackets                              | withoutBrackets | 0.85  |
 * | one contains the other (two characters at least)   | contains        | 0.5 to 0.75 by length |
 * | at least six tenths of the character pairs in common | similar       | up to 0.6 |
 */
function compare(header: HeaderText, { target, text, synonym }: Name): Candidate | undefined {
  if (header.full === '' || text.full === '') return undefined;
  if (header.full === text.full) {
    return { target, reason: synonym ? 'synonym' : 'header', score: synonym ? 0.95 : 1 };
  }
  if (header.base === text.base) return { target, reason: 'withoutBrackets', score: 0.85 };
  const [short, long] =
    header.base.length < text.base.length ? [header.base, text.base] : [text.base, header.base];
  if (short.length >= 2 && long.includes(short)) {
    return { target, reason: 'contains', score: 0.5 + 0.25 * (short.length / long.length) };
  }
  const alike = likeness(header.base, text.base);
  return alike >= leastAlike ? { target, reason: 'similar', score: 0.6 * alike } : undefined;
}

/** What a header must have in common with a name to be like it at all: see `compare`. */
interface Marks {
  readonly whole: ReadonlySet<string>;
  /** Neighbouring characters in any name, as one number. */
  readonly pairs: ReadonlySet<number>;
}

const marksKnown = new WeakMap<readonly Name[], Marks>();

function marksOf(names: readonly Name[]): Marks {
  const known = marksKnown.get(names);
  if (known) return known;
  const whole = new Set<string>();
  const pairs = new Set<number>();
  for (const { text } of names) {
    whole.add(text.full).add(text.base);
    for (let at = 1; at < text.base.length; at++) pairs.add(pairAt(text.base, at));
  }
  const marks = { whole, pairs };
  marksKnown.set(names, marks);
  return marks;
}

const pairAt = (text: string, at: number) =>
  text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at);

/** False for the words of records: no name is the same, and none has two neighbours in common. */
function mayBeLike({ full, base }: HeaderText, { whole, pairs }: Marks): boolean {
  if (whole.has(full) || whole.has(base)) return true;
  for (let at = 1; at < base.length; at++) if (pairs.has(pairAt(base, at))) return true;
  return false;
}

/** Every field a header may stand for, best first. */
export function candidatesFor(
  header: string,
  definition: LedgerDefinition,
  text = normaliseHeader(header),
): readonly Candidate[] {
  const names = namesOf(definition);
  if (!mayBeLike(text, marksOf(names))) return [];
  const best = new Map<string, Candidate>();
  for (const name of names) {
    const found = compare(text, name);
    const known = found && best.get(found.target);
    if (found && (!known || known.score < found.score)) best.set(found.target, found);
  }
  return [...best.values()].sort((left, right) => right.score - left.score);
}

/**
 * Gives each column at most one field and each field at most one column, best scores first; of two
 * columns with the same score the left one. `headers[i]` is the (joined) header of column i, '' where
 * there is none. `remembered` is a mapping saved under the same `layoutKey`: it goes before.
 */
export function proposeMapping(
  headers: readonly string[],
  definition: LedgerDefinition,
  remembered?: Mapping,
): Mapping {
  const pairs = headers.flatMap((header, column) =>
    candidatesFor(header, definition).map((candidate) => ({ column, ...candidate })),
  );
  pairs.sort((left, right) => right.score - left.score || left.column - right.column);
  const byColumn = new Map<number, Candidate>();
  const taken = new Set<string>();
  const settled = new Set<number>();
  for (const { column, target, score } of remembered ?? []) {
    if (column >= headers.length) continue;
    settled.add(column);
    if (target === null || taken.has(target) || !isTarget(target, definition)) continue;
    byColumn.set(column, { target, reason: 'chosen', score: Math.max(score, 0.9) });
    taken.add(target);
  }
  for (const { column, ...candidate } of pairs) {
    if (settled.has(column) || byColumn.has(column) || taken.has(candidate.target)) continue;
    byColumn.set(column, candidate);
    taken.add(candidate.target);
  }
  return headers.map((header, column): ColumnMapping => {
    const { shown, unit } = normaliseHeader(header);
    const found = byColumn.get(column);
    return {
      column,
      header: shown,
      target: found?.target ?? null,
      score: found?.score ?? 0,
      ...(found ? { reason: found.reason } : {}),
      ...(unit === undefined ? {} : { unit }),
    };
  });
}

function isTarget(target: string, definition: LedgerDefinition): boolean {
  return target === recordNumberTarget || definition.fields[target] !== undefined;
}

/** The same for every workbook of one layout: under it a corrected mapping is remembered. */
export function layoutKey(headers: readonly string[], ledger: string): string {
  return `${ledger}:${headers.map((header) => normaliseHeader(header).full).join('|')}`;
}
