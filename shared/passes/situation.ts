import type { Instant, IsoDate } from '../kernel/time';
import type { Direction, Paper, Scenario } from '../policy/passageRule';

type Colour = '绿' | '黄' | '红' | '无';

/** What a checkpoint has seen of a vehicle: a record of the passages' ledger fits as it is. */
export interface SeenPassage {
  /** Row id of the checkpoint. */
  readonly checkpoint: string;
  readonly direction: Direction;
  readonly plate?: string | undefined;
  readonly vehicleType?: string | undefined;
  readonly documentNumber?: string | undefined;
  readonly origin?: string | undefined;
  readonly destination?: string | undefined;
  readonly temperature?: number | undefined;
  readonly healthCode?: Colour | undefined;
  readonly tripCode?: Colour | '绿带星' | undefined;
  readonly testSampledAt?: Instant | undefined;
  readonly testReportedAt?: Instant | undefined;
  readonly testResult?: '阴性' | '阳性' | '待出' | '无' | undefined;
  readonly slipNumber?: string | undefined;
  readonly papersShown?: readonly Paper[] | undefined;
  readonly goodsDisinfected?: boolean | undefined;
  readonly sealNumber?: string | undefined;
  readonly passengers?:
    readonly Readonly<Record<string, string | number | boolean | undefined>>[] | undefined;
}

/** A passage from before, of this vehicle or with this pass. */
export interface EarlierPassage {
  readonly checkpoint: string;
  readonly direction: Direction;
  readonly passedAt: Instant;
  readonly plate?: string | undefined;
  /** The number of the pass that was shown. */
  readonly permitNumber?: string | undefined;
  readonly slipNumber?: string | undefined;
  readonly sealNumber?: string | undefined;
  readonly outcome: string;
}

export type PermitStatus = '有效' | '注销' | '过期' | '遗失';

/** A pass as the ledger or a genuine code on paper gives it. */
export interface PermitOnHand {
  readonly number: string;
  readonly transport: Scenario;
  readonly plate: string;
  readonly validFrom: IsoDate;
  /** The last day on which it holds. */
  readonly validUntil: IsoDate;
  readonly status: PermitStatus;
  /** When it was voided or reported lost; unknown counts as always. */
  readonly voidedAt?: Instant | undefined;
  /** Document number, or how it ends where only the paper is known. */
  readonly driver?: string | undefined;
  readonly origin?: string | undefined;
  readonly destination?: string | undefined;
  /** Row ids of the checkpoints on the way, in their order; empty: any. */
  readonly checkpoints?: readonly string[] | undefined;
  /** The same as marks, where only the paper is known. */
  readonly checkpointMarks?: readonly number[] | undefined;
  /** Hours from one checkpoint on the way to the next; goes before the rule's own. */
  readonly expectedHours?: number | undefined;
}

/**
 * | tag       | what the driver showed                                                     |
 * | none      | nothing                                                                    |
 * | known     | a number that is in the ledger, or a code that proved genuine              |
 * | unknown   | a number that is not in the ledger here                                    |
 * | forged    | a code whose signature does not hold                                       |
 * | stranger  | a code of an issuer that this checkpoint does not trust                    |
 */
export type ShownPermit =
  | { readonly tag: 'none' }
  | { readonly tag: 'known'; readonly permit: PermitOnHand }
  | { readonly tag: 'unknown'; readonly number: string }
  | { readonly tag: 'forged' }
  | { readonly tag: 'stranger'; readonly issuer: string };

export interface OpenHold {
  readonly plate?: string | undefined;
  readonly documentNumber?: string | undefined;
  readonly heldFrom: Instant;
  /** When it was let go; absent: still held. */
  readonly releasedAt?: Instant | undefined;
}

export interface Revocation {
  readonly status: Exclude<PermitStatus, '有效'>;
  readonly at?: Instant | undefined;
}

/** The voided and lost passes known here, by number, and how fresh that knowledge is. */
export interface RevocationList {
  readonly asOf?: Instant | undefined;
  readonly byNumber: ReadonlyMap<string, Revocation>;
}

/** Degrees. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

export interface Situation {
  readonly passage: SeenPassage;
  readonly permit: ShownPermit;
  /** In any order; those after `now` count for nothing. */
  readonly earlier: readonly EarlierPassage[];
  readonly holds: readonly OpenHold[];
  readonly revocations: RevocationList;
  /** Where checkpoints are, by row id; one that is missing gets no distance. */
  readonly positions: ReadonlyMap<string, Position>;
  readonly now: Instant;
  /** The newest moment that this device has recorded itself: tells a clock that was set back. */
  readonly latestRecord?: Instant | undefined;
}
