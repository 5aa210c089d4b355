import type { Instant } from '../kernel/time';
import type { PolicyValue } from '../policy/policyValue';
import { policyValueAt } from '../policy/policyValue';
import { faultsOf } from './judgePermit';
import { impossiblySoon } from './judgeRoute';
import { permitOf, type PassContent } from './passContent';
import { repairScan, type ScannedPass } from './repairScan';
import type { PassTextProblem, TrustedKey } from './signedPass';
import { verifyPass } from './signedPass';
import type {
  EarlierPassage,
  PermitOnHand,
  Position,
  RevocationList,
  ShownPermit,
} from './situation';
import type { Fact } from './verdict';

/** What is to be known besides the code itself. */
export interface PassSurroundings {
  readonly trusted: readonly TrustedKey[];
  readonly revocations: RevocationList;
  /** The vehicle that shows it, where its plate is known. */
  readonly plate?: string | undefined;
  /** Row id of the checkpoint; absent in an office. */
  readonly checkpoint?: string | undefined;
  readonly earlier: readonly EarlierPassage[];
  readonly positions: ReadonlyMap<string, Position>;
  readonly values: readonly PolicyValue[];
  readonly now: Instant;
}

export interface PassCheck {
  readonly tag:
    | 'genuine'
    | 'forged'
    | 'unknownIssuer'
    | 'voided'
    | 'expired'
    | 'notYetValid'
    | 'wrongVehicle'
    | 'usedElsewhere';
  readonly content: PassContent;
  readonly keyId: string;
  readonly issuer: string | undefined;
  /** The scanner had altered the code; it was put right. */
  readonly repaired: boolean;
  /** All that is wrong, the gravest of which is the tag. */
  readonly facts: readonly Fact[];
  readonly listAsOf: Instant | undefined;
  /** Older than the office's limit, or there is none: amber. */
  readonly listIsOld: boolean;
}

const hourMs = 3_600_000;

/** A scanned code, verified without any network: from keys, list and passages on this device. */
export async function checkPass(
  scanned: string,
  around: PassSurroundings,
): Promise<
  | { readonly ok: true; readonly value: PassCheck }
  | { readonly ok: false; readonly problem: PassTextProblem }
> {
  const read = repairScan(scanned);
  return read.ok ? { ok: true, value: await checkReadPass(read.value, around) } : read;
}

/** The same of a code that has been read: nothing in it is to be believed before this. */
export async function checkReadPass(
  { pass, repaired }: Pick<ScannedPass, 'pass' | 'repaired'>,
  around: PassSurroundings,
): Promise<PassCheck> {
  const { content, keyId } = pass;
  const proven = await verifyPass(pass, around.trusted);
  const facts: Fact[] = [];
  if (proven === 'stranger') facts.push({ tag: 'permitStranger', issuer: keyId });
  if (proven === 'forged') facts.push({ tag: 'permitForged' });
  if (proven === 'genuine') facts.push(...factsOf(permitOf(content), around));
  const { now, revocations, values } = around;
  const limit = policyValueAt(values, '名单过旧小时数', now) * hourMs;
  const { asOf } = revocations;
  return {
    tag: tagOf(facts[0]),
    content,
    keyId,
    issuer: around.trusted.find((key) => key.keyId === keyId)?.issuer,
    repaired,
    facts,
    listAsOf: asOf,
    listIsOld: asOf === undefined || now - asOf > limit,
  };
}

function factsOf(permit: PermitOnHand, around: PassSurroundings): readonly Fact[] {
  const { plate, revocations, now, checkpoint, earlier, positions, values } = around;
  const faults = faultsOf(permit, plate, revocations, now);
  if (checkpoint === undefined) return faults;
  const topSpeed = policyValueAt(values, '最高车速公里每小时', now);
  const known = earlier.filter(({ passedAt }) => passedAt <= now);
  const soon = impossiblySoon({ checkpoint, permit, earlier: known, positions, now, topSpeed });
  return soon ? [...faults, soon] : faults;
}

function tagOf(fact: Fact | undefined): PassCheck['tag'] {
  switch (fact?.tag) {
    case undefined:
      return 'genuine';
    case 'permitStranger':
      return 'unknownIssuer';
    case 'permitVoid':
      return 'voided';
    case 'permitExpired':
      return 'expired';
    case 'permitNotYet':
      return 'notYetValid';
    case 'otherVehicle':
      return 'wrongVehicle';
    case 'impossiblySoon':
      return 'usedElsewhere';
    default:
      return 'forged';
  }
}

/** What the judging takes from a checked code; the ledger's own record, where there is one, knows more. */
export function shownPermit(check: PassCheck, inLedger: PermitOnHand | undefined): ShownPermit {
  if (check.tag === 'unknownIssuer') return { tag: 'stranger', issuer: check.keyId };
  if (check.tag === 'forged') return { tag: 'forged' };
  return { tag: 'known', permit: inLedger ?? permitOf(check.content) };
}
