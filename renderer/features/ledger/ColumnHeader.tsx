import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../shared/fields/codecFor';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { FilterTest, GroupCount, Store } from '../../store/contract';
import type { References } from '../../store/references';
import { showValue } from './readTyped';
import type { SavedView } from './SavedViews';
import styles from './ledger.module.css';

interface ColumnHeaderProps {
  readonly store: Store;
  readonly ledger: LedgerDefinition;
  readonly name: string;
  readonly references: References;
  readonly view: SavedView;
  readonly onView: (view: SavedView) => void;
}

const mostValues = 50;
const ordered = new Set(['date', 'instant', 'integer', 'quantity', 'temperature']);
const listed = new Set(['choice', 'reference', 'flag', 'division']);

/** A click sorts; the arrow opens this column's filter. */
export function ColumnHeader(props: ColumnHeaderProps) {
  const { ledger, name, view, onView } = props;
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [open, setOpen] = useState<{ readonly left: number; readonly top: number }>();
  const field = ledger.fields[name];
  const sorted = view.sort[0]?.field === name ? view.sort[0] : undefined;
  if (!field) return null;
  const sort = () =>
    onView({ ...view, sort: [{ field: name, descending: sorted ? !sorted.descending : false }] });
  const apply = (test: FilterTest | undefined) => {
    const others = view.filters.filter((filter) => filter.field !== name);
    onView({ ...view, filters: test ? [...others, { field: name, test }] : others });
    setOpen(undefined);
  };
  return (
    <span className={styles.header}>
      <button type="button" className={styles.sort} onClick={sort}>
        {field.header[language]}
        {field.unit && `（${field.unit}）`}
        {sorted && (sorted.descending ? ' ↓' : ' ↑')}
      </button>
      <button
        type="button"
        className={styles.filterButton}
        aria-label={`${t('ledger.filter')} ${field.header[language]}`}
        aria-expanded={open !== undefined}
        onClick={({ currentTarget }) => {
          const place = currentTarget.getBoundingClientRect();
          const left = Math.min(place.left, window.innerWidth - 270);
          setOpen(open ? undefined : { left, top: place.bottom + 4 });
        }}
      >
        ▾
      </button>
      {open &&
        createPortal(
          <div className={styles.filterMenu} style={open}>
            <FilterMenu {...props} onApply={apply} onClose={() => setOpen(undefined)} />
          </div>,
          document.body,
        )}
    </span>
  );
}

interface FilterMenuProps extends ColumnHeaderProps {
  readonly onApply: (test: FilterTest | undefined) => void;
  readonly onClose: () => void;
}

function FilterMenu({ store, ledger, name, references, onApply, onClose }: FilterMenuProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const field = ledger.fields[name];
  const [values, setValues] = useState<readonly GroupCount[]>([]);
  const [chosen, setChosen] = useState<readonly (string | number | boolean)[]>([]);
  const [text, setText] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const hasList = field !== undefined && listed.has(field.kind);
  useEffect(() => {
    if (hasList) void store.distinct(ledger.id, name, mostValues).then(setValues);
  }, [store, ledger, name, hasList]);
  if (!field) return null;

  const end = (typed: string): string | number | undefined => {
    const parsed = codecFor(field).parse({ type: 'text', text: typed });
    return parsed.state === 'value' ? (parsed.value as string | number) : undefined; // ordered kinds only
  };
  const test = (): FilterTest | undefined => {
    if (ordered.has(field.kind)) {
      const low = end(from);
      const high = end(to);
      if (low === undefined && high === undefined) return undefined;
      return {
        type: 'between',
        ...(low === undefined ? {} : { from: low }),
        ...(high === undefined ? {} : { to: high }),
      };
    }
    if (hasList) return chosen.length > 0 ? { type: 'oneOf', values: chosen } : undefined;
    return text ? { type: 'contains', text } : undefined;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onApply(test());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {ordered.has(field.kind) ? (
        <>
          <label>
            {t('ledger.filters.from')}
            <input autoFocus value={from} onChange={({ target }) => setFrom(target.value)} />
          </label>
          <label>
            {t('ledger.filters.to')}
            <input value={to} onChange={({ target }) => setTo(target.value)} />
          </label>
        </>
      ) : hasList ? (
        <div className={styles.valueList}>
          {values.map(({ keys: [value], rows }) =>
            value === null || value === undefined ? null : (
              <label key={String(value)} className={styles.check}>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={({ target }) =>
                    setChosen(
                      target.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
                    )
                  }
                />
                <span>{showValue(field, value, language, references.context)}</span>
                <small>{rows}</small>
              </label>
            ),
          )}
        </div>
      ) : (
        <label>
          {t('ledger.filters.contains')}
          <input autoFocus value={text} onChange={({ target }) => setText(target.value)} />
        </label>
      )}
      <footer>
        <button type="button" onClick={() => onApply({ type: 'blank' })}>
          {t('ledger.filters.blank')}
        </button>
        <button type="button" onClick={() => onApply({ type: 'filled' })}>
          {t('ledger.filters.filled')}
        </button>
        <button type="button" onClick={() => onApply(undefined)}>
          {t('ledger.filters.clear')}
        </button>
        <button type="submit" className={styles.primary}>
          {t('ledger.filters.apply')}
        </button>
      </footer>
    </form>
  );
}
