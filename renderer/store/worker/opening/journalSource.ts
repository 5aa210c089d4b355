import type { EventDatabase } from '../stored/eventDatabase';
import type { JournalUnit } from '../stored/journalUnit';
import type { SealedSegment } from '../stored/segment';
import { readEach } from '../stored/readEach';

/** One copy of the journal, asked commit by commit. */
export interface JournalSource {
  /** The last commit that it claims to hold. */
  readonly last: number;
  /** Its units that claim to hold the commit, best first. */
  at(sequence: number): Promise<readonly JournalUnit[]>;
  has(sequence: number): boolean;
}

type Span = readonly [number, number];

const covers = ([first, last]: Span, sequence: number) => first <= sequence && sequence <= last;

export function sourceOfUnits(units: readonly JournalUnit[]): JournalSource {
  const commits = new Map<number, JournalUnit>();
  const segments: JournalUnit[] = [];
  for (const unit of units) {
    if (unit.type === 'commit') commits.set(unit.first, unit);
    else segments.unshift(unit); // of two that overlap the later one counts
  }
  const segmentsAt = (sequence: number) =>
    segments.filter(({ first, last }) => covers([first, last], sequence));
  return {
    last: Math.max(0, ...commits.keys(), ...segments.map(({ last }) => last)),
    has: (sequence) => commits.has(sequence) || segmentsAt(sequence).length > 0,
    at: (sequence) => {
      const commit = commits.get(sequence);
      return Promise.resolve([...(commit ? [commit] : []), ...segmentsAt(sequence)]);
    },
  };
}

/** What the key says counts, not what the record says; one that cannot be read unseals to nothing. */
function unitOf(
  type: JournalUnit['type'],
  [first, last]: Span,
  stored: { readonly sealed: Uint8Array<ArrayBuffer> } | undefined,
): JournalUnit {
  return { type, first, last, sealed: stored?.sealed ?? new Uint8Array() };
}

/** Commits fetched at once: many small ones to be quick, of large ones as few as take no long turn. */
const lotCommits = 32;
const lotBytes = 1 << 20;

/** Reads as it is asked; a database that cannot be read rejects. */
export async function sourceOfDatabase(database: EventDatabase): Promise<JournalSource> {
  const commitKeys = await database.commits.toCollection().primaryKeys();
  const spans: readonly Span[] = await database.segments.toCollection().primaryKeys();
  const known = new Set(commitKeys);
  let lot = new Map<number, JournalUnit>();
  let lotSize = 1;
  let segment: JournalUnit | undefined;

  async function commitAt(sequence: number): Promise<JournalUnit | undefined> {
    if (!known.has(sequence)) return undefined;
    if (!lot.has(sequence)) {
      const keys = Array.from({ length: lotSize }, (_, index) => sequence + index).filter((one) =>
        known.has(one),
      );
      const stored = await readEach(database.commits, keys);
      lot = new Map(keys.map((key, index) => [key, unitOf('commit', [key, key], stored[index])]));
      const bytes = stored.reduce((sum, one) => sum + (one?.sealed.length ?? 0), 0);
      const fitting = Math.floor(lotBytes / (bytes / keys.length || 1));
      lotSize = Math.max(1, Math.min(lotCommits, 4 * lotSize, fitting));
    }
    return lot.get(sequence);
  }

  /** The same unit is asked for once for each of its commits where it is damaged. */
  async function segmentsAt(sequence: number): Promise<readonly JournalUnit[]> {
    const keys = spans.filter((span) => covers(span, sequence));
    const units: JournalUnit[] = [];
    for (const key of keys) {
      if (segment?.first !== key[0] || segment.last !== key[1]) {
        const [stored] = await readEach<SealedSegment, [number, number]>(database.segments, [
          [key[0], key[1]],
        ]);
        segment = unitOf('segment', key, stored);
      }
      units.push(segment);
    }
    return units;
  }

  return {
    last: commitKeys.concat(spans.map(([, last]) => last)).reduce((a, b) => Math.max(a, b), 0),
    has: (sequence) => known.has(sequence) || spans.some((span) => covers(span, sequence)),
    at: async (sequence) => {
      const commit = await commitAt(sequence);
      return [...(commit ? [commit] : []), ...(await segmentsAt(sequence))];
    },
  };
}

/** A copy that holds nothing. */
export const emptySource: JournalSource = sourceOfUnits([]);
