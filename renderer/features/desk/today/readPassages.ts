import {
  addDays,
  dateOf,
  startOfDay,
  toInstant,
  type IsoDate,
} from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { Filter, Query, StoreReading } from '../../../store/contract';
import { passesLedger } from '../form/deskFields';

/** Rows brought over from the store at a time, so that no message stops the page for long. */
const chunkRows = 500;
/** One passage every four seconds for a whole day: more is no checkpoint. */
export const mostRows = 20_000;

/** From the start of `first` to the end of `last`, in China. */
function within(checkpoint: string, first: IsoDate, last: IsoDate): readonly Filter[] {
  const to = startOfDay(addDays(last, 1)) - 1;
  return [
    { field: 'checkpoint', test: { type: 'equals', value: checkpoint } },
    { field: 'passedAt', test: { type: 'between', from: startOfDay(first), to } },
  ];
}

const newestFirst = [{ field: 'passedAt', descending: true }];

async function readRows(store: StoreReading, query: Query): Promise<readonly Row[]> {
  const view = await store.openView(query, chunkRows);
  const rows = [...view.first];
  const wanted = Math.min(view.count, mostRows);
  while (rows.length < wanted) {
    const more = await store.viewRows(view.id, rows.length, rows.length + chunkRows);
    if (more.length === 0) break; // the view has moved on: it will be read again
    rows.push(...more);
  }
  store.closeView(view.id);
  return rows;
}

/** A day's passages at a checkpoint, void ones too, newest first. */
export function readDay(
  store: StoreReading,
  checkpoint: string,
  date: IsoDate,
): Promise<readonly Row[]> {
  const filters = within(checkpoint, date, date);
  return readRows(store, { ledger: passesLedger, filters, sort: newestFirst, deleted: 'with' });
}

/** The nearest day before (or after) this one on which the checkpoint has passages. */
export async function nearestDay(
  store: StoreReading,
  checkpoint: string,
  date: IsoDate,
  step: 1 | -1,
): Promise<IsoDate | undefined> {
  const test =
    step < 0
      ? ({ type: 'between', to: startOfDay(date) - 1 } as const)
      : ({ type: 'between', from: startOfDay(addDays(date, 1)) } as const);
  const view = await store.openView(
    {
      ledger: passesLedger,
      filters: [
        { field: 'checkpoint', test: { type: 'equals', value: checkpoint } },
        { field: 'passedAt', test },
      ],
      sort: [{ field: 'passedAt', descending: step < 0 }],
      deleted: 'with',
    },
    1,
  );
  store.closeView(view.id);
  const at = view.first[0]?.values.passedAt;
  return typeof at === 'number' ? dateOf(toInstant(at)) : undefined;
}
