import { deflateSync, inflateSync } from 'fflate';

import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '../../../shared/kernel/bytes';
import type { RowId } from '../../../shared/kernel/ids';
import type { IssuedFigure } from '../../../shared/reports/reportIssue';
import type { Store } from '../../store/contract';

const keyOf = (issue: RowId) => `reports.issued.${issue}`;

/** The records behind an issued report stay on the laptop that issued it: too many for a cell. */
export async function keepIssuedFigures(
  store: Store,
  issue: RowId,
  figures: readonly IssuedFigure[],
): Promise<void> {
  await store.saveSetting(keyOf(issue), toBase64Url(deflateSync(utf8(JSON.stringify(figures)))));
}

/** Undefined where the report was issued on another laptop. */
export async function readIssuedFigures(
  store: Store,
  issue: RowId,
): Promise<readonly IssuedFigure[] | undefined> {
  const kept = await store.setting(keyOf(issue));
  const packed = kept === undefined ? undefined : fromBase64Url(kept);
  const text = packed && fromUtf8(inflateSync(packed));
  // written by `keepIssuedFigures` alone
  return text === undefined ? undefined : (JSON.parse(text) as readonly IssuedFigure[]);
}
