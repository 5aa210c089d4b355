import { useCallback, useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { StoreReading } from '../../../store/contract';
import { passesLedger } from '../form/deskFields';
import { readDay } from './readPassages';

export interface Day {
  readonly date: IsoDate | undefined;
  /** Newest first, void ones too. */
  readonly rows: readonly Row[];
  readonly ready: boolean;
  /** Shows a row that the commit of this sequence has written, without reading the day again. */
  readonly put: (row: Row, sequence: number) => void;
}

const settleMs = 200;
const nothing: readonly Row[] = [];

/**
 * The passages of a day at a checkpoint. What the desk itself writes is put in as it is; what others
 * write (an import, another window of the app) makes the day be read again.
 */
export function useDay(store: StoreReading, checkpoint: string, date: IsoDate | undefined): Day {
  const [held, setHeld] = useState<{ readonly key: string; readonly rows: readonly Row[] }>();
  const key = `${checkpoint} ${date ?? ''}`;
  /** Commits told of that no row was put in for yet, and the other way round: either may be first. */
  const unseen = useRef(new Set<number>());
  const untold = useRef(new Set<number>());
  /** A reading begun before a row was put in does not know of it. */
  const puts = useRef(0);
  const put = useCallback(
    (row: Row, sequence: number) => {
      if (!unseen.current.delete(sequence)) untold.current.add(sequence);
      puts.current++;
      setHeld((before) => ({ key, rows: withRow(before?.key === key ? before.rows : [], row) }));
    },
    [key],
  );
  useEffect(() => {
    if (date === undefined) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waiting = unseen.current;
    const own = untold.current;
    const read = async () => {
      waiting.clear();
      const before = puts.current;
      const rows = await readDay(store, checkpoint, date);
      if (gone) return;
      if (before === puts.current) setHeld({ key, rows });
      else later(true);
    };
    const later = (always: boolean) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (always || waiting.size > 0) void read();
      }, settleMs);
    };
    void read();
    const stop = store.onChange((ledgers, sequence) => {
      if (own.delete(sequence) || !ledgers.includes(passesLedger)) return;
      waiting.add(sequence);
      later(false);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [store, checkpoint, date, key]);
  const here = held?.key === key ? held : undefined;
  return { date, rows: here?.rows ?? nothing, ready: here !== undefined, put };
}

function withRow(rows: readonly Row[], row: Row): readonly Row[] {
  return rows.some(({ id }) => id === row.id)
    ? rows.map((one) => (one.id === row.id ? row : one))
    : [row, ...rows];
}
