import { describe, expect, test } from 'vitest';
import { arrivingKeys, trustByWorkbook } from '../../../renderer/app/judging/arrivingKeys';
import { trustSetting } from '../../../renderer/app/judging/judgingFacts';
import {
  keyChoice,
  keysTaken,
  mayTrustKeys,
} from '../../../renderer/features/exchange/receive/keyChoice';
import type { HybridTime } from '../../../shared/kernel/hybridTime';
import type { DeviceId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { noIssuerKeys, rotateKeys } from '../../../shared/passes/issuerKeys';
import { deviceId, rowId } from '../../shared/merge/devices';

const at = toInstant(Date.UTC(2022, 2, 27));
const [office, checkpoint] = [deviceId(1), deviceId(2)];

async function announced(): Promise<RowValues> {
  const random = (length: number) => new Uint8Array(length).fill(7);
  const [key] = (await rotateKeys(noIssuerKeys, '修武县', at, random)).keys;
  if (!key) throw new Error('no key');
  const { keyId, publicKey, issuer, createdAt } = key;
  return { keyId, publicKey, issuer, createdAt };
}

function arriving(values: RowValues, by: DeviceId, ledger = 'issuer-keys') {
  const row = rowId(1);
  const stamp = { time: 1 as HybridTime, device: by, sequence: 1 }; // any time
  const change = { type: 'insert', ledger, row, values } as const;
  const incoming = [{ stamp, index: 0, author: '', source: { type: 'typed' } as const, change }];
  return [{ ledger, becomes: { id: row, values }, incoming }];
}

/** As much of a store as trust is kept in. */
function storeOf() {
  const settings = new Map<string, string>();
  return {
    settings,
    operator: '张某',
    setting: (key: string) => Promise.resolve(settings.get(key)),
    saveSetting: (key: string, text: string) => {
      settings.set(key, text);
      return Promise.resolve({ ok: true, value: undefined } as const);
    },
  };
}

describe('A pass-signing key in a workbook', () => {
  test('of the computer that signed it is taken unless somebody unticks it', async () => {
    const [key] = await arrivingKeys(arriving(await announced(), office), office);
    if (!key) throw new Error('not found');
    expect(key).toMatchObject({ issuer: '修武县', isOfSender: true });
    expect(key.digits).toMatch(/^(\d{4} ){5}\d{4}$/);
    expect(keysTaken([key], new Map())).toEqual([key]);
    expect(keysTaken([key], new Map([[keyChoice(key).id, 'ours']]))).toEqual([]);
  });

  test('that is only passed on has to be ticked', async () => {
    const [key] = await arrivingKeys(arriving(await announced(), office), checkpoint);
    if (!key) throw new Error('not found');
    expect(keysTaken([key], new Map())).toEqual([]);
    expect(keysTaken([key], new Map([[keyChoice(key).id, 'theirs']]))).toEqual([key]);
  });

  test.each<[string, RowValues]>([
    ['whose number is not its own', { keyId: '00000000' }],
    ['that is no key', { publicKey: 'ab' }],
    ['in other hands', { compromised: true }],
  ])('%s is nothing to believe', async (_, changed) => {
    const values = { ...(await announced()), ...changed };
    expect(await arrivingKeys(arriving(values, office), office)).toEqual([]);
  });

  test('is trusted on the word of an enrolled device only', () => {
    const device = { publicKey: '', device: office, name: '', unit: '', enrolledAt: at };
    expect(mayTrustKeys({ trust: { state: 'enrolled', device } })).toBe(true);
    for (const state of ['unknownDevice', 'unsigned', 'brokenSignature', 'own'] as const)
      expect(mayTrustKeys({ trust: { state } })).toBe(false);
    expect(mayTrustKeys({ trust: { state: 'revoked', device } })).toBe(false);
  });

  test('is kept with who decided, when, and that it came by workbook; one known stays as it was', async () => {
    const store = storeOf();
    const keys = await arrivingKeys(arriving(await announced(), office), office);
    await trustByWorkbook(store, keys, at);
    await trustByWorkbook({ ...store, operator: '李某' }, keys, toInstant(at + 1));
    expect(JSON.parse(store.settings.get(trustSetting) ?? '')).toMatchObject({
      keys: [{ issuer: '修武县', how: 'workbook', trustedBy: '张某', trustedAt: at }],
    });
  });
});
