import type { ArrivingKey } from '../../../app/judging/arrivingKeys';
import type { ReceivePlan } from '../../../../shared/exchange/parcel/planReceive';
import { isPair, isUndecided, lineKinds, type LineHead, type LineKind } from './receiveLine';

export type KindCounts = Readonly<Partial<Record<LineKind, number>>>;

/** What a received workbook would do, in numbers. */
export interface PlanSummary {
  readonly ledgers: readonly { readonly ledger: string; readonly counts: KindCounts }[];
  readonly counts: KindCounts;
  /** Keys of the lines that have to be decided before anything is written. */
  readonly toDecide: readonly string[];
  /** How many of them are pairs that may be one. */
  readonly pairs: number;
  /** Columns in which something can be decided at once, most first. */
  readonly columns: readonly {
    readonly ledger: string;
    readonly field: string;
    readonly lines: number;
  }[];
  readonly unchanged: number;
  /** Entries of the machine part, and edits in the sheets, that were here already. */
  readonly known: number;
  readonly editsHere: number;
  readonly clocksAhead: readonly { readonly days: number; readonly changes: number }[];
  /** Devices that were restored from a copy and wrote on. */
  readonly forked: number;
  /** Changes of this laptop that the sender has and that are gone here. */
  readonly ownLost: number;
  /** Pass-signing keys that come with it. */
  readonly keys: readonly ArrivingKey[];
  /** Nothing would be written. */
  readonly isEmpty: boolean;
}

type Columns = Map<string, { ledger: string; field: string; lines: number }>;

export function summariseLines(
  lines: readonly LineHead[],
  plan: Omit<ReceivePlan, 'manifest'>,
  keys: readonly ArrivingKey[] = [],
): PlanSummary {
  const byLedger = new Map<string, Map<LineKind, number>>();
  const all = new Map<LineKind, number>();
  const columns: Columns = new Map();
  let pairs = 0;
  for (const line of lines) {
    const { ledger, kind, field } = line;
    let counts = byLedger.get(ledger);
    if (!counts) byLedger.set(ledger, (counts = new Map()));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    all.set(kind, (all.get(kind) ?? 0) + 1);
    if (!isUndecided(line)) continue;
    if (isPair(line)) pairs++;
    else if (field !== undefined) addColumn(columns, ledger, field);
  }
  const { merge, edits, ownLost } = plan;
  return {
    ledgers: [...byLedger].map(([ledger, counts]) => ({ ledger, counts: countsOf(counts) })),
    counts: countsOf(all),
    toDecide: lines.flatMap((line) => (isUndecided(line) ? [line.key] : [])),
    pairs,
    columns: [...columns.values()].sort((left, right) => right.lines - left.lines),
    unchanged: edits.reduce((sum, { unchanged }) => sum + unchanged, 0),
    known: merge.known,
    editsHere: edits.reduce((sum, { alreadyHere }) => sum + alreadyHere, 0),
    clocksAhead: merge.clocksAhead.map(({ days, changes }) => ({ days, changes })),
    forked: merge.forked.length,
    ownLost: ownLost.length,
    keys,
    isEmpty:
      merge.entries.length === 0 &&
      lines.every(({ kind }) => kind === 'rejected' || kind === 'notice' || kind === 'waiting'),
  };
}

function addColumn(columns: Columns, ledger: string, field: string): void {
  const column = columns.get(`${ledger} ${field}`) ?? { ledger, field, lines: 0 };
  column.lines++;
  columns.set(`${ledger} ${field}`, column);
}

function countsOf(counts: ReadonlyMap<LineKind, number>): KindCounts {
  return Object.fromEntries(
    lineKinds.flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [[kind, count] as const];
    }),
  );
}
