import { dateOf, type Instant } from '../kernel/time';
import type { PassageRule } from '../policy/passageRule';
import type { Found } from './judgeHealth';
import type { PermitOnHand, RevocationList, ShownPermit } from './situation';
import type { Fact } from './verdict';

/**
 * The pass itself: is there one, is it real, does it hold now, is it this vehicle's. Where none is
 * needed a forged one is held all the same: somebody made it.
 */
export function judgePermit(
  rule: PassageRule,
  shown: ShownPermit,
  plate: string | undefined,
  revocations: RevocationList,
  now: Instant,
): readonly Found[] {
  const { needsPermit, missingEffect, invalidPermitEffect } = rule;
  if (shown.tag === 'forged') return [[{ tag: 'permitForged' }, invalidPermitEffect ?? '滞留']];
  if (!needsPermit) return [];
  switch (shown.tag) {
    case 'none':
      return [[{ tag: 'permitMissing' }, missingEffect]];
    case 'unknown':
      return [[{ tag: 'permitUnknown', number: shown.number }, missingEffect]];
    case 'stranger':
      return [[{ tag: 'permitStranger', issuer: shown.issuer }, missingEffect]];
    case 'known': {
      const faults = faultsOf(shown.permit, plate, revocations, now);
      if (faults.length > 0) return faults.map((fact) => [fact, invalidPermitEffect]);
      const { number, validUntil } = shown.permit;
      return [[{ tag: 'permitValid', number, until: validUntil }, '放行']];
    }
  }
}

/**
 * A voided or lost pass holds up to the moment when that was done; where the moment is not known, or
 * the list says so without one, it never holds. Days are days in China, both ends included.
 */
export function faultsOf(
  permit: PermitOnHand,
  plate: string | undefined,
  revocations: RevocationList,
  now: Instant,
): readonly Fact[] {
  const { number, status, voidedAt, validFrom, validUntil } = permit;
  const faults: Fact[] = [];
  const listed = revocations.byNumber.get(number);
  const gone = status === '有效' ? listed : { status, at: voidedAt ?? listed?.at };
  const isExpiry = gone?.status === '过期';
  if (gone && !isExpiry && (gone.at === undefined || gone.at <= now)) {
    faults.push({ tag: 'permitVoid', number, status: gone.status });
  }
  const today = dateOf(now);
  if (validUntil < today) faults.push({ tag: 'permitExpired', until: validUntil });
  if (today < validFrom) faults.push({ tag: 'permitNotYet', from: validFrom });
  if (plate !== undefined && plate !== permit.plate) {
    faults.push({ tag: 'otherVehicle', plate: permit.plate });
  }
  return faults;
}
