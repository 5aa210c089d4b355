import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { findHeader, type FoundHeader } from '../../../../shared/exchange/recognise/findHeader';
import type { Sheet, Workbook } from '../../../../shared/exchange/workbook';

export interface PickedSheet {
  readonly sheet: Sheet;
  readonly header: FoundHeader;
}

/** The sheet that fits the ledger best; visible ones go before hidden ones. Undefined: none fits. */
export function pickSheet(
  workbook: Workbook,
  definition: LedgerDefinition,
): PickedSheet | undefined {
  let best: PickedSheet | undefined;
  let bestScore = 0;
  for (const sheet of workbook.sheets) {
    const header = findHeader(sheet, definition);
    if (!header) continue;
    const score = (header.recognised + header.share) * (sheet.hidden ? 0.5 : 1);
    if (score > bestScore) {
      best = { sheet, header };
      bestScore = score;
    }
  }
  return best;
}
