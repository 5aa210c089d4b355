import type { RowId } from '../../../shared/kernel/ids';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Table, TableServices } from '../table/contract';
import { createTable } from '../table/createTable';
import { nameInitials } from '../table/nameInitials';

/** One empty table per ledger; references are searched and sorted by what they show. */
export function createTables(ledgers: readonly LedgerDefinition[]): Map<string, Table> {
  const tables = new Map<string, Table>();
  const services = servicesOf(ledgers, tables);
  for (const ledger of ledgers) tables.set(ledger.id, createTable(ledger, services));
  return tables;
}

/**
 * What a table of these ledgers borrows: initials, and what references show. The list may grow, and a
 * ledger that the event defines may be named by another field later.
 */
export function servicesOf(
  ledgers: readonly LedgerDefinition[],
  tables: ReadonlyMap<string, Table>,
): TableServices {
  const describe = (ledger: string, id: string) => {
    const table = tables.get(ledger);
    const ordinal = table?.ordinalOf(id as RowId); // any other text finds nothing
    const name = ledgers.find((one) => one.id === ledger)?.nameField;
    if (!table || ordinal === undefined || name === undefined) return undefined;
    const value = table.valueAt(ordinal, name);
    return value === undefined ? undefined : String(value);
  };
  return { initialsOf: nameInitials, describe };
}
