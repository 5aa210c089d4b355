import { useTranslation } from 'react-i18next';
import { recordNumberTarget } from '../../../../shared/exchange/recognise/mapping';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { shownLanguage } from '../findingWords';
import type { ImportFile } from './importFile';
import { readingWords } from './readingWords';
import shared from '../exchange.module.css';
import styles from './cards.module.css';

interface FileCardsProps {
  readonly files: readonly ImportFile[];
  readonly active: number | undefined;
  readonly ledgers: readonly LedgerDefinition[];
  readonly onSelect: (id: number) => void;
  readonly onRemove: (id: number) => void;
  /** Of all that are being read or wait for it. */
  readonly onCancelReading: () => void;
}

/** The files on the desk: what each is and how far it has come. */
export function FileCards(props: FileCardsProps) {
  const { files, active, ledgers, onSelect, onRemove, onCancelReading } = props;
  const { t } = useTranslation();
  const unread = files.filter(({ stage }) => stage.tag === 'reading').length;
  return (
    <>
      {unread > 1 ? (
        <p className={styles.unread}>
          <span>{t('exchange.card.leftToRead', { unread, total: files.length })}</span>
          <progress className={styles.unreadBar} value={(files.length - unread) / files.length} />
          <button type="button" className={shared.button} onClick={onCancelReading}>
            {t('exchange.card.cancelReading')}
          </button>
        </p>
      ) : null}
      <ul className={styles.cards}>
        {files.map((file) => (
          <li key={file.id} className={file.id === active ? styles.cardHere : styles.card}>
            <button
              type="button"
              className={styles.cardButton}
              aria-pressed={file.id === active}
              onClick={() => onSelect(file.id)}
            >
              <span className={styles.cardTop}>
                <strong className={styles.cardName} title={file.name}>
                  {file.name}
                </strong>
                <CardState file={file} />
              </span>
              <CardLine file={file} ledgers={ledgers} />
            </button>
            <button
              type="button"
              className={styles.remove}
              aria-label={`${t('exchange.card.remove')} ${file.name}`}
              title={t('exchange.card.remove')}
              onClick={() => onRemove(file.id)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function CardState({ file }: { readonly file: ImportFile }) {
  const { t } = useTranslation();
  const { stage } = file;
  switch (stage.tag) {
    case 'reading':
    case 'planning':
    case 'writing':
      return <span className={styles.tagQuiet}>{t(`exchange.card.${stage.tag}`)}</span>;
    case 'unreadable':
      return stage.problem.tag === 'cancelled' ? (
        <span className={styles.tagQuiet}>{t('exchange.card.cancelled')}</span>
      ) : (
        <span className={styles.tagBad}>{t('exchange.card.unread')}</span>
      );
    case 'result':
      if (stage.undo?.state === 'done')
        return <span className={styles.tagQuiet}>{t('exchange.card.undone')}</span>;
      if (stage.record)
        return <span className={styles.tagGood}>✔ {t('exchange.card.written')}</span>;
      return (
        <span className={stage.summary.counts.rejected > 0 ? styles.tagBad : styles.tagQuiet}>
          {t('exchange.card.nothing')}
        </span>
      );
    case 'recognise':
    case 'check':
      return isOwn(file) ? (
        <span className={styles.tagGood}>✔ {t('exchange.card.own')}</span>
      ) : (
        <span className={styles.tagWarn}>{t('exchange.card.foreign')}</span>
      );
  }
}

/** Written by this app: it carries the record numbers. */
function isOwn({ choice }: ImportFile): boolean {
  return choice?.mapping.some(({ target }) => target === recordNumberTarget) ?? false;
}

function CardLine({ file, ledgers }: Pick<FileCardsProps, 'ledgers'> & { file: ImportFile }) {
  const { t, i18n } = useTranslation();
  const { stage, choice } = file;
  const definition = ledgers.find(({ id }) => id === choice?.ledger);
  let line = '';
  if (stage.tag === 'unreadable') line = readingWords(t, stage.problem, i18n.language);
  else if (stage.tag !== 'reading' && definition && choice?.header) {
    const mapped = choice.mapping.filter(({ target }) => target !== null).length;
    const named = choice.mapping.filter(({ header, target }) => target !== null || header !== '');
    line = t('exchange.card.line', {
      ledger: definition.title[shownLanguage(i18n.language)],
      row: choice.header.firstRow,
      mapped,
      rest: named.length - mapped,
    });
  } else if (stage.tag !== 'reading') line = t('exchange.card.lineUnknown');
  return (
    <span className={styles.cardLine} title={line}>
      {line}
    </span>
  );
}
