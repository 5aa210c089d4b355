import type { FigurePart, PartKey } from '../../shared/figures/breakDown';
import type { Contribution, FigureValue } from '../../shared/figures/computeFigure';
import type { CutOff } from '../../shared/figures/takesIn';
import type { Row } from '../../shared/ledger/defineLedger';

/** A figure, or one part of a breakdown of it, at a cut-off. */
export interface FigureQuery {
  readonly figure: string;
  readonly cutOff: CutOff;
  readonly of?: { readonly field: string; readonly key: PartKey };
}

/** A record behind a figure, and what it adds. */
export interface FigureRow {
  readonly row: Row;
  readonly amount: number;
}

/** A figure opened into its records: they are asked for by position, the last made first. */
export interface OpenedFigure {
  readonly id: number;
  readonly value: number;
  readonly count: number;
  readonly first: readonly FigureRow[];
}

/** What the worker computes of the figures that the ledgers declare. */
export interface StoreFigures {
  /** In the order asked for, not rounded. Ask ledger by ledger, so that others come in between. */
  figures(cutOff: CutOff, wanted: readonly string[]): Promise<readonly FigureValue[]>;
  /** By each field of the figure's `by`, in that order. */
  figureParts(
    query: Omit<FigureQuery, 'of'>,
  ): Promise<readonly { readonly field: string; readonly parts: readonly FigurePart[] }[]>;
  /** Every record behind a figure, in the order in which they were made. */
  contributions(query: Omit<FigureQuery, 'of'>): Promise<readonly Contribution[]>;
  openFigure(query: FigureQuery, firstRows: number): Promise<OpenedFigure>;
  /** Records `from` to `to` (excluded) of an opened figure; a closed one gives none. */
  figureRows(opened: number, from: number, to: number): Promise<readonly FigureRow[]>;
  closeFigure(opened: number): void;
}
