import { describe, expect, it } from 'vitest';
import { announceWrites } from '../../../renderer/features/passes/keys/keyRing';
import { toInstant } from '../../../shared/kernel/time';
import { noIssuerKeys, rotateKeys } from '../../../shared/passes/issuerKeys';
import { id } from '../../shared/passes/lifecycle/applications';
import { now } from '../../shared/passes/situations';

const random = (length: number) => Uint8Array.from({ length }, (_, index) => index + 1);
const others = (length: number) => Uint8Array.from({ length }, (_, index) => 99 - index);
const later = toInstant(now + 60_000);
const first = await rotateKeys(noIssuerKeys, '修武县样例保障组', now, random);
const second = await rotateKeys(first, '修武县样例保障组', later, others);
const newId = () => id(7);

describe('the ledger of issuer keys', () => {
  const [key] = first.keys;
  const row = {
    id: id(3),
    values: { keyId: key?.keyId ?? '', publicKey: key?.publicKey ?? '' },
  };

  it('is told of a new key, and never its secret', () => {
    const writes = announceWrites(first, [], undefined, newId);
    expect(writes).toHaveLength(1);
    expect(writes[0]).toMatchObject({ type: 'insert', ledger: 'issuer-keys', row: id(7) });
    expect(JSON.stringify(writes)).toContain(key?.publicKey);
    expect(JSON.stringify(writes)).not.toContain(key?.seed);
  });

  it('is left alone where it agrees', () => {
    expect(announceWrites(first, [row], undefined, newId)).toEqual([]);
  });

  it('is told that a key was changed, and that the old one is in other hands', () => {
    expect(announceWrites(second, [row], key?.keyId, newId)).toMatchObject([
      { type: 'update', row: id(3), values: { retiredAt: later, compromised: true } },
      { type: 'insert', values: { keyId: second.keys[1]?.keyId } },
    ]);
  });
});
