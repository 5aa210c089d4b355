import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { readOwnLedger } from '../../../shared/ledger/ownLedger';
import { createTable } from '../table/createTable';
import type { Tables } from './buildChanges';
import { createTables, servicesOf } from './createTables';
import { createDirtyPages, type DirtyPages } from './dirtyPages';

/** The tables of an event: of the app's ledgers, and of those that its own records define. */
export interface LedgerTables {
  /** The same list throughout: it grows as definitions arrive. */
  readonly ledgers: readonly LedgerDefinition[];
  readonly tables: Tables;
  readonly dirtyPages: DirtyPages;
  /**
   * To be called after records of a ledger have changed, before rows of the ledgers they define
   * come. A deleted definition keeps its table: it can be restored.
   */
  readonly learn: (ledger: string) => void;
}

export function createLedgerTables(known: readonly LedgerDefinition[]): LedgerTables {
  const ledgers = [...known];
  const tables = createTables(known);
  const dirtyPages = createDirtyPages(known);
  const services = servicesOf(ledgers, tables);
  const definer = known.find(({ role }) => role === 'definitions')?.id;
  const texts = new Map<string, string>();

  function take(definition: LedgerDefinition): void {
    const { id } = definition;
    const text = JSON.stringify(definition);
    if (texts.get(id) === text) return;
    texts.set(id, text);
    const before = tables.get(id);
    const table = createTable(definition, services);
    // the columns and positions of its rows stay: only what is said about them is new
    if (before && before.size > 0) table.loadBlock(before.encodeBlock(0, before.size));
    tables.set(id, table);
    const place = ledgers.findIndex((one) => one.id === id);
    if (place >= 0) ledgers[place] = definition;
    else {
      ledgers.push(definition);
      dirtyPages.open(definition);
    }
  }

  return {
    ledgers,
    tables,
    dirtyPages,
    learn(ledger) {
      const definitions = ledger === definer ? tables.get(ledger) : undefined;
      for (const ordinal of definitions?.select({ ledger, deleted: 'with' }) ?? []) {
        const definition = definitions && readOwnLedger(definitions.rowAt(ordinal));
        if (definition) take(definition);
      }
    },
  };
}
