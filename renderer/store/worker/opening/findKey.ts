import { importDataKey, unwrapKey, type KeyRing } from '../../keys/keyRing';

export interface FoundKey {
  readonly ring: KeyRing;
  readonly key: CryptoKey;
}

/** Two rings open with the same secrets. The listing may differ: it says when each was written. */
export function sameKeys(left: KeyRing | undefined, right: KeyRing | undefined): boolean {
  return (
    left?.byPassphrase.sealed === right?.byPassphrase.sealed &&
    left?.byRecoveryCode.sealed === right?.byRecoveryCode.sealed
  );
}

/** Tries each different ring in turn: any one of them may be damaged or older than the passphrase. */
export async function findKey(
  rings: readonly (KeyRing | undefined)[],
  secret: string,
): Promise<FoundKey | undefined> {
  const tried: KeyRing[] = [];
  for (const ring of rings) {
    if (!ring || tried.some((other) => sameKeys(other, ring))) continue;
    tried.push(ring);
    const raw = await unwrapKey(ring, secret);
    if (raw) return { ring, key: await importDataKey(raw) };
  }
  return undefined;
}
