import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { LedgerHits, StoreReading } from '../contract';
import { yieldTurn } from '../yieldTurn';
import type { Tables } from './buildChanges';

/**
 * The search box over all ledgers. Ledger by ledger, with a turn for other calls in between: a
 * million passages must not keep the desk waiting, nor the next letter.
 */
export function createSearch(
  tables: Tables,
  ledgers: readonly LedgerDefinition[],
): StoreReading['searchAll'] {
  let latest = 0;
  return async (text, limitPerLedger) => {
    const own = ++latest;
    const found: LedgerHits[] = [];
    if (text.trim() === '') return found;
    for (const { id: ledger, nameField, role } of ledgers) {
      if (role === 'definitions') continue; // the text of a definition is nobody's record
      await yieldTurn();
      if (own !== latest) break;
      const table = tables.get(ledger);
      if (!table) continue;
      const { ordinals, count } = table.firstPage({ ledger, search: text }, limitPerLedger);
      const hits = Array.from(ordinals, (ordinal) => ({
        row: table.rowAt(ordinal),
        field: table.foundIn(ordinal, text) ?? nameField,
      }));
      if (count > 0) found.push({ ledger, count, hits });
    }
    return found;
  };
}
