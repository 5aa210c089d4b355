import { expect, it } from 'vitest';
import {
  newRecoveryCode,
  normaliseRecoveryCode,
  readKeyRing,
  unwrapKey,
  wrapKey,
  writeKeyRing,
  type KeyRing,
} from '../../../../renderer/store/keys/keyRing';
import { seal, unseal } from '../../../../renderer/store/keys/sealing';
import { importDataKey } from '../../../../renderer/store/keys/keyRing';
import { newEventId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const listing = {
  id: newEventId(1_650_000_000_000, random),
  name: '测试事件',
  unit: '测试指挥部',
  deviceName: '卡点3',
  createdAt: toInstant(1_650_000_000_000),
  lastOpenedAt: toInstant(1_650_000_000_000),
};

async function ringOf(dataKey: Uint8Array<ArrayBuffer>, code: string): Promise<KeyRing> {
  return {
    version: 1,
    listing,
    device: 'D',
    byPassphrase: await wrapKey(listing, '口令-正确', dataKey),
    byRecoveryCode: await wrapKey(listing, code, dataKey),
  };
}

it('gives the data key for the passphrase and for the recovery code, for nothing else', async () => {
  const dataKey = random(32);
  const code = newRecoveryCode();
  const ring = readKeyRing(writeKeyRing(await ringOf(dataKey, code)));
  if (!ring) throw new Error('no ring');
  expect(await unwrapKey(ring, '口令-正确')).toEqual(dataKey);
  expect(await unwrapKey(ring, code.toLowerCase().replaceAll('-', ' '))).toEqual(dataKey);
  expect(await unwrapKey(ring, '口令-错误')).toBeUndefined();
  expect(await unwrapKey(ring, newRecoveryCode())).toBeUndefined();
});

it('reads a recovery code as a person types it off the paper', () => {
  const code = '01ABC-DEFGH-JKMNP-QRSTV-WXYZ0';
  expect(normaliseRecoveryCode('o1abc defgh jkmnp qrstv wxyzO')).toBe(code);
  expect(normaliseRecoveryCode('OlABC—DEFGH-JKMNP-QRSTV-WXYZ0')).toBe(code);
  expect(normaliseRecoveryCode('01ABC-DEFGH')).toBeUndefined();
});

it('is no ring when a byte is missing', () => {
  expect(readKeyRing(new TextEncoder().encode('{"version":1'))).toBeUndefined();
});

it('unseals only what was sealed, under the same key and in the same place', async () => {
  const key = await importDataKey(random(32));
  const plain = new TextEncoder().encode('身份证号');
  const sealed = await seal(key, 'place 1', plain);
  expect(await unseal(key, 'place 1', sealed)).toEqual(plain);
  expect(await unseal(key, 'place 2', sealed)).toBeUndefined();
  expect(await unseal(await importDataKey(random(32)), 'place 1', sealed)).toBeUndefined();
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await unseal(key, 'place 1', changed), `byte ${at}`).toBeUndefined();
  }
});
