import type { Finding, ParseContext } from '../../../../shared/fields/codec';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { validateRow } from '../../../../shared/ledger/validateRow';
import { readTyped } from './readTyped';

/** A pasted line as a new record, or the first thing that keeps it from being one. */
export type PastedRecord =
  | { readonly ok: true; readonly values: Readonly<Record<string, StoredValue>> }
  | { readonly ok: false; readonly field: string; readonly why: Finding };

/** Reads a line of pasted texts, the first for the first of the columns. */
export function readPastedRecord(
  ledger: LedgerDefinition,
  columns: readonly string[],
  texts: readonly string[],
  context: ParseContext,
): PastedRecord {
  const values: Record<string, StoredValue> = {};
  for (const [index, name] of columns.entries()) {
    const field = ledger.fields[name];
    const text = texts[index] ?? '';
    if (!field || text.trim() === '') continue;
    const read = readTyped({ ...field, required: false }, text, context);
    if (read.state === 'wrong') return { ok: false, field: name, why: read.why };
    if (read.state === 'value' && read.value !== null) values[name] = read.value;
  }
  const findings = validateRow(ledger, values, context);
  for (const [field, { errors }] of Object.entries(findings)) {
    const [why] = errors;
    if (why) return { ok: false, field, why };
  }
  return { ok: true, values };
}

/** What a block of one cell fills a selection with: the same text everywhere. */
export function repeatOver<Cell>(
  cells: readonly (readonly Cell[])[],
  rows: number,
  columns: number,
): readonly (readonly Cell[])[] {
  const only = cells[0]?.[0];
  if (cells.length !== 1 || cells[0]?.length !== 1 || only === undefined) return cells;
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => only));
}
