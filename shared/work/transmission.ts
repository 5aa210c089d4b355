import type { RowId } from '../kernel/ids';
import type { Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { instantAt, textAt } from '../todos/rowValues';
import { caseStatus, type CaseStatus } from './caseStatus';
import { groupBy } from './groupRows';

/** A case in its chain of transmission. */
export interface ChainCase {
  readonly row: Row;
  readonly status: CaseStatus;
  /** 1: nobody known infected this one. */
  readonly generation: number;
  readonly infected: readonly ChainCase[];
  /** Of this one and all that came of it. */
  readonly size: number;
  /** What is written down as its source is not a case here, or closes a circle. */
  readonly isSourceLost: boolean;
}

/**
 * The chains of transmission of the cases reported by a moment, by 上级病例, each in the order of
 * reporting. Every case stands in exactly one place: a circle of sources is cut open at the case
 * reported first.
 */
export function chainsOf(cases: readonly Row[], at: Instant): readonly ChainCase[] {
  const reported = (row: Row) => instantAt(row, 'reportedAt') ?? 0;
  const known = cases
    .filter((row) => caseStatus(row, at) !== 'unreported')
    .toSorted((left, right) => reported(left) - reported(right) || (left.id < right.id ? -1 : 1));
  const ids = new Set<string>(known.map(({ id }) => id));
  const infectedBy = groupBy(known, (row) => textAt(row, 'sourceCase'));
  const placed = new Set<RowId>();
  const place = (row: Row, generation: number, isSourceLost: boolean): ChainCase => {
    placed.add(row.id);
    const infected: ChainCase[] = [];
    for (const next of infectedBy.get(row.id) ?? [])
      if (!placed.has(next.id)) infected.push(place(next, generation + 1, false));
    return {
      row,
      status: caseStatus(row, at),
      generation,
      infected,
      size: 1 + infected.reduce((sum, { size }) => sum + size, 0),
      isSourceLost,
    };
  };
  const sourceOf = (row: Row) => textAt(row, 'sourceCase');
  const roots = known.flatMap((row) => {
    const source = sourceOf(row);
    if (source !== undefined && ids.has(source)) return [];
    return [place(row, 1, source !== undefined)];
  });
  const circles = known.flatMap((row) => (placed.has(row.id) ? [] : [place(row, 1, true)]));
  return [...roots, ...circles];
}

/** The lines that a tree shows, unfolded as far as `isOpen` says. */
export function unfolded(
  chains: readonly ChainCase[],
  isOpen: (id: RowId) => boolean,
): readonly ChainCase[] {
  return chains.flatMap((one) => [
    one,
    ...(isOpen(one.row.id) ? unfolded(one.infected, isOpen) : []),
  ]);
}

/** What is left of the chains: the cases that fit, and those through which the infection came to them. */
export function chainsWith(
  chains: readonly ChainCase[],
  fits: (one: ChainCase) => boolean,
): readonly ChainCase[] {
  return chains.flatMap((one) => {
    const infected = chainsWith(one.infected, fits);
    return infected.length > 0 || fits(one) ? [{ ...one, infected }] : [];
  });
}

/** From the first of its chain down to a case; empty where it stands in none. */
export function pathTo(chains: readonly ChainCase[], id: RowId): readonly ChainCase[] {
  for (const one of chains) {
    if (one.row.id === id) return [one];
    const below = pathTo(one.infected, id);
    if (below.length > 0) return [one, ...below];
  }
  return [];
}
