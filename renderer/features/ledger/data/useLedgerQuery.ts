import { useEffect, useMemo, useState } from 'react';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Query } from '../../../store/contract';
import { standardView, type SavedView } from './savedView';
import type { KeptViews } from './useSavedViews';

export interface LedgerQuery {
  readonly view: SavedView;
  readonly standard: SavedView;
  readonly setView: (view: SavedView) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly withDeleted: boolean;
  readonly setWithDeleted: (withDeleted: boolean) => void;
  readonly query: Query;
  /** Whether anything keeps records from being shown. */
  readonly narrowed: boolean;
  readonly showAll: () => void;
}

/** What is shown of a ledger and in which order: the view, the quick search, the deleted ones. */
export function useLedgerQuery(ledger: LedgerDefinition, kept: KeptViews): LedgerQuery {
  const standard = useMemo(() => standardView(ledger), [ledger]);
  const [chosen, setView] = useState<SavedView>();
  const [search, setSearch] = useState('');
  const [withDeleted, setWithDeleted] = useState(false);
  const { ready, views, opensWith } = kept;
  const first = views.find(({ name }) => name === opensWith) ?? standard;
  const view = chosen ?? first;
  useEffect(() => {
    // what the ledger opened with stays, also when another view is made the first one later
    if (ready) setView((now) => now ?? first);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready]);

  const trimmed = search.trim();
  const query = useMemo<Query>(
    () => ({
      ledger: ledger.id,
      filters: view.filters,
      sort: view.sort,
      ...(trimmed === '' ? {} : { search: trimmed }),
      deleted: withDeleted ? 'with' : 'without',
    }),
    [ledger, view.filters, view.sort, trimmed, withDeleted],
  );
  return {
    view,
    standard,
    setView,
    search,
    setSearch,
    withDeleted,
    setWithDeleted,
    query,
    narrowed: view.filters.length > 0 || trimmed !== '',
    showAll: () => {
      setSearch('');
      setView({ ...view, filters: [] });
    },
  };
}
