import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { lostColumns, type LostColumn } from '../../../../shared/ledger/lostColumns';
import { ownLedgerId, ownLedgerOf, type OwnLedger } from '../../../../shared/ledger/ownLedger';
import { useSession } from '../../../app/session';
import type { StoreReading } from '../../../store/contract';
import { readDefinitions } from '../../../store/readDefinitions';
import shared from '../exchange.module.css';
import styles from './own.module.css';

export interface StoredOwn {
  readonly row: Row['id'];
  readonly own: OwnLedger;
  /** Columns of which the edition knows nothing, because another office added them meanwhile. */
  readonly lost: readonly LostColumn[];
}

interface OwnListProps {
  readonly stored: readonly StoredOwn[];
  readonly onOpen: (ledger: string) => void;
  readonly onChange: (one: StoredOwn) => void;
}

/** The ledgers that were made here or have come in workbooks. */
export function OwnList({ stored, onOpen, onChange }: OwnListProps) {
  const { t, i18n } = useTranslation();
  const { store } = useSession();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  useEffect(() => {
    void store.counts().then(setCounts);
  }, [store, stored]);
  const shown = (count: number) => count.toLocaleString(i18n.language === 'en' ? 'en' : 'zh-CN');
  return (
    <section className={styles.list} aria-label={t('own.list')}>
      <h2>
        {t('own.list')} <small>{stored.length}</small>
      </h2>
      {stored.length === 0 && <p className={styles.note}>{t('own.none')}</p>}
      <ul>
        {stored.map((one) => (
          <li key={one.row}>
            <strong>{one.own.title}</strong>
            <span>{t('own.columns', { count: one.own.fields.length })}</span>
            <span>{t('own.edition', { edition: one.own.edition })}</span>
            <span>{t('own.rows', { count: shown(counts[ownLedgerId(one.row)] ?? 0) })}</span>
            {one.lost.length > 0 && (
              <em title={one.lost.map(({ field }) => field.header).join(' ')}>
                {t('own.lost', { count: one.lost.length, device: one.lost[0]?.device })}
              </em>
            )}
            <span className={shared.spring} />
            <button type="button" className={shared.small} onClick={() => onChange(one)}>
              {t('own.change')}
            </button>
            <button
              type="button"
              className={shared.small}
              onClick={() => onOpen(ownLedgerId(one.row))}
            >
              {t('own.open')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The definitions there are; read again after each commit that touches them. */
export function useStoredOwn(): readonly StoredOwn[] {
  const { store, ledgers } = useSession();
  const [stored, setStored] = useState<readonly StoredOwn[]>([]);
  useEffect(() => {
    let gone = false;
    void readStored(store, ledgers).then((read) => {
      if (!gone) setStored(read);
    });
    return () => {
      gone = true;
    };
    // another list of ledgers is what a changed definition makes
  }, [store, ledgers]);
  return stored;
}

async function readStored(
  store: StoreReading,
  ledgers: readonly LedgerDefinition[],
): Promise<readonly StoredOwn[]> {
  const definer = ledgers.find(({ role }) => role === 'definitions')?.id ?? '';
  const rows = await readDefinitions(store, ledgers);
  const read = await Promise.all(
    rows.map(async (row): Promise<readonly StoredOwn[]> => {
      const own = ownLedgerOf(row);
      if (!own) return [];
      return [{ row: row.id, own, lost: lostColumns(own, await store.history(definer, row.id)) }];
    }),
  );
  return read.flat();
}
