import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Desktop } from '../../shared/desktop/contract';
import { toInstant } from '../../shared/kernel/time';
import { ledgers } from '../../shared/ledgers/registry';
import { RepairNotice } from '../features/start/RepairNotice';
import { StartPage } from '../features/start/StartPage';
import type { Arrival } from '../features/start/useStart';
import type { EventStores, OpenedEvent } from '../store/contract';
import type { Repair } from '../store/eventContract';
import { CommandsProvider } from './commands';
import { Frame } from './Frame';
import { JudgingProvider } from './judging/JudgingProvider';
import { readPreferences, savePreferences } from './preferences';
import { SessionProvider, type Session } from './session';
import { TodosProvider } from './todos/TodosProvider';
import { useIdle } from './useIdle';
import { useOwnLedgers } from './useOwnLedgers';

interface AppProps {
  readonly stores: EventStores;
  readonly desktop: Desktop;
}

const clock = () => toInstant(Date.now());
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Locked or open: nothing in between. */
export function App({ stores, desktop }: AppProps) {
  const { i18n, t } = useTranslation();
  const [opened, setOpened] = useState<OpenedEvent>();
  const [arrival, setArrival] = useState<Arrival>();
  const [repairs, setRepairs] = useState<readonly Repair[]>([]);
  const [preferences, setPreferences] = useState(readPreferences);

  useEffect(() => {
    document.documentElement.dataset.theme = preferences.theme;
    document.documentElement.lang = preferences.language === 'en' ? 'en' : 'zh-CN';
    void i18n.changeLanguage(preferences.language);
    desktop.window.setLanguage(preferences.language);
    savePreferences(preferences);
  }, [preferences, i18n, desktop]);
  useEffect(() => {
    desktop.window.setTitle(
      opened ? `${opened.listing.name} - ${t('frame.product')}` : t('frame.product'),
    );
  }, [opened, desktop, t, preferences.language]);

  useEffect(
    () => opened?.store.onRepaired((more) => setRepairs((before) => [...before, ...more])),
    [opened],
  );

  const lock = () => {
    if (!opened) return;
    // The pages seal what was begun on them before the key goes.
    flushSync(() => {
      setOpened(undefined);
      setArrival({ tag: 'locked', listing: opened.listing, operator: opened.store.operator });
    });
    void opened.store.lock();
  };
  const destroy = async (secret: string) => {
    if (!opened) return true;
    const { listing, store } = opened;
    const removed = await stores.remove(listing.id, secret);
    if (!removed.ok && removed.problem.tag === 'wrongPassphrase') return false;
    // Closed by now, whether all of it could be deleted or not.
    const left = { tag: 'locked', listing, operator: store.operator } as const;
    setOpened(undefined);
    setArrival(
      removed.ok ? { tag: 'destroyed', name: listing.name } : { ...left, problem: removed.problem },
    );
    return true;
  };
  useIdle(opened ? preferences.idleMinutes : 0, lock);
  const own = useOwnLedgers(opened?.store, ledgers);
  const session = useMemo<Session | undefined>(
    () => opened && { store: opened.store, desktop, clock, random, ledgers: [...ledgers, ...own] },
    [opened, desktop, own],
  );

  if (!opened || !session)
    return (
      <StartPage
        stores={stores}
        desktop={desktop}
        ledgers={ledgers}
        arrival={arrival}
        onLanguage={() =>
          setPreferences({ ...preferences, language: preferences.language === 'zh' ? 'en' : 'zh' })
        }
        onOpened={(next) => {
          setRepairs(next.repairs);
          setOpened(next);
        }}
      />
    );
  return (
    <SessionProvider value={session}>
      <CommandsProvider>
        <JudgingProvider>
          <TodosProvider>
            <Frame
              preferences={preferences}
              onPreferences={setPreferences}
              onLock={lock}
              onDestroy={destroy}
            />
          </TodosProvider>
        </JudgingProvider>
      </CommandsProvider>
      {repairs.length > 0 && (
        <RepairNotice repairs={repairs} ledgers={ledgers} onClose={() => setRepairs([])} />
      )}
    </SessionProvider>
  );
}
