import { useEffect, useState } from 'react';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Query, Store } from '../../../store/contract';
import { codecFor } from '../../../../shared/fields/codecFor';
import type { LedgerView } from './useView';

/** One total of a column; several where each record names its own unit. */
export interface ColumnTotal {
  readonly field: string;
  readonly sums: readonly { readonly sum: number; readonly unit: string }[];
}

/** Sums of the numeric columns shown, over every row that the filters leave. */
export function useTotals(
  store: Store,
  ledger: LedgerDefinition,
  query: Query,
  columns: readonly string[],
  rows: LedgerView,
  language: 'zh' | 'en',
): readonly ColumnTotal[] {
  const [totals, setTotals] = useState<readonly ColumnTotal[]>([]);
  const { revision, ready } = rows;
  const key = columns.filter((name) => ledger.fields[name]?.totalled).join(' ');
  useEffect(() => {
    if (!ready || key === '') {
      setTotals([]);
      return undefined;
    }
    let gone = false;
    const read = async (): Promise<readonly ColumnTotal[]> => {
      const names = key.split(' ');
      const alike = names.filter((name) => ledger.fields[name]?.measuredIn === undefined);
      const plain = alike.length > 0 ? await rows.totals(alike) : [];
      const found = new Map(
        plain
          .filter(({ filled }) => filled > 0)
          .map(({ field, sum }) => [field, [{ sum, unit: ledger.fields[field]?.unit ?? '' }]]),
      );
      for (const name of names) {
        const measure = ledger.fields[name]?.measuredIn;
        const unitField = measure === undefined ? undefined : ledger.fields[measure];
        if (measure === undefined || !unitField) continue;
        const groups = await store.aggregate({ ...query, sort: [] }, [measure], [name]);
        const sums = groups.flatMap(({ keys: [unit], sums: [sum = 0] }) =>
          unit == null || sum === 0
            ? []
            : [{ sum, unit: codecFor(unitField).toText(unit, language) }],
        );
        found.set(name, sums);
      }
      return names.flatMap((field) => {
        const sums = found.get(field) ?? [];
        return sums.length > 0 ? [{ field, sums }] : [];
      });
    };
    void read().then((next) => {
      if (!gone) setTotals(next);
    });
    return () => {
      gone = true;
    };
    // the query is the one the rows were opened with: it changes with their revision
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store, ledger, key, revision, ready, language]);
  return totals;
}
