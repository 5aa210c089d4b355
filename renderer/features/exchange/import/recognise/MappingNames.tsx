import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  nameMapping,
  withNamed,
  type NamedMapping,
} from '../../../../../shared/exchange/recognise/namedMapping';
import { useSession } from '../../../../app/session';
import { readNamedMappings, removeNamedMapping, saveNamedMapping } from './namedMappings';
import type { Choice } from './recognise';
import styles from './recognise.module.css';

interface MappingNamesProps {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** What was said of the columns, kept under a name and said again of another workbook. */
export function MappingNames({ choice, onChoose }: MappingNamesProps) {
  const { t } = useTranslation();
  const { store } = useSession();
  const [all, setAll] = useState<readonly NamedMapping[]>([]);
  const [chosen, setChosen] = useState('');
  const [naming, setNaming] = useState<string>();
  useEffect(() => {
    let gone = false;
    void readNamedMappings(store).then((found) => {
      if (!gone) setAll(found);
    });
    return () => {
      gone = true;
    };
  }, [store]);
  const { ledger, mapping } = choice;
  if (ledger === undefined) return null;
  const known = all.filter((one) => one.ledger === ledger);
  const current = known.find(({ name }) => name === chosen);

  const save = async (name: string) => {
    if (name.trim() === '') return;
    const named = nameMapping(name, ledger, mapping);
    await saveNamedMapping(store, named);
    setAll(await readNamedMappings(store));
    setChosen(named.name);
    setNaming(undefined);
  };
  const remove = async (named: NamedMapping) => {
    await removeNamedMapping(store, named);
    setAll(await readNamedMappings(store));
    setChosen('');
  };

  return (
    <div className={styles.names}>
      <label className={styles.choice}>
        <span>{t('exchange.names.label')}</span>
        <select
          className={styles.select}
          value={chosen}
          disabled={known.length === 0}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            setChosen(value);
            const named = known.find(({ name }) => name === value);
            if (named) onChoose({ ...choice, mapping: withNamed(mapping, named), why: 'chosen' });
          }}
        >
          <option value="">{t(`exchange.names.${known.length === 0 ? 'none' : 'choose'}`)}</option>
          {known.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {naming === undefined ? (
        <>
          <button type="button" className={styles.name} onClick={() => setNaming(chosen)}>
            {t('exchange.names.save')}
          </button>
          {current ? (
            <button type="button" className={styles.name} onClick={() => void remove(current)}>
              {t('exchange.names.remove')}
            </button>
          ) : null}
        </>
      ) : (
        <form
          className={styles.choice}
          onSubmit={(event) => {
            event.preventDefault();
            void save(naming);
          }}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setNaming(undefined);
          }}
        >
          <input
            className={styles.date}
            aria-label={t('exchange.names.name')}
            placeholder={t('exchange.names.name')}
            autoFocus
            value={naming}
            onChange={({ currentTarget }) => setNaming(currentTarget.value)}
          />
          <button type="submit" className={styles.name} disabled={naming.trim() === ''}>
            {t('exchange.names.keep')}
          </button>
        </form>
      )}
    </div>
  );
}
