import type { z } from 'zod';
import type { RowId } from '../kernel/ids';
import type { Instant } from '../kernel/time';
import type { RowValues } from '../ledger/defineLedger';

/** A line of a policy: in force from its instant on, up to the moment before `until`. */
export interface Dated {
  readonly from: Instant;
  readonly until?: Instant | undefined;
}

export function isInForce({ from, until }: Dated, at: Instant): boolean {
  return from <= at && (until === undefined || at < until);
}

/** A record of a policy's ledger that is no line of it: never left out in silence. */
export interface UnreadLine {
  readonly row: RowId;
  /** Fields that are missing or hold something else than they should. */
  readonly fields: readonly string[];
}

export interface ReadTable<Line> {
  readonly lines: readonly Line[];
  readonly unread: readonly UnreadLine[];
}

/**
 * The records of a policy's ledger as its lines. Policies are ledgers, so that an office edits them
 * as a table or as a workbook, they travel in exchange workbooks, and the journal keeps every version.
 */
export function readTable<Line>(
  line: z.ZodType<Line>,
  rows: Iterable<{ readonly id: RowId; readonly values: RowValues }>,
): ReadTable<Line> {
  const lines: Line[] = [];
  const unread: UnreadLine[] = [];
  for (const { id, values } of rows) {
    const read = line.safeParse(values);
    if (read.success) lines.push(read.data);
    else unread.push({ row: id, fields: fieldsOf(read.error) });
  }
  return { lines, unread };
}

function fieldsOf(error: z.ZodError): readonly string[] {
  return [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))];
}
