import { isRowId, type RowId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { AskedFigure } from '../../../shared/reports/askedFigures';
import type { AnsweredBreakdown, FigureAnswers } from '../../../shared/reports/fillReport';
import type { FindFigure } from '../../../shared/reports/reportCatalogue';
import type { StoreReading } from '../../store/contract';

const dayMs = 86_400_000;

/** A figure that counts a period counts the day before its cut-off. */
export function cutOffOf(at: Instant) {
  return { at, since: toInstant(at - dayMs) };
}

/**
 * Has the store compute what a report asks for; `cancelled` on the signal. One ledger and instant
 * after the other, so that what the desk asks meanwhile waits for one at most.
 */
export async function readAnswers(
  store: StoreReading,
  ledgers: readonly LedgerDefinition[],
  find: FindFigure,
  asked: readonly AskedFigure[],
  settings: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  } = {},
): Promise<Result<FigureAnswers, { readonly tag: 'cancelled' }>> {
  const values = new Map<string, number>();
  const parts = new Map<string, readonly AnsweredBreakdown[]>();
  const parted = asked.filter(({ isParted }) => isParted);
  const total = asked.length + parted.length;
  let done = 0;
  for (const { at, figures } of byLedger(asked, find)) {
    if (settings.signal?.aborted) return failed({ tag: 'cancelled' });
    settings.onProgress?.(done, total);
    for (const { figure, value } of await store.figures(cutOffOf(at), figures))
      values.set(keyOf(figure, at), value);
    done += figures.length;
  }
  for (const { figure, at } of parted) {
    if (settings.signal?.aborted) return failed({ tag: 'cancelled' });
    settings.onProgress?.(done++, total);
    const ledger = find(figure)?.ledger;
    if (!ledger) continue;
    const found = await store.figureParts({ figure, cutOff: cutOffOf(at) });
    const worded = found.map(async ({ field, parts: own }): Promise<AnsweredBreakdown> => {
      const nameOf = await namesOf(store, ledgers, ledger, field, own);
      return {
        field,
        parts: own.map(({ key, value }) => ({
          key,
          value,
          words: key === null ? undefined : (nameOf.get(key) ?? String(key)),
        })),
      };
    });
    parts.set(keyOf(figure, at), await Promise.all(worded));
  }
  settings.onProgress?.(total, total);
  return ok({
    valueOf: (figure, at) => values.get(keyOf(figure, at)),
    partsOf: (figure, at) => parts.get(keyOf(figure, at)) ?? [],
  });
}

function byLedger(asked: readonly AskedFigure[], find: FindFigure) {
  const groups = new Map<string, { readonly at: Instant; readonly figures: string[] }>();
  for (const { figure, at } of asked) {
    const key = `${find(figure)?.ledger.id ?? ''} ${at}`;
    const group = groups.get(key);
    if (group) group.figures.push(figure);
    else groups.set(key, { at, figures: [figure] });
  }
  return groups.values();
}

const keyOf = (figure: string, at: Instant) => `${figure} ${at}`;

/** What the records that a breakdown goes by are called. */
async function namesOf(
  store: StoreReading,
  ledgers: readonly LedgerDefinition[],
  ledger: LedgerDefinition,
  path: string,
  parts: readonly { readonly key: unknown }[],
): Promise<ReadonlyMap<unknown, string>> {
  const [own = '', beyond] = path.split('.');
  const first = ledger.fields[own];
  const target = ledgers.find(({ id }) => id === first?.refersTo);
  const refersTo = (beyond === undefined ? first : target?.fields[beyond])?.refersTo;
  if (refersTo === undefined) return new Map();
  const ids = parts.flatMap(({ key }): RowId[] =>
    typeof key === 'string' && isRowId(key) ? [key] : [],
  );
  const names = await store.names(refersTo, ids);
  return new Map(ids.flatMap((id, at) => (names[at] === undefined ? [] : [[id, names[at]]])));
}
