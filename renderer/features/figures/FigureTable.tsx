import { Fragment, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartKey } from '../../../shared/figures/breakDown';
import type { Instant } from '../../../shared/kernel/time';
import { showMoment } from '../../app/cutOff/cutOff';
import { FigureParts } from './FigureParts';
import { countsAs, type FigureGroup, type FigureLine } from './figureLines';
import { shownChange, shownNumber } from './shownNumber';
import styles from './figures.module.css';

/** What is opened into its records: a figure, or one part of it. */
export interface Choice {
  readonly line: FigureLine;
  readonly of?: { readonly field: string; readonly key: PartKey };
  /** What the part is called. */
  readonly words?: string;
}

interface FigureTableProps {
  readonly groups: readonly FigureGroup[];
  readonly at: Instant;
  readonly unfolded: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly onUnfold: (figure: string) => void;
  readonly onOpen: (choice: Choice) => void;
}

/** Figures by ledger. ↑↓ go from value to value, Enter opens its records, → and ← unfold and fold. */
export function FigureTable(props: FigureTableProps) {
  const { groups, at, unfolded, chosen, onUnfold, onOpen } = props;
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const { key, currentTarget, target } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) {
      const stops = [...currentTarget.querySelectorAll<HTMLElement>('[data-value]')];
      const index = stops.findIndex((stop) => stop === target);
      stops[Math.max(0, index + step)]?.focus();
      event.preventDefault();
      return;
    }
    const figure = target instanceof HTMLElement ? target.dataset['value'] : undefined;
    const line = groups
      .flatMap(({ lines }) => lines)
      .find((one) => one.figure.id === figure && one.figure.by);
    if (line && (key === 'ArrowRight') !== unfolded.has(line.figure.id) && isSideways(key)) {
      onUnfold(line.figure.id);
      event.preventDefault();
    }
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('figures.columns.name')}</th>
            <th className={styles.number}>{t('figures.columns.value')}</th>
            <th>{t('figures.columns.unit')}</th>
            <th className={styles.at}>{t('figures.columns.at')}</th>
            <th className={styles.number}>{t('figures.columns.change')}</th>
            <th>{t('figures.columns.counts')}</th>
          </tr>
        </thead>
        {groups.map(({ ledger, lines }) => (
          <tbody key={ledger.id} onKeyDown={pressed}>
            <tr className={styles.group}>
              <th colSpan={6} scope="rowgroup">
                {ledger.title[language]}
              </th>
            </tr>
            {lines.map((line) => {
              const { figure, value, change, differs } = line;
              const isUnfolded = unfolded.has(figure.id);
              return (
                <Fragment key={figure.id}>
                  <tr data-figure={figure.id} aria-current={chosen === figure.id || undefined}>
                    <th scope="row">
                      {figure.by ? (
                        <button
                          type="button"
                          className={styles.fold}
                          aria-expanded={isUnfolded}
                          aria-label={t('figures.unfold', { name: figure.title[language] })}
                          onClick={() => onUnfold(figure.id)}
                        >
                          <i aria-hidden>{isUnfolded ? '▾' : '▸'}</i>
                        </button>
                      ) : (
                        <span className={styles.fold} />
                      )}
                      {figure.title[language]}
                      {differs && (
                        <small className={styles.differs}>
                          {t('figures.differs', {
                            whole: shownNumber(differs.whole),
                            parts: shownNumber(differs.parts),
                          })}
                        </small>
                      )}
                    </th>
                    <td className={styles.number}>
                      <button
                        type="button"
                        className={styles.value}
                        data-value={figure.id}
                        aria-label={t('figures.open', {
                          name: figure.title[language],
                          value: shownNumber(value),
                        })}
                        onClick={() => onOpen({ line })}
                      >
                        {shownNumber(value)}
                      </button>
                    </td>
                    <td>{figure.unit[language]}</td>
                    <td className={`${styles.counts} ${styles.at}`}>{showMoment(at)}</td>
                    <td className={styles.number} data-still={change === 0 || undefined}>
                      {change === undefined ? '' : shownChange(change)}
                    </td>
                    <td className={styles.counts}>{t(`figures.counts.${countsAs(figure)}`)}</td>
                  </tr>
                  {isUnfolded && (
                    <tr className={styles.parts}>
                      <td colSpan={6}>
                        <FigureParts line={line} at={at} onOpen={onOpen} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function isSideways(key: string): boolean {
  return key === 'ArrowRight' || key === 'ArrowLeft';
}
