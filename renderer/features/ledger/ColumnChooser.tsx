import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { SavedView } from './SavedViews';
import styles from './ledger.module.css';

interface ColumnChooserProps {
  readonly ledger: LedgerDefinition;
  readonly language: 'zh' | 'en';
  readonly view: SavedView;
  readonly onView: (view: SavedView) => void;
}

/** Which columns the grid shows; the one that names the record always stays. */
export function ColumnChooser({ ledger, language, view, onView }: ColumnChooserProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const order = [
    ledger.nameField,
    ...Object.keys(ledger.fields).filter((name) => name !== ledger.nameField),
  ];
  return (
    <div className={styles.menuHost}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('ledger.columns')}
      </button>
      {open && (
        <div className={styles.menu}>
          {order.map((name) => (
            <label key={name} className={styles.check}>
              <input
                type="checkbox"
                checked={view.columns.includes(name)}
                disabled={name === ledger.nameField}
                onChange={({ target }) =>
                  onView({
                    ...view,
                    columns: order.filter((one) =>
                      one === name ? target.checked : view.columns.includes(one),
                    ),
                  })
                }
              />
              {ledger.fields[name]?.header[language]}
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
