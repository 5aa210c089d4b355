import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '../../../components/popover/Popover';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { shiftColumn, standardView, type SavedView } from '../data/savedView';
import { narrowest, widest } from '../../../components/grid/textWidth';
import { columnWidth } from '../data/columnWidth';
import styles from './view.module.css';

interface ColumnChooserProps {
  readonly ledger: LedgerDefinition;
  readonly language: 'zh' | 'en';
  readonly view: SavedView;
  readonly onView: (view: SavedView) => void;
}

const widthStep = 16;

/** Which columns the grid shows, in which order and how wide; the one that names a record stays. */
export function ColumnChooser({ ledger, language, view, onView }: ColumnChooserProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const hidden = Object.keys(ledger.fields).filter((name) => !view.columns.includes(name));
  const order = [...view.columns, ...hidden];
  const toggle = (name: string, shown: boolean) =>
    onView({
      ...view,
      columns: shown ? [...view.columns, name] : view.columns.filter((one) => one !== name),
    });
  const widen = (name: string, by: number) => {
    const width = columnWidth(ledger, view, name, { t, language }) + by;
    onView({
      ...view,
      widths: { ...view.widths, [name]: Math.max(narrowest, Math.min(widest, width)) },
    });
  };
  const pressed = (event: KeyboardEvent, name: string) => {
    if (!event.altKey) return;
    if (event.key === 'ArrowUp') onView(shiftColumn(view, name, -1));
    else if (event.key === 'ArrowDown') onView(shiftColumn(view, name, 1));
    else if (event.key === 'ArrowLeft') widen(name, -widthStep);
    else if (event.key === 'ArrowRight') widen(name, widthStep);
    else return;
    event.preventDefault();
  };
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
        {t('ledger.columns')}
      </button>
      {open && (
        <Popover label={t('ledger.columns')} anchor={button} onClose={() => setOpen(false)}>
          <div className={styles.list} role="group" aria-label={t('ledger.columns')}>
            {order.map((name) => {
              const shown = view.columns.includes(name);
              const fixed = name === ledger.nameField;
              const title = ledger.fields[name]?.header[language] ?? name;
              return (
                <div key={name} className={styles.columnLine}>
                  <label className={styles.check}>
                    <input
                      type="checkbox"
                      checked={shown}
                      disabled={fixed}
                      onChange={({ target }) => toggle(name, target.checked)}
                      onKeyDown={(event) => pressed(event, name)}
                    />
                    {title}
                  </label>
                  {shown && !fixed && (
                    <>
                      <button
                        type="button"
                        tabIndex={-1}
                        aria-label={`${t('ledger.columnUp')} ${title}`}
                        onClick={() => onView(shiftColumn(view, name, -1))}
                      >
                        ↑
                      </button>
                      <button
                        type="button"
                        tabIndex={-1}
                        aria-label={`${t('ledger.columnDown')} ${title}`}
                        onClick={() => onView(shiftColumn(view, name, 1))}
                      >
                        ↓
                      </button>
                    </>
                  )}
                </div>
              );
            })}
          </div>
          <p className={styles.hint}>{t('ledger.columnsHint')}</p>
          <button
            type="button"
            className={styles.button}
            onClick={() => {
              const { columns, widths } = standardView(ledger);
              onView({ ...view, columns, widths });
            }}
          >
            {t('ledger.standardColumns')}
          </button>
        </Popover>
      )}
    </>
  );
}
