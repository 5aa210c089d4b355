import type { Check, CheckRead, Discrepancy } from '../../../shared/checks/check';
import type { Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { Filter, Query, StoreReading } from '../../store/contract';

interface CheckSettings {
  readonly now: Instant;
  readonly signal: AbortSignal;
  /** Records of `each` looked at so far. */
  readonly onProgress: (done: number, total: number) => void;
}

const partRows = 2_000;

/** What a check finds; nothing on the signal. The log it goes through is never held as a whole. */
export async function readCheck(
  store: StoreReading,
  check: Check,
  { now, signal, onProgress }: CheckSettings,
): Promise<readonly Discrepancy[]> {
  const against: (readonly Row[])[] = [];
  for (const read of check.against) against.push(await wholeOf(store, read, signal));
  if (check.isWhole) return check.find(await wholeOf(store, check.each, signal), against, now);
  const found: Discrepancy[] = [];
  await inParts(store, check.each, signal, (part, done, total) => {
    found.push(...check.find(part, against, now));
    onProgress(done, total);
  });
  return signal.aborted ? [] : found;
}

async function wholeOf(
  store: StoreReading,
  read: CheckRead,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  await inParts(store, read, signal, (part) => {
    for (const row of part) rows.push(row);
  });
  return rows;
}

async function inParts(
  store: StoreReading,
  read: CheckRead,
  signal: AbortSignal,
  take: (part: readonly Row[], done: number, total: number) => void,
): Promise<void> {
  const view = await store.openView(queryOf(read), partRows);
  let part = view.first;
  let done = 0;
  while (part.length > 0 && !signal.aborted) {
    done += part.length;
    take(part, done, view.count);
    if (done >= view.count) break;
    part = await store.viewRows(view.id, done, done + partRows);
  }
  store.closeView(view.id);
}

function queryOf({ ledger, blank = [], filled = [], oneOf }: CheckRead): Query {
  const filters: readonly Filter[] = [
    ...blank.map((field) => ({ field, test: { type: 'blank' as const } })),
    ...filled.map((field) => ({ field, test: { type: 'filled' as const } })),
    ...(oneOf
      ? [{ field: oneOf.field, test: { type: 'oneOf' as const, values: oneOf.values } }]
      : []),
  ];
  return { ledger, filters };
}
