import type { LedgerDefinition, Row, RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { StoreReading } from '../../../store/contract';

/**
 * A record that already has what names one by itself: the same number, the same site and day. An
 * import would take the two for one record. Undefined where there is none.
 */
export async function findTwin(
  store: Pick<StoreReading, 'match' | 'row'>,
  { id, matchOn }: LedgerDefinition,
  values: RowValues,
): Promise<Row | undefined> {
  for (const key of matchOn) {
    const own = key.map((name) => values[name]);
    if (!own.every((value): value is StoredValue => value !== undefined)) continue;
    const [found = []] = await store.match(id, key, [own]);
    const [twin] = found;
    if (twin !== undefined) return store.row(id, twin);
  }
  return undefined;
}
