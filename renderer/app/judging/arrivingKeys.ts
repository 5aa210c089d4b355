import { fromHex } from '../../../shared/kernel/hex';
import { toInstant, type Instant } from '../../../shared/kernel/time';
import { issuerKeys } from '../../../shared/ledgers/issuerKeys';
import type { MergedRow } from '../../../shared/merge/mergeRow';
import {
  fingerprintOf,
  noTrust,
  trustKey,
  type AnnouncedKey,
} from '../../../shared/passes/issuerKeys';
import type { Store } from '../../store/contract';
import { announcedKey, trustSetting } from './judgingFacts';
import { readTrust } from './readTrust';

/** A pass-signing key that a workbook announces in its signed part. */
export interface ArrivingKey extends AnnouncedKey {
  /** To be compared over the telephone. */
  readonly digits: string;
  /** The computer that signed the workbook announced it itself; else it only passes it on. */
  readonly isOfSender: boolean;
}

type Announced = Pick<MergedRow, 'ledger' | 'becomes' | 'incoming'>;

/**
 * The keys that a workbook brings. Only what its signature covers: a row that somebody typed into the
 * sheet is in no merged row. Keys that are broken or in other hands are nothing to believe.
 */
export async function arrivingKeys(
  rows: readonly Announced[],
  senderDevice: string,
): Promise<readonly ArrivingKey[]> {
  const found: ArrivingKey[] = [];
  for (const { ledger, becomes, incoming } of rows) {
    if (ledger !== issuerKeys.id || !becomes || becomes.deletedAt !== undefined) continue;
    const key = announcedKey(becomes);
    const asked = { how: 'workbook', by: '', at: toInstant(0) } as const; // only to have it checked
    const isWhole = await trustKey(noTrust, key, asked);
    if (!isWhole.ok || key.compromised) continue;
    found.push({
      ...key,
      digits: await fingerprintOf(fromHex(key.publicKey) ?? new Uint8Array()),
      isOfSender: incoming.some(
        ({ change, stamp }) => change.type === 'insert' && stamp.device === senderDevice,
      ),
    });
  }
  return found;
}

/**
 * From now on passes signed with these keys are believed here, on the word of the enrolled device
 * that signed the workbook; who decided so, and when, is kept with each.
 */
export async function trustByWorkbook(
  store: Pick<Store, 'setting' | 'saveSetting' | 'operator'>,
  keys: readonly AnnouncedKey[],
  at: Instant,
): Promise<void> {
  let list = await readTrust(store);
  for (const key of keys) {
    if (list.keys.some(({ publicKey }) => publicKey === key.publicKey)) continue;
    const trusted = await trustKey(list, key, { how: 'workbook', by: store.operator, at });
    if (trusted.ok) list = trusted.value;
  }
  await store.saveSetting(trustSetting, JSON.stringify(list));
}
