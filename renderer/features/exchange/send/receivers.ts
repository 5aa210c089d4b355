import type { Seen } from '../../../../shared/merge/knowledge';
import type { EnrolledSender } from '../../../../shared/todos/workbooksDue';
import type { StoreReading } from '../../../store/contract';
import { readDevices } from '../devices/exchangeIdentity';
import { readMemory, type Received } from '../parcel/exchangeMemory';

/** Somebody a workbook can be sent to, and what is known of what they have. */
export interface Receiver {
  readonly key: string;
  readonly unit: string;
  readonly name: string;
  readonly seen: Seen;
  /** When it last said what it has; undefined: never. */
  readonly saidAt?: number;
  /** What has been applied here of what it has sent. */
  readonly receipts: readonly Received['receipt'][];
}

/** Receipts that go along with a sending: the latest, older ones have gone along before. */
const mostReceipts = 50;

export async function readReceivers(store: StoreReading): Promise<readonly Receiver[]> {
  const { peers, received } = await readMemory(store);
  const devices = await readDevices(store);
  return devices
    .filter(({ revokedAt }) => revokedAt === undefined)
    .map(({ publicKey, unit, name }): Receiver => {
      const peer = peers.find(({ sender }) => sender.publicKey === publicKey);
      const receipts = received.filter((one) => one.publicKey === publicKey);
      return {
        key: publicKey,
        unit,
        name,
        seen: peer?.seen ?? {},
        ...(peer ? { saidAt: peer.saidAt } : {}),
        receipts: receipts.slice(-mostReceipts).map(({ receipt }) => receipt),
      };
    });
}

/** Who sends workbooks here, and when the last of each came. */
export async function readSenders(store: StoreReading): Promise<readonly EnrolledSender[]> {
  const { peers } = await readMemory(store);
  const devices = await readDevices(store);
  return devices
    .filter(({ revokedAt }) => revokedAt === undefined)
    .map(({ publicKey, unit, name, enrolledAt }) => ({
      key: publicKey,
      unit,
      name,
      enrolledAt,
      saidAt: peers.find(({ sender }) => sender.publicKey === publicKey)?.saidAt,
    }));
}
