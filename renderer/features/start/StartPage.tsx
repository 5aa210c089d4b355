import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desktop } from '../../../shared/desktop/contract';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { EventStores, OpenedEvent } from '../../store/contract';
import { EventList } from './EventList';
import { FirstRun } from './FirstRun';
import { LanguageSwitch } from './LanguageSwitch';
import { emptyForm } from './newEventForm';
import { ProblemCard } from './ProblemCard';
import { RecoveryCode } from './RecoveryCode';
import { SampleLoading } from './SampleLoading';
import { Unlock } from './Unlock';
import { useStart, type Arrival } from './useStart';
import styles from './start.module.css';

interface StartPageProps {
  readonly stores: EventStores;
  readonly desktop: Desktop;
  readonly ledgers: readonly LedgerDefinition[];
  readonly arrival: Arrival | undefined;
  readonly onLanguage: () => void;
  readonly onOpened: (opened: OpenedEvent) => void;
}

/** Everything before an event is open: choosing, making, unlocking, and what can go wrong. */
export function StartPage({ ledgers, onLanguage, ...surroundings }: StartPageProps) {
  const { t, i18n } = useTranslation();
  const { arrival, desktop, onOpened } = surroundings;
  const [form, setForm] = useState(emptyForm);
  const start = useStart({
    ...surroundings,
    sampleEvent: () => ({
      name: t('start.sample.name'),
      unit: t('start.sample.unit'),
      deviceName: t('start.sample.device'),
      operator: t('start.sample.operator'),
    }),
  });
  const { screen } = start;
  return (
    <main className={styles.page}>
      <LanguageSwitch desktop={desktop} onSwitch={onLanguage} />
      <div className={styles.middle}>
        {news() && (
          <p className={styles.news} role="status">
            {news()}
          </p>
        )}
        {card()}
      </div>
    </main>
  );

  /** What has just been done away with, said on the screen that follows. */
  function news(): string | undefined {
    if (screen.tag !== 'choose' && screen.tag !== 'first') return undefined;
    if (start.sampleCancelled) return t('start.sample.cancelled');
    return arrival?.tag === 'destroyed' ? t('start.destroyed', { name: arrival.name }) : undefined;
  }

  function card() {
    switch (screen.tag) {
      case 'starting':
        return <p className={styles.note}>{t('start.starting')}</p>;
      case 'sample':
        return (
          <SampleLoading
            progress={screen.progress}
            titleOf={(ledger) => {
              const title = ledgers.find(({ id }) => id === ledger)?.title;
              return title?.[i18n.language === 'en' ? 'en' : 'zh'] ?? ledger;
            }}
            onCancel={screen.cancel}
          />
        );
      case 'first':
        return (
          <FirstRun
            form={form}
            onForm={setForm}
            takenNames={screen.events.map(({ name }) => name)}
            busy={start.busy}
            failure={start.failure}
            onCreate={(event) => void start.create(event)}
            onBack={screen.events.length > 0 ? start.showAll : undefined}
            onSample={start.loadSample}
          />
        );
      case 'choose':
        return (
          <EventList
            events={screen.events}
            onChoose={start.choose}
            onNew={() => start.makeNew(screen.events)}
            onSample={start.loadSample}
          />
        );
      case 'unlock':
        return (
          <Unlock
            key={screen.listing.id}
            listing={screen.listing}
            operator={screen.operator}
            secret={screen.secret}
            busy={start.busy}
            progress={start.progress}
            onBack={start.showAll}
            onOpen={(secret, operator) =>
              start.unlock({ listing: screen.listing, secret, operator })
            }
          />
        );
      case 'code':
        return (
          <RecoveryCode
            event={screen.opened.listing}
            operator={screen.opened.store.operator}
            code={screen.code}
            onKept={() => onOpened(screen.opened)}
          />
        );
      case 'problem':
        return (
          <ProblemCard
            problem={screen.problem}
            ledgers={ledgers}
            onRetry={() => start.retry(screen.again)}
            onGoOn={() => start.goOn(screen.again)}
            onRemove={() => start.removeLost(screen.again)}
          />
        );
    }
  }
}
