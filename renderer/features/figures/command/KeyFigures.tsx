import { useTranslation } from 'react-i18next';
import type { FigureLine } from '../figureLines';
import { shownChange, shownNumber } from '../shownNumber';
import styles from './command.module.css';

interface KeyFiguresProps {
  readonly lines: readonly FigureLine[];
  readonly onOpen: (line: FigureLine) => void;
}

/** What a leader asks for first; each opens its records. */
export function KeyFigures({ lines, onOpen }: KeyFiguresProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <ul className={styles.cards}>
      {lines.map((line) => {
        const { figure, value, change } = line;
        const name = figure.title[language];
        return (
          <li key={figure.id}>
            <button
              type="button"
              data-figure={figure.id}
              aria-label={t('figures.open', { name, value: shownNumber(value) })}
              onClick={() => onOpen(line)}
            >
              <span>{name}</span>
              <strong>{shownNumber(value)}</strong>
              <small>
                {change === undefined
                  ? ''
                  : t('figures.command.change', { change: shownChange(change) })}
              </small>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
