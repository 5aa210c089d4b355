import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { unitInBrackets } from '../../../app/unitWord';
import { Popover } from '../../../components/popover/Popover';
import type { SavedView } from '../data/savedView';
import { sortBy } from '../data/savedView';
import { FilterMenu, type FilterMenuProps } from './FilterMenu';
import styles from './view.module.css';

interface ColumnHeaderProps extends Omit<FilterMenuProps, 'onClose'> {
  readonly view: SavedView;
  readonly onView: (view: SavedView) => void;
  /** Whether this column's filter menu is open. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onLeave: () => void;
}

/** A click sorts, with Shift as one more column; the arrow opens this column's filter. */
export function ColumnHeader(props: ColumnHeaderProps) {
  const { ledger, name, language, view, onView, open, onOpen, onLeave } = props;
  const { t } = useTranslation();
  const arrow = useRef<HTMLButtonElement>(null);
  const field = ledger.fields[name];
  if (!field) return null;
  const at = view.sort.findIndex((one) => one.field === name);
  const sorted = view.sort[at];
  const title = field.header[language];
  const unit = unitInBrackets(t, field);
  const filtered = view.filters.some((filter) => filter.field === name);
  return (
    <span className={styles.header}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.sort}
        title={`${t('ledger.sort')} ${title}${unit}`}
        onClick={({ shiftKey }) => onView(sortBy(view, name, shiftKey))}
      >
        {title}
        {unit && <small>{unit}</small>}
        {sorted && (
          <i>
            {sorted.descending ? ' ↓' : ' ↑'}
            {view.sort.length > 1 && <sub>{at + 1}</sub>}
          </i>
        )}
      </button>
      <button
        ref={arrow}
        type="button"
        tabIndex={-1}
        className={styles.arrow}
        data-on={filtered || open}
        title={`${t('ledger.filter')} Alt+↓`}
        aria-label={`${t('ledger.filter')} ${title}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden>
          <path d="M1 2h8L6 6v3L4 8V6z" fill="currentColor" />
        </svg>
      </button>
      {open && (
        <Popover
          label={`${t('ledger.filter')} ${title}`}
          anchor={arrow}
          onClose={() => onOpen(false)}
        >
          <FilterMenu
            {...props}
            onClose={() => {
              onOpen(false);
              onLeave();
            }}
          />
        </Popover>
      )}
    </span>
  );
}
