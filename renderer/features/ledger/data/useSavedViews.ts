import { useEffect, useState } from 'react';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Store } from '../../../store/contract';
import { noViews, readViews, type SavedView, type SavedViews } from './savedView';

export interface KeptViews extends SavedViews {
  /** False until they have been read. */
  readonly ready: boolean;
  /** Adds the view or takes the place of the one of its name. */
  readonly save: (view: SavedView) => void;
  /** Nothing for a name that is blank or taken. */
  readonly rename: (from: string, to: string) => void;
  readonly remove: (name: string) => void;
  readonly openWith: (name: string) => void;
}

export function useSavedViews(
  store: Store,
  ledger: LedgerDefinition,
  onProblem: (tag: string) => void,
): KeptViews {
  const key = `views.${ledger.id}`;
  const [kept, setKept] = useState<SavedViews>();
  useEffect(() => {
    let gone = false;
    void store.setting(key).then((text) => {
      if (!gone) setKept(readViews(text, ledger));
    });
    return () => {
      gone = true;
    };
  }, [store, key, ledger]);

  const { views, opensWith } = kept ?? noViews;
  const keep = (next: SavedViews) => {
    void store.saveSetting(key, JSON.stringify(next)).then((saved) => {
      if (saved.ok) setKept(next);
      else onProblem(saved.problem.tag);
    });
  };
  return {
    ready: kept !== undefined,
    views,
    opensWith,
    save: (view) =>
      keep({ opensWith, views: [...views.filter(({ name }) => name !== view.name), view] }),
    rename: (from, to) => {
      if (to === '' || views.some(({ name }) => name === to)) return;
      keep({
        opensWith: opensWith === from ? to : opensWith,
        views: views.map((view) => (view.name === from ? { ...view, name: to } : view)),
      });
    },
    remove: (name) =>
      keep({
        opensWith: opensWith === name ? '' : opensWith,
        views: views.filter((view) => view.name !== name),
      }),
    openWith: (name) => keep({ opensWith: name, views }),
  };
}
