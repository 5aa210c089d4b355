import { useEffect, useState } from 'react';
import {
  addDays,
  dateOf,
  startOfDay,
  toInstant,
  type Instant,
} from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { useSession } from '../../../app/session';
import type { Filter, StoreReading } from '../../../store/contract';
import { cutOffAt } from '../../../app/cutOff/cutOff';
import {
  curveOf,
  dayUpTo,
  postsOf,
  siteLoads,
  suppliesOf,
  type CurveDay,
  type Post,
  type SiteLoad,
  type Supply,
} from './board';

/** What the command view shows beside the figures. */
export interface Board {
  readonly curve: readonly CurveDay[];
  readonly sites: readonly SiteLoad[];
  readonly supplies: readonly Supply[];
  readonly posts: readonly Post[];
}

export const curveDays = 14;
/** Reports older than that say nothing of what is in the shops today. */
const reportDays = 7;
const settleMs = 400;
const boardLedgers = [
  'cases',
  'checkpoints',
  'checkpoint-passes',
  'isolation-sites',
  'isolation-stays',
  'necessities-stock',
];

/** The board at a cut-off, read anew when its records change; undefined until it was read once. */
export function useBoard(at: Instant): Board | undefined {
  const { store } = useSession();
  const [board, setBoard] = useState<Board>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    void readBoard(store, at, () => gone).then((read) => {
      if (!gone) setBoard(read);
    });
    return () => {
      gone = true;
    };
  }, [store, at, turn]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.onChange((touched) => {
      if (!touched.some((ledger) => boardLedgers.includes(ledger))) return;
      clearTimeout(timer);
      timer = setTimeout(() => setTurn((count) => count + 1), settleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return board;
}

async function readBoard(store: StoreReading, at: Instant, isGone: () => boolean): Promise<Board> {
  const today = dayUpTo(at);
  const day = dateOf(today.to);
  const firstDay = startOfDay(addDays(day, 1 - curveDays));
  const [cases, sites, parts, reports, checkpoints, passages] = await Promise.all([
    store.aggregate(
      { ledger: 'cases', filters: [between('reportedAt', firstDay, today.to)] },
      ['reportedAt:day', 'kind'],
      [],
    ),
    wholeLedger(store, 'isolation-sites'),
    store.figureParts({ figure: 'isolationStays.isolated', cutOff: cutOffAt(at) }),
    wholeLedger(store, 'necessities-stock', [between('date', addDays(day, 1 - reportDays), day)]),
    wholeLedger(store, 'checkpoints'),
    store.aggregate(
      { ledger: 'checkpoint-passes', filters: [between('passedAt', today.from, today.to)] },
      ['checkpoint', 'outcome'],
      [],
    ),
  ]);
  const newest = new Map<string, Instant>();
  for (const { id } of checkpoints) {
    if (isGone()) break;
    const found = await newestAt(store, id, today.to);
    if (found !== undefined) newest.set(id, found);
  }
  return {
    curve: curveOf(cases, day, curveDays),
    sites: siteLoads(sites, parts.find(({ field }) => field === 'site')?.parts ?? [], at),
    supplies: suppliesOf(reports),
    posts: postsOf(checkpoints, passages, newest, at),
  };
}

async function newestAt(
  store: StoreReading,
  checkpoint: string,
  to: Instant,
): Promise<Instant | undefined> {
  const view = await store.openView(
    {
      ledger: 'checkpoint-passes',
      filters: [
        { field: 'checkpoint', test: { type: 'equals', value: checkpoint } },
        { field: 'passedAt', test: { type: 'between', to } },
      ],
      sort: [{ field: 'passedAt', descending: true }],
    },
    1,
  );
  store.closeView(view.id);
  const at = view.first[0]?.values.passedAt;
  return typeof at === 'number' ? toInstant(at) : undefined;
}

function between(field: string, from: string | number, to: string | number): Filter {
  return { field, test: { type: 'between', from, to } };
}

/** Ledgers that an office reads whole: some thousand records at most. */
async function wholeLedger(
  store: StoreReading,
  ledger: string,
  filters: readonly Filter[] = [],
): Promise<readonly Row[]> {
  const view = await store.openView({ ledger, filters }, 20_000);
  store.closeView(view.id);
  return view.first;
}
