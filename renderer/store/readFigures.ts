import type { FigureValue } from '../../shared/figures/computeFigure';
import { failed, ok, type Result } from '../../shared/kernel/result';
import type { CutOff } from '../../shared/figures/takesIn';
import type { LedgerDefinition } from '../../shared/ledger/defineLedger';
import type { StoreFigures } from './figureContract';

/**
 * Every figure of the ledgers at a cut-off, in the order in which they are declared; `cancelled` on
 * the signal. One ledger after the other, so that what the desk asks meanwhile waits for one at most.
 */
export async function readFigures(
  store: StoreFigures,
  ledgers: readonly LedgerDefinition[],
  cutOff: CutOff,
  settings: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  } = {},
): Promise<Result<readonly FigureValue[], { readonly tag: 'cancelled' }>> {
  const reporting = ledgers.filter(({ figures }) => figures.length > 0);
  const values: FigureValue[] = [];
  for (const [done, { figures }] of reporting.entries()) {
    if (settings.signal?.aborted) return failed({ tag: 'cancelled' });
    settings.onProgress?.(done, reporting.length);
    values.push(
      ...(await store.figures(
        cutOff,
        figures.map(({ id }) => id),
      )),
    );
  }
  settings.onProgress?.(reporting.length, reporting.length);
  return ok(values);
}
