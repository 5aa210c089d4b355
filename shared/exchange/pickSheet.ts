import type { LedgerDefinition } from '../ledger/defineLedger';
import { findHeader, type FoundHeader } from './findHeader';
import type { Sheet, Workbook } from './workbook';

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

/** The ledger whose fields the sheet's header names best, for a file dropped on the window. */
export function pickLedger(
  sheet: Sheet,
  definitions: readonly LedgerDefinition[],
): { readonly definition: LedgerDefinition; readonly header: FoundHeader } | undefined {
  let best: { readonly definition: LedgerDefinition; readonly header: FoundHeader } | undefined;
  for (const definition of definitions) {
    const header = findHeader(sheet, definition);
    if (header && header.recognised > (best?.header.recognised ?? 0)) best = { definition, header };
  }
  return best;
}
