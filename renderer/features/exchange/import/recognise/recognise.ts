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
import { pickSheet } from '../../../../../shared/exchange/recognise/pickSheet';
import type { Sheet, Workbook } from '../../../../../shared/exchange/workbook';
import type { IsoDate } from '../../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';

/** Which ledger a workbook seems to be of, and where in it. */
export interface Proposal {
  readonly ledger: string;
  readonly sheetIndex: number;
  readonly header: FoundHeader;
}

/** What a person may correct before the check. Without a header there is nothing to check yet. */
export interface Choice {
  readonly ledger: string | undefined;
  readonly sheetIndex: number;
  readonly header: FoundHeader | undefined;
  readonly mapping: Mapping;
  readonly clearBlanks: boolean;
  /** Dates without a year are of its year. */
  readonly reportOn: ReportDate;
  /** Why it is so: shown beside the choice. */
  readonly why: 'found' | 'remembered' | 'chosen' | 'none';
}

/** The ledger with most of its column names in the workbook; undefined where none has any. */
export function proposeLedger(
  workbook: Workbook,
  ledgers: readonly LedgerDefinition[],
): Proposal | undefined {
  let best: Proposal | undefined;
  let bestScore = 0;
  for (const definition of ledgers) {
    const picked = pickSheet(workbook, definition);
    // One word in common (备注, 日期) says nothing about what a table is.
    if (!picked || picked.header.recognised < 2) continue;
    const score = picked.header.recognised + picked.header.share;
    if (score > bestScore) {
      const { sheet, header } = picked;
      best = { ledger: definition.id, sheetIndex: workbook.sheets.indexOf(sheet), header };
      bestScore = score;
    }
  }
  return best;
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
  if (!proposal || !definition) {
    const sheetIndex = Math.max(
      0,
      workbook.sheets.findIndex(({ hidden, rows }) => !hidden && rows.length > 0),
    );
    const none = { ledger: undefined, header: undefined, mapping: [], clearBlanks: false };
    const reportOn = findReportDate(
      workbook.sheets[sheetIndex],
      undefined,
      file.fileName,
      file.today,
    );
    return { ...none, sheetIndex, reportOn, why: 'none' };
  }
  const { ledger, sheetIndex, header } = proposal;
  const mapping = proposeMapping(header.headers, definition);
  const sheet = workbook.sheets[sheetIndex];
  const reportOn = findReportDate(sheet, header, file.fileName, file.today);
  return { ledger, sheetIndex, header, mapping, clearBlanks: false, reportOn, why: 'found' };
}

/** Another sheet or header may say another date; one that a person gave stays. */
export function withReportDate(choice: Choice, workbook: Workbook, file: NamedOn): Choice {
  if (choice.reportOn.from === 'chosen') return choice;
  const sheet = workbook.sheets[choice.sheetIndex];
  const reportOn = findReportDate(sheet, choice.header, file.fileName, file.today);
  return { ...choice, reportOn };
}

/** Another ledger or sheet by hand: header and columns are looked for anew. */
export function rechoose(
  choice: Choice,
  sheet: Sheet | undefined,
  definition: LedgerDefinition | undefined,
  change: { readonly sheetIndex?: number; readonly ledger?: string },
): Choice {
  const next: Choice = { ...choice, ...change, why: 'chosen' };
  if (!sheet || !definition) return { ...next, header: undefined, mapping: [] };
  // The header row a person pointed at stays when only the ledger changes.
  const header =
    findHeader(sheet, definition) ??
    (choice.header && change.sheetIndex === undefined
      ? headerAt(sheet, choice.header.firstRow, choice.header.lastRow, definition)
      : undefined);
  return { ...next, header, mapping: header ? proposeMapping(header.headers, definition) : [] };
}

/** The header stands where a person says it does. */
export function withHeaderAt(
  choice: Choice,
  sheet: Sheet,
  definition: LedgerDefinition,
  firstRow: number,
  lastRow: number,
): Choice {
  const header = headerAt(sheet, firstRow, lastRow, definition);
  const mapping = proposeMapping(header.headers, definition);
  return { ...choice, header, mapping, why: 'chosen' };
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
