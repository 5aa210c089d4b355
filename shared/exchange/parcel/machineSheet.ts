import type { WriteSheet } from 'hucre/xlsx';
import { fromBase64Url, toBase64Url } from '../../kernel/bytes';
import { cellText, type Workbook } from '../workbook';

/** Below the limit of 32,767 characters, with room for the number before. */
const chunkLength = 32_000;
const magic = 'COUNTYLINE';
const chunkPattern = /^COUNTYLINE (\d+)\/(\d+) ([A-Za-z0-9_-]*)$/;

/**
 * The sheet that carries the machine part, its bytes as text in numbered cells. Spreadsheet programs
 * turn very hidden into hidden and may move rows: only what the cells say counts.
 */
export function machineSheet(bytes: Uint8Array, name: string, note: string): WriteSheet {
  const text = toBase64Url(bytes);
  const chunks = Math.max(1, Math.ceil(text.length / chunkLength));
  const rows = Array.from({ length: chunks }, (_, index) => [
    `${magic} ${index + 1}/${chunks} ${text.slice(index * chunkLength, (index + 1) * chunkLength)}`,
  ]);
  return { name, veryHidden: true, rows: [[note], ...rows] };
}

export type MachinePart =
  | { readonly state: 'absent' }
  | { readonly state: 'whole'; readonly bytes: Uint8Array; readonly sheet: string }
  /** Cells are missing or were changed. */
  | { readonly state: 'broken'; readonly sheet: string };

/** Finds the machine part by what its cells hold, in whatever sheet and order they are. */
export function readMachinePart(workbook: Workbook): MachinePart {
  for (const sheet of workbook.sheets) {
    const chunks = new Map<number, string>();
    let total = 0;
    let isOne = false;
    for (const cell of sheet.rows.flat()) {
      const text = cell.type === 'text' ? cellText(cell) : '';
      if (!text.startsWith(`${magic} `)) continue;
      isOne = true;
      const match = chunkPattern.exec(text);
      if (!match) continue;
      total = Number(match[2]);
      chunks.set(Number(match[1]), match[3] ?? '');
    }
    if (!isOne) continue;
    const { name } = sheet;
    if (chunks.size !== total) return { state: 'broken', sheet: name };
    const parts = Array.from({ length: total }, (_, index) => chunks.get(index + 1) ?? '');
    const bytes = fromBase64Url(parts.join(''));
    return bytes ? { state: 'whole', bytes, sheet: name } : { state: 'broken', sheet: name };
  }
  return { state: 'absent' };
}
