import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/kernel/time';
import { useCommands } from '../../app/commands';
import { useSession } from '../../app/session';
import { showMoment, usualHours } from '../../app/cutOff/cutOff';
import { CutOffChooser } from '../../app/cutOff/CutOffChooser';
import { useCutOff } from '../../app/cutOff/useCutOff';
import { FigureRecords } from './FigureRecords';
import { FigureTable, type Choice } from './FigureTable';
import { figureLines, groupLines, type FigureFilter } from './figureLines';
import { useFigures } from './useFigures';
import styles from './figures.module.css';

const filters: readonly FigureFilter[] = ['all', 'changed', 'differ'];

/** Every figure that the ledgers declare, at any moment, and the records behind each. */
export function FiguresWorkspace() {
  const [at, onCutOff] = useCutOff(usualHours);
  return at === undefined ? null : <FiguresAt at={at} onCutOff={onCutOff} />;
}

interface FiguresAtProps {
  readonly at: Instant;
  readonly onCutOff: (at: Instant) => void;
}

function FiguresAt({ at, onCutOff }: FiguresAtProps) {
  const { t } = useTranslation();
  const { ledgers } = useSession();
  const figures = useFigures(at);
  const [filter, setFilter] = useState<FigureFilter>('all');
  const [text, setText] = useState('');
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [choice, setChoice] = useState<Choice>();
  const search = useRef<HTMLInputElement>(null);
  useCommands({
    title: t('frame.figures'),
    scope: 'page',
    commands: [
      {
        id: 'figures.find',
        title: t('figures.search'),
        keys: 'Ctrl+F',
        run: () => search.current?.focus(),
      },
      { id: 'figures.walk', title: t('figures.keys.walk'), keys: '↑ ↓' },
      { id: 'figures.fold', title: t('figures.keys.fold'), keys: '→ ←' },
    ],
  });
  const lines = figureLines(ledgers, figures);
  const groups = groupLines(lines, filter, text);
  const shown = groups.reduce((sum, group) => sum + group.lines.length, 0);
  const open = choice && lines.find(({ figure }) => figure.id === choice.line.figure.id);
  const close = () => {
    setChoice(undefined);
    document.querySelector<HTMLElement>(`[data-value="${choice?.line.figure.id}"]`)?.focus();
  };
  const unfold = (id: string) =>
    setUnfolded((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <div className={styles.workspace}>
      <div className={styles.bar}>
        <h1>{t('frame.figures')}</h1>
        <span className={styles.count}>
          {shown === lines.length
            ? t('figures.count', { count: shown })
            : t('figures.countOf', { count: shown, total: lines.length })}
        </span>
        <CutOffChooser at={at} hours={usualHours} onChange={onCutOff} />
        <span className={styles.filters} role="group" aria-label={t('figures.show')}>
          {filters.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={filter === one}
              onClick={() => setFilter(one)}
            >
              {t(`figures.filters.${one}`)}
            </button>
          ))}
        </span>
        <input
          ref={search}
          className={styles.search}
          value={text}
          placeholder={t('figures.search')}
          aria-label={t('figures.search')}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setText('');
          }}
        />
      </div>
      {figures.progress && (
        <p className={styles.progress} role="status">
          {t('figures.computing', figures.progress)}
          <progress value={figures.progress.done} max={figures.progress.total} />
          <button type="button" onClick={figures.cancel}>
            {t('figures.cancel')}
          </button>
        </p>
      )}
      {figures.wasCancelled && (
        <p className={styles.progress} role="status">
          {figures.at === undefined
            ? t('figures.cancelled')
            : t('figures.cancelledAt', { moment: showMoment(figures.at) })}
          <button type="button" onClick={figures.again}>
            {t('figures.again')}
          </button>
        </p>
      )}
      <div className={styles.body} data-open={open !== undefined || undefined}>
        {shown === 0 && figures.at !== undefined ? (
          <div className={styles.empty}>
            <p>{t('figures.noMatch')}</p>
            <button
              type="button"
              onClick={() => {
                setText('');
                setFilter('all');
              }}
            >
              {t('figures.clear')}
            </button>
          </div>
        ) : (
          <FigureTable
            groups={groups}
            at={figures.at ?? at}
            unfolded={unfolded}
            chosen={open?.figure.id}
            onUnfold={unfold}
            onOpen={setChoice}
          />
        )}
        {choice && open && (
          <FigureRecords
            key={`${open.figure.id} ${JSON.stringify(choice.of ?? null)}`}
            choice={{ ...choice, line: open }}
            at={figures.at ?? at}
            onClose={close}
          />
        )}
      </div>
    </div>
  );
}
