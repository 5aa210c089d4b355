import { useEffect, useState } from 'react';
import { fromHex } from '../../../../shared/kernel/hex';
import { fingerprintOf } from '../../../../shared/passes/issuerKeys';

/** The digits of a key, given in hexadecimal; empty until they are reckoned. */
export function useFingerprint(publicKey: string | undefined): string {
  const [digits, setDigits] = useState('');
  useEffect(() => {
    const bytes = publicKey === undefined ? undefined : fromHex(publicKey);
    if (!bytes) return undefined;
    let gone = false;
    void fingerprintOf(bytes).then((text) => {
      if (!gone) setDigits(text);
    });
    return () => {
      gone = true;
    };
  }, [publicKey]);
  return digits;
}
