import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '../../../components/popover/Popover';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { Filter } from '../../../store/contract';
import type { References } from '../data/references';
import { showValue } from '../data/readTyped';
import { FilterMenu, type FilterMenuProps } from './FilterMenu';
import { rangeText } from './filterWidget';
import styles from './view.module.css';

interface FilterChipsProps extends Omit<FilterMenuProps, 'name' | 'onClose'> {
  readonly withDeleted: boolean;
  readonly onWithDeleted: (withDeleted: boolean) => void;
}

/** The filters in force, each in words and with a cross that takes it away; and one more. */
export function FilterChips(props: FilterChipsProps) {
  const { ledger, language, references, query, onFilters, withDeleted, onWithDeleted } = props;
  const { t } = useTranslation();
  const filters = query.filters ?? [];
  return (
    <>
      {filters.map((filter, index) => {
        const title = ledger.fields[filter.field]?.header[language] ?? filter.field;
        return (
          <span key={`${filter.field} ${index}`} className={styles.chip}>
            <span>
              {title +
                t('frame.marks.colon') +
                filterWords(filter, ledger, language, references, t)}
            </span>
            <button
              type="button"
              aria-label={`${t('ledger.filters.clear')} ${title}`}
              onClick={() => onFilters(filters.filter((_, at) => at !== index))}
            >
              ×
            </button>
          </span>
        );
      })}
      {withDeleted && (
        <span className={styles.chip}>
          <span>{t('ledger.showDeleted')}</span>
          <button
            type="button"
            aria-label={`${t('ledger.filters.clear')} ${t('ledger.showDeleted')}`}
            onClick={() => onWithDeleted(false)}
          >
            ×
          </button>
        </span>
      )}
      <AddFilter {...props} />
    </>
  );
}

function AddFilter(props: FilterChipsProps) {
  const { ledger, language, withDeleted, onWithDeleted } = props;
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState<string>();
  const [typed, setTyped] = useState('');
  const close = () => {
    setOpen(false);
    setName(undefined);
    setTyped('');
  };
  const found = Object.entries(ledger.fields).filter(([, { header }]) =>
    header[language].toLowerCase().includes(typed.trim().toLowerCase()),
  );
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.add}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        ＋ {t('ledger.filter')}
      </button>
      {open && (
        <Popover key={name ?? ''} label={t('ledger.filter')} anchor={button} onClose={close}>
          {name ? (
            <>
              <strong>{ledger.fields[name]?.header[language]}</strong>
              <FilterMenu {...props} name={name} onClose={close} />
            </>
          ) : (
            <>
              <input
                className={styles.find}
                value={typed}
                aria-label={t('ledger.filters.column')}
                placeholder={t('ledger.filters.column')}
                onChange={({ target }) => setTyped(target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || !found[0]) return;
                  // what opens has the focus before this key is done with: it is not meant for that
                  event.preventDefault();
                  setName(found[0][0]);
                }}
              />
              <div className={styles.list}>
                {found.map(([id, { header }]) => (
                  <button key={id} type="button" onClick={() => setName(id)}>
                    {header[language]}
                  </button>
                ))}
                {found.length === 0 && <p>{t('ledger.filters.noColumn')}</p>}
              </div>
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={withDeleted}
                  onChange={({ target }) => onWithDeleted(target.checked)}
                />
                {t('ledger.showDeleted')}
              </label>
            </>
          )}
        </Popover>
      )}
    </>
  );
}

function filterWords(
  { field, test }: Filter,
  ledger: LedgerDefinition,
  language: 'zh' | 'en',
  references: References,
  t: (key: string) => string,
): string {
  const spec = ledger.fields[field];
  const show = (value: StoredValue) => {
    if (!spec) return String(value);
    const shown = spec.kind === 'choices' ? [String(value)] : value;
    return showValue(spec, shown, language, references.context);
  };
  switch (test.type) {
    case 'contains':
      return `${t('ledger.filters.contains')} ${test.text}`;
    case 'equals':
      return show(test.value);
    case 'oneOf':
      return test.values.map(show).join(t('frame.marks.list'));
    case 'between':
      return spec
        ? `${rangeText(spec, test.from, 'from')} – ${rangeText(spec, test.to, 'to')}`
        : '';
    case 'blank':
    case 'filled':
      return t(`ledger.filters.${test.type}`);
  }
}
