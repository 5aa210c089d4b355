import { writeXlsx } from 'hucre/xlsx';
import { formatInstant, toInstant } from '../../kernel/time';
import { encryptWorkbook } from '../encryption/agile';
import { workbookWords } from '../write/words';
import { machineSheet } from './machineSheet';
import { parcelFormat, type Manifest } from './manifest';
import { parcelFileName } from './parcelFileName';
import { sealParcel } from './sealParcel';
import type { ParcelFile, ParcelRequest } from './writeParcel';

export interface ReceiptRequest extends Pick<ParcelRequest, 'head' | 'seed' | 'language'> {
  /** What was received, as its sender called it. */
  readonly of: Pick<Manifest, 'sender' | 'sentAt' | 'number'>;
  readonly password?: string;
}

/**
 * The workbook that goes back after something was merged: a page for people, and in the machine part
 * what has arrived and what this device has seen, so that none of it is sent again.
 */
export async function writeReceipt(request: ReceiptRequest): Promise<ParcelFile> {
  const { head, seed, language, of, password } = request;
  const words = workbookWords[language];
  const manifest: Omit<Manifest, 'payload'> = {
    ...head,
    format: parcelFormat,
    kind: 'receipt',
    part: { index: 1, of: 1 },
    ledgers: [],
  };
  const sealed = await sealParcel(manifest, { entries: [], shown: [] }, seed);
  const whole = {
    ...manifest,
    ledgers: [{ id: '', version: 0, title: words.receipt, rows: 0, changes: 0 }],
  };
  const rows = [
    [words.receipt],
    [words.receiptOf, `${of.sender.unit} ${of.sender.deviceName}`.trim()],
    [words.receiptSent, `${formatInstant(toInstant(of.sentAt))}  ${of.number}`],
    [
      words.receiptBy,
      `${head.sender.unit} ${head.sender.deviceName} ${head.sender.operator}`.trim(),
    ],
    [words.receiptAt, formatInstant(toInstant(head.sentAt))],
    ...head.receipts.map(({ part, changes, edits, rejected }) => [
      words.receiptPart(part),
      words.receiptCounts(changes, edits, rejected),
    ]),
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: words.receipt, rows, columns: [{ width: 18 }, { width: 60 }] },
      machineSheet(sealed, words.machineSheet, words.machineNote),
    ],
  });
  return {
    name: parcelFileName(whole, language),
    bytes: password === undefined ? bytes : await encryptWorkbook(bytes, password),
  };
}
