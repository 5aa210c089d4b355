import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../shared/kernel/ids';
import type { ShellCommand } from '../../shared/desktop/contract';
import { ChecksWorkspace } from '../features/checks/ChecksWorkspace';
import { Desk } from '../features/desk/Desk';
import { Releases } from '../features/desk/releases/Releases';
import { Transports } from '../features/desk/transports/Transports';
import { transportsOf } from '../features/desk/transports/transportsOf';
import { ExchangeWorkspace } from '../features/exchange/ExchangeWorkspace';
import { OwnLedgerPage } from '../features/exchange/own/OwnLedgerPage';
import { ExportDialog } from '../features/exchange/export/ExportDialog';
import { CommandView } from '../features/figures/command/CommandView';
import { FiguresWorkspace } from '../features/figures/FiguresWorkspace';
import { LedgerWorkspace } from '../features/ledger/LedgerWorkspace';
import { PassOffice } from '../features/passes/PassOffice';
import { LookupPage } from '../features/lookup/LookupPage';
import { ReportsWorkspace } from '../features/reports/ReportsWorkspace';
import type { DestroyEvent } from '../features/settings/DestroyDialog';
import { Settings, type Preferences } from '../features/settings/Settings';
import { TodosWorkspace } from '../features/todos/TodosWorkspace';
import { WorkPage } from '../features/work/WorkPage';
import type { Query } from '../store/contract';
import { useCommandRegistry, useCommands } from './commands';
import { frameCommands } from './frameCommands';
import { KeysDialog } from './KeysDialog';
import { Navigation } from './Navigation';
import { placeGroups, workPlaceOf, type Place } from './places';
import { SearchDialog } from './search/SearchDialog';
import { withOtherLanguage } from './preferences';
import { useSession } from './session';
import { StatusLine } from './StatusLine';
import { TopBar } from './TopBar';
import { goTo, useRoute } from './useRoute';
import styles from './frame.module.css';

interface FrameProps {
  readonly preferences: Preferences;
  readonly onPreferences: (next: Preferences) => void;
  readonly onLock: () => void;
  readonly onDestroy: DestroyEvent;
}

/** Top bar, navigation, workspace, and the line that tells the truth about the data. */
export function Frame({ preferences, onPreferences, onLock, onDestroy }: FrameProps) {
  const { t } = useTranslation();
  const { desktop, ledgers } = useSession();
  const route = useRoute();
  const registry = useCommandRegistry();
  const counts = useCounts();
  const [open, setOpen] = useState<'search' | 'keys'>();
  const [exporting, setExporting] = useState<{
    readonly query: Query;
    readonly columns: readonly string[];
  }>();
  const { language } = preferences;
  const groups = placeGroups(ledgers, language, t);
  const commands = frameCommands({
    t,
    groups,
    search: () => setOpen('search'),
    keys: () => setOpen('keys'),
    lock: onLock,
    switchLanguage: () => onPreferences(withOtherLanguage(preferences)),
    switchTheme: () =>
      onPreferences({ ...preferences, theme: preferences.theme === 'day' ? 'night' : 'day' }),
  });
  useCommands({ title: t('frame.keys.everywhere'), scope: 'everywhere', commands });

  useEffect(
    () =>
      desktop.window.onCommand((command) => {
        const all = registry.groups().flatMap((group) => group.commands);
        const ends = (id: string) => id.endsWith(`.${shellNames[command]}`);
        all.find(({ id, run }) => run && ends(id))?.run?.();
      }),
    [desktop, registry],
  );
  const close = useCallback(() => setOpen(undefined), []);

  return (
    <div className={styles.frame}>
      <TopBar onSearch={() => setOpen('search')} onLock={onLock} />
      <Navigation
        label={t('frame.navigation')}
        groups={groups}
        route={route}
        language={language}
        counts={counts}
      />
      <main className={styles.work}>{workspace()}</main>
      <StatusLine />
      {open === 'search' && <SearchDialog groups={groups} language={language} onClose={close} />}
      {open === 'keys' && <KeysDialog onClose={close} />}
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
            work={workPlaceOf(ledger.id, t)}
            pageOf={pageOfRecord}
            onImport={() => goTo({ page: 'exchange', ledger: ledger.id })}
            onExport={(query, columns) => setExporting({ query, columns })}
            onGo={(to, row) => goTo({ page: 'ledger', ledger: to, row })}
            onLookUp={(row, place) => goTo({ page: 'lookup', ledger: ledger.id, row, place })}
          />
        ) : (
          <Desk sound={preferences.sound} />
        );
      }
      case 'passes':
        return <PassOffice tab={route.tab ?? 'applications'} row={route.row} />;
      case 'lookup':
        return (
          <LookupPage at={route} onGo={(to, row) => goTo({ page: 'ledger', ledger: to, row })} />
        );
      case 'work':
        return <WorkPage key={route.job} job={route.job} list={route.list} />;
      case 'exchange':
        return <ExchangeWorkspace {...(route.ledger ? { ledger: route.ledger } : {})} />;
      case 'transports':
        return (
          <Transports
            key={`${route.ledger ?? ''}/${route.row ?? ''}`}
            ledger={route.ledger}
            row={route.row}
          />
        );
      case 'send':
        return <ExchangeWorkspace sending={route.ledgers} />;
      case 'releases':
        return <Releases />;
      case 'reports':
        return <ReportsWorkspace />;
      case 'figures':
        return <FiguresWorkspace />;
      case 'command':
        return <CommandView />;
      case 'todos':
        return <TodosWorkspace />;
      case 'checks':
        return <ChecksWorkspace />;
      case 'own':
        return (
          <OwnLedgerPage
            onOpen={(ledger) => goTo({ page: 'ledger', ledger })}
            onImport={() => goTo({ page: 'exchange' })}
          />
        );
      case 'settings':
        return (
          <Settings preferences={preferences} onChange={onPreferences} onDestroy={onDestroy} />
        );
      case 'desk':
        return <Desk sound={preferences.sound} />;
    }
  }
}

/** The page that follows a record's goods on their way. */
function pageOfRecord(ledger: string, row: RowId, t: (key: string) => string): Place | undefined {
  const route = transportsOf(ledger, row);
  return route && { label: t('transports.open'), route };
}

/** A menu entry of the shell runs the command of the page that is open, else the frame's own. */
const shellNames: Readonly<Record<ShellCommand, string>> = {
  lock: 'lock',
  search: 'everything',
  help: 'help',
  import: 'import',
  export: 'export',
  settings: 'settings',
  switchLanguage: 'language',
};

function useCounts(): Readonly<Record<string, number>> {
  const { store } = useSession();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  useEffect(() => {
    const read = () => void store.counts().then(setCounts);
    read();
    return store.onChange(read);
  }, [store]);
  return counts;
}
