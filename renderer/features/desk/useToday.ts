import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowId } from '../../../shared/kernel/ids';
import { addDays, dateOf, startOfDay, type Clock, type IsoDate } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { Filter, GroupCount, Store } from '../../store/contract';
import { passesLedger } from './deskFields';

export interface Today {
  readonly rows: readonly Row[];
  /** Passages by direction and outcome, void ones left out. */
  readonly counts: readonly GroupCount[];
  readonly date: IsoDate;
  /** Shows a row that was written just now, without waiting for the list to be read again. */
  readonly put: (row: Row) => void;
}

const firstRows = 300;
const mostRows = 5_000;
const settleMs = 200;
const minuteMs = 60_000;

/** Today's passages of a checkpoint, newest first; turns over at midnight in China. */
export function useToday(store: Store, checkpoint: string, clock: Clock): Today {
  const [date, setDate] = useState(() => dateOf(clock()));
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [counts, setCounts] = useState<readonly GroupCount[]>([]);
  /** Raised by each row put by hand: a reading begun before it is stale. */
  const puts = useRef(0);

  useEffect(() => {
    const timer = setInterval(() => setDate(dateOf(clock())), minuteMs);
    return () => clearInterval(timer);
  }, [clock]);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const query = { ledger: passesLedger, filters: filtersOf(checkpoint, date) };
    const readCounts = async () => {
      const found = await store.aggregate(query, ['direction', 'outcome'], []);
      if (!gone) setCounts(found);
    };
    const readRows = async () => {
      const before = puts.current;
      const found = await readAll(store, checkpoint, date);
      if (gone) return;
      if (before === puts.current) setRows(found);
      else later();
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void readRows(), settleMs);
    };
    void readCounts();
    void readRows();
    const stop = store.onChange((ledgers) => {
      if (!ledgers.includes(passesLedger)) return;
      void readCounts();
      later();
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [store, checkpoint, date]);

  const put = useCallback((row: Row) => {
    puts.current++;
    setRows((held) =>
      held.some(({ id }) => id === row.id)
        ? held.map((one) => (one.id === row.id ? row : one))
        : [row, ...held],
    );
  }, []);
  return { rows, counts, date, put };
}

function filtersOf(checkpoint: string, date: IsoDate): readonly Filter[] {
  const to = startOfDay(addDays(date, 1)) - 1;
  return [
    { field: 'checkpoint', test: { type: 'equals', value: checkpoint } },
    { field: 'passedAt', test: { type: 'between', from: startOfDay(date), to } },
  ];
}

async function readAll(store: Store, checkpoint: string, date: IsoDate): Promise<readonly Row[]> {
  const view = await store.openView(
    {
      ledger: passesLedger,
      filters: filtersOf(checkpoint, date),
      sort: [{ field: 'passedAt', descending: true }],
      deleted: 'with',
    },
    firstRows,
  );
  const rest =
    view.count > view.first.length
      ? await store.viewRows(view.id, view.first.length, Math.min(view.count, mostRows))
      : [];
  store.closeView(view.id);
  return [...view.first, ...rest];
}

/** How many of today's rows have this plate, and the last of them. */
export function passagesToday(
  rows: readonly Row[],
  plate: string,
  except: RowId | undefined,
): { readonly count: number; readonly last: Row | undefined } {
  const found = rows.filter(
    ({ id, values, deletedAt }) =>
      values.plate === plate && deletedAt === undefined && id !== except,
  );
  return { count: found.length, last: found[0] };
}
