import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import type { Place } from '../../../app/places';
import { hashOf } from '../../../app/useRoute';
import type { Store } from '../../../store/contract';
import { findTwin } from '../data/findTwin';
import type { References } from '../data/references';
import type { Drafts } from '../data/useDrafts';
import type { Reveal } from '../data/useReveal';
import type { GroupSurroundings } from './GroupInput';
import { NewRecord, type NewValues } from './NewRecord';
import { RecordForm } from './RecordForm';
import { RecordHistory } from './RecordHistory';
import { recordTitle } from '../../../components/record/recordTitle';
import { RecordLinks } from './RecordLinks';
import { useRecordStory } from './useRecordStory';
import styles from './record.module.css';

export interface RecordPanelProps {
  readonly store: Store;
  readonly ledger: LedgerDefinition;
  readonly ledgers: readonly LedgerDefinition[];
  /** Undefined: a new record is being written. */
  readonly row: Row | undefined;
  readonly references: References;
  readonly drafts: Drafts;
  readonly reveal: Reveal;
  readonly surroundings: GroupSurroundings;
  readonly automatic: Readonly<Record<string, string>>;
  readonly focusOn: string | null;
  /** The page that the record leads to. */
  readonly page: Place | undefined;
  readonly onStep: (by: 1 | -1) => void;
  readonly onLeave: (row: Row, field: string, text: string, reason: string) => void;
  readonly onSave: (values: NewValues, reason: string, another: boolean) => Promise<boolean>;
  readonly onDelete: () => void;
  readonly onRestore: () => void;
  readonly onGo: (ledger: string, row: Row['id']) => void;
  readonly onLookUp: (row: Row['id'], place: string) => void;
  readonly onClose: () => void;
}

const tabs = ['form', 'history', 'links'] as const;

/** The record under the cursor: its fields in sections, its history, what it is linked with. */
export function RecordPanel(props: RecordPanelProps) {
  const { store, ledger, ledgers, row, drafts, reveal, surroundings } = props;
  const { language, context } = surroundings;
  const { t } = useTranslation();
  const [tab, setTab] = useState<(typeof tabs)[number]>('form');
  const { focusOn } = props;
  useEffect(() => {
    // a field that was asked for stands in the form
    if (focusOn !== null) setTab('form');
  }, [focusOn]);
  const story = useRecordStory(store, ledger, row, ledgers);
  const counts = { form: undefined, history: story.history?.length, links: story.linked };
  const shownTab = row ? tab : 'form';

  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') props.onClose();
    else if (row && event.altKey && event.key === 'PageUp') props.onStep(-1);
    else if (row && event.altKey && event.key === 'PageDown') props.onStep(1);
    else return;
    event.preventDefault();
  };
  return (
    <aside className={styles.panel} aria-label={t('ledger.panel')} onKeyDown={pressed}>
      <header className={styles.head}>
        <strong>{row ? recordTitle(ledger, row, language) : t('ledger.newRow')}</strong>
        {row?.deletedAt !== undefined && (
          <span className={styles.deleted}>{t('ledger.deleted')}</span>
        )}
        {row && props.page && (
          <a className={styles.page} href={hashOf(props.page.route)}>
            {props.page.label} ›
          </a>
        )}
        <span className={styles.headActions}>
          {row && (
            <>
              <button
                type="button"
                aria-label={t('record.previous')}
                title={`${t('record.previous')} Alt+PageUp`}
                onClick={() => props.onStep(-1)}
              >
                ↑
              </button>
              <button
                type="button"
                aria-label={t('record.next')}
                title={`${t('record.next')} Alt+PageDown`}
                onClick={() => props.onStep(1)}
              >
                ↓
              </button>
            </>
          )}
          <button
            type="button"
            aria-label={t('ledger.close')}
            title={`${t('ledger.close')} Esc`}
            onClick={props.onClose}
          >
            ×
          </button>
        </span>
      </header>
      {row && (
        <div className={styles.tabs} role="tablist" aria-label={recordTitle(ledger, row, language)}>
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={tab === one}
              tabIndex={tab === one ? 0 : -1}
              onKeyDown={({ key, currentTarget }) => {
                const step = { ArrowRight: 1, ArrowLeft: 2 }[key];
                const at = step && (tabs.indexOf(one) + step) % tabs.length;
                const next = at === undefined ? undefined : tabs[at];
                if (at === undefined || next === undefined) return;
                setTab(next);
                const button = currentTarget.parentElement?.children[at];
                if (button instanceof HTMLElement) button.focus();
              }}
              onClick={() => setTab(one)}
            >
              {t(`record.tabs.${one}`)}
              {counts[one] !== undefined && <small>{counts[one]}</small>}
            </button>
          ))}
        </div>
      )}
      {!row && (
        <NewRecord
          ledger={ledger}
          drafts={drafts}
          references={props.references}
          surroundings={surroundings}
          automatic={props.automatic}
          findTwin={(values) => findTwin(store, ledger, values)}
          onGo={(twin) => props.onGo(ledger.id, twin)}
          onSave={props.onSave}
        />
      )}
      {row && shownTab === 'form' && (
        <>
          <RecordForm
            key={row.id}
            ledger={ledger}
            row={row}
            drafts={drafts.rows.get(row.id) ?? {}}
            shown={reveal.shown}
            surroundings={surroundings}
            focusOn={focusOn}
            onReveal={(fields) => void reveal.show(row.id, fields)}
            onLeave={(field, text, reason) => props.onLeave(row, field, text, reason)}
          />
          <footer className={styles.foot}>
            {row.deletedAt === undefined ? (
              <button
                type="button"
                className={styles.danger}
                title="Ctrl+Delete"
                onClick={props.onDelete}
              >
                {t('ledger.delete')}
              </button>
            ) : (
              <button type="button" className={styles.primary} onClick={props.onRestore}>
                {t('ledger.restore')}
              </button>
            )}
          </footer>
        </>
      )}
      {row && shownTab === 'history' && (
        <RecordHistory
          ledger={ledger}
          entries={story.history}
          language={language}
          context={context}
        />
      )}
      {row && shownTab === 'links' && (
        <RecordLinks
          ledger={ledger}
          ledgers={ledgers}
          row={row}
          links={story.links}
          language={language}
          context={context}
          onGo={props.onGo}
          onLookUp={props.onLookUp}
        />
      )}
    </aside>
  );
}
