import type { HashedEntry } from '../../../../shared/journal/entry';
import type { DeviceId, RowId } from '../../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../../shared/kernel/result';
import {
  writeParcel,
  type ParcelFile,
  type ParcelLedger,
} from '../../../../shared/exchange/parcel/writeParcel';
import { writeReceipt } from '../../../../shared/exchange/parcel/writeReceipt';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { namesOfMakers } from '../../../../shared/merge/deviceNames';
import { seenOf } from '../../../../shared/merge/knowledge';
import type { MergeReading } from '../../../../shared/merge/mergeStore';
import { entriesLacking, rowsTouched } from '../../../../shared/merge/sending';
import type { MergeLine } from '../../../store/connectMergeLine';
import { readReferences, type References } from '../../../store/references';
import type {
  ParcelProgress,
  ReceiptOrder,
  SendOrder,
  SendProblem,
  WrittenParcel,
} from '../parcel/parcelCalls';

interface Surroundings {
  readonly line: MergeLine;
  readonly ledgers: readonly LedgerDefinition[];
  readonly onProgress: (progress: ParcelProgress) => void;
  readonly signal: { readonly aborted: boolean };
  readonly pause: () => Promise<void>;
}

/** The workbooks for one receiver: what it lacks, or everything, in as many files as it takes. */
export async function sendParcel(
  order: SendOrder,
  { line, ledgers, onProgress, signal, pause }: Surroundings,
): Promise<Result<WrittenParcel, SendProblem>> {
  const store = await line.read((done, total) => onProgress({ stage: 'journal', done, total }));
  const wanted = new Set(order.ledgers);
  // rows of an own ledger mean nothing where its definition is not known
  const definer = ledgers.find(({ role }) => role === 'definitions');
  if (definer && ledgers.some(({ area, id }) => area === definer.area && wanted.has(id)))
    wanted.add(definer.id);
  const seen = order.everything ? {} : order.seen;
  const entries = await entriesLacking(store, seen, wanted);
  const touched = rowsTouched(entries);
  const sent: ParcelLedger[] = [];
  const references: References[] = [];
  let done = 0;
  for (const definition of ledgers) {
    if (!wanted.has(definition.id)) continue;
    onProgress({ stage: 'gathering', done: done++, total: wanted.size });
    await pause();
    if (signal.aborted) return failed({ tag: 'cancelled' });
    const rows = order.everything
      ? await allRows(line, definition.id)
      : await liveRows(line, definition.id, [...(touched.get(definition.id) ?? [])]);
    if (rows.length === 0 && !touched.has(definition.id)) continue;
    sent.push({ definition, rows });
    references.push(await readReferences(line, definition));
  }
  if (sent.length === 0) return failed({ tag: 'nothingNew' });
  const written = await writeParcel({
    kind: order.kind,
    head: {
      ...order.head,
      sender: senderOf(order, store),
      seen: seenOf(store.knowledge),
      devices: namesOfMakers(entries, store.deviceNames),
    },
    ledgers: sent,
    entries,
    seed: order.seed,
    language: order.language,
    describeReference: (ledger, id) =>
      firstOf(references, (one) => one.context.describeReference(ledger, id)),
    referenceNames: (ledger) =>
      references.find((one) => one.names(ledger).length > 0)?.names(ledger) ?? [],
    ...(order.password === '' ? {} : { password: order.password }),
    onProgress: (part, parts) => onProgress({ stage: 'writing', done: part, total: parts }),
    signal,
    pause,
  });
  if (!written.ok) return written;
  return ok({
    files: written.value,
    changes: changesIn(order.kind === 'masked' ? [] : entries),
    rows: sent.reduce((sum, { rows }) => sum + rows.length, 0),
  });
}

export async function sendReceipt(order: ReceiptOrder, line: MergeLine): Promise<ParcelFile> {
  const store = await line.read();
  const { head, seed, language, of, password } = order;
  return writeReceipt({
    head: { ...head, sender: senderOf(order, store), seen: seenOf(store.knowledge) },
    seed,
    language,
    of,
    ...(password === '' ? {} : { password }),
  });
}

/** The device is the store's: its journal is what travels. */
function senderOf(
  { sender }: Pick<SendOrder, 'sender'>,
  { device }: MergeReading,
): SendOrder['sender'] & { readonly device: DeviceId } {
  return { ...sender, device };
}

function changesIn(entries: readonly HashedEntry[]): number {
  return entries.reduce((sum, { entry }) => sum + entry.changes.length, 0);
}

function firstOf<From, To>(
  all: readonly From[],
  find: (one: From) => To | undefined,
): To | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

const batchRows = 2_000;

async function allRows(line: MergeLine, ledger: string): Promise<readonly Row[]> {
  const view = await line.openView({ ledger }, 0);
  const rows: Row[] = [];
  for (let from = 0; from < view.count; from += batchRows) {
    rows.push(...(await line.viewRows(view.id, from, from + batchRows)));
  }
  await line.closeView(view.id);
  return rows;
}

async function liveRows(
  line: MergeLine,
  ledger: string,
  ids: readonly RowId[],
): Promise<readonly Row[]> {
  const live: Row[] = [];
  for (let from = 0; from < ids.length; from += batchRows) {
    for (const row of await line.rows(ledger, ids.slice(from, from + batchRows))) {
      if (row && row.deletedAt === undefined) live.push(row);
    }
  }
  return live;
}
