import {
  findHeader,
  headerAt,
  type FoundHeader,
} from '../../../../../shared/exchange/recognise/findHeader';
import { proposeMapping, type Mapping } from '../../../../../shared/exchange/recognise/mapping';
import {
  findReportDate,
  type ReportDate,
} from '../../../../../shared/exchange/recognise/reportDate';
import {
  alikeSheets,
  joinSheets,
  type TablePlace,
} from '../../../../../shared/exchange/recognise/joinSheets';
import type { Sheet, Workbook } from '../../../../../shared/exchange/workbook';
import type { IsoDate } from '../../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';
import type { Proposal } from './proposeTables';

/** What a person may correct before the check. Without a header there is nothing to check yet. */
export interface Choice {
  readonly ledger: string | undefined;
  readonly sheetIndex: number;
  /** What is imported: the sheet, or with it those that bear the same columns. */
  readonly sheet: Sheet | undefined;
  /** The other sheets with the same columns, whether they go along or not. */
  readonly alike: readonly TablePlace[];
  readonly joined: boolean;
  readonly header: FoundHeader | undefined;
  readonly mapping: Mapping;
  readonly clearBlanks: boolean;
  /** Dates without a year are of its year. */
  readonly reportOn: ReportDate;
  /** Why it is so: shown beside the choice. */
  readonly why: 'found' | 'remembered' | 'chosen' | 'none';
}

/** A file's name and the day it came: what is known when the workbook does not say its date. */
export interface NamedOn {
  readonly fileName: string;
  readonly today: IsoDate;
}

export function firstChoice(
  workbook: Workbook,
  proposal: Proposal | undefined,
  ledgers: readonly LedgerDefinition[],
  file: NamedOn,
): Choice {
  const definition = ledgers.find(({ id }) => id === proposal?.ledger);
  const firstFilled = workbook.sheets.findIndex(({ hidden, rows }) => !hidden && rows.length > 0);
  const sheetIndex = proposal?.sheetIndex ?? Math.max(0, firstFilled);
  const sheet = workbook.sheets[sheetIndex];
  const blank = {
    sheetIndex,
    sheet,
    alike: [],
    joined: false,
    header: undefined,
    mapping: [],
    clearBlanks: false,
    reportOn: findReportDate(sheet, proposal?.header, file.fileName, file.today),
  };
  if (!proposal || !definition || !sheet) return { ...blank, ledger: undefined, why: 'none' };
  const choice = { ...blank, ledger: proposal.ledger, why: 'found' } as const;
  return withPlace(choice, workbook, definition, { sheet, header: proposal.header }, true);
}

/** Another sheet or header may say another date; one that a person gave stays. */
export function withReportDate(choice: Choice, file: NamedOn): Choice {
  if (choice.reportOn.from === 'chosen') return choice;
  const reportOn = findReportDate(choice.sheet, choice.header, file.fileName, file.today);
  return { ...choice, reportOn };
}

/** Another ledger or sheet by hand: header and columns are looked for anew. */
export function rechoose(
  choice: Choice,
  workbook: Workbook,
  definition: LedgerDefinition | undefined,
  change: { readonly sheetIndex?: number; readonly ledger?: string },
): Choice {
  const sheetIndex = change.sheetIndex ?? choice.sheetIndex;
  const sheet = workbook.sheets[sheetIndex];
  const next = { ...choice, ...change, sheet, why: 'chosen' } as const;
  const nothing = { header: undefined, alike: [], joined: false, mapping: [] };
  if (!sheet || !definition) return { ...next, ...nothing };
  // The header row a person pointed at stays when only the ledger changes.
  const header =
    findHeader(sheet, definition) ??
    (choice.header && change.sheetIndex === undefined
      ? headerAt(sheet, choice.header.firstRow, choice.header.lastRow, definition)
      : undefined);
  if (!header) return { ...next, ...nothing };
  // Whoever chooses a sheet means that one.
  const joined = change.sheetIndex === undefined && choice.joined;
  return withPlace(next, workbook, definition, { sheet, header }, joined);
}

/** The header stands where a person says it does. */
export function withHeaderAt(
  choice: Choice,
  workbook: Workbook,
  definition: LedgerDefinition,
  firstRow: number,
  lastRow: number,
): Choice {
  const sheet = workbook.sheets[choice.sheetIndex];
  if (!sheet) return choice;
  const header = headerAt(sheet, firstRow, lastRow, definition);
  const next = { ...choice, why: 'chosen' } as const;
  return withPlace(next, workbook, definition, { sheet, header }, choice.joined);
}

/** The sheets with the same columns go along, or do not. */
export function withAlike(
  choice: Choice,
  workbook: Workbook,
  definition: LedgerDefinition,
  joined: boolean,
): Choice {
  const sheet = workbook.sheets[choice.sheetIndex];
  if (!sheet || !choice.header) return choice;
  const { firstRow, lastRow } = choice.header;
  const header = headerAt(sheet, firstRow, lastRow, definition);
  const next = withPlace(choice, workbook, definition, { sheet, header }, joined);
  // What a person corrected stays; only the column of the sheets' names comes or goes.
  const mapping = next.mapping.map((one) => choice.mapping[one.column] ?? one);
  return { ...next, mapping: mapping.slice(0, next.mapping.length) };
}

/** What is imported of a workbook: a table, or with it those of the sheets that bear its columns. */
export interface ChosenTable extends TablePlace {
  readonly alike: readonly TablePlace[];
  readonly joined: boolean;
}

export function chosenTable(
  { sheets }: Workbook,
  definition: LedgerDefinition,
  place: TablePlace,
  wanted: boolean,
): ChosenTable {
  const alike = alikeSheets(sheets, place, definition);
  const joined = wanted && alike.length > 0;
  return { ...(joined ? joinSheets(place, alike) : place), alike, joined };
}

function withPlace(
  choice: Choice,
  workbook: Workbook,
  definition: LedgerDefinition,
  place: TablePlace,
  wanted: boolean,
): Choice {
  const { sheet, header, alike, joined } = chosenTable(workbook, definition, place, wanted);
  const mapping = proposeMapping(header.headers, definition);
  return { ...choice, sheet, alike, joined, header, mapping };
}

/** A column is imported into `target` (a field, the record number, or null for not at all). */
export function withTarget(choice: Choice, column: number, target: string | null): Choice {
  const mapping = choice.mapping.map((one) => {
    if (one.column !== column) return one;
    const score = target === null ? 0 : 1;
    return { ...one, target, score, reason: 'chosen' as const };
  });
  return { ...choice, mapping };
}

/** What keeps a mapping from being used, and what only should be looked at. */
export interface MappingState {
  readonly mapped: number;
  readonly twice: readonly string[];
  readonly missing: readonly string[];
}

export function mappingState(mapping: Mapping, definition: LedgerDefinition): MappingState {
  const targets = mapping.flatMap(({ target }) => (target === null ? [] : [target]));
  const twice = [...new Set(targets.filter((one, index) => targets.indexOf(one) !== index))];
  const missing = Object.entries(definition.fields)
    .filter(([name, field]) => field.required && !targets.includes(name))
    .map(([name]) => name);
  return { mapped: targets.length, twice, missing };
}

/** Some column is read as a date or time: the date of the report matters. */
export function hasDates(mapping: Mapping, definition: LedgerDefinition): boolean {
  return mapping.some(({ target }) => {
    const kind = target === null ? undefined : definition.fields[target]?.kind;
    return kind === 'date' || kind === 'instant';
  });
}
