import { useEffect, useRef, useState } from 'react';
import { firstFilter, type CheckFilter, type CheckSummary, type ShownRow } from './checkRows';

export type RowsOf = (
  filter: CheckFilter,
  from: number,
  to: number,
) => Promise<readonly ShownRow[]>;

export interface CheckRows {
  readonly count: number;
  /** Undefined until it has come from where the file was read. */
  readonly at: (index: number) => ShownRow | undefined;
  /** Asks for the rows that are in view. */
  readonly need: (from: number, to: number) => void;
}

const rowsAtOnce = 100;

/** The rows that pass a filter, fetched as they come into view; the first of all are there at once. */
export function useCheckRows(
  summary: CheckSummary,
  filter: CheckFilter,
  rowsOf: RowsOf,
): CheckRows {
  const [, setArrived] = useState(0);
  const known = useRef(new Map<string, readonly ShownRow[] | 'asked'>());
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const keyOf = (page: number) => `${filter} ${page}`;
  const at = (index: number) => {
    const page = Math.floor(index / rowsAtOnce);
    const rows = known.current.get(keyOf(page));
    if (rows && rows !== 'asked') return rows[index % rowsAtOnce];
    return page === 0 && filter === firstFilter(summary.counts) ? summary.first[index] : undefined;
  };
  const need = (from: number, to: number) => {
    for (let page = Math.floor(from / rowsAtOnce); page * rowsAtOnce < to; page++) {
      const key = keyOf(page);
      if (known.current.has(key) || at(page * rowsAtOnce)) continue;
      known.current.set(key, 'asked');
      void rowsOf(filter, page * rowsAtOnce, (page + 1) * rowsAtOnce).then((rows) => {
        known.current.set(key, rows);
        if (!gone.current) setArrived((times) => times + 1);
      });
    }
  };
  return { count: summary.counts[filter], at, need };
}
