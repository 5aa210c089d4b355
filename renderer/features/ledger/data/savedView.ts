import { z } from 'zod';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Filter } from '../../../store/contract';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const filterTest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('contains'), text: z.string() }),
  z.object({ type: z.literal('equals'), value: scalar }),
  z.object({ type: z.literal('oneOf'), values: z.array(scalar) }),
  z.object({
    type: z.literal('between'),
    from: z.union([z.string(), z.number()]).exactOptional(),
    to: z.union([z.string(), z.number()]).exactOptional(),
  }),
  z.object({ type: z.literal('blank') }),
  z.object({ type: z.literal('filled') }),
]);

const savedViews = z.object({
  views: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      widths: z.record(z.string(), z.number()).default({}),
      filters: z.array(z.object({ field: z.string(), test: filterTest })),
      sort: z.array(z.object({ field: z.string(), descending: z.boolean() })),
    }),
  ),
  opensWith: z.string().default(''),
});

/** Columns, filters and order under a name; kept sealed with the event. */
export interface SavedView {
  /** Empty for what is shown before anyone has saved a view. */
  readonly name: string;
  /** Shown columns in order; the one that names the record comes first. */
  readonly columns: readonly string[];
  /** px, where they are not the field's own. */
  readonly widths: Readonly<Record<string, number>>;
  readonly filters: readonly Filter[];
  /** The first decides, the next where it leaves records equal. */
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
}

export interface SavedViews {
  readonly views: readonly SavedView[];
  /** Name of the view that the ledger opens with. */
  readonly opensWith: string;
}

export const noViews: SavedViews = { views: [], opensWith: '' };

/**
 * The views as they were saved, without columns the ledger no longer has. Anything else than saved
 * views is none: a setting of a later version must not keep the ledger from opening.
 */
export function readViews(text: string | undefined, ledger: LedgerDefinition): SavedViews {
  if (text === undefined) return noViews;
  const parsed = savedViews.safeParse(jsonOf(text));
  if (!parsed.success) return noViews;
  const known = (name: string) => name in ledger.fields;
  return {
    ...parsed.data,
    views: parsed.data.views.map((view) => ({
      ...view,
      columns: [
        ledger.nameField,
        ...view.columns.filter((name) => name !== ledger.nameField),
      ].filter(known),
      filters: view.filters.filter(({ field }) => known(field)),
      sort: view.sort.filter(({ field }) => known(field)),
    })),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a ledger shows by itself. */
export function standardView(ledger: LedgerDefinition): SavedView {
  const shown = Object.entries(ledger.fields).filter(([, field]) => !field.hidden);
  return {
    name: '',
    columns: [
      ledger.nameField,
      ...shown.map(([name]) => name).filter((name) => name !== ledger.nameField),
    ],
    widths: {},
    filters: [],
    sort: ledger.newestFirst ? [{ field: ledger.newestFirst, descending: true }] : [],
  };
}

/** The column put before another one; the first column stays where it is. */
export function moveColumn(view: SavedView, column: string, before: string): SavedView {
  const rest = view.columns.filter((name) => name !== column);
  const at = Math.max(1, rest.indexOf(before));
  return { ...view, columns: [...rest.slice(0, at), column, ...rest.slice(at)] };
}

/** The column some places further right, or left of where it is. */
export function shiftColumn(view: SavedView, column: string, places: number): SavedView {
  const from = view.columns.indexOf(column);
  const to = Math.max(1, Math.min(view.columns.length - 1, from + places));
  if (from <= 0 || to === from) return view;
  const rest = view.columns.filter((name) => name !== column);
  return { ...view, columns: [...rest.slice(0, to), column, ...rest.slice(to)] };
}

/**
 * A click sorts by one column, a second turns it round, a third gives the standard order back; with
 * Shift the column is added behind those already sorted by.
 */
export function sortBy(view: SavedView, field: string, adding: boolean): SavedView {
  const known = view.sort.find((one) => one.field === field);
  const others = adding ? view.sort.filter((one) => one.field !== field) : [];
  if (!known) return { ...view, sort: [...others, { field, descending: false }] };
  if (known.descending) return { ...view, sort: others };
  return adding
    ? {
        ...view,
        sort: view.sort.map((one) => (one.field === field ? { field, descending: true } : one)),
      }
    : { ...view, sort: [{ field, descending: true }] };
}
