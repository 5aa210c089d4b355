import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Filter, Store } from '../../store/contract';
import styles from './ledger.module.css';

/** Columns, filters and order under a name; kept sealed with the event. */
export interface SavedView {
  readonly name: string;
  readonly columns: readonly string[];
  readonly filters: readonly Filter[];
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
}

interface SavedViewsProps {
  readonly store: Store;
  readonly ledger: LedgerDefinition;
  readonly view: SavedView;
  readonly standard: SavedView;
  readonly onView: (view: SavedView) => void;
}

export function SavedViews({ store, ledger, view, standard, onView }: SavedViewsProps) {
  const { t } = useTranslation();
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const key = `views.${ledger.id}`;
  useEffect(() => {
    void store.setting(key).then((text) => {
      if (text) setViews(JSON.parse(text) as readonly SavedView[]); // written below
    });
  }, [store, key]);

  const keep = async (next: readonly SavedView[]) => {
    const saved = await store.saveSetting(key, JSON.stringify(next));
    if (saved.ok) setViews(next);
  };
  return (
    <div className={styles.menuHost}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {view.name ? `${t('ledger.views')}：${view.name}` : t('ledger.views')}
      </button>
      {open && (
        <div className={styles.menu}>
          {[{ ...standard, name: '' }, ...views].map((one) => (
            <div key={one.name} className={styles.menuLine}>
              <button
                type="button"
                aria-current={one.name === view.name}
                onClick={() => {
                  onView(one);
                  setOpen(false);
                }}
              >
                {one.name || t('ledger.allRows')}
              </button>
              {one.name && (
                <button
                  type="button"
                  aria-label={`${t('ledger.delete')} ${one.name}`}
                  onClick={() => void keep(views.filter((other) => other.name !== one.name))}
                >
                  ×
                </button>
              )}
            </div>
          ))}
          <form
            className={styles.menuLine}
            onSubmit={(event) => {
              event.preventDefault();
              const trimmed = name.trim();
              if (!trimmed) return;
              const named = { ...view, name: trimmed };
              void keep([...views.filter((one) => one.name !== trimmed), named]);
              onView(named);
              setName('');
              setOpen(false);
            }}
          >
            <input
              value={name}
              placeholder={t('ledger.viewName')}
              onChange={({ target }) => setName(target.value)}
            />
            <button type="submit">{t('ledger.saveView')}</button>
          </form>
        </div>
      )}
    </div>
  );
}
