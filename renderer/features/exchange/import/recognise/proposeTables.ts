import {
  findHeader,
  type FoundHeader,
  type HeaderTexts,
} from '../../../../../shared/exchange/recognise/findHeader';
import { proposeMapping } from '../../../../../shared/exchange/recognise/mapping';
import { separateTables } from '../../../../../shared/exchange/recognise/separateTables';
import type { Workbook } from '../../../../../shared/exchange/workbook';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';

/** Which ledger a sheet seems to be of, and where in it. */
export interface Proposal {
  readonly ledger: string;
  readonly sheetIndex: number;
  readonly header: FoundHeader;
}

/** With each table of a sheet that holds several as a sheet of its own behind it. */
export function withTables(workbook: Workbook, ledgers: readonly LedgerDefinition[]): Workbook {
  const sheets = workbook.sheets.flatMap((sheet) => {
    const tables = separateTables(sheet, ledgers);
    return tables.length === 0 ? [sheet] : [{ ...sheet, separated: true as const }, ...tables];
  });
  return { ...workbook, sheets };
}

/**
 * For each sheet the ledger with most of its column names; best first, and none for a sheet that has
 * nothing of any. Of two ledgers that know the same columns, it is the one that needs no others. Visible
 * sheets go before hidden ones, tables before the sheet that holds them.
 */
export function proposeTables(
  { sheets }: Workbook,
  ledgers: readonly LedgerDefinition[],
): readonly Proposal[] {
  const proposals = sheets.flatMap((sheet, sheetIndex) => {
    const weight = (sheet.hidden ? 0.5 : 1) * (sheet.separated ? 0.9 : 1);
    const texts: HeaderTexts = new Map();
    let best: { readonly proposal: Proposal; readonly score: number } | undefined;
    for (const definition of ledgers) {
      const header = findHeader(sheet, definition, texts);
      // One word in common (备注, 日期) says nothing about what a table is.
      if (!header || header.recognised < 2) continue;
      const score = (header.recognised + header.share + requiredShare(header, definition)) * weight;
      if (best && score <= best.score) continue;
      best = { proposal: { ledger: definition.id, sheetIndex, header }, score };
    }
    return best ? [best] : [];
  });
  return proposals.sort((left, right) => right.score - left.score).map(({ proposal }) => proposal);
}

/** Share of the ledger's required fields that have a column. */
function requiredShare({ headers }: FoundHeader, definition: LedgerDefinition): number {
  const targets = new Set(proposeMapping(headers, definition).map(({ target }) => target));
  const required = Object.entries(definition.fields).filter(([, field]) => field.required);
  return required.filter(([name]) => targets.has(name)).length / Math.max(1, required.length);
}
