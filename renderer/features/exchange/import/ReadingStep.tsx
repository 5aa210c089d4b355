import { useTranslation } from 'react-i18next';
import type { ImportFile } from './importFile';
import { ProgressLine } from '../ProgressLine';
import { readingWords } from './readingWords';
import styles from './result.module.css';
import shared from '../exchange.module.css';

interface ReadingStepProps {
  readonly file: ImportFile;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
}

/** A file that is being read, or why it was not. */
export function ReadingStep({ file, onCancel, onRemove }: ReadingStepProps) {
  const { t, i18n } = useTranslation();
  const { stage, name } = file;
  if (stage.tag !== 'unreadable') {
    const share = stage.tag === 'reading' ? stage.share : undefined;
    const words = t('exchange.reading', { name });
    return (
      <ProgressLine words={words} {...(share === undefined ? {} : { share })} onCancel={onCancel} />
    );
  }
  const cancelled = stage.problem.tag === 'cancelled';
  return (
    <section className={cancelled ? styles.stopped : styles.refused} role="alert">
      <h2 className={styles.title}>
        {t(cancelled ? 'exchange.card.cancelled' : 'exchange.card.unread')}
      </h2>
      <p className={styles.name}>{name}</p>
      <p>{readingWords(t, stage.problem, i18n.language)}</p>
      <p className={shared.quiet}>{t('exchange.nothingChanged')}</p>
      <div className={styles.buttons}>
        <button type="button" className={shared.button} onClick={onRemove}>
          {t('exchange.card.remove')}
        </button>
      </div>
    </section>
  );
}
