import { checkParts, type PartsDiffer } from '../../../shared/figures/checkParts';
import { shownValue } from '../../../shared/figures/shownValue';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Figure } from '../../../shared/ledger/figure';

export type FigureFilter = 'all' | 'changed' | 'differ';

/** One figure as it stands on the page. */
export interface FigureLine {
  readonly ledger: LedgerDefinition;
  readonly figure: Figure;
  /** Rounded as in a report. */
  readonly value: number;
  /** Against a day before; undefined while that is not known. */
  readonly change: number | undefined;
  /** Its parts do not add up to it. */
  readonly differs: PartsDiffer | undefined;
}

export interface FigureGroup {
  readonly ledger: LedgerDefinition;
  readonly lines: readonly FigureLine[];
}

interface Values {
  readonly now: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number>;
}

/** The figures whose values are known, in the order of the ledgers. */
export function figureLines(
  ledgers: readonly LedgerDefinition[],
  { now, before }: Values,
): readonly FigureLine[] {
  const all = ledgers.flatMap((ledger) => ledger.figures.map((figure) => ({ ledger, figure })));
  const figures = all.map(({ figure }) => figure);
  const shown = new Map(
    figures.flatMap((figure) => {
      const value = now.get(figure.id);
      return value === undefined ? [] : [[figure.id, shownValue(figure, value)] as const];
    }),
  );
  const differing = checkParts(figures, (id) => shown.get(id));
  return all.flatMap(({ ledger, figure }) => {
    const value = shown.get(figure.id);
    const earlier = before.get(figure.id);
    if (value === undefined) return [];
    const change =
      earlier === undefined
        ? undefined
        : Number((value - shownValue(figure, earlier)).toPrecision(12));
    const differs = differing.find(({ figure: id }) => id === figure.id);
    return [{ ledger, figure, value, change, differs }];
  });
}

/** Lines whose words contain the text, in either language, by ledger. */
export function groupLines(
  lines: readonly FigureLine[],
  filter: FigureFilter,
  text: string,
): readonly FigureGroup[] {
  const wanted = text.trim().toLowerCase();
  const kept = lines.filter(
    ({ ledger, figure, change, differs }) =>
      (filter !== 'changed' || (change !== undefined && change !== 0)) &&
      (filter !== 'differ' || differs !== undefined) &&
      [ledger.title, figure.title].some(({ zh, en }) =>
        `${zh} ${en}`.toLowerCase().includes(wanted),
      ),
  );
  const groups = new Map<LedgerDefinition, FigureLine[]>();
  for (const line of kept) groups.set(line.ledger, [...(groups.get(line.ledger) ?? []), line]);
  return [...groups].map(([ledger, own]) => ({ ledger, lines: own }));
}

/** How a figure counts: what is held at the cut-off, all up to it, the period, or the last reports. */
export function countsAs({ terms }: Figure): 'held' | 'upTo' | 'within' | 'latest' {
  const spans = terms.map(({ counts }) => counts.type);
  return spans.find((type) => type !== 'upTo') ?? 'upTo';
}
