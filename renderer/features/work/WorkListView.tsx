import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkLine, WorkList, WorkStep } from '../../../shared/work/workList';
import { useCommands } from '../../app/commands';
import { useSession } from '../../app/session';
import { goTo } from '../../app/useRoute';
import { namedLedgers, shownColumn } from './lineCells';
import { MomentChooser } from './MomentChooser';
import { PrintedList } from './PrintedList';
import { ReleasePapers } from './ReleasePapers';
import { SensorImport } from './SensorImport';
import { StepDialog } from './StepDialog';
import { useRecordNames } from './useRecordNames';
import { useShownLines } from './useShownLines';
import type { ChosenMoment } from './useWorkMoment';
import { useWorkRows } from './useWorkRows';
import { WorkTable } from './WorkTable';
import styles from './work.module.css';

interface WorkListViewProps {
  readonly list: WorkList;
  readonly chosen: ChosenMoment;
}

const stepKeys = ['F6', 'F7', 'F8', 'F9'];
const noLines: readonly WorkLine[] = [];

/** One list: what it found, narrowed and ordered as asked, and what can be done with its lines. */
export function WorkListView({ list, chosen }: WorkListViewProps) {
  const { t, i18n } = useTranslation();
  const { ledgers } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const ledger = ledgers.find(({ id }) => id === list.ledger);
  const rows = useWorkRows(list.reads);
  const names = useRecordNames(ledger ? namedLedgers(list.columns, ledger) : []);
  const { moment } = chosen;
  const lines = useMemo(() => (rows ? list.lines(rows, moment) : noLines), [rows, list, moment]);
  const columns = useMemo(
    () =>
      ledger
        ? list.columns.map((column) => shownColumn(column, { ledger, language, names, t }))
        : [],
    [list, ledger, language, names, t],
  );
  const view = useShownLines(lines, columns);
  const { shown } = view;
  const [current, setCurrent] = useState<string>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<WorkStep>();
  const [dialog, setDialog] = useState<'list' | 'papers' | 'import'>();
  const [said, setSaid] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const toTable = () =>
    body.current?.querySelector<HTMLElement>('[data-work-table]')?.focus({ preventScroll: true });
  const currentLine = shown.find(({ id }) => id === current) ?? shown[0];
  const tickedLines = shown.filter(({ id }) => ticked.has(id));
  const meant = tickedLines.length > 0 ? tickedLines : currentLine ? [currentLine] : [];
  const steps = list.steps ?? [];
  const fitting = (step: WorkStep) => meant.filter(step.fits);
  const start = (step: WorkStep) => {
    if (fitting(step).length > 0) setDoing(step);
    else setSaid(t('work.noneFit', { step: t(`work.steps.${step.id}`) }));
  };
  const open = ({ ledger: to, row }: WorkLine) => goTo({ page: 'ledger', ledger: to, row: row.id });
  useCommands({
    title: t(`work.lists.${list.id}`),
    scope: 'page',
    commands: [
      {
        id: 'work.find',
        title: t('work.search'),
        keys: 'Ctrl+F',
        run: () => search.current?.focus(),
      },
      { id: 'work.print', title: t('work.print'), keys: 'Ctrl+P', run: () => setDialog('list') },
      ...steps.map((step, index) => ({
        id: `work.step.${step.id}`,
        title: t(`work.steps.${step.id}`),
        keys: stepKeys[index] ?? '',
        run: () => start(step),
      })),
      ...(list.paper
        ? [
            {
              id: 'work.papers',
              title: t('work.papers.print'),
              keys: 'F10',
              run: () => setDialog('papers'),
            },
          ]
        : []),
      ...(list.imports
        ? [
            {
              id: 'work.import',
              title: t('work.sensors.title'),
              keys: 'Ctrl+I',
              run: () => setDialog('import'),
            },
          ]
        : []),
      { id: 'work.walk', title: t('work.walk'), keys: '↑ ↓' },
      { id: 'work.open', title: t('work.open'), keys: 'Enter' },
      { id: 'work.tick', title: t('work.tick'), keys: 'Space' },
    ],
  });
  if (!ledger) return null;
  const total = lines.length.toLocaleString('en-US');
  const number = shown.length.toLocaleString('en-US');
  return (
    <>
      <div className={styles.bar}>
        <h1>{t(`work.lists.${list.id}`)}</h1>
        <span className={styles.count} role="status">
          {rows === undefined
            ? t('work.reading')
            : shown.length === lines.length
              ? t('work.count', { number })
              : t('work.countOf', { number, total })}
        </span>
        <input
          ref={search}
          className={styles.search}
          type="search"
          value={view.text}
          placeholder={t('work.search')}
          aria-label={t('work.search')}
          onChange={({ target }) => view.setText(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') view.setText('');
            else if (event.key === 'Enter' || event.key === 'ArrowDown') toTable();
            else return;
            event.preventDefault();
          }}
        />
        <MomentChooser {...chosen} />
      </div>
      <div className={styles.chips} role="group" aria-label={t('work.state')}>
        <button
          type="button"
          aria-pressed={view.mark === undefined}
          onClick={() => view.setMark(undefined)}
        >
          {t('work.all')}
        </button>
        {list.marks.map(({ id, tone }) => {
          const count = view.counts.get(id) ?? 0;
          return (
            <button
              key={id}
              type="button"
              data-tone={tone}
              data-mark={id}
              aria-pressed={view.mark === id}
              disabled={count === 0 && view.mark !== id}
              onClick={() => view.setMark(view.mark === id ? undefined : id)}
            >
              {t(`work.marks.${id}`)} <b>{count.toLocaleString('en-US')}</b>
            </button>
          );
        })}
      </div>
      <div className={styles.steps}>
        {steps.map((step, index) => {
          const count = fitting(step).length;
          return (
            <button
              key={step.id}
              type="button"
              data-step={step.id}
              disabled={count === 0}
              onClick={() => start(step)}
            >
              {t(`work.steps.${step.id}`)}
              {tickedLines.length > 0 && <b>{count}</b>} <kbd>{stepKeys[index]}</kbd>
            </button>
          );
        })}
        {list.paper && (
          <button type="button" disabled={meant.length === 0} onClick={() => setDialog('papers')}>
            {t('work.papers.print')} <kbd>F10</kbd>
          </button>
        )}
        {list.imports && (
          <button type="button" onClick={() => setDialog('import')}>
            {t('work.sensors.title')} <kbd>Ctrl I</kbd>
          </button>
        )}
        <button type="button" disabled={shown.length === 0} onClick={() => setDialog('list')}>
          {t('work.print')} <kbd>Ctrl P</kbd>
        </button>
        <span role="status">
          {said || (tickedLines.length > 0 ? t('work.ticked', { count: tickedLines.length }) : '')}
        </span>
        {list.sums && shown.length > 0 && (
          <span className={styles.sums}>
            {list.sums.map((fact) => (
              <span key={fact}>
                {t(`work.facts.${fact}`)} <b>{sumWords(shown, fact)}</b>
              </span>
            ))}
          </span>
        )}
      </div>
      <div ref={body} className={styles.body}>
        {shown.length > 0 ? (
          <WorkTable
            label={t(`work.lists.${list.id}`)}
            columns={columns}
            marks={list.marks}
            lines={shown}
            all={lines}
            current={currentLine?.id}
            onCurrent={(id) => (setSaid(''), setCurrent(id))}
            ticked={ticked}
            onTicked={(ids) => (setSaid(''), setTicked(ids))}
            sorting={view.sorting}
            onSort={view.sortBy}
            onOpen={open}
            canTick={steps.length > 0 || list.paper !== undefined}
          />
        ) : (
          <p className={styles.empty}>
            {rows === undefined
              ? t('work.reading')
              : lines.length > 0
                ? t('work.noMatch')
                : t('work.nothing', { ledger: ledger.title[language] })}
          </p>
        )}
      </div>
      {doing && (
        <StepDialog
          step={doing}
          ledger={ledger}
          lines={fitting(doing)}
          onDone={(words) => {
            setTicked(new Set());
            setDoing(undefined);
            setSaid(words);
            toTable();
          }}
          onClose={() => setDoing(undefined)}
        />
      )}
      {dialog === 'list' && (
        <PrintedList
          list={list}
          moment={moment}
          columns={columns}
          lines={shown}
          onDone={(words) => {
            setDialog(undefined);
            setSaid(words);
          }}
        />
      )}
      {dialog === 'import' && (
        <SensorImport
          onDone={(words) => {
            setDialog(undefined);
            setSaid(words);
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'papers' && (
        <ReleasePapers
          lines={meant}
          moment={moment}
          onDone={(words) => {
            setDialog(undefined);
            setSaid(words);
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}

function sumWords(lines: readonly WorkLine[], fact: string): string {
  const sum = lines.reduce((total, { facts }) => total + Number(facts[fact] ?? 0), 0);
  return sum.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
