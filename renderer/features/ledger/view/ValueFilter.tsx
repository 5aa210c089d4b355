import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Field } from '../../../../shared/ledger/field';
import type { Filter, FilterTest, Query, Store } from '../../../store/contract';
import type { References } from '../data/references';
import { showValue } from '../data/readTyped';
import { listsValues } from './filterWidget';
import styles from './view.module.css';

interface ValueFilterProps {
  readonly store: Store;
  readonly ledger: LedgerDefinition;
  readonly name: string;
  readonly field: Field;
  readonly language: 'zh' | 'en';
  readonly references: References;
  readonly query: Query;
  readonly others: readonly Filter[];
  readonly test: FilterTest | undefined;
  readonly onTest: (test: FilterTest | undefined) => void;
}

type Scalar = string | number | boolean;

interface Counted {
  readonly value: Scalar;
  readonly text: string;
  readonly rows: number | undefined;
}

const mostShown = 100;
const fewValues: ReadonlySet<Field['kind']> = new Set([
  'choice',
  'choices',
  'reference',
  'flag',
  'division',
]);

/** A text to find, and the values that occur with the number of their rows, to tick. */
export function ValueFilter(props: ValueFilterProps) {
  const { field, test, onTest } = props;
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(test?.type === 'contains' ? test.text : '');
  const chosen = test?.type === 'oneOf' ? test.values : [];
  const values = useValues(props);
  const wanted = text.trim().toLowerCase();
  const found = values?.filter((one) => one.text.toLowerCase().includes(wanted)) ?? [];
  const canFind = field.refersTo === undefined && field.kind !== 'flag' && !field.options;
  return (
    <>
      {(canFind || (values?.length ?? 0) > 8) && (
        <input
          data-first
          className={styles.find}
          value={text}
          aria-label={t(canFind ? 'ledger.filters.contains' : 'ledger.filters.find')}
          placeholder={t(canFind ? 'ledger.filters.contains' : 'ledger.filters.find')}
          onChange={({ target }) => {
            setText(target.value);
            if (canFind)
              onTest(
                target.value.trim() === ''
                  ? undefined
                  : { type: 'contains', text: target.value.trim() },
              );
          }}
        />
      )}
      {values && (
        <div
          className={styles.values}
          role="group"
          aria-label={field.header[i18n.language === 'en' ? 'en' : 'zh']}
        >
          {found.slice(0, mostShown).map((one) => (
            <label key={`${typeof one.value} ${String(one.value)}`}>
              <input
                type="checkbox"
                checked={chosen.includes(one.value)}
                onChange={({ target }) => {
                  const next = target.checked
                    ? [...chosen, one.value]
                    : chosen.filter((value) => value !== one.value);
                  onTest(next.length > 0 ? { type: 'oneOf', values: next } : undefined);
                }}
              />
              <span>{one.text}</span>
              {one.rows !== undefined && <small>{one.rows.toLocaleString(i18n.language)}</small>}
            </label>
          ))}
          {found.length === 0 && <p>{t('ledger.filters.noValue')}</p>}
        </div>
      )}
    </>
  );
}

/** Undefined while they are on their way, and for columns whose values are not to be listed. */
function useValues(props: ValueFilterProps): readonly Counted[] | undefined {
  const { store, ledger, name, field, language, references, query, others } = props;
  const [counted, setCounted] = useState<readonly Counted[]>();
  useEffect(() => {
    if (!listsValues(field)) return undefined;
    let gone = false;
    const show = (value: Scalar) =>
      showValue(
        field,
        field.kind === 'choices' ? [String(value)] : value,
        language,
        references.context,
      );
    const read = async (): Promise<readonly Counted[]> => {
      // a column of free texts may hold as many values as there are records: its most frequent ones
      const groups = fewValues.has(field.kind)
        ? await store.aggregate({ ...query, sort: [], filters: others }, [name], [])
        : await store.distinct(ledger.id, name, mostShown);
      const rows = new Map<Scalar, number>();
      for (const { keys, rows: count } of groups)
        for (const value of singles(field, keys[0] ?? null))
          rows.set(value, (rows.get(value) ?? 0) + count);
      await references.learnValues(
        field,
        [...rows.keys()].map((value) => [String(value)]),
      );
      // choices are ticked also where none has been made yet
      for (const { value } of field.options ?? []) if (!rows.has(value)) rows.set(value, 0);
      return [...rows]
        .map(([value, count]) => ({ value, text: show(value), rows: count }))
        .sort((left, right) => right.rows - left.rows);
    };
    void read().then((found) => {
      if (!gone) setCounted(found);
    });
    return () => {
      gone = true;
    };
    // read once, when the menu opens
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store, ledger, name]);
  return counted;
}

/** The values a group of rows stands for: each of several choices counts by itself. */
function singles(field: Field, key: Scalar | null): readonly Scalar[] {
  if (key === null) return [];
  if (field.kind !== 'choices' || typeof key !== 'string') return [key];
  const several: unknown = JSON.parse(key); // the store gives lists as JSON
  return Array.isArray(several) ? several.map(String) : [key];
}
