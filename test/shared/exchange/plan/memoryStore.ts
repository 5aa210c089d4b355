import type { ParseContext } from '../../../../shared/fields/codec';
import { referenceNames, type ReferenceNames } from '../../../../shared/fields/referenceNames';
import type { ImportLookup } from '../../../../shared/exchange/plan/matchRecords';
import type { PlannedWrite } from '../../../../shared/exchange/plan/plan';
import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { ledgerById } from '../../../../shared/ledgers/registry';
import { sampleCounty } from '../../../../shared/sample/sampleCounty';

/** Rows in maps: what planning asks of the store, answered without one. */
export class MemoryStore implements ImportLookup {
  readonly #ledgers = new Map<string, Map<RowId, Row>>();
  readonly #names = new Map<string, ReferenceNames>();

  static sample(ledgers?: readonly string[]): MemoryStore {
    const store = new MemoryStore();
    for (const { ledger, rows } of sampleCounty()) {
      if (!ledgers || ledgers.includes(ledger)) for (const row of rows) store.put(ledger, row);
    }
    return store;
  }

  put(ledger: string, row: Row): void {
    this.#table(ledger).set(row.id, row);
    this.#names.delete(ledger);
  }

  all(ledger: string): readonly Row[] {
    return [...this.#table(ledger).values()];
  }

  apply(writes: readonly PlannedWrite[]): void {
    for (const write of writes) {
      const known = this.#table(write.ledger).get(write.row);
      const values = Object.fromEntries(
        Object.entries({ ...known?.values, ...write.values }).flatMap(([name, value]) =>
          value === null ? [] : [[name, value]],
        ),
      );
      this.put(write.ledger, { id: write.row, values });
    }
  }

  match(ledger: string, keyFields: readonly string[], keys: readonly (readonly unknown[])[]) {
    const found = new Map<string, RowId[]>();
    for (const row of this.all(ledger)) {
      if (row.deletedAt !== undefined) continue;
      const key = JSON.stringify(keyFields.map((name) => row.values[name] ?? null));
      found.set(key, [...(found.get(key) ?? []), row.id]);
    }
    return Promise.resolve(keys.map((key) => found.get(JSON.stringify(key)) ?? []));
  }

  rows(ledger: string, ids: readonly RowId[]) {
    return Promise.resolve(ids.map((id) => this.#table(ledger).get(id)));
  }

  readonly context: ParseContext = {
    describeReference: (ledger, id) => this.#namesOf(ledger).nameOf(id),
    resolveReference: (ledger, text) => this.#namesOf(ledger).idOf(text),
  };

  #namesOf(ledger: string): ReferenceNames {
    const field = ledgerById(ledger)?.nameField ?? '';
    const named = () =>
      this.all(ledger).flatMap(({ id, values: { [field]: name } }) =>
        typeof name === 'string' ? [{ id, name }] : [],
      );
    let names = this.#names.get(ledger);
    if (!names) this.#names.set(ledger, (names = referenceNames(named())));
    return names;
  }

  #table(ledger: string): Map<RowId, Row> {
    let table = this.#ledgers.get(ledger);
    if (!table) this.#ledgers.set(ledger, (table = new Map()));
    return table;
  }
}

/** Ids that count up: the same at every run. */
export function countingIds(): () => RowId {
  let count = 0;
  return () => {
    count++;
    const at = count;
    return newRowId(1_700_000_000_000, (length) =>
      Uint8Array.from({ length }, (_, i) => (at >> (8 * (i % 4))) & 255),
    );
  };
}

export function definitionOf(ledger: string): LedgerDefinition {
  const definition = ledgerById(ledger);
  if (!definition) throw new Error(`No such ledger: ${ledger}`);
  return definition;
}
