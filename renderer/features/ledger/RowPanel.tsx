import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../shared/fields/codec';
import { maskValue } from '../../../shared/fields/mask';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { Store } from '../../store/contract';
import { FieldInput } from './FieldInput';
import { findingText, readTyped, showValue } from './readTyped';
import { RowHistory } from './RowHistory';
import styles from './ledger.module.css';

interface RowPanelProps {
  readonly store: Store;
  readonly ledger: LedgerDefinition;
  /** Undefined: a new record is being written. */
  readonly row: Row | undefined;
  readonly context: ParseContext;
  readonly names: (ledger: string) => readonly string[];
  readonly onSave: (values: Readonly<Record<string, StoredValue | null>>) => Promise<boolean>;
  readonly onDelete: () => void;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

/** The selected record: its fields in sections, or its history. */
export function RowPanel(props: RowPanelProps) {
  const { store, ledger, row, context } = props;
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [tab, setTab] = useState<'form' | 'history'>('form');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const deleted = row?.deletedAt !== undefined;

  useEffect(() => {
    setTexts({});
    setWrong({});
    setRevealed(new Set());
  }, [row?.id]);

  const fields = Object.entries(ledger.fields).filter(([, field]) => !field.hidden);
  const reveal = async (name: string) => {
    if (!row) return;
    const done = await store.commit(
      [{ type: 'reveal', ledger: ledger.id, row: row.id, fields: [name] }],
      { type: 'typed' },
    );
    if (done.ok) setRevealed(new Set([...revealed, name]));
  };
  const save = async () => {
    const values: Record<string, StoredValue | null> = {};
    const problems: Record<string, string> = {};
    for (const [name, field] of fields) {
      const text = texts[name];
      if (text === undefined && row) continue;
      const typed = readTyped(field, text ?? '', context);
      if (typed.ok) values[name] = typed.value;
      else problems[name] = findingText(t, typed.why);
    }
    setWrong(problems);
    if (Object.keys(problems).length > 0) return;
    if (await props.onSave(values)) setTexts({});
  };

  let section = '';
  return (
    <aside className={styles.panel} aria-label={t('ledger.panel')}>
      <header className={styles.panelHead}>
        <strong>
          {row
            ? showValue(
                ledger.fields[ledger.nameField] ?? ledger.fields.remarks,
                row.values[ledger.nameField],
                language,
                context,
              )
            : t('ledger.newRow')}
        </strong>
        {deleted && <span className={styles.deleted}>{t('ledger.deleted')}</span>}
        <button type="button" onClick={props.onClose} aria-label={t('ledger.close')}>
          ×
        </button>
      </header>
      {row && (
        <div className={styles.tabs} role="tablist">
          {(['form', 'history'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={tab === one}
              onClick={() => setTab(one)}
            >
              {t(`ledger.tabs.${one}`)}
            </button>
          ))}
        </div>
      )}
      {tab === 'history' && row ? (
        <RowHistory store={store} ledger={ledger} row={row.id} context={context} />
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {fields.map(([name, field], index) => {
            const title = field.section?.[language] ?? '';
            const heading = title !== section ? title : '';
            section = title;
            const value = row?.values[name];
            const hidden =
              field.sensitive &&
              value !== undefined &&
              texts[name] === undefined &&
              !revealed.has(name);
            return (
              <div key={name} className={styles.formField}>
                {heading && <h3>{heading}</h3>}
                <label htmlFor={`field-${name}`}>
                  {field.header[language]}
                  {field.required && <em aria-hidden> *</em>}
                  {field.unit && <small> {field.unit}</small>}
                </label>
                {hidden ? (
                  <div className={styles.masked}>
                    <span>{maskValue(field, value)}</span>
                    <button type="button" onClick={() => void reveal(name)}>
                      {t('ledger.reveal')}
                    </button>
                  </div>
                ) : (
                  <FieldInput
                    id={`field-${name}`}
                    field={field}
                    text={texts[name] ?? showValue(field, value, language, context)}
                    names={field.refersTo ? props.names(field.refersTo) : []}
                    language={language}
                    disabled={deleted}
                    autoFocus={!row && index === 0}
                    onChange={(text) => {
                      setTexts({ ...texts, [name]: text });
                      setWrong({ ...wrong, [name]: '' });
                    }}
                  />
                )}
                {wrong[name] && (
                  <p className={styles.wrong} role="alert">
                    {wrong[name]}
                  </p>
                )}
              </div>
            );
          })}
          <footer className={styles.panelFoot}>
            {row && !deleted && (
              <button type="button" className={styles.danger} onClick={props.onDelete}>
                {t('ledger.delete')}
              </button>
            )}
            {deleted ? (
              <button type="button" onClick={props.onRestore}>
                {t('ledger.restore')}
              </button>
            ) : (
              <button
                type="submit"
                className={styles.primary}
                disabled={row !== undefined && Object.keys(texts).length === 0}
              >
                {t('ledger.save')}
              </button>
            )}
          </footer>
        </form>
      )}
    </aside>
  );
}
