import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Field } from '../../../../shared/ledger/field';
import type { Filter, FilterTest, Query } from '../../contract';
import type { DictionaryColumn } from '../columns/dictionaryColumn';
import type { NumberColumn } from '../columns/numberColumn';
import type { TableRows } from '../columns/tableRows';
import type { TableServices } from '../contract';
import { ColumnSearch } from './columnSearch';
import { compact, fold } from './foldText';
import { passesTest } from './passesTest';
import { codeSetOf, blankSet, filledSet } from './codeSet';
import { fewRows } from './lookUpRows';
import { joinBits } from './joinBits';
import type { CodeSet, RowSet } from './rowSet';

const none: RowSet = { type: 'none' };
const all: RowSet = { type: 'all' };

/** From queries to sets of rows; keeps what searching needs of each column. */
export class QueryCompiler {
  readonly #searches = new WeakMap<DictionaryColumn, ColumnSearch>();
  readonly #fields: Readonly<Record<string, Field>>;

  constructor(
    readonly rows: TableRows,
    definition: LedgerDefinition,
    readonly services: TableServices,
  ) {
    this.#fields = definition.fields;
  }

  /** All of the sets must hold; those that let fewest rows pass come first. */
  compile(query: Query): readonly RowSet[] {
    const sets = (query.filters ?? []).map((filter) => this.#compileFilter(filter));
    if (query.search?.trim()) sets.push(this.#compileSearch(query.search));
    if (sets.some(({ type }) => type === 'none')) return [none];
    const selective = sets
      .filter(({ type }) => type !== 'all')
      .sort((left, right) => this.#expected(left) - this.#expected(right));
    return joinBits(this.rows, selective);
  }

  searchOf(column: DictionaryColumn): ColumnSearch {
    const known = this.#searches.get(column);
    if (known) return known;
    const search = new ColumnSearch(column, this.#fields[column.name], this.services);
    this.#searches.set(column, search);
    return search;
  }

  #compileFilter({ field, test }: Filter): RowSet {
    const column = this.rows.column(field);
    if (!column) return test.type === 'blank' ? all : none;
    return column.type === 'numbers'
      ? compileNumbers(column, test, this.rows.size)
      : this.#compileCodes(column, test);
  }

  #compileCodes(column: DictionaryColumn, test: FilterTest): RowSet {
    const { dictionary } = column;
    const { liveRows } = this.rows;
    switch (test.type) {
      case 'contains':
        return codeSetOf(column, (add) => this.searchOf(column).containing(test.text, add)) ?? none;
      case 'blank':
        return blankSet(column, liveRows);
      case 'filled':
        return filledSet(column);
      default: {
        const known = textsOf(test, dictionary.hasOnlyTexts);
        return (
          codeSetOf(column, (add) => {
            if (known)
              for (const text of known) {
                const code = dictionary.codeOf(text);
                if (code !== undefined) add(code);
              }
            else
              for (let code = 1; code <= dictionary.size; code++)
                if (passesTest(dictionary.valueOf(code), test)) add(code);
          }) ?? none
        );
      }
    }
  }

  #compileSearch(text: string): RowSet {
    const needle = fold(text).trim();
    const bare = compact(text);
    const sets: CodeSet[] = [];
    for (const column of this.rows.columns.values()) {
      if (column.type !== 'dictionary' || !Object.hasOwn(this.#fields, column.name)) continue;
      const search = this.searchOf(column);
      const set = codeSetOf(column, (add) => search.matching(needle, bare, add));
      if (set) sets.push(set);
    }
    const [only] = sets;
    return only === undefined ? none : sets.length === 1 ? only : { type: 'anyOf', sets };
  }

  #expected(set: RowSet): number {
    switch (set.type) {
      case 'none':
        return 0;
      case 'stretch':
        return set.to - set.from;
      case 'codes':
        return set.liveRows;
      case 'anyOf':
        return expectedOfAny(set.sets, this.rows.size);
      case 'range':
        return this.rows.size;
      default:
        return this.rows.size * 2;
    }
  }
}

/** The texts of which a value has to be one; undefined where the values have to be tested. */
function textsOf(test: FilterTest, hasOnlyTexts: boolean): readonly string[] | undefined {
  if (test.type === 'equals' && typeof test.value === 'string') return [test.value];
  if (test.type !== 'oneOf' || !hasOnlyTexts) return undefined;
  return test.values.filter((value) => typeof value === 'string');
}

/** Many rows in several columns have to be looked through; a few are looked up. */
function expectedOfAny(sets: readonly CodeSet[], rows: number): number {
  const sum = sets.reduce((all, one) => all + one.liveRows, 0);
  return sum <= fewRows ? sum : sum + rows;
}

function compileNumbers(column: NumberColumn, test: FilterTest, rows: number): RowSet {
  const { values } = column;
  if (test.type === 'equals') {
    return typeof test.value === 'number' ? rangeOf(column, test.value, test.value, rows) : none;
  }
  if (test.type === 'between') {
    // As a comparison of a number with a text has it: by the number that the text says.
    return rangeOf(column, Number(test.from ?? -Infinity), Number(test.to ?? Infinity), rows);
  }
  if (test.type === 'filled')
    return { type: 'range', column, values, low: -Infinity, high: Infinity };
  if (test.type === 'blank') return { type: 'noNumber', column, values };
  const known = new Map<number, boolean>();
  const accepts = (value: number) => {
    if (Number.isNaN(value)) return false;
    let answer = known.get(value);
    if (answer === undefined) {
      answer = passesTest(value, test);
      known.set(value, answer);
    }
    return answer;
  };
  return { type: 'numbers', values, accepts };
}

/** In a log the times rise with the ordinals: a stretch of time is found by halving. */
function rangeOf(column: NumberColumn, low: number, high: number, rows: number): RowSet {
  if (!(low <= high)) return none;
  if (!column.risesThroughout(rows))
    return { type: 'range', column, values: column.values, low, high };
  const { values } = column;
  const firstWhere = (isPast: (value: number) => boolean) => {
    let from = 0;
    let to = rows;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isPast(values[middle] ?? NaN)) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  const from = firstWhere((value) => value >= low);
  const to = firstWhere((value) => value > high);
  return from < to ? { type: 'stretch', from, to } : none;
}
