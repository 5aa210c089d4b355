import { useTranslation } from 'react-i18next';
import { hashOf, type PassTab } from '../../app/useRoute';
import { Applications } from './applications/Applications';
import { KeysPage } from './keys/KeysPage';
import { OfficeProvider, useOfficeState } from './office/officeContext';
import { Permits } from './permits/Permits';
import { RecordsProvider, useOfficeRecords } from './records';
import styles from './passes.module.css';

interface PassOfficeProps {
  readonly tab: PassTab;
  /** The record to show first. */
  readonly row: string | undefined;
}

const tabs: readonly PassTab[] = ['applications', 'permits', 'keys'];

/** 通行证办理: from the application to the paper. */
export function PassOffice({ tab, row }: PassOfficeProps) {
  const { t } = useTranslation();
  const records = useOfficeRecords();
  const office = useOfficeState();
  return (
    <RecordsProvider value={records}>
      <OfficeProvider value={office}>
        <div className={styles.page}>
          <header className={styles.top}>
            <h1>{t('passes.title')}</h1>
            <nav className={styles.tabs} aria-label={t('passes.title')}>
              {tabs.map((one) => (
                <a
                  key={one}
                  href={hashOf({ page: 'passes', tab: one })}
                  aria-current={one === tab ? 'page' : undefined}
                >
                  {t(`passes.tabs.${one}`)}
                </a>
              ))}
            </nav>
          </header>
          {tab === 'applications' && <Applications row={row} />}
          {tab === 'permits' && <Permits row={row} />}
          {tab === 'keys' && <KeysPage />}
        </div>
      </OfficeProvider>
    </RecordsProvider>
  );
}
