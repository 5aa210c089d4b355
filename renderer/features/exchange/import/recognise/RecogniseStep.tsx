import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';
import { hashOf } from '../../../../app/useRoute';
import { shownLanguage } from '../../findingWords';
import type { ImportFile } from '../importFile';
import { MappingNames } from './MappingNames';
import { MappingTable } from './MappingTable';
import { mappingState, withHeaderAt, withTarget, type Choice } from './recognise';
import { RecogniseBar } from './RecogniseBar';
import { SheetPreview } from './SheetPreview';
import styles from './recognise.module.css';

interface RecogniseStepProps {
  readonly file: ImportFile;
  readonly ledgers: readonly LedgerDefinition[];
  /** `recall`: the columns may be mapped as they were the last time. */
  readonly onChoose: (choice: Choice, recall: boolean) => void;
}

/** Sheet, ledger, header and columns: proposed with a reason, corrected by hand. */
export function RecogniseStep({ file, ledgers, onChoose }: RecogniseStepProps) {
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const { workbook, choice, seen } = file;
  // Drawn together with the columns, eight hundred cells would keep the page from answering.
  const isPreviewDue = useDeferredValue(true, false);
  const context = useMemo(
    () => ({
      dateSystem: workbook?.dateSystem ?? 1900,
      ...(choice ? { reportOn: choice.reportOn.date } : {}),
    }),
    [workbook, choice],
  );
  if (!workbook || !choice) return null;
  const { sheet } = choice;
  const definition = ledgers.find(({ id }) => id === choice.ledger);
  const titleOf = (id: string) => ledgers.find((one) => one.id === id)?.title[language] ?? id;
  if (!sheet) return <p className={styles.empty}>{t('exchange.noSheets')}</p>;
  const state = definition && mappingState(choice.mapping, definition);
  const namesOf = (fields: readonly string[]) =>
    fields
      .map(
        (name) =>
          definition?.fields[name]?.header[language] ?? t('exchange.recognise.recordNumber'),
      )
      .join(t('frame.marks.list'));
  return (
    <div className={styles.step}>
      <RecogniseBar workbook={workbook} choice={choice} ledgers={ledgers} onChoose={onChoose} />
      {seen ? (
        <p className={styles.seen} role="status">
          {t(seen.undone ? 'exchange.recognise.seenUndone' : 'exchange.recognise.seen', {
            time: formatInstant(toInstant(seen.atMs)),
            ledger: titleOf(seen.ledger),
            inserted: seen.inserted,
            updated: seen.updated,
          })}
        </p>
      ) : null}
      {workbook.unreadSheets.length > 0 ? (
        <p className={styles.seen}>
          {t('exchange.recognise.unreadSheets')}{' '}
          {workbook.unreadSheets
            .map(({ name, why }) => `${name} – ${t(`exchange.unreadSheets.${why}`)}`)
            .join(t('frame.marks.semicolon'))}
        </p>
      ) : null}
      <div className={styles.panes}>
        <section className={styles.pane} aria-label={t('exchange.recognise.preview')}>
          <p className={styles.hint}>{t('exchange.recognise.headerHint')}</p>
          {isPreviewDue ? (
            <SheetPreview
              sheet={sheet}
              header={choice.header}
              mapping={choice.mapping}
              definition={definition}
              context={context}
              onHeader={(first, last) => {
                if (definition)
                  onChoose(withHeaderAt(choice, workbook, definition, first, last), true);
              }}
            />
          ) : null}
        </section>
        <section className={styles.pane}>
          {definition && state && choice.header ? (
            <>
              <p className={state.missing.length > 0 ? styles.warn : styles.hint} role="status">
                {state.mapped === 0
                  ? t('exchange.recognise.nothing')
                  : state.twice.length > 0
                    ? t('exchange.recognise.twice', { field: namesOf(state.twice) })
                    : state.missing.length > 0
                      ? t('exchange.recognise.required', { fields: namesOf(state.missing) })
                      : t('exchange.recognise.complete')}
              </p>
              <MappingNames
                key={definition.id}
                choice={choice}
                onChoose={(chosen) => onChoose(chosen, false)}
              />
              <div className={styles.scroll}>
                <MappingTable
                  choice={choice}
                  sheet={sheet}
                  definition={definition}
                  context={context}
                  onTarget={(column, target) => onChoose(withTarget(choice, column, target), false)}
                />
              </div>
              <label className={styles.clear}>
                <input
                  type="checkbox"
                  checked={choice.clearBlanks}
                  onChange={({ currentTarget }) =>
                    onChoose({ ...choice, clearBlanks: currentTarget.checked }, false)
                  }
                />
                <span>{t('exchange.recognise.clearBlanks')}</span>
                <span className={styles.quiet}>{t('exchange.recognise.clearBlanksHint')}</span>
              </label>
            </>
          ) : (
            <p className={styles.empty}>
              {t('exchange.recognise.why.none')}{' '}
              <a href={hashOf({ page: 'own' })}>{t('exchange.recognise.makeOwn')} ›</a>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}
