import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import { useSession } from '../../../app/session';
import { shownLanguage } from '../findingWords';
import { DecideMany } from './DecideMany';
import { KeyNotes } from './KeyNotes';
import { ReceiveNotes } from './ReceiveNotes';
import { ReceiveRows } from './ReceiveRows';
import { lineKinds, type LineFilter, type ReceiveLine } from './receiveLine';
import { openDecisions, type ReceivedFile, type ReceiveStage, type useReceive } from './useReceive';
import shared from '../exchange.module.css';
import styles from './receive.module.css';

interface ReceiveReviewProps {
  readonly receive: ReturnType<typeof useReceive>;
  readonly file: ReceivedFile;
  readonly stage: Extract<ReceiveStage, { tag: 'review' }>;
}

const pageLines = 200;

/**
 * Everything a workbook would do, by ledger and kind; what needs a choice is chosen here. Nothing is
 * written before the button is pressed.
 */
export function ReceiveReview({ receive, file, stage }: ReceiveReviewProps) {
  const { ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const { summary, found, problem } = stage;
  const [filter, setFilter] = useState<LineFilter>({});
  const [asked, setAsked] = useState(pageLines);
  const [lines, setLines] = useState<readonly ReceiveLine[]>([]);
  const { lines: readLines } = receive;
  useEffect(() => {
    let gone = false;
    void readLines(file.id, filter, 0, asked).then((read) => {
      if (!gone) setLines(read);
    });
    return () => {
      gone = true;
    };
    // Read again for another filter or plan; the reader itself is the same all along.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [file.id, filter, asked, summary]);

  const titleOf = (ledger: string) =>
    ledgers.find(({ id }) => id === ledger)?.title[language] ?? ledger;
  const counts =
    filter.ledger === undefined
      ? summary.counts
      : (summary.ledgers.find(({ ledger }) => ledger === filter.ledger)?.counts ?? {});
  const totalOf = (of: typeof counts) => Object.values(of).reduce((sum, count) => sum + count, 0);
  const shown = filter.kind === undefined ? totalOf(counts) : (counts[filter.kind] ?? 0);
  const open = openDecisions(file);
  const show = (next: LineFilter) => {
    setFilter(next);
    setAsked(pageLines);
  };
  const { ledger: ledgerShown } = filter;

  return (
    <section className={styles.detail}>
      <header className={styles.head}>
        <div className={styles.origin}>
          <h2>
            {[found.manifest.sender.unit, found.manifest.sender.deviceName]
              .filter(Boolean)
              .join(' · ')}
          </h2>
          <p>
            {t('correction.sentOut', {
              at: formatInstant(toInstant(found.manifest.sentAt)),
              number: found.manifest.number,
            })}
            {' · '}
            {t('parcel.counts', {
              unchanged: summary.unchanged.toLocaleString(i18n.language),
              known: summary.known.toLocaleString(i18n.language),
            })}
          </p>
        </div>
        <span className={shared.spring} />
        <button type="button" className={shared.button} onClick={() => receive.remove(file.id)}>
          {t('correction.discard')}
        </button>
        <button
          type="button"
          className={shared.primary}
          disabled={open > 0 || summary.isEmpty}
          onClick={() => void receive.apply(file)}
        >
          {open > 0 ? t('correction.open_conflicts', { count: open }) : t('parcel.apply')}
        </button>
      </header>
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem === 'replanned'
            ? t('parcel.replanned')
            : t(`exchange.commitProblems.${problem}`)}
        </p>
      ) : null}
      <ReceiveNotes found={found} summary={summary} />
      <KeyNotes
        found={found}
        keys={summary.keys}
        choices={file.choices}
        onChoose={(key, choice) => receive.choose(file.id, [key], choice)}
      />
      <div className={styles.filters} role="group" aria-label={t('parcel.byLedger')}>
        <button
          type="button"
          className={shared.small}
          aria-pressed={ledgerShown === undefined}
          onClick={() => show({})}
        >
          {t('parcel.allLedgers')} {totalOf(summary.counts).toLocaleString(i18n.language)}
        </button>
        {summary.ledgers.map(({ ledger, counts: own }) => (
          <button
            key={ledger}
            type="button"
            className={shared.small}
            aria-pressed={ledgerShown === ledger}
            onClick={() => show({ ledger })}
          >
            {titleOf(ledger)} {totalOf(own).toLocaleString(i18n.language)}
          </button>
        ))}
      </div>
      <div className={styles.filters} role="group" aria-label={t('correction.columns.state')}>
        {lineKinds
          .filter((kind) => counts[kind] !== undefined)
          .map((kind) => (
            <button
              key={kind}
              type="button"
              className={shared.small}
              aria-pressed={filter.kind === kind}
              onClick={() =>
                show({
                  ...(ledgerShown === undefined ? {} : { ledger: ledgerShown }),
                  ...(filter.kind === kind ? {} : { kind }),
                })
              }
            >
              {t(`parcel.kinds.${kind}`)} {(counts[kind] ?? 0).toLocaleString(i18n.language)}
            </button>
          ))}
      </div>
      <DecideMany
        summary={summary}
        onDecide={(many, choice) => void receive.chooseMany(file.id, many, choice)}
      />
      {shown === 0 ? (
        <p className={styles.hint} role="status">
          {t('correction.nothing', { unchanged: summary.unchanged, already: summary.editsHere })}
        </p>
      ) : (
        <ReceiveRows
          lines={lines}
          choices={file.choices}
          onChoose={(key, choice) => receive.choose(file.id, [key], choice)}
        />
      )}
      {shown > lines.length && lines.length > 0 ? (
        <button type="button" className={shared.button} onClick={() => setAsked(asked + pageLines)}>
          {t('parcel.showMore', { count: shown - lines.length })}
        </button>
      ) : null}
    </section>
  );
}
