import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Desk } from '../features/desk/Desk';
import { ExchangeWorkspace } from '../features/exchange/ExchangeWorkspace';
import { ExportDialog } from '../features/exchange/ExportDialog';
import { LedgerWorkspace } from '../features/ledger/LedgerWorkspace';
import { Settings, type Preferences } from '../features/settings/Settings';
import type { Query } from '../store/contract';
import { KeysDialog } from './KeysDialog';
import { SearchDialog } from './SearchDialog';
import { useSession } from './session';
import { StatusLine } from './StatusLine';
import { useFrameKeys } from './useFrameKeys';
import { goTo, hashOf, useRoute, type Route } from './useRoute';
import styles from './frame.module.css';

interface FrameProps {
  readonly preferences: Preferences;
  readonly onPreferences: (next: Preferences) => void;
  readonly onLock: () => void;
}

interface Place {
  readonly label: string;
  readonly route: Route;
  readonly group: 'duty' | 'ledgers' | 'exchange' | 'system';
}

/** Top bar, navigation, workspace, and the line that tells the truth about the data. */
export function Frame({ preferences, onPreferences, onLock }: FrameProps) {
  const { t } = useTranslation();
  const { store, desktop, ledgers } = useSession();
  const route = useRoute();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const [open, setOpen] = useState<'search' | 'keys'>();
  const [exporting, setExporting] = useState<{
    readonly query: Query;
    readonly columns: readonly string[];
  }>();
  const { language } = preferences;
  const places: readonly Place[] = [
    { label: t('frame.desk'), route: { page: 'desk' }, group: 'duty' },
    ...ledgers.map(({ id, title }) => ({
      label: title[language],
      route: { page: 'ledger', ledger: id } as const,
      group: 'ledgers' as const,
    })),
    { label: t('frame.exchange'), route: { page: 'exchange' }, group: 'exchange' },
    { label: t('frame.settings'), route: { page: 'settings' }, group: 'system' },
  ];

  useEffect(() => {
    const read = () => void store.counts().then(setCounts);
    read();
    return store.onChange(read);
  }, [store]);
  useEffect(
    () =>
      desktop.window.onCommand((command) => {
        if (command === 'lock') onLock();
        else if (command === 'search') setOpen('search');
        else if (command === 'help') setOpen('keys');
        else if (command === 'import' || command === 'export') goTo({ page: 'exchange' });
        else if (command === 'settings') goTo({ page: 'settings' });
        else
          onPreferences({ ...preferences, language: preferences.language === 'zh' ? 'en' : 'zh' });
      }),
    [desktop, onLock, onPreferences, preferences],
  );
  useFrameKeys({
    search: () => setOpen('search'),
    keys: () => setOpen('keys'),
    lock: onLock,
    place: (index) => {
      const place = places[index];
      if (place) goTo(place.route);
    },
  });

  const isHere = (place: Place) =>
    place.route.page === route.page &&
    (place.route.page !== 'ledger' ||
      (route.page === 'ledger' && place.route.ledger === route.ledger));
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <strong>
          {store.event.unit} · {store.event.deviceName}
        </strong>
        <span className={styles.bar} />
        <span>{t('frame.operator', { name: store.operator })}</span>
        <span className={styles.facts} data-page-facts="" />
        <button type="button" className={styles.search} onClick={() => setOpen('search')}>
          <span>{t('frame.search')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <button type="button" className={styles.lock} onClick={onLock}>
          {t('frame.lock')} <kbd>Ctrl L</kbd>
        </button>
      </header>
      <nav className={styles.nav}>
        {(['duty', 'ledgers', 'exchange', 'system'] as const).map((group) => (
          <section key={group}>
            <h2>{t(`frame.nav.${group}`)}</h2>
            {places
              .filter((place) => place.group === group)
              .map((place) => (
                <a
                  key={hashOf(place.route)}
                  href={hashOf(place.route)}
                  aria-current={isHere(place) ? 'page' : undefined}
                >
                  <span>{place.label}</span>
                  {place.route.page === 'ledger' && (
                    <small>{(counts[place.route.ledger] ?? 0).toLocaleString(language)}</small>
                  )}
                </a>
              ))}
          </section>
        ))}
      </nav>
      <main className={styles.work}>{workspace()}</main>
      <StatusLine />
      {open === 'search' && (
        <SearchDialog
          places={places.map(({ label, route: to, group }) => ({
            label,
            detail: t(`frame.nav.${group}`),
            route: to,
          }))}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'keys' && <KeysDialog onClose={() => setOpen(undefined)} />}
      {exporting && (
        <ExportDialog
          ledger={exporting.query.ledger}
          query={exporting.query}
          columns={exporting.columns}
          onClose={() => setExporting(undefined)}
        />
      )}
    </div>
  );

  function workspace() {
    switch (route.page) {
      case 'ledger': {
        const ledger = ledgers.find(({ id }) => id === route.ledger);
        return ledger ? (
          <LedgerWorkspace
            key={ledger.id}
            ledger={ledger}
            openRow={route.row}
            onImport={() => goTo({ page: 'exchange' })}
            onExport={(query, columns) => setExporting({ query, columns })}
          />
        ) : (
          <Desk />
        );
      }
      case 'exchange':
        return <ExchangeWorkspace {...(route.ledger ? { ledger: route.ledger } : {})} />;
      case 'settings':
        return <Settings preferences={preferences} onChange={onPreferences} />;
      case 'desk':
        return <Desk />;
    }
  }
}
