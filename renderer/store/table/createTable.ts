import { isRowId } from '../../../shared/kernel/ids';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Field, StoredValue } from '../../../shared/ledger/field';
import type { Query } from '../contract';
import type { DictionaryColumn } from './columns/dictionaryColumn';
import { TableRows, type Column } from './columns/tableRows';
import type { Table, TableServices } from './contract';
import { QueryCompiler } from './query/compileQuery';
import { EntryRanks } from './query/entryRanks';
import { textOf } from './query/foldText';
import { groupRows } from './query/groupRows';
import { matchKeys } from './query/matchKeys';
import { fieldFound, rowMatches } from './query/rowMatches';
import { RowScan } from './query/rowScan';
import { SortedRows } from './query/sortedRows';
import { orderOf } from './query/sortKeys';
import { sortAll, sortFirst } from './query/sortOrdinals';
import { totalUp } from './query/totalUp';
import { VehicleIndex } from './query/vehicleIndex';

/** Fewer rows are put in order at every query. */
const keptOrderFrom = 4096;

/** An empty table of a ledger. Queries read the columns; nothing is indexed that a scan finds as fast. */
export function createTable(definition: LedgerDefinition, services: TableServices = {}): Table {
  const rows = new TableRows();
  const fields: Readonly<Record<string, Field>> = definition.fields;
  const compiler = new QueryCompiler(rows, definition, services);
  const ranks = new WeakMap<DictionaryColumn, EntryRanks>();
  const sorted = new WeakMap<Column, SortedRows>();
  let vehicles: VehicleIndex | undefined;

  const ranksOf = (column: DictionaryColumn): Uint32Array => {
    let known = ranks.get(column);
    if (!known) {
      const refersTo = fields[column.name]?.refersTo;
      const shown = (value: StoredValue) =>
        (refersTo !== undefined && typeof value === 'string' && isRowId(value)
          ? services.describe?.(refersTo, value)
          : undefined) ?? textOf(value);
      known = new EntryRanks(column.dictionary, shown, refersTo !== undefined);
      ranks.set(column, known);
    }
    return known.ranks();
  };
  /** What references show changes without their rows, so that their order is not kept. */
  const sortedBy = (column: Column): SortedRows | undefined => {
    if (rows.size < keptOrderFrom || fields[column.name]?.refersTo !== undefined) return undefined;
    let known = sorted.get(column);
    if (!known) {
      known = new SortedRows();
      sorted.set(column, known);
    }
    return known;
  };
  const scanOf = (query: Query) => new RowScan(rows, compiler.compile(query), query.deleted);
  const order = (query: Query) => orderOf(rows, query.sort, definition.grows, ranksOf, sortedBy);
  const select = (query: Query) => sortAll(scanOf(query), order(query));
  const group: Table['group'] = (ordinals, by, sums) => {
    const groups = groupRows(rows, ordinals, by, sums);
    return Array.from({ length: groups.size }, (_, index) => groups.at(index));
  };
  const checked = (ordinal: number): number => {
    if (ordinal < 0 || ordinal >= rows.size)
      throw new Error(`No row ${ordinal} in ${definition.id}`);
    return ordinal;
  };

  return {
    get size() {
      return rows.size;
    },
    get liveRows() {
      return rows.liveRows;
    },
    get changes() {
      return rows.changes;
    },
    loadBlock: (block, sequence) => rows.load(block, sequence),
    encodeBlock: (from, to) => rows.encode(from, to),
    insert: (id, values, sequence) => rows.insert(id, values, sequence),
    update: (ordinal, values, sequence) => rows.update(checked(ordinal), values, sequence),
    setDeleted: (ordinal, at, sequence) => rows.setDeleted(checked(ordinal), at, sequence),
    ordinalOf: (id) => rows.ordinalOf(id),
    firstHeld: (ids) => rows.firstHeld(ids),
    rowAt: (ordinal) => rows.rowAt(checked(ordinal)),
    valueAt: (ordinal, field) => rows.valueAt(checked(ordinal), field),
    lastSequence: (ordinal) => rows.sequenceAt(checked(ordinal)),
    select,
    selectFirst: (query, limit) => sortFirst(scanOf(query), order(query), limit),
    firstPage(query, limit) {
      const scan = scanOf(query);
      return { ordinals: sortFirst(scan, order(query), limit), count: scan.count() };
    },
    count: (query) => scanOf(query).count(),
    totals: (ordinals, names) => names.map((field) => totalUp(rows, ordinals, field)),
    aggregate: (query, by, sums) => group(select(query), by, sums),
    group,
    distinct(field, limit) {
      const groups = groupRows(rows, select({ ledger: definition.id }), [field], []);
      return groups.mostFrequent(limit);
    },
    matches: (ordinal, filters, search) =>
      rowMatches(rows.rowAt(checked(ordinal)).values, fields, services, filters, search),
    foundIn: (ordinal, search) =>
      fieldFound(rows.rowAt(checked(ordinal)).values, fields, services, search),
    match: (keyFields, keys) => matchKeys(rows, keyFields, keys),
    vehicles(plateField, timeField, prefix, limit) {
      const plates = rows.column(plateField);
      if (plates?.type !== 'dictionary') return [];
      if (vehicles?.column !== plates || vehicles.timeField !== timeField)
        vehicles = new VehicleIndex(rows, plates, timeField);
      return vehicles.find(prefix, limit);
    },
  };
}
