import { codecFor } from '../../fields/codecFor';
import type { Language, ParseContext } from '../../fields/codec';
import type { HashedEntry } from '../../journal/entry';
import type { RowId } from '../../kernel/ids';
import { failed, ok, type Result } from '../../kernel/result';
import type { LedgerDefinition, Row, RowValues } from '../../ledger/defineLedger';
import { encryptWorkbook } from '../encryption/agile';
import { layoutColumns } from '../write/layout';
import { sheetName } from '../write/skeleton';
import { writeLedgersWorkbook, type WriteProblem } from '../write/writeLedgerWorkbook';
import { workbookWords } from '../write/words';
import { machineSheet } from './machineSheet';
import { parcelFormat, type Manifest, type ParcelKind } from './manifest';
import { parcelFileName } from './parcelFileName';
import type { Snapshot } from './payload';
import { sealParcel } from './sealParcel';

export interface ParcelLedger {
  readonly definition: LedgerDefinition;
  /** What its sheet shows. */
  readonly rows: readonly Row[];
}

export interface ParcelRequest {
  readonly kind: ParcelKind;
  readonly head: Pick<
    Manifest,
    'parcel' | 'number' | 'event' | 'sender' | 'sentAt' | 'to' | 'seen' | 'devices' | 'receipts'
  >;
  readonly ledgers: readonly ParcelLedger[];
  /** In the order of their journals. A masked parcel carries none: they hold sensitive fields. */
  readonly entries: readonly HashedEntry[];
  /** Of the device's Ed25519 key; without it the parcel is unsigned. */
  readonly seed?: Uint8Array;
  readonly language: Language;
  readonly describeReference?: ParseContext['describeReference'];
  readonly referenceNames?: (ledger: string) => readonly string[];
  /** Without one the workbook opens for everybody. */
  readonly password?: string;
  readonly limits?: PartLimits;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: { readonly aborted: boolean };
  readonly pause?: () => Promise<void>;
}

/** What one file may hold; more makes more files, which may be received in any order. */
export interface PartLimits {
  readonly rows: number;
  readonly changes: number;
}

/** About 10 MB, and a few seconds to open in a spreadsheet program. */
const defaultLimits: PartLimits = { rows: 20_000, changes: 50_000 };

export interface ParcelFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Part {
  readonly ledgers: readonly ParcelLedger[];
  readonly entries: readonly HashedEntry[];
}

/**
 * The exchange workbook, or several where it would grow too large: a sheet per ledger for people, and
 * a very hidden one with the exact changes, what the sheets show, and the sender's signature.
 */
export async function writeParcel(
  request: ParcelRequest,
): Promise<Result<readonly ParcelFile[], WriteProblem>> {
  const parts = splitParts(request, request.limits ?? defaultLimits);
  const files: ParcelFile[] = [];
  for (const [index, part] of parts.entries()) {
    const file = await writePart(request, part, { index: index + 1, of: parts.length });
    if (!file.ok) return file;
    files.push(file.value);
    request.onProgress?.(index + 1, parts.length);
    if (request.signal?.aborted) return failed({ tag: 'cancelled' });
  }
  return ok(files);
}

function splitParts(request: ParcelRequest, limits: PartLimits): readonly Part[] {
  const entries = request.kind === 'exchange' ? request.entries : [];
  const entryGroups: HashedEntry[][] = [[]];
  let changes = 0;
  for (const item of entries) {
    const own = item.entry.changes.length;
    if (changes > 0 && changes + own > limits.changes) {
      entryGroups.push([]);
      changes = 0;
    }
    entryGroups.at(-1)?.push(item);
    changes += own;
  }
  const ledgerGroups: ParcelLedger[][] = [[]];
  let room = limits.rows;
  for (const { definition, rows } of request.ledgers) {
    let from = 0;
    do {
      if (room === 0) {
        ledgerGroups.push([]);
        room = limits.rows;
      }
      const taken = rows.slice(from, from + room);
      ledgerGroups.at(-1)?.push({ definition, rows: taken });
      room -= taken.length;
      from += taken.length;
    } while (from < rows.length);
  }
  const count = Math.max(entryGroups.length, ledgerGroups.length);
  return Array.from({ length: count }, (_, index) => ({
    // A workbook has a sheet: a part that only carries changes shows the first ledger, empty.
    ledgers:
      ledgerGroups[index] ?? request.ledgers.slice(0, 1).map((one) => ({ ...one, rows: [] })),
    entries: entryGroups[index] ?? [],
  }));
}

async function writePart(
  request: ParcelRequest,
  { ledgers, entries }: Part,
  part: Manifest['part'],
): Promise<Result<ParcelFile, WriteProblem>> {
  const { kind, head, language, seed, password } = request;
  const masked = kind === 'masked';
  const manifest: Omit<Manifest, 'payload'> = {
    ...head,
    format: parcelFormat,
    kind,
    part,
    ledgers: ledgers.map(({ definition, rows }) => ({
      id: definition.id,
      version: definition.version,
      title: definition.title[language],
      rows: rows.length,
      changes: entries
        .filter(({ entry }) => entry.ledger === definition.id)
        .reduce((sum, { entry }) => sum + entry.changes.length, 0),
    })),
  };
  const shown = ledgers.map((ledger) => snapshotOf(ledger, request, masked));
  const sealed = await sealParcel(manifest, { entries, shown }, seed);
  const words = workbookWords[language];
  const { describeReference, referenceNames, signal, pause } = request;
  const workbook = await writeLedgersWorkbook(
    ledgers.map(({ definition, rows }) => ({
      definition,
      rows,
      language,
      title: `${head.sender.unit} ${definition.title[language]}`.trim(),
      masked,
      ...(describeReference ? { describeReference } : {}),
      ...(referenceNames ? { referenceNames } : {}),
      ...(signal ? { signal } : {}),
      ...(pause ? { pause } : {}),
    })),
    [machineSheet(sealed, words.machineSheet, words.machineNote)],
  );
  if (!workbook.ok) return workbook;
  const bytes =
    password === undefined ? workbook.value : await encryptWorkbook(workbook.value, password);
  return ok({ name: parcelFileName(manifest, language), bytes });
}

/** What the sheet of a ledger shows: sensitive fields of a masked one are nowhere in the file. */
function snapshotOf(
  { definition, rows }: ParcelLedger,
  { language, describeReference }: ParcelRequest,
  masked: boolean,
): Snapshot {
  const columns = layoutColumns(definition, language, { masked }).flatMap(({ name, header }) =>
    name === undefined ? [] : [{ field: name, header }],
  );
  const names = new Map<string, Map<string, string>>();
  const shown = new Map<RowId, RowValues>();
  for (const { id, values } of rows) {
    const filled: RowValues = Object.fromEntries(
      columns.flatMap(({ field: name }) => {
        const value = values[name];
        const field = definition.fields[name];
        if (value === undefined || !field) return [];
        const { refersTo } = field;
        if (refersTo !== undefined) {
          for (const one of [value].flat()) {
            const text = typeof one === 'string' ? describeReference?.(refersTo, one) : undefined;
            if (typeof one !== 'string' || text === undefined) continue;
            names.set(refersTo, (names.get(refersTo) ?? new Map<string, string>()).set(one, text));
          }
        }
        return [[name, codecFor(field).normalise(value)] as const];
      }),
    );
    shown.set(id, filled);
  }
  const sheet = sheetName(definition.title[language]);
  return { ledger: definition.id, sheet, columns, rows: shown, names };
}
