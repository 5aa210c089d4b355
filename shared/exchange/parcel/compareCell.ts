import { codecFor } from '../../fields/codecFor';
import type { Finding, ParseContext, RawCell } from '../../fields/codec';
import type { Field, StoredValue } from '../../ledger/field';
import { sameValue } from '../../ledger/sameValue';
import { isBlankCell } from '../workbook';
import type { Snapshot } from './payload';

/** What a cell says, held against what it said when it was sent. */
export type CellReading =
  | { readonly state: 'same' }
  /** The digits are gone, and those left are those of what was sent: a program did it, nobody. */
  | { readonly state: 'destroyed' }
  | { readonly state: 'cleared' }
  | {
      readonly state: 'changed';
      readonly value: StoredValue;
      readonly findings: readonly Finding[];
    }
  | { readonly state: 'unreadable'; readonly why: Finding };

/** Names read as they were sent: a record renamed here since is still the one that was meant. */
export function sentContext(snapshot: Snapshot, here: ParseContext): ParseContext {
  const byName = new Map<string, string>();
  for (const [ledger, names] of snapshot.names) {
    for (const [id, name] of names) byName.set(`${ledger} ${name}`, id);
  }
  return {
    ...here,
    resolveReference: (ledger, text) =>
      byName.get(`${ledger} ${text}`) ?? here.resolveReference?.(ledger, text),
    describeReference: (ledger, id) =>
      snapshot.names.get(ledger)?.get(id) ?? here.describeReference?.(ledger, id),
  };
}

/** True where a person would have to have changed the cell. */
export function cellDiffers(
  field: Field,
  cell: RawCell | undefined,
  sent: StoredValue | undefined,
  snapshot: Snapshot,
): boolean {
  const { state } = readCell(field, cell, sent, sentContext(snapshot, {}));
  return state !== 'same' && state !== 'destroyed';
}

export function readCell(
  field: Field,
  cell: RawCell | undefined,
  sent: StoredValue | undefined,
  context: ParseContext,
): CellReading {
  if (!cell || isBlankCell(cell)) return { state: sent === undefined ? 'same' : 'cleared' };
  const codec = codecFor(field);
  if (sent !== undefined) {
    if (looksAsSent(field, cell, sent, context)) return { state: 'same' };
    if (isDestroyed(cell, codec.toText(sent, 'zh', context))) return { state: 'destroyed' };
  }
  const parsed = codec.parse(cell, context);
  if (parsed.state === 'unreadable') return { state: 'unreadable', why: parsed.why };
  if (parsed.state === 'blank') return { state: sent === undefined ? 'same' : 'cleared' };
  if (sent !== undefined) {
    const written = codec.toCell(sent, context).value;
    const again = codec.parse(rawOf(written, codec.toCell(sent, context).format), context);
    const before = again.state === 'value' ? again.value : sent;
    if (sameValue(parsed.value, before) || sameValue(parsed.value, sent)) return { state: 'same' };
  }
  return { state: 'changed', value: parsed.value, findings: parsed.warnings };
}

function rawOf(value: string | number | boolean | null, format: string): RawCell {
  if (typeof value === 'number') return { type: 'number', number: value, format };
  if (typeof value === 'boolean') return { type: 'boolean', boolean: value };
  return value === null ? { type: 'blank' } : { type: 'text', text: value };
}

/** Another format, or a number that became text and back, changes no value. */
function looksAsSent(
  field: Field,
  cell: RawCell,
  sent: StoredValue,
  context: ParseContext,
): boolean {
  const codec = codecFor(field);
  const { value } = codec.toCell(sent, context);
  if (cell.type === 'number' && typeof value === 'number') {
    // A serial's seconds come back within a rounding error of each other.
    return Math.abs(cell.number - value) <= Math.abs(value) * 1e-12;
  }
  if (cell.type !== 'text') return false;
  const texts = [typeof value === 'string' ? value : '', codec.toText(sent, 'zh', context)];
  return texts.some((text) => text !== '' && text.trim() === cell.text.trim());
}

/** `410899199001010016` typed over as a number is 4.10899199001010E+17. */
function isDestroyed(cell: RawCell, sentText: string): boolean {
  if (!/^\d{15,}$/.test(sentText)) return false;
  if (cell.type === 'number') {
    // Spreadsheet programs save fifteen digits.
    return cell.number.toPrecision(15) === Number(sentText).toPrecision(15);
  }
  const lost = cell.type === 'text' && /^\d(\.\d+)?E\+\d{2}$/i.test(cell.text.trim());
  if (!lost) return false;
  const shown = Number(cell.text);
  return Math.abs(shown - Number(sentText)) <= shown * 1e-4;
}
