import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { contactColumns, contactMarks, contactsOf } from '../../../../shared/work/tracingLists';
import type { ChainCase } from '../../../../shared/work/transmission';
import type { WorkMoment } from '../../../../shared/work/workList';
import { useSession } from '../../../app/session';
import { goTo, hashOf } from '../../../app/useRoute';
import { fieldText, namedLedgers, shownColumn } from '../lineCells';
import { useRecordNames } from '../useRecordNames';
import { useShownLines } from '../useShownLines';
import { WorkTable } from '../WorkTable';
import styles from './chains.module.css';

interface CasePaneProps {
  readonly one: ChainCase;
  /** From the first of its chain to this one. */
  readonly path: readonly ChainCase[];
  readonly contacts: readonly Row[];
  readonly moment: WorkMoment;
  readonly language: 'zh' | 'en';
}

const facts = ['reportedAt', 'foundBy', 'sex', 'age', 'severity', 'confirmedAt', 'hospital'];
const none: ReadonlySet<string> = new Set();

/** What is known of a case, the way the infection came to it, and its contacts at the moment. */
export function CasePane({ one, path, contacts, moment, language }: CasePaneProps) {
  const { t } = useTranslation();
  const { ledgers } = useSession();
  const cases = ledgers.find(({ id }) => id === 'cases');
  const ledger = ledgers.find(({ id }) => id === 'contacts');
  const names = useRecordNames(ledger ? namedLedgers(contactColumns, ledger) : []);
  const lines = useMemo(
    () => contactsOf(contacts, one.row.id, moment.at),
    [contacts, one.row.id, moment.at],
  );
  const columns = useMemo(
    () =>
      ledger
        ? contactColumns.map((column) => shownColumn(column, { ledger, language, names, t }))
        : [],
    [ledger, language, names, t],
  );
  const view = useShownLines(lines, columns);
  const [current, setCurrent] = useState<string>();
  if (!cases || !ledger) return null;
  return (
    <section className={styles.pane} aria-label={t('work.chains.pane')}>
      <h2>
        {fieldText(cases, 'number', one.row, language)}
        <a href={hashOf({ page: 'ledger', ledger: 'cases', row: one.row.id })}>
          {t('work.open')} ›
        </a>
      </h2>
      <p className={styles.path}>
        {path.map(({ row }) => fieldText(cases, 'number', row, language)).join(' → ')}
        <span>{t('work.chains.generation', { generation: one.generation })}</span>
      </p>
      <dl className={styles.facts}>
        {facts.map((name) => {
          const text = fieldText(cases, name, one.row, language);
          return text === '' ? null : (
            <div key={name}>
              <dt>{cases.fields[name]?.header[language]}</dt>
              <dd>{text}</dd>
            </div>
          );
        })}
      </dl>
      <div className={styles.contactsBar}>
        <h3>{t('work.chains.contacts', { count: lines.length })}</h3>
        {contactMarks.map(({ id }) => (
          <button
            key={id}
            type="button"
            aria-pressed={view.mark === id}
            disabled={(view.counts.get(id) ?? 0) === 0 && view.mark !== id}
            onClick={() => view.setMark(view.mark === id ? undefined : id)}
          >
            {t(`work.marks.${id}`)} <b>{view.counts.get(id) ?? 0}</b>
          </button>
        ))}
      </div>
      {view.shown.length > 0 ? (
        <WorkTable
          label={t('work.chains.contacts', { count: lines.length })}
          columns={columns}
          marks={contactMarks}
          lines={view.shown}
          all={lines}
          current={current ?? view.shown[0]?.id}
          onCurrent={setCurrent}
          ticked={none}
          onTicked={() => undefined}
          sorting={view.sorting}
          onSort={view.sortBy}
          onOpen={({ row }) => goTo({ page: 'ledger', ledger: 'contacts', row: row.id })}
          canTick={false}
        />
      ) : (
        <p className={styles.none}>{t('work.chains.noContacts')}</p>
      )}
    </section>
  );
}
