import type { LedgerDefinition, Row, RowValues } from '../../../../shared/ledger/defineLedger';
import type { RowId } from '../../../../shared/kernel/ids';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { StoreReading } from '../../../store/contract';

/**
 * For each new record one that already has what names a record by itself: the same number, the same
 * site and day. An import would take the two for one record. Undefined where there is none.
 */
export async function findTwins(
  store: Pick<StoreReading, 'match'>,
  { id, matchOn }: LedgerDefinition,
  all: readonly RowValues[],
): Promise<readonly (RowId | undefined)[]> {
  const twins = all.map((): RowId | undefined => undefined);
  for (const key of matchOn) {
    const asked = all.flatMap((values, place) => {
      const own = key.map((name) => values[name]);
      return own.every((value): value is StoredValue => value !== undefined)
        ? [{ place, own }]
        : [];
    });
    if (asked.length === 0) continue;
    const found = await store.match(
      id,
      key,
      asked.map(({ own }) => own),
    );
    asked.forEach(({ place }, index) => (twins[place] ??= found[index]?.[0]));
  }
  return twins;
}

export async function findTwin(
  store: Pick<StoreReading, 'match' | 'row'>,
  ledger: LedgerDefinition,
  values: RowValues,
): Promise<Row | undefined> {
  const [twin] = await findTwins(store, ledger, [values]);
  return twin === undefined ? undefined : store.row(ledger.id, twin);
}
