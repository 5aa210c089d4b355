import { useEffect, useState } from 'react';
import { toInstant, type Clock, type Instant } from '../../../../shared/kernel/time';
import { readEarlier } from '../../../../shared/passes/readRecords';
import type { EarlierPassage } from '../../../../shared/passes/situation';
import { overdueTransits, type OverdueTransit } from '../../../../shared/passes/transit';
import type { PassageRule } from '../../../../shared/policy/passageRule';
import type { StoreReading } from '../../../store/contract';
import { passesLedger } from '../form/deskFields';

/** A sealed vehicle that has not left in a week is a matter for the office, not for the desk. */
const lookBackMs = 7 * 86_400_000;
const chunkRows = 500;
/** What others bring comes by workbook: nothing here changes from one second to the next. */
const readEveryMs = 30_000;

const nothing: readonly OverdueTransit[] = [];

/** Sealed vehicles that entered at any checkpoint of the county and should have left it by now. */
export function useOverdueTransits(
  store: StoreReading,
  rules: readonly PassageRule[] | undefined,
  clock: Clock,
): readonly OverdueTransit[] {
  const [overdue, setOverdue] = useState(nothing);
  useEffect(() => {
    if (!rules) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const read = async () => {
      const now = clock();
      const found = overdueTransits(await readTransits(store, now), rules, now);
      if (gone) return;
      setOverdue(found.length === 0 ? nothing : found);
      timer = setTimeout(() => void read(), readEveryMs);
    };
    void read();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [store, rules, clock]);
  return overdue;
}

/** Transits that were let in or out lately; a chunk at a time, so that the page is never held up. */
async function readTransits(store: StoreReading, now: Instant): Promise<readonly EarlierPassage[]> {
  const from = toInstant(now - lookBackMs);
  const view = await store.openView(
    {
      ledger: passesLedger,
      filters: [
        { field: 'direction', test: { type: 'equals', value: '过境' } },
        { field: 'outcome', test: { type: 'equals', value: '放行' } },
        { field: 'passedAt', test: { type: 'between', from, to: now } },
      ],
    },
    chunkRows,
  );
  const passages: EarlierPassage[] = [];
  let rows = view.first;
  for (let at = 0; rows.length > 0;) {
    for (const { values } of rows) {
      const one = readEarlier(values, undefined);
      if (one) passages.push(one);
    }
    at += rows.length;
    rows = at < view.count ? await store.viewRows(view.id, at, at + chunkRows) : [];
  }
  store.closeView(view.id);
  return passages;
}
