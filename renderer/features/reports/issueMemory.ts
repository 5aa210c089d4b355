import { deflateSync, inflateSync } from 'fflate';

import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '../../../shared/kernel/bytes';
import type { RowId } from '../../../shared/kernel/ids';
import type { FilledReport } from '../../../shared/reports/filledReport';
import type { IssuedFigure } from '../../../shared/reports/reportIssue';
import type { Store } from '../../store/contract';

const keyOf = (issue: RowId) => `reports.issued.${issue}`;

/** What a record of an issued report has no room for. */
export interface KeptIssue {
  /** The records behind its figures: too many for a cell. */
  readonly figures: readonly IssuedFigure[];
  /** The page as it was issued; missing from issues of before it was kept. */
  readonly report?: FilledReport;
}

/** Stays on the laptop that issued the report. */
export async function keepIssue(store: Store, issue: RowId, kept: KeptIssue): Promise<void> {
  await store.saveSetting(keyOf(issue), toBase64Url(deflateSync(utf8(JSON.stringify(kept)))));
}

/** Undefined where the report was issued on another laptop. */
export async function readIssue(store: Store, issue: RowId): Promise<KeptIssue | undefined> {
  const kept = await store.setting(keyOf(issue));
  const packed = kept === undefined ? undefined : fromBase64Url(kept);
  const text = packed && fromUtf8(inflateSync(packed));
  if (text === undefined) return undefined;
  // written by `keepIssue` alone; before the page was kept too, the figures stood by themselves
  const read = JSON.parse(text) as KeptIssue | readonly IssuedFigure[];
  return 'figures' in read ? read : { figures: read };
}
