import { useEffect, useState } from 'react';
import type { IsoDate } from '../../../../shared/kernel/time';
import { dutyRoster } from '../../../../shared/ledgers/dutyRoster';
import { allRows } from '../../../app/judging/judgingFacts';
import type { StoreReading } from '../../../store/contract';
import { readRoster, type RosterLine } from './roster';

const nothing: readonly RosterLine[] = [];

/** What the office has planned for a checkpoint on a day; follows the store. */
export function useRoster(
  store: StoreReading,
  place: string | undefined,
  date: IsoDate,
): readonly RosterLine[] {
  const [read, setRead] = useState<{ readonly key: string; readonly lines: typeof nothing }>();
  const key = `${date} ${place ?? ''}`;
  useEffect(() => {
    if (place === undefined || place === '') return undefined;
    let gone = false;
    const look = async () => {
      const equals = (field: string, value: string) => ({
        field,
        test: { type: 'equals' as const, value },
      });
      const rows = await allRows(store, {
        ledger: dutyRoster.id,
        filters: [equals('date', date), equals('post', '卡点'), equals('place', place)],
      });
      if (!gone) setRead({ key, lines: readRoster(rows) });
    };
    void look();
    const stop = store.onChange((ledgers) => {
      if (ledgers.includes(dutyRoster.id)) void look();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [store, place, date, key]);
  return read?.key === key ? read.lines : nothing;
}
