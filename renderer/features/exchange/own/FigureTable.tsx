import { useTranslation } from 'react-i18next';
import shared from '../exchange.module.css';
import { columnsFor, newFigure, type DraftFigure } from './figureDraft';
import type { OwnDraft } from './ownDraft';
import styles from './own.module.css';

interface FigureTableProps {
  readonly draft: OwnDraft;
  readonly onChange: (figures: readonly DraftFigure[]) => void;
}

/** What is counted or added up of the ledger, picked from its columns. */
export function FigureTable({ draft, onChange }: FigureTableProps) {
  const { t } = useTranslation();
  const { figures, columns, title } = draft;
  const change = (id: number, part: Partial<DraftFigure>) =>
    onChange(figures.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = () => {
    const words = {
      title: t('own.figures.usualName', { title }),
      unit: t('own.figures.usualUnit'),
    };
    onChange([...figures, newFigure(figures, columns, words)]);
  };
  return (
    <section className={styles.figures} aria-labelledby="own-figures">
      <header>
        <h2 id="own-figures">{t('own.figures.title')}</h2>
        <p className={styles.note}>{t('own.figures.note')}</p>
        <span className={shared.spring} />
        <button type="button" className={shared.small} onClick={add}>
          {t('own.figures.add')}
        </button>
      </header>
      {figures.length === 0 && <p className={styles.note}>{t('own.figures.none')}</p>}
      {figures.length > 0 && (
        <table className={styles.columns}>
          <thead>
            <tr>
              <th>{t('own.figures.name')}</th>
              <th>{t('own.figures.measure')}</th>
              <th>{t('own.figures.unit')}</th>
              <th>{t('own.figures.decides')}</th>
              <th>{t('own.figures.counts')}</th>
              <th>{t('own.figures.by')}</th>
              <th />
            </tr>
          </thead>
          <tbody>{figures.map(figureRow)}</tbody>
        </table>
      )}
    </section>
  );

  function figureRow(figure: DraftFigure, index: number) {
    const { id, sum, decides, counts, by } = figure;
    const label = (what: string) => t('own.figures.nameOf', { number: index + 1, what });
    const columnOf = (value: string) => (value === '' ? undefined : Number(value));
    return (
      <tr key={id}>
        <td>
          <input
            value={figure.title}
            aria-label={label(t('own.figures.name'))}
            onChange={({ target }) => change(id, { title: target.value })}
          />
        </td>
        <td>
          <select
            value={sum ?? ''}
            aria-label={label(t('own.figures.measure'))}
            onChange={({ target }) => change(id, { sum: columnOf(target.value) })}
          >
            <option value="">{t('own.figures.rows')}</option>
            {columnsFor(columns, 'sum').map((column) => (
              <option key={column.id} value={column.id}>
                {t('own.figures.sumOf', { header: column.header })}
              </option>
            ))}
          </select>
        </td>
        <td>
          <input
            className={styles.unit}
            value={figure.unit}
            maxLength={10}
            aria-label={label(t('own.figures.unit'))}
            onChange={({ target }) => change(id, { unit: target.value })}
          />
        </td>
        <td>
          <select
            value={decides ?? ''}
            aria-label={label(t('own.figures.decides'))}
            onChange={({ target }) => change(id, { decides: columnOf(target.value) })}
          >
            {columnsFor(columns, 'decides').map((column) => (
              <option key={column.id} value={column.id}>
                {column.header}
              </option>
            ))}
            <option value="">{t('own.figures.recorded')}</option>
          </select>
        </td>
        <td>
          <select
            value={counts}
            aria-label={label(t('own.figures.counts'))}
            onChange={({ target }) =>
              change(id, { counts: target.value === 'within' ? 'within' : 'upTo' })
            }
          >
            <option value="upTo">{t('own.figures.upTo')}</option>
            <option value="within">{t('own.figures.within')}</option>
          </select>
        </td>
        <td>
          <div className={styles.by}>
            {columnsFor(columns, 'by').map((column) => (
              <label key={column.id}>
                <input
                  type="checkbox"
                  checked={by.includes(column.id)}
                  aria-label={t('own.figures.byOf', {
                    figure: figure.title,
                    header: column.header,
                  })}
                  onChange={({ target }) =>
                    change(id, {
                      by: target.checked
                        ? [...by, column.id]
                        : by.filter((one) => one !== column.id),
                    })
                  }
                />
                {column.header}
              </label>
            ))}
          </div>
        </td>
        <td>
          <button
            type="button"
            className={shared.small}
            aria-label={`${t('own.figures.remove')} ${figure.title}`}
            onClick={() => onChange(figures.filter((one) => one.id !== id))}
          >
            {t('own.figures.remove')}
          </button>
        </td>
      </tr>
    );
  }
}
