import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { CaseStatus } from '../../../../shared/work/caseStatus';
import { convertStep } from '../../../../shared/work/tracingLists';
import { chainsOf, chainsWith, pathTo, unfolded } from '../../../../shared/work/transmission';
import { useCommands } from '../../../app/commands';
import { useSession } from '../../../app/session';
import { goTo } from '../../../app/useRoute';
import { fieldText } from '../lineCells';
import { MomentChooser } from '../MomentChooser';
import { StepDialog } from '../StepDialog';
import type { ChosenMoment } from '../useWorkMoment';
import { useWorkRows } from '../useWorkRows';
import work from '../work.module.css';
import { CasePane } from './CasePane';
import { ChainTree } from './ChainTree';
import styles from './chains.module.css';

const reads = ['cases', 'contacts'];
const statuses: readonly CaseStatus[] = ['confirmed', 'converted', 'asymptomatic', 'closed'];
const tones = { confirmed: 'bad', converted: 'bad', asymptomatic: 'warn', closed: 'calm' } as const;

/** 传播链: who infected whom, as known at the moment, and the contacts of the case one stands on. */
export function ChainsView({ chosen }: { readonly chosen: ChosenMoment }) {
  const { t, i18n } = useTranslation();
  const { ledgers } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const ledger = ledgers.find(({ id }) => id === 'cases');
  const rows = useWorkRows(reads);
  const { moment } = chosen;
  const [text, setText] = useState('');
  const [status, setStatus] = useState<CaseStatus>();
  const [folded, setFolded] = useState<ReadonlySet<RowId>>(new Set());
  const [current, setCurrent] = useState<RowId>();
  const [isConverting, setIsConverting] = useState(false);
  const [said, setSaid] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const chains = useMemo(() => chainsOf(rows?.[0] ?? [], moment.at), [rows, moment.at]);
  const all = useMemo(() => unfolded(chains, () => true), [chains]);
  const isNarrowed = text.trim() !== '' || status !== undefined;
  const found = useMemo(() => {
    if (!ledger || !isNarrowed) return chains;
    const wanted = text.trim().toLowerCase();
    return chainsWith(
      chains,
      (one) =>
        (status === undefined || one.status === status) &&
        ['number', 'name', 'foundBy'].some((name) =>
          fieldText(ledger, name, one.row, language).toLowerCase().includes(wanted),
        ),
    );
  }, [chains, ledger, isNarrowed, text, status, language]);
  const isOpen = (id: RowId) => isNarrowed || !folded.has(id);
  const shown = unfolded(found, isOpen);
  const at = shown.find(({ row }) => row.id === current) ?? shown[0];
  const line = at && {
    id: at.row.id,
    ledger: 'cases',
    row: at.row,
    marks: [at.status],
    facts: {},
  };
  const canConvert = line !== undefined && convertStep.fits(line);
  const foldAll = () =>
    setFolded(folded.size > 0 ? new Set() : new Set(all.map(({ row }) => row.id)));
  const convert = () => (canConvert ? setIsConverting(true) : undefined);
  useCommands({
    title: t('work.lists.chains'),
    scope: 'page',
    commands: [
      {
        id: 'work.find',
        title: t('work.search'),
        keys: 'Ctrl+F',
        run: () => search.current?.focus(),
      },
      { id: 'work.step.convert', title: t('work.steps.convert'), keys: 'F6', run: convert },
      { id: 'work.chains.fold', title: t('work.chains.fold'), keys: 'F7', run: foldAll },
      { id: 'work.chains.walk', title: t('work.chains.walk'), keys: '↑ ↓ ← →' },
      { id: 'work.open', title: t('work.open'), keys: 'Enter' },
    ],
  });
  if (!ledger) return null;
  const toTree = () =>
    body.current?.querySelector<HTMLElement>('[role=tree]')?.focus({ preventScroll: true });
  return (
    <>
      <div className={work.bar}>
        <h1>{t('work.lists.chains')}</h1>
        <span className={work.count} role="status">
          {rows === undefined
            ? t('work.reading')
            : t('work.chains.count', { cases: all.length, chains: chains.length })}
        </span>
        <input
          ref={search}
          className={work.search}
          type="search"
          value={text}
          placeholder={t('work.chains.search')}
          aria-label={t('work.chains.search')}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') setText('');
            else if (event.key === 'Enter' || event.key === 'ArrowDown') toTree();
            else return;
            event.preventDefault();
          }}
        />
        <MomentChooser {...chosen} />
      </div>
      <div className={work.chips} role="group" aria-label={t('work.state')}>
        <button
          type="button"
          aria-pressed={status === undefined}
          onClick={() => setStatus(undefined)}
        >
          {t('work.all')}
        </button>
        {statuses.map((one) => {
          const count = all.filter((each) => each.status === one).length;
          return (
            <button
              key={one}
              type="button"
              data-tone={tones[one as keyof typeof tones]}
              data-mark={one}
              aria-pressed={status === one}
              disabled={count === 0 && status !== one}
              onClick={() => setStatus(status === one ? undefined : one)}
            >
              {t(`work.marks.${one}`)} <b>{count}</b>
            </button>
          );
        })}
        <span className={work.steps}>
          <button type="button" data-step="convert" disabled={!canConvert} onClick={convert}>
            {t('work.steps.convert')} <kbd>F6</kbd>
          </button>
          <button type="button" disabled={all.length === 0} onClick={foldAll}>
            {t('work.chains.fold')} <kbd>F7</kbd>
          </button>
          <span role="status">{said}</span>
        </span>
      </div>
      <div ref={body} className={styles.body}>
        {at ? (
          <>
            <ChainTree
              ledger={ledger}
              language={language}
              shown={shown}
              isOpen={isOpen}
              onOpen={(id, open) =>
                setFolded((before) => {
                  const next = new Set(before);
                  if (open) next.delete(id);
                  else next.add(id);
                  return next;
                })
              }
              current={at.row.id}
              onCurrent={setCurrent}
              onEnter={(row) => goTo({ page: 'ledger', ledger: 'cases', row })}
            />
            <CasePane
              key={at.row.id}
              one={at}
              path={pathTo(chains, at.row.id)}
              contacts={rows?.[1] ?? []}
              moment={moment}
              language={language}
            />
          </>
        ) : (
          <p className={work.empty}>
            {rows === undefined
              ? t('work.reading')
              : all.length > 0
                ? t('work.noMatch')
                : t('work.nothing', { ledger: ledger.title[language] })}
          </p>
        )}
      </div>
      {isConverting && line && (
        <StepDialog
          step={convertStep}
          ledger={ledger}
          lines={[line]}
          onDone={(words) => {
            setIsConverting(false);
            setSaid(words);
            toTree();
          }}
          onClose={() => setIsConverting(false)}
        />
      )}
    </>
  );
}
