import type { TFunction } from 'i18next';
import { maskValue } from '../../../shared/fields/mask';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import type { Fact, WorkColumn, WorkLine } from '../../../shared/work/workList';
import { unitInBrackets } from '../../app/unitWord';
import { cellShown, isNumeric } from '../../components/record/cellShown';
import type { RecordNames } from './useRecordNames';

export interface LineCell {
  readonly text: string;
  /** What the column is sorted by. */
  readonly key: Fact | undefined;
}

/** What cells are made of, beside the lines. */
export interface CellSurroundings {
  readonly ledger: LedgerDefinition;
  readonly language: 'zh' | 'en';
  readonly names: RecordNames;
  readonly t: TFunction;
}

export interface ShownColumn {
  readonly id: string;
  /** With its unit in brackets. */
  readonly header: string;
  readonly isNumber: boolean;
  /** px, where all of its cells are alike; else what they hold decides. */
  readonly width: number | undefined;
  readonly cell: (line: WorkLine) => LineCell;
}

export function shownColumn(column: WorkColumn, surroundings: CellSurroundings): ShownColumn {
  const { ledger, language, t } = surroundings;
  if (column.as === 'field') {
    const field = ledger.fields[column.field];
    const isNumber = field !== undefined && isNumeric(field);
    return {
      id: column.field,
      header: field ? field.header[language] + unitInBrackets(t, field) : column.field,
      isNumber,
      width: field && momentWidths[field.kind],
      cell: (line) => fieldCell(column.field, line, surroundings),
    };
  }
  const isNumber = ['count', 'amount', 'percent'].includes(column.as);
  return {
    id: column.fact,
    header:
      t(`work.facts.${column.fact}`) +
      (column.as === 'percent' ? t('fields.inBrackets', { unit: '%' }) : ''),
    isNumber,
    width: momentWidths[column.as],
    cell: ({ facts }) => factCell(column, facts[column.fact], surroundings),
  };
}

const momentWidths: Readonly<Record<string, number>> = { instant: 124, date: 90, day: 90 };

/** What a field of a record holds, in words; masked where it is sensitive. */
export function fieldText(
  ledger: LedgerDefinition,
  name: string,
  { values }: Row,
  language: 'zh' | 'en',
): string {
  const field = ledger.fields[name];
  const value = values[name];
  if (!field || value === undefined) return '';
  return field.sensitive ? maskValue(field, value) : cellShown(field, value, language, {}).text;
}

/** Masked where it is sensitive: the record itself shows it to whoever asks. */
function fieldCell(
  name: string,
  { row }: WorkLine,
  { ledger, language, names }: CellSurroundings,
): LineCell {
  const field = ledger.fields[name];
  const value = row.values[name];
  if (!field || value === undefined) return { text: '', key: undefined };
  if (field.sensitive) return { text: maskValue(field, value), key: String(value) };
  const { text } = cellShown(field, value, language, {
    describeReference: (other, id) => names.get(other)?.get(id),
  });
  return { text, key: typeof value === 'number' ? value : text };
}

function factCell(
  column: Exclude<WorkColumn, { readonly as: 'field' }>,
  fact: Fact | undefined,
  { names }: CellSurroundings,
): LineCell {
  if (fact === undefined) return { text: '', key: undefined };
  switch (column.as) {
    case 'count':
      return { text: Number(fact).toLocaleString('en-US'), key: fact };
    case 'amount':
      return {
        text: Number(fact).toLocaleString('en-US', { maximumFractionDigits: 3 }),
        key: fact,
      };
    case 'percent':
      return { text: Number(fact).toFixed(1), key: fact };
    case 'instant':
      return { text: formatInstant(toInstant(Number(fact))), key: fact };
    case 'record': {
      const text = names.get(column.ledger)?.get(String(fact)) ?? '';
      return { text, key: text };
    }
    case 'day':
    case 'text':
      return { text: String(fact), key: fact };
  }
}

/** Ledgers whose names the columns show. */
export function namedLedgers(
  columns: readonly WorkColumn[],
  ledger: LedgerDefinition,
): readonly string[] {
  const all = columns.flatMap((column) => {
    if (column.as === 'record') return [column.ledger];
    if (column.as !== 'field') return [];
    return ledger.fields[column.field]?.refersTo ?? [];
  });
  return [...new Set(all)];
}

export function compareKeys(left: Fact | undefined, right: Fact | undefined): number {
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'zh-CN');
}
