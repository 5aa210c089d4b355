import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { maskValue } from '../../../../shared/fields/mask';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { closedLoopReleases } from '../../../../shared/ledgers/closedLoopReleases';
import { policyValueAt } from '../../../../shared/policy/policyValue';
import { useCommands } from '../../../app/commands';
import { useJudging } from '../../../app/judging/JudgingProvider';
import { useSession } from '../../../app/session';
import { KeyCap } from '../marks/KeyCap';
import type { LineDrafts } from '../marks/RecordLine';
import { useNow } from '../useNow';
import { ageWords } from '../verdict/panelLines';
import { NewRelease } from './NewRelease';
import { ReleaseDetail } from './ReleaseDetail';
import { inOrder, lateMs, stageOf } from './releaseStage';
import { useReleases } from './useReleases';
import styles from './releases.module.css';

const hourMs = 3_600_000;

/** 闭环放行: applications, and what each waits for until the community confirms the arrival. */
export function Releases() {
  const { store, clock } = useSession();
  const { t } = useTranslation();
  const { facts } = useJudging();
  const now = useNow(clock);
  const releases = useReleases(store);
  const limitMs = policyValueAt(facts?.policy.values ?? [], '闭环到达时限小时数', now) * hourMs;
  const [text, setText] = useState('');
  const [marked, setMarked] = useState<string>();
  const [making, setMaking] = useState(false);
  const filter = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const drafts = useRef<LineDrafts>(new Map());
  const all = releases.rows;
  const rows = useMemo(
    () => inOrder(all ?? [], limitMs, now).filter((row) => isSought(row, text)),
    [all, limitMs, now, text],
  );
  const late = (all ?? []).filter(({ values }) => lateMs(values, limitMs, now) > 0).length;
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === marked),
  );
  const chosen = rows[at];
  const find = () => filter.current?.focus();
  useCommands({
    title: t('releases.title'),
    scope: 'page',
    commands: [
      { id: 'releases.new', title: t('releases.new'), keys: 'F2', run: () => setMaking(true) },
      {
        id: 'releases.next',
        title: t('releases.next'),
        keys: 'F8',
        run: () => page.current?.querySelector<HTMLElement>('[data-next-step]')?.click(),
      },
      { id: 'releases.find', title: t('releases.filter'), keys: 'Ctrl+F', run: find },
    ],
  });
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setMarked(rows[at + step]?.id ?? chosen?.id);
  };
  return (
    <div className={styles.page} ref={page}>
      <header className={styles.top}>
        <h1>{t('releases.title')}</h1>
        <span className={styles.count}>{t('releases.count', { count: all?.length ?? 0 })}</span>
        {late > 0 ? (
          <strong className={styles.lateCount} data-testid="releases-late">
            {t('releases.late', { count: late })}
          </strong>
        ) : null}
        <button type="button" className={styles.new} onClick={() => setMaking(true)}>
          {t('releases.new')} <KeyCap>F2</KeyCap>
        </button>
      </header>
      <div className={styles.side}>
        <input
          ref={filter}
          type="search"
          className={styles.filter}
          autoFocus
          aria-label={t('releases.filter')}
          placeholder={t('releases.filter')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={move}
        />
        <div className={styles.list} role="listbox" aria-label={t('releases.title')}>
          {rows.map((row, index) => (
            <Line
              key={row.id}
              row={row}
              lateBy={lateMs(row.values, limitMs, now)}
              isChosen={index === at}
              onChoose={() => setMarked(row.id)}
            />
          ))}
          {all !== undefined && rows.length === 0 ? (
            <p className={styles.empty}>
              {t(all.length === 0 ? 'releases.empty' : 'releases.noMatch')}
            </p>
          ) : null}
        </div>
      </div>
      {chosen ? (
        <ReleaseDetail
          key={chosen.id}
          row={chosen}
          limitMs={limitMs}
          now={now}
          drafts={drafts.current}
          releases={releases}
        />
      ) : null}
      {making ? (
        <NewRelease
          rows={all ?? []}
          releases={releases}
          onClose={() => setMaking(false)}
          onMade={(id) => {
            setMaking(false);
            setText('');
            setMarked(id);
          }}
        />
      ) : null}
    </div>
  );
}

interface LineProps {
  readonly row: Row;
  /** Milliseconds; 0: not late. */
  readonly lateBy: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Line({ row, lateBy, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation();
  const { number, applicant, community } = row.values;
  const stage = stageOf(row.values);
  const { applicant: nameField } = closedLoopReleases.fields;
  return (
    <div
      role="option"
      aria-selected={isChosen}
      className={isChosen ? `${styles.row} ${styles.marked}` : styles.row}
      onClick={onChoose}
    >
      <strong>{typeof number === 'string' ? number : ''}</strong>
      <span className={lateBy > 0 ? styles.late : styles.stage} data-stage={stage}>
        {lateBy > 0
          ? t('releases.lateBy', { time: ageWords(lateBy, t) })
          : t(`releases.waits.${stage}`)}
      </span>
      <span className={styles.who}>
        {[
          applicant === undefined ? '' : maskValue(nameField, applicant),
          typeof community === 'string' ? community : '',
        ]
          .filter(Boolean)
          .join(' → ')}
      </span>
    </div>
  );
}

const searched = ['number', 'applicant', 'documentNumber', 'community', 'plate'] as const;

function isSought({ values }: Row, text: string): boolean {
  const fold = (one: string) => one.normalize('NFKC').replace(/[\s·]/g, '').toUpperCase();
  return searched.some((name) => {
    const value = values[name];
    return (typeof value === 'string' ? fold(value) : '').includes(fold(text));
  });
}
