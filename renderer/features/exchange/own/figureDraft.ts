import type { OwnKind } from '../../../../shared/ledger/ownField';
import { whenRecorded, type OwnFigure } from '../../../../shared/ledger/ownLedger';
import type { DraftColumn } from './ownDraft';

/** A figure as a clerk picks it; columns by their ids in the draft, new ones have no stored name. */
export interface DraftFigure {
  readonly id: number;
  readonly stored?: string;
  readonly title: string;
  readonly unit: string;
  /** Undefined: records are counted. */
  readonly sum: number | undefined;
  /** Undefined: the time of recording. */
  readonly decides: number | undefined;
  readonly counts: OwnFigure['counts'];
  readonly by: readonly number[];
}

const kindsFor: Readonly<Record<'sum' | 'decides' | 'by', ReadonlySet<OwnKind>>> = {
  sum: new Set(['integer', 'quantity']),
  decides: new Set(['instant', 'date']),
  by: new Set(['choice', 'flag', 'text', 'reference']),
};

/** The columns that a figure can add up, be decided by or be broken down by. */
export function columnsFor(
  columns: readonly DraftColumn[],
  what: 'sum' | 'decides' | 'by',
): readonly DraftColumn[] {
  return columns.filter(
    ({ use, header, kind }) => use && header.trim() !== '' && kindsFor[what].has(kind),
  );
}

/** Counts records by the first time column there is, broken down by the choices. */
export function newFigure(
  figures: readonly DraftFigure[],
  columns: readonly DraftColumn[],
  words: { readonly title: string; readonly unit: string },
): DraftFigure {
  return {
    id: Math.max(-1, ...figures.map(({ id }) => id)) + 1,
    ...words,
    sum: undefined,
    decides: columnsFor(columns, 'decides')[0]?.id,
    counts: 'upTo',
    by: columnsFor(columns, 'by')
      .filter(({ kind }) => kind === 'choice')
      .map(({ id }) => id),
  };
}

export function draftOfFigure(
  { name, title, unit, sum, decides, counts, by }: OwnFigure,
  columnOf: (field: string) => number,
): DraftFigure {
  return {
    id: Number(name.slice(1)),
    stored: name,
    title,
    unit,
    sum: sum === undefined ? undefined : columnOf(sum),
    decides: decides === whenRecorded ? undefined : columnOf(decides),
    counts,
    by: by.map(columnOf),
  };
}

/** An edition adds fewer figures than this: its own names begin at `edition × thousand`. */
const thousand = 1_000;

/**
 * What is stored; a column that is not used decides nothing and parts nothing. Names tell the edition
 * in which a figure came, so that one which was removed gives its name to no other.
 */
export function figuresOfDraft(
  figures: readonly DraftFigure[],
  nameOf: ReadonlyMap<number, string>,
  edition: number,
): OwnFigure[] {
  let last = edition * thousand;
  const fieldOf = (column: number | undefined) =>
    column === undefined ? undefined : nameOf.get(column);
  return figures.map(({ stored, title, unit, sum, decides, counts, by }) => {
    const added = fieldOf(sum);
    return {
      name: stored ?? `f${++last}`,
      title: title.trim(),
      unit: unit.trim(),
      ...(added === undefined ? {} : { sum: added }),
      decides: fieldOf(decides) ?? whenRecorded,
      counts,
      by: by.flatMap((column) => fieldOf(column) ?? []),
    };
  });
}
