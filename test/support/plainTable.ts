import { isRowId, type RowId } from '../../shared/kernel/ids';
import { dateOf, toInstant, type Instant } from '../../shared/kernel/time';
import type { LedgerDefinition, Row } from '../../shared/ledger/defineLedger';
import type { StoredValue } from '../../shared/ledger/field';
import type {
  Filter,
  GroupCount,
  KnownVehicle,
  Query,
  Totals,
} from '../../renderer/store/contract';
import { unpackId } from '../../renderer/store/table/block/packedIds';
import { decodeRows, encodeRows } from '../../renderer/store/table/block/rowBlock';
import type { Table, TableServices } from '../../renderer/store/table/contract';

interface Held {
  readonly id: RowId;
  values: Record<string, StoredValue>;
  deletedAt: Instant | undefined;
  sequence: number;
}

const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true });
const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const separators = /[\s·•・‧.\-—_()]/g;
const compact = (text: string) => fold(text).replace(separators, '');
const textOf = (value: StoredValue) =>
  typeof value === 'string'
    ? value
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/**
 * A table as plain rows: slow, and plain enough to see that it is right. Columns have to answer as it
 * does.
 */
export function createPlainTable(
  definition: LedgerDefinition,
  services: TableServices = {},
): Table {
  const rows: Held[] = [];
  const byId = new Map<RowId, number>();
  let live = 0;
  let changes = 0;
  const at = (ordinal: number): Held => {
    const row = rows[ordinal];
    if (!row) throw new Error(`No row ${ordinal} in ${definition.id}`);
    return row;
  };

  function append(row: Held): number {
    changes++;
    byId.set(row.id, rows.length);
    rows.push(row);
    if (row.deletedAt === undefined) live++;
    return rows.length - 1;
  }

  function passes(row: Held, { field, test }: Filter): boolean {
    const value = row.values[field];
    switch (test.type) {
      case 'blank':
        return value === undefined;
      case 'filled':
        return value !== undefined;
      case 'contains':
        return value !== undefined && fold(textOf(value)).includes(fold(test.text));
      case 'equals':
        return JSON.stringify(value) === JSON.stringify(test.value);
      case 'oneOf':
        return Array.isArray(value)
          ? value.some((one: unknown) => test.values.some((wanted) => wanted === one))
          : test.values.some((wanted) => wanted === value);
      case 'between':
        return (
          value !== undefined &&
          (test.from === undefined || value >= test.from) &&
          (test.to === undefined || value <= test.to)
        );
    }
  }

  function fieldFound(row: Held, text: string): string | undefined {
    const needle = fold(text).trim();
    const bare = compact(text);
    return Object.entries(definition.fields).find(([name, spec]) => {
      const value = row.values[name];
      if (value === undefined || typeof value === 'number' || typeof value === 'boolean')
        return false;
      if (typeof value === 'string' && isRowId(value)) {
        const shown = services.describe?.(spec.refersTo ?? '', value);
        return shown !== undefined && fold(shown).includes(needle);
      }
      const own = textOf(value);
      return (
        fold(own).includes(needle) ||
        (bare !== '' && compact(own).includes(bare)) ||
        (spec.kind === 'name' && (services.initialsOf?.(own) ?? '').includes(needle))
      );
    })?.[0];
  }

  const matches = (ordinal: number, filters: readonly Filter[], search: string | undefined) => {
    const row = at(ordinal);
    return (
      filters.every((filter) => passes(row, filter)) &&
      (!search?.trim() || fieldFound(row, search) !== undefined)
    );
  };

  function shownText(field: string, value: StoredValue): string {
    const ledger = definition.fields[field]?.refersTo;
    if (ledger === undefined || typeof value !== 'string' || !isRowId(value)) return textOf(value);
    return services.describe?.(ledger, value) ?? value;
  }

  function compare(left: Held, right: Held, field: string): number {
    const a = left.values[field];
    const b = right.values[field];
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return collator.compare(shownText(field, a ?? ''), shownText(field, b ?? ''));
  }

  function select(query: Query): Int32Array {
    const kept: number[] = [];
    rows.forEach((row, ordinal) => {
      const wanted = query.deleted ?? 'without';
      if (wanted !== 'with' && (row.deletedAt !== undefined) !== (wanted === 'only')) return;
      if (matches(ordinal, query.filters ?? [], query.search)) kept.push(ordinal);
    });
    const sort = query.sort ?? [];
    const lastDescending = sort.length ? sort[sort.length - 1]?.descending : definition.grows;
    kept.sort((left, right) => {
      for (const { field, descending } of sort) {
        const a = at(left).values[field] === undefined;
        const b = at(right).values[field] === undefined;
        if (a !== b) return a ? 1 : -1;
        const order = a ? 0 : compare(at(left), at(right), field);
        if (order) return descending ? -order : order;
      }
      return lastDescending ? right - left : left - right;
    });
    return Int32Array.from(kept);
  }

  function groupKey(row: Held, by: string): string | number | boolean | null {
    const [field = '', part] = by.split(':');
    const value = row.values[field];
    if (value === undefined) return null;
    if (part === 'day' && typeof value === 'number') return dateOf(toInstant(value));
    return typeof value === 'object' ? JSON.stringify(value) : value;
  }

  function group(
    ordinals: Int32Array,
    by: readonly string[],
    sums: readonly string[],
  ): readonly GroupCount[] {
    const groups = new Map<string, { keys: GroupCount['keys']; rows: number; sums: number[] }>();
    for (const ordinal of ordinals) {
      const row = at(ordinal);
      const keys = by.map((name) => groupKey(row, name));
      const mark = JSON.stringify(keys);
      const own = groups.get(mark) ?? { keys, rows: 0, sums: sums.map(() => 0) };
      groups.set(mark, own);
      own.rows++;
      sums.forEach((name, i) => {
        const value = row.values[name];
        if (typeof value === 'number') own.sums[i] = (own.sums[i] ?? 0) + value;
      });
    }
    return [...groups.values()];
  }

  const rowAt = (ordinal: number): Row => {
    const { id, values, deletedAt } = at(ordinal);
    return deletedAt === undefined ? { id, values } : { id, values, deletedAt };
  };

  return {
    get size() {
      return rows.length;
    },
    get liveRows() {
      return live;
    },
    get changes() {
      return changes;
    },
    loadBlock(block) {
      const first = rows.length;
      const held = decodeRows(block);
      for (const row of held) append({ ...row, deletedAt: row.deletedAt });
      return { first, count: held.length };
    },
    encodeBlock: (from, to) =>
      encodeRows(
        rows
          .slice(from, to)
          .map(({ deletedAt, ...row }) => (deletedAt === undefined ? row : { ...row, deletedAt })),
      ),
    insert: (id, values, sequence) =>
      append({ id, values: { ...values }, deletedAt: undefined, sequence }),
    update(ordinal, values, sequence) {
      changes++;
      const row = at(ordinal);
      const next = { ...row.values };
      for (const [field, value] of Object.entries(values)) {
        if (value === null) delete next[field];
        else next[field] = value;
      }
      row.values = next;
      row.sequence = sequence;
    },
    setDeleted(ordinal, when, sequence) {
      changes++;
      const row = at(ordinal);
      live += (row.deletedAt === undefined ? -1 : 0) + (when === undefined ? 1 : 0);
      row.deletedAt = when;
      row.sequence = sequence;
    },
    ordinalOf: (id) => byId.get(id),
    firstHeld: (ids) => {
      const held = Array.from({ length: ids.rows }, (_, row) => unpackId(ids.ids, row));
      return held.find((id) => byId.has(id));
    },
    rowAt,
    valueAt: (ordinal, field) => at(ordinal).values[field],
    lastSequence: (ordinal) => at(ordinal).sequence,
    select,
    selectFirst: (query, limit) => select(query).slice(0, limit),
    firstPage(query, limit) {
      const ordinals = select(query);
      return { ordinals: ordinals.slice(0, limit), count: ordinals.length };
    },
    count: (query) => select(query).length,
    totals: (ordinals, fields) =>
      fields.map((field): Totals => {
        const numbers = [...ordinals]
          .map((ordinal) => at(ordinal).values[field])
          .filter((value) => typeof value === 'number');
        return { field, sum: numbers.reduce((a, b) => a + b, 0), filled: numbers.length };
      }),
    aggregate: (query, by, sums) => group(select(query), by, sums),
    group,
    distinct: (field, limit) =>
      [...group(select({ ledger: definition.id }), [field], [])]
        .sort((left, right) => right.rows - left.rows)
        .slice(0, limit),
    matches,
    foundIn: (ordinal, search) => fieldFound(at(ordinal), search),
    match: (keyFields, keys) => {
      const index = new Map<string, RowId[]>();
      const markOf = (values: readonly (StoredValue | undefined)[]) => JSON.stringify(values);
      for (const row of rows) {
        if (row.deletedAt !== undefined) continue;
        const values = keyFields.map((field) => row.values[field]);
        if (values.includes(undefined)) continue;
        const mark = markOf(values);
        index.set(mark, [...(index.get(mark) ?? []), row.id]);
      }
      return keys.map((key) => index.get(markOf(key)) ?? []);
    },
    vehicles(plateField, timeField, prefix, limit) {
      const known = new Map<string, KnownVehicle & { readonly when: number }>();
      for (const [ordinal, row] of rows.entries()) {
        const plate = row.values[plateField];
        const time = row.values[timeField];
        if (row.deletedAt !== undefined || typeof plate !== 'string') continue;
        const when = typeof time === 'number' ? time : -Infinity;
        const before = known.get(plate);
        const passages = (before?.passages ?? 0) + 1;
        known.set(
          plate,
          before && before.when > when
            ? { ...before, passages }
            : { plate, passages, last: rowAt(ordinal), when },
        );
      }
      const bare = compact(prefix);
      const all = [...known.values()].sort((left, right) => right.when - left.when);
      const starting = all.filter(({ plate }) => compact(plate).startsWith(bare));
      const chosen = starting.length
        ? starting
        : all.filter(({ plate }) => compact(plate).includes(bare));
      return chosen.slice(0, limit).map(({ plate, passages, last }) => ({ plate, passages, last }));
    },
  };
}
