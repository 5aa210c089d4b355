import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/kernel/time';
import type { FigureLine } from './figureLines';
import type { Choice } from './FigureTable';
import { shownNumber } from './shownNumber';
import { useParts } from './useParts';
import styles from './figures.module.css';

interface FigurePartsProps {
  readonly line: FigureLine;
  readonly at: Instant;
  readonly onOpen: (choice: Choice) => void;
}

/** A figure by each of its fields, the largest part first; every part opens into its own records. */
export function FigureParts({ line, at, onOpen }: FigurePartsProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { ledger, figure, value } = line;
  const breakdowns = useParts(ledger, figure, at, value, language);
  if (!breakdowns) return <p className={styles.quiet}>{t('figures.reading')}</p>;
  return (
    <div className={styles.breakdowns}>
      {breakdowns.map(({ field, header, parts }) => (
        <section key={field} aria-label={t('figures.by', { header })}>
          <h3>
            {t('figures.by', { header })}{' '}
            <small>{t('figures.parts', { count: parts.length })}</small>
          </h3>
          {parts.length === 0 && <p className={styles.quiet}>{t('figures.noParts')}</p>}
          <ul>
            {parts.map((part) => {
              const words = part.words ?? t('figures.blank');
              return (
                <li key={String(part.key)}>
                  <span>{words}</span>
                  <button
                    type="button"
                    className={styles.value}
                    aria-label={t('figures.open', { name: words, value: shownNumber(part.value) })}
                    onClick={() => onOpen({ line, of: { field, key: part.key }, words })}
                  >
                    {shownNumber(part.value)}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
