import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desktop } from '../../../shared/desktop/contract';
import { formatInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type {
  EventListing,
  EventStores,
  NewEvent,
  OpenedEvent,
  OpenProblem,
  OpenProgress,
} from '../../store/contract';
import { FirstRun } from './FirstRun';
import { loadSample } from './loadSample';
import { ProblemCard } from './ProblemCard';
import { RecoveryCode } from './RecoveryCode';
import { SampleProgress, type SampleLoading } from './SampleProgress';
import { Unlock } from './Unlock';
import styles from './start.module.css';

interface StartPageProps {
  readonly stores: EventStores;
  readonly desktop: Desktop;
  readonly ledgers: readonly LedgerDefinition[];
  /** The event that was open before it was locked. */
  readonly locked: { readonly listing: EventListing; readonly operator: string } | undefined;
  readonly onOpened: (opened: OpenedEvent) => void;
  readonly onSwitchLanguage: () => void;
}

type Screen =
  | { readonly tag: 'starting' }
  | { readonly tag: 'choose'; readonly events: readonly EventListing[] }
  | { readonly tag: 'first'; readonly events: readonly EventListing[] }
  | { readonly tag: 'unlock'; readonly listing: EventListing; readonly operator: string }
  | { readonly tag: 'code'; readonly opened: OpenedEvent; readonly code: string }
  | { readonly tag: 'sample'; readonly loading: SampleLoading | undefined }
  | { readonly tag: 'problem'; readonly problem: OpenProblem; readonly again: Attempt | undefined };

interface Attempt {
  readonly listing: EventListing;
  readonly secret: string;
  readonly operator: string;
}

/** The sample holds invented people only: its passphrase is public and shown. */
const samplePassphrase = 'yanshi-2022';

/** Everything before an event is open: choosing, making, unlocking, and what can go wrong. */
export function StartPage(props: StartPageProps) {
  const { stores, desktop, ledgers, locked, onOpened, onSwitchLanguage } = props;
  const { t, i18n } = useTranslation();
  const [screen, setScreen] = useState<Screen>({ tag: 'starting' });
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<OpenProgress>();
  const started = useRef(false);
  const cancelling = useRef(new AbortController());

  const open = async (attempt: Attempt, acceptLosses = false) => {
    setBusy(true);
    const opened = await stores.open(attempt.listing.id, attempt.secret, attempt.operator, {
      acceptLosses,
      onProgress: setProgress,
    });
    setBusy(false);
    setProgress(undefined);
    if (!opened.ok) {
      setScreen({ tag: 'problem', problem: opened.problem, again: attempt });
      return;
    }
    onOpened(opened.value);
  };

  const openSample = async (events: readonly EventListing[]) => {
    const names = ['演示县', 'Sample county'];
    const known = events.find(({ name }) => names.includes(name));
    const operator = t('start.sample.operator');
    if (known) return open({ listing: known, secret: samplePassphrase, operator });
    setScreen({ tag: 'sample', loading: undefined });
    const made = await stores.create({
      name: t('start.sample.name'),
      unit: t('start.sample.unit'),
      deviceName: t('start.sample.device'),
      operator,
      passphrase: samplePassphrase,
    });
    if (!made.ok) return setScreen({ tag: 'problem', problem: made.problem, again: undefined });
    const { store, listing } = made.value;
    const begun = new Set<string>();
    const { signal } = cancelling.current;
    const whole = await loadSample(store, signal, (ledger, done, total) => {
      begun.add(ledger);
      const title = ledgers.find(({ id }) => id === ledger)?.title;
      const shown = title?.[i18n.language === 'en' ? 'en' : 'zh'] ?? ledger;
      const share = (begun.size - 1 + done / total) / ledgers.length;
      setScreen({ tag: 'sample', loading: { ledger: shown, done, total, share } });
    });
    if (whole) return onOpened({ ...made.value, repairs: [] });
    // Half a county is of no use to anybody.
    await stores.remove(listing.id, samplePassphrase);
    return setScreen({ tag: 'first', events });
  };

  const begin = async () => {
    const listed = await stores.list();
    if (!listed.ok) {
      setScreen({ tag: 'problem', problem: listed.problem, again: undefined });
      return;
    }
    const events = listed.value;
    const only = events[0];
    if (locked) setScreen({ tag: 'unlock', ...locked });
    else if (desktop.info.sample) await openSample(events);
    else if (!only) setScreen({ tag: 'first', events });
    else if (events.length === 1) setScreen({ tag: 'unlock', listing: only, operator: '' });
    else setScreen({ tag: 'choose', events });
  };

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void begin();
  });

  const create = async (event: NewEvent) => {
    setBusy(true);
    const made = await stores.create(event);
    setBusy(false);
    // an event that is a moment old has nothing to mend
    if (made.ok)
      setScreen({
        tag: 'code',
        opened: { ...made.value, repairs: [] },
        code: made.value.recoveryCode,
      });
    else setScreen({ tag: 'problem', problem: made.problem, again: undefined });
  };

  /** Without its keys nobody can read it any more: it only takes up a line and room on the disk. */
  const removeLost = async ({ id }: EventListing) => {
    const removed = await stores.remove(id, '');
    if (removed.ok) await begin();
    else setScreen({ tag: 'problem', problem: removed.problem, again: undefined });
  };

  const choose = async () => {
    const listed = await stores.list();
    setScreen({ tag: 'choose', events: listed.ok ? listed.value : [] });
  };

  return (
    <main className={styles.page}>
      {card()}
      <button
        type="button"
        className={styles.language}
        lang={i18n.language === 'en' ? 'zh-CN' : 'en'}
        onClick={onSwitchLanguage}
      >
        {t('start.otherLanguage')}
      </button>
    </main>
  );

  function card() {
    switch (screen.tag) {
      case 'starting':
        return <p className={styles.note}>{t('start.starting')}</p>;
      case 'sample':
        return (
          <SampleProgress
            loading={screen.loading}
            passphrase={samplePassphrase}
            onCancel={() => cancelling.current.abort()}
          />
        );
      case 'first':
        return (
          <FirstRun
            busy={busy}
            onCreate={(event) => void create(event)}
            onBack={
              screen.events.length > 0
                ? () => setScreen({ tag: 'choose', events: screen.events })
                : undefined
            }
          />
        );
      case 'choose':
        return (
          <section className={styles.card}>
            <span className={styles.product}>{t('frame.product')}</span>
            <h1 className={styles.title}>{t('start.choose')}</h1>
            <p className={styles.note}>{t('start.chooseNote')}</p>
            <ul className={styles.events}>
              {screen.events.map((listing) => (
                <li key={listing.id}>
                  <button
                    type="button"
                    className={styles.event}
                    onClick={() => setScreen({ tag: 'unlock', listing, operator: '' })}
                  >
                    <strong>{listing.name || t('start.unnamed')}</strong>
                    <span>
                      {listing.name === ''
                        ? t('start.problem.keysLost.title')
                        : t('start.lastOpened', {
                            unit: listing.unit,
                            device: listing.deviceName,
                            time: formatInstant(listing.createdAt),
                          })}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            <div className={styles.actions}>
              <button
                type="button"
                className={styles.primary}
                onClick={() => setScreen({ tag: 'first', events: screen.events })}
              >
                {t('start.another')}
              </button>
            </div>
          </section>
        );
      case 'unlock':
        return (
          <Unlock
            key={screen.listing.id}
            listing={screen.listing}
            operator={screen.operator}
            busy={busy}
            progress={progress}
            onBack={() => void choose()}
            onOpen={(secret, operator) => void open({ listing: screen.listing, secret, operator })}
          />
        );
      case 'code':
        return (
          <RecoveryCode
            event={screen.opened.listing}
            code={screen.code}
            onKept={() => onOpened(screen.opened)}
          />
        );
      case 'problem':
        return (
          <ProblemCard
            problem={screen.problem}
            ledgers={ledgers}
            onRetry={() => {
              const { again } = screen;
              if (again)
                setScreen({ tag: 'unlock', listing: again.listing, operator: again.operator });
              else void begin();
            }}
            onGoOn={() => {
              if (screen.again) void open(screen.again, true);
            }}
            onRemove={() => {
              if (screen.again) void removeLost(screen.again.listing);
            }}
          />
        );
    }
  }
}
