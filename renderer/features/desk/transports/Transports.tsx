import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { useCommands } from '../../../app/commands';
import { useSession } from '../../../app/session';
import { hashOf } from '../../../app/useRoute';
import { KeyCap } from '../marks/KeyCap';
import type { LineDrafts } from '../marks/RecordLine';
import { showPlate } from '../marks/showPlate';
import { NewTransport } from './NewTransport';
import { TransportDetail } from './TransportDetail';
import { stepOf } from './transportSteps';
import { useTransports } from './useTransports';
import styles from '../releases/releases.module.css';
import own from './transports.module.css';

interface TransportsProps {
  /** The record it was opened from: a pass, an enterprise, a passage or a transport. */
  readonly ledger: string | undefined;
  readonly row: string | undefined;
}

/** 运输专项台账: transports and what each waits for, from purchase to storage. */
export function Transports({ ledger, row: from }: TransportsProps) {
  const { store } = useSession();
  const { t } = useTranslation();
  const transports = useTransports(store, ledger, from);
  const { rows: all, subject } = transports;
  const [text, setText] = useState('');
  const [marked, setMarked] = useState<string>();
  const [making, setMaking] = useState(false);
  const filter = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const drafts = useRef<LineDrafts>(new Map());
  const rows = useMemo(() => (all ?? []).filter((row) => isSought(row, text)), [all, text]);
  const wanted = marked ?? subject?.chosen;
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === wanted),
  );
  const chosen = rows[at];
  useCommands({
    title: t('transports.title'),
    scope: 'page',
    commands: [
      { id: 'transports.new', title: t('transports.new'), keys: 'F2', run: () => setMaking(true) },
      {
        id: 'transports.next',
        title: t('transports.next'),
        keys: 'F8',
        run: () => page.current?.querySelector<HTMLElement>('[data-next-step]')?.click(),
      },
      {
        id: 'transports.find',
        title: t('transports.filter'),
        keys: 'Ctrl+F',
        run: () => filter.current?.focus(),
      },
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
        <h1>{t('transports.title')}</h1>
        {subject ? <strong data-transports-of>{subject.title}</strong> : null}
        <span className={styles.count}>{t('transports.count', { count: all?.length ?? 0 })}</span>
        {ledger === undefined ? null : (
          <a className={own.link} href={hashOf({ page: 'transports' })}>
            {t('transports.all')}
          </a>
        )}
        <button type="button" className={styles.new} onClick={() => setMaking(true)}>
          {t('transports.new')} <KeyCap>F2</KeyCap>
        </button>
      </header>
      <div className={styles.side}>
        <input
          ref={filter}
          type="search"
          className={styles.filter}
          autoFocus
          aria-label={t('transports.filter')}
          placeholder={t('transports.filter')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={move}
        />
        <div className={styles.list} role="listbox" aria-label={t('transports.title')}>
          {rows.map((row, index) => (
            <Line
              key={row.id}
              row={row}
              isChosen={index === at}
              onChoose={() => setMarked(row.id)}
            />
          ))}
          {all !== undefined && rows.length === 0 ? (
            <p className={styles.empty}>
              {t(all.length === 0 ? 'transports.empty' : 'transports.noMatch')}
            </p>
          ) : null}
        </div>
      </div>
      {chosen ? (
        <TransportDetail
          key={chosen.id}
          row={chosen}
          drafts={drafts.current}
          transports={transports}
        />
      ) : null}
      {making ? (
        <NewTransport
          transports={transports}
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
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Line({ row, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation();
  const { waybill, plate, goods } = row.values;
  const step = stepOf(row.values);
  return (
    <div
      role="option"
      aria-selected={isChosen}
      className={isChosen ? `${styles.row} ${styles.marked}` : styles.row}
      onClick={onChoose}
    >
      <strong>{typeof waybill === 'string' ? waybill : ''}</strong>
      <span className={styles.stage} data-waits={step ?? 'nothing'}>
        {t(step === undefined ? 'transports.allDone' : `transports.waits.${step}`)}
      </span>
      <span className={styles.who}>
        {[typeof plate === 'string' ? showPlate(plate) : '', typeof goods === 'string' ? goods : '']
          .filter(Boolean)
          .join(' ')}
      </span>
    </div>
  );
}

const searched = ['waybill', 'plate', 'goods', 'crew', 'handoverArea'] as const;

function isSought({ values }: Row, text: string): boolean {
  const fold = (one: string) => one.normalize('NFKC').replace(/[\s·]/g, '').toUpperCase();
  return searched.some((name) => {
    const value = values[name];
    return (typeof value === 'string' ? fold(value) : '').includes(fold(text));
  });
}
