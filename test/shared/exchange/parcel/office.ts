import { randomBytes } from 'node:crypto';
import type { HashedEntry } from '../../../../shared/journal/entry';
import { hashEntry, type Entry } from '../../../../shared/journal/entry';
import { toBase64Url } from '../../../../shared/kernel/bytes';
import { nextHybridTime } from '../../../../shared/kernel/hybridTime';
import type { DeviceId } from '../../../../shared/kernel/ids';
import { publicKeyOf } from '../../../../shared/kernel/signing';
import type { Sender } from '../../../../shared/exchange/parcel/manifest';
import type { Acquaintance, EnrolledDevice } from '../../../../shared/exchange/parcel/recognise';
import {
  writeParcel,
  type ParcelFile,
  type ParcelRequest,
} from '../../../../shared/exchange/parcel/writeParcel';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { ledgers } from '../../../../shared/ledgers/registry';
import { definitionOf, MemoryStore } from '../plan/memoryStore';

export const sentAt = Date.UTC(2022, 2, 27, 9);
export const seed = new Uint8Array(randomBytes(32));
export const senderDevice = '01HDDDDDDD0000000000000007' as DeviceId; // the form of a made id

export async function senderOf(key = seed): Promise<Sender> {
  return {
    device: senderDevice,
    publicKey: toBase64Url(await publicKeyOf(key)),
    deviceName: '卡点三',
    unit: '县指挥部',
    operator: '张某',
  };
}

export async function enrolled(key = seed): Promise<EnrolledDevice> {
  const { device, publicKey, deviceName, unit } = await senderOf(key);
  return { device, publicKey, name: deviceName, unit, enrolledAt: sentAt };
}

export async function acquaintance(devices: readonly EnrolledDevice[]): Promise<Acquaintance> {
  return {
    enrolled: devices,
    ownKey: '',
    received: new Set(),
    newestFrom: new Map(),
    ledgerVersions: new Map(ledgers.map(({ id, version }) => [id, version])),
  };
}

export const store = MemoryStore.sample(['permits', 'enterprises', 'checkpoints']);

/** The rows as the journal of one device that entered them, one commit a row. */
export async function entriesOf(ledger: string, rows: readonly Row[]): Promise<HashedEntry[]> {
  const entries: HashedEntry[] = [];
  for (const [index, { id, values }] of rows.entries()) {
    const last = entries.at(-1);
    const entry: Entry = {
      device: senderDevice,
      ledger,
      sequence: index + 1,
      ...(last ? { previous: { sequence: last.entry.sequence, hash: last.hash } } : {}),
      time: nextHybridTime(sentAt - 86_400_000 + index, 0),
      author: '张某',
      source: { type: 'typed' },
      changes: [{ type: 'insert', ledger, row: id, values }],
    };
    entries.push({ entry, hash: hashEntry(entry) });
  }
  return entries;
}

/** An exchange workbook with the first permits of the sample county. */
export async function permitsParcel(
  settings: Partial<ParcelRequest> & {
    readonly count?: number;
    readonly unsigned?: boolean;
  } = {},
): Promise<{
  readonly files: readonly ParcelFile[];
  readonly rows: readonly Row[];
  readonly entries: readonly HashedEntry[];
}> {
  const { count = 12, unsigned = false, ...rest } = settings;
  const rows = store.all('permits').slice(0, count);
  const entries = await entriesOf('permits', rows);
  const { describeReference } = store.context;
  const written = await writeParcel({
    kind: 'exchange',
    head: {
      parcel: '01HPPPPPPP0000000000000001',
      number: 3,
      event: { id: '01HEEEEEEE0000000000000001', name: '三月疫情' },
      sender: await senderOf(),
      sentAt,
      seen: {},
      devices: { '01HDDDDDDD0000000000000009': '卡点九' },
      receipts: [],
    },
    ledgers: [{ definition: definitionOf('permits'), rows }],
    entries,
    ...(unsigned ? {} : { seed }),
    language: 'zh',
    ...(describeReference ? { describeReference } : {}),
    ...rest,
  });
  if (!written.ok) throw new Error(written.problem.tag);
  return { files: written.value, rows, entries };
}

export function onlyFile(files: readonly ParcelFile[]): ParcelFile {
  const [file] = files;
  if (!file || files.length !== 1) throw new Error(`${files.length} files`);
  return file;
}
