import { isRowId, type RowId } from '../../../../shared/kernel/ids';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import type { Field } from '../../../../shared/ledger/field';
import type { Filter, StoreReading } from '../../../store/contract';

/** Records that refer to one by one of their fields, or that it refers to. */
export interface Link {
  readonly ledger: LedgerDefinition;
  readonly field: string;
  readonly towards: 'from' | 'to';
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly Row[];
}

const mostRows = 20;

function filterOn(name: string, field: Field, row: RowId): Filter {
  return {
    field: name,
    test: field.several ? { type: 'oneOf', values: [row] } : { type: 'equals', value: row },
  };
}

/** Every ledger is asked that has a field which refers to this one. */
export async function readLinks(
  store: StoreReading,
  ledger: LedgerDefinition,
  row: Row,
  ledgers: readonly LedgerDefinition[],
): Promise<readonly Link[]> {
  const referring = ledgers.flatMap((other) =>
    Object.entries<Field>(other.fields)
      .filter(([, field]) => field.refersTo === ledger.id)
      .map(async ([name, field]): Promise<Link> => {
        const filters = [filterOn(name, field, row.id)];
        const newest = other.newestFirst;
        const sort = newest === undefined ? [] : [{ field: newest, descending: true }];
        const view = await store.openView({ ledger: other.id, filters, sort }, mostRows);
        store.closeView(view.id);
        return {
          ledger: other,
          field: name,
          towards: 'from',
          count: view.count,
          rows: view.first,
        };
      }),
  );
  const referred = Object.entries<Field>(ledger.fields).map(async ([name, field]) => {
    const target = ledgers.find(({ id }) => id === field.refersTo);
    const ids = [row.values[name] ?? []]
      .flat()
      .filter((id): id is RowId => typeof id === 'string' && isRowId(id));
    if (!target || ids.length === 0) return undefined;
    const found = await store.rows(target.id, ids);
    const rows = found.filter((one) => one !== undefined);
    const link: Link = { ledger: target, field: name, towards: 'to', count: rows.length, rows };
    return link;
  });
  const all = await Promise.all([...referring, ...referred]);
  return all.filter((link) => link !== undefined && link.count > 0) as readonly Link[]; // without the undefined ones
}
