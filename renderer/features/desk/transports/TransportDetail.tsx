import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../../shared/fields/codecFor';
import { isRowId } from '../../../../shared/kernel/ids';
import { dateOf, formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { transportRecords } from '../../../../shared/ledgers/transportRecords';
import { useSession } from '../../../app/session';
import { hashOf } from '../../../app/useRoute';
import { KeyCap } from '../marks/KeyCap';
import { RecordLine, type LineDrafts } from '../marks/RecordLine';
import { changeOf, nextStep, stepOf, steps, timeOfStep } from './transportSteps';
import type { Transports } from './useTransports';
import releases from '../releases/releases.module.css';
import styles from './transports.module.css';

interface TransportDetailProps {
  readonly row: Row;
  readonly drafts: LineDrafts;
  readonly transports: Transports;
}

/** Fields in the order in which a transport comes to them. */
const parts = [
  ['freightPart', ['plate', 'goods', 'amount', 'purchasedAt', 'departedAt', 'arrivedAt']],
  ['handoverPart', ['handoverArea', 'disinfectedAt', 'disinfectant', 'disinfectedBy']],
  ['storagePart', ['crew', 'unloadedAt', 'storedAt', 'irregularities']],
] as const;

const linked = [
  ['enterprise', 'enterprises'],
  ['permit', 'permits'],
] as const;

/** One transport: how far it is, what its next step still lacks, and that step's button. */
export function TransportDetail({ row, drafts, transports }: TransportDetailProps) {
  const { clock } = useSession();
  const { t, i18n } = useTranslation();
  const [problem, setProblem] = useState('');
  const { values } = row;
  const step = stepOf(values);
  const language = i18n.language.startsWith('en') ? 'en' : 'zh';
  const goOn = async () => {
    const next = nextStep((await transports.settled(row.id)) ?? row, clock());
    if (next.ok) {
      setProblem('');
      await transports.write(next.value);
    } else if (next.problem.tag === 'lacks') {
      const { field } = next.problem;
      const name = Object.entries(transportRecords.fields).find(([one]) => one === field)?.[1];
      setProblem(t('transports.lacks', { field: name?.header[language] ?? field }));
    }
  };
  return (
    <section className={releases.detail} aria-label={t('transports.title')}>
      <ol className={`${releases.rail} ${styles.six}`}>
        {steps.map((one) => {
          const at = values[timeOfStep[one]];
          const isDone = at !== undefined;
          return (
            <li
              key={one}
              className={isDone ? releases.done : one === step ? releases.due : undefined}
              data-step={one}
              data-done={isDone}
            >
              {t(`transports.steps.${one}`)}
              <time>{typeof at === 'number' ? formatInstant(toInstant(at)).slice(5) : ''}</time>
            </li>
          );
        })}
      </ol>
      <div className={releases.acts}>
        <button
          type="button"
          className={releases.primary}
          data-next-step=""
          disabled={step === undefined}
          onClick={() => void goOn()}
        >
          {t(step === undefined ? 'transports.allDone' : `transports.acts.${step}`)}{' '}
          <KeyCap>F8</KeyCap>
        </button>
        <Links row={row} />
        <span className={releases.problem} role="alert">
          {transports.problem
            ? t('holds.notSaved', { problem: t(`desk.problems.${transports.problem}`) })
            : problem}
        </span>
      </div>
      {parts.map(([part, names]) => (
        <section key={part} className={releases.part} aria-label={t(`transports.${part}`)}>
          <h2>{t(`transports.${part}`)}</h2>
          <div className={releases.lines}>
            {names.map((name) => {
              const field = transportRecords.fields[name];
              return (
                <RecordLine
                  key={name}
                  name={name}
                  field={field}
                  value={values[name]}
                  draft={`${row.id} ${name}`}
                  drafts={drafts}
                  read={(text) =>
                    codecFor(field).parse({ type: 'text', text }, { reportOn: dateOf(clock()) })
                  }
                  write={(value) => transports.write(changeOf(row.id, { [name]: value }))}
                  reveal={() => undefined}
                />
              );
            })}
          </div>
          {part === 'storagePart' ? (
            <label className={styles.flag}>
              <input
                type="checkbox"
                checked={values.crewClosed === true}
                onChange={({ currentTarget }) =>
                  void transports.write(changeOf(row.id, { crewClosed: currentTarget.checked }))
                }
              />
              {transportRecords.fields.crewClosed.header[language]}
            </label>
          ) : null}
        </section>
      ))}
    </section>
  );
}

/** Whose goods under which pass, and the record in its ledger. */
function Links({ row }: { readonly row: Row }) {
  const { store } = useSession();
  const { t } = useTranslation();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const { enterprise, permit } = row.values;
  useEffect(() => {
    let gone = false;
    for (const [field, ledger] of linked) {
      const id = field === 'enterprise' ? enterprise : permit;
      if (typeof id !== 'string' || !isRowId(id)) continue;
      void store.names(ledger, [id]).then(([name]) => {
        if (!gone && name !== undefined) setNames((known) => ({ ...known, [field]: name }));
      });
    }
    return () => {
      gone = true;
    };
  }, [store, enterprise, permit]);
  return (
    <>
      {linked.map(([field, ledger]) => {
        const id = row.values[field];
        const name = names[field];
        return typeof id === 'string' && name !== undefined ? (
          <a key={field} className={styles.link} href={hashOf({ page: 'ledger', ledger, row: id })}>
            {name}
          </a>
        ) : null;
      })}
      <a
        className={styles.link}
        href={hashOf({ page: 'ledger', ledger: transportRecords.id, row: row.id })}
      >
        {t('transports.inLedger')}
      </a>
    </>
  );
}
