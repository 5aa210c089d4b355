import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '../../../components/popover/Popover';
import type { SavedView } from '../data/savedView';
import type { KeptViews } from '../data/useSavedViews';
import styles from './view.module.css';

interface SavedViewsMenuProps {
  readonly view: SavedView;
  readonly standard: SavedView;
  readonly kept: KeptViews;
  readonly onView: (view: SavedView) => void;
}

/** Columns, filters and order under a name: save, rename, delete, choose which one opens first. */
export function SavedViewsMenu({ view, standard, kept, onView }: SavedViewsMenuProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [renamed, setRenamed] = useState<{ readonly from: string; readonly to: string }>();
  const known = kept.views.find((one) => one.name === view.name);
  const changed = known !== undefined && JSON.stringify(known) !== JSON.stringify(view);
  const close = () => {
    setOpen(false);
    setRenamed(undefined);
  };
  const taken = kept.views.some((one) => one.name === name.trim());
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {view.name
          ? t('ledger.views') + t('frame.marks.colon') + view.name + (changed ? ' *' : '')
          : t('ledger.views')}
      </button>
      {open && (
        <Popover label={t('ledger.views')} anchor={button} onClose={close}>
          <div className={styles.list}>
            {[standard, ...kept.views].map((one) =>
              renamed?.from === one.name && one.name !== '' ? (
                <form
                  key={one.name}
                  className={styles.viewLine}
                  onSubmit={(event) => {
                    event.preventDefault();
                    kept.rename(renamed.from, renamed.to.trim());
                    if (view.name === renamed.from && renamed.to.trim() !== '')
                      onView({ ...view, name: renamed.to.trim() });
                    setRenamed(undefined);
                  }}
                >
                  <input
                    autoFocus
                    className={styles.find}
                    value={renamed.to}
                    aria-label={t('ledger.viewName')}
                    onChange={({ target }) => setRenamed({ ...renamed, to: target.value })}
                  />
                  <button type="submit">{t('ledger.rename')}</button>
                </form>
              ) : (
                <div key={one.name} className={styles.viewLine}>
                  <button
                    type="button"
                    className={styles.viewName}
                    aria-current={one.name === view.name}
                    onClick={() => {
                      onView(one);
                      close();
                      button.current?.focus();
                    }}
                  >
                    {one.name || t('ledger.allRows')}
                  </button>
                  <button
                    type="button"
                    aria-pressed={kept.opensWith === one.name}
                    title={t('ledger.opensWith')}
                    aria-label={`${t('ledger.opensWith')} ${one.name || t('ledger.allRows')}`}
                    onClick={() => kept.openWith(one.name)}
                  >
                    {kept.opensWith === one.name ? '★' : '☆'}
                  </button>
                  {one.name !== '' && (
                    <>
                      <button
                        type="button"
                        aria-label={`${t('ledger.rename')} ${one.name}`}
                        onClick={() => setRenamed({ from: one.name, to: one.name })}
                      >
                        {t('ledger.rename')}
                      </button>
                      <button
                        type="button"
                        aria-label={`${t('ledger.delete')} ${one.name}`}
                        onClick={() => kept.remove(one.name)}
                      >
                        ×
                      </button>
                    </>
                  )}
                </div>
              ),
            )}
          </div>
          {changed && (
            <button
              type="button"
              className={styles.button}
              onClick={() => {
                kept.save(view);
                close();
              }}
            >
              {t('ledger.updateView', { name: view.name })}
            </button>
          )}
          <form
            className={styles.viewLine}
            onSubmit={(event) => {
              event.preventDefault();
              const trimmed = name.trim();
              if (trimmed === '') return;
              const named = { ...view, name: trimmed };
              kept.save(named);
              onView(named);
              setName('');
              close();
            }}
          >
            <input
              data-first
              className={styles.find}
              value={name}
              placeholder={t('ledger.viewName')}
              aria-label={t('ledger.viewName')}
              onChange={({ target }) => setName(target.value)}
            />
            <button type="submit">{t(taken ? 'ledger.replaceView' : 'ledger.saveView')}</button>
          </form>
        </Popover>
      )}
    </>
  );
}
