import type { Instant, IsoDate } from '../kernel/time';
import {
  effects,
  type Effect,
  type MissingPaper,
  type Paper,
  type Scenario,
} from '../policy/passageRule';
import type { PermitStatus } from './situation';

export type Outcome = 'allow' | 'test' | 'hold' | 'refuse';

const outcomes: Readonly<Record<Effect, Outcome>> = {
  放行: 'allow',
  现场采样: 'test',
  滞留: 'hold',
  劝返: 'refuse',
};

/** 0 is the driver, 1 the first passenger. */
type Person = { readonly person: number };
type Age = { readonly hours: number; readonly limit: number };

/** One finding of the judging; the words stand in `renderer/app/text/<language>/verdict.ts`. */
export type Fact =
  | { readonly tag: 'noRule'; readonly scenario: Scenario }
  | { readonly tag: 'exempt'; readonly scenario: Scenario }
  | { readonly tag: 'heldHere'; readonly since: Instant }
  // the pass
  | { readonly tag: 'permitMissing' }
  | { readonly tag: 'permitUnknown'; readonly number: string }
  | { readonly tag: 'permitForged' }
  | { readonly tag: 'permitStranger'; readonly issuer: string }
  | { readonly tag: 'permitVoid'; readonly number: string; readonly status: PermitStatus }
  | { readonly tag: 'permitExpired'; readonly until: IsoDate }
  | { readonly tag: 'permitNotYet'; readonly from: IsoDate }
  | { readonly tag: 'otherVehicle'; readonly plate: string }
  | { readonly tag: 'permitValid'; readonly number: string; readonly until: IsoDate }
  | { readonly tag: 'otherDriver' }
  | { readonly tag: 'driverUnknown' }
  | { readonly tag: 'driverAgrees' }
  | { readonly tag: 'offRoute' }
  | { readonly tag: 'wrongDirection'; readonly scenario: Scenario }
  | { readonly tag: 'otherPlaces'; readonly origin: string; readonly destination: string }
  | ({ readonly tag: 'tooSlow' } & Age)
  | { readonly tag: 'impossiblySoon'; readonly minutes: number; readonly kilometres: number }
  | { readonly tag: 'routeAgrees' }
  // papers, goods, transit
  | { readonly tag: 'paperMissing'; readonly paper: Paper }
  | { readonly tag: 'goodsNotDisinfected' }
  | { readonly tag: 'sealMissing' }
  | { readonly tag: 'sealDiffers'; readonly seal: string }
  | ({ readonly tag: 'transitOverdue' } & Age)
  | { readonly tag: 'sealed'; readonly leaveBy: Instant | undefined }
  // health
  | { readonly tag: 'testPositive' }
  | { readonly tag: 'testMissing' }
  | { readonly tag: 'testPending' }
  | { readonly tag: 'testResultUnknown' }
  | { readonly tag: 'testTimeUnknown'; readonly clock: '采样' | '报告' }
  | { readonly tag: 'testInFuture' }
  | ({ readonly tag: 'testTooOld'; readonly clock: '采样' | '报告' } & Age)
  | ({ readonly tag: 'testValid'; readonly clock: '采样' | '报告' } & Age)
  | ({ readonly tag: 'slipValid' } & Age)
  | ({ readonly tag: 'healthCode'; readonly colour: '黄' | '红' | '无' } & Person)
  | { readonly tag: 'tripCode'; readonly colour: '绿带星' | '黄' | '红' | '无' }
  | { readonly tag: 'codesGreen' }
  | ({ readonly tag: 'fever'; readonly degrees: number; readonly limit: number } & Person)
  | { readonly tag: 'temperatureNormal'; readonly degrees: number };

/** A fact, what follows from it, and the line of the rules that says so (blank: no line does). */
export interface Reason {
  readonly fact: Fact;
  readonly effect: Effect;
  readonly rule: string;
}

/** Worth a look, decides nothing. */
export type Caution =
  | { readonly tag: 'listOld'; readonly hours: number; readonly limit: number }
  | { readonly tag: 'noList' }
  | { readonly tag: 'clockSetBack'; readonly latest: Instant }
  | { readonly tag: 'temperatureNotTaken' };

export interface Verdict {
  readonly outcome: Outcome;
  /** Gravest first; among equals in the order of the checks. What spoke for the vehicle comes last. */
  readonly reasons: readonly Reason[];
  readonly missing: readonly MissingPaper[];
  readonly cautions: readonly Caution[];
  readonly scenario: Scenario;
  /** Number of the line in force, absent where the table has none. */
  readonly rule: string | undefined;
  readonly at: Instant;
  readonly listAsOf: Instant | undefined;
}

/** Puts reasons in order and takes the outcome of the gravest. */
export function weigh(reasons: readonly Reason[]): Pick<Verdict, 'outcome' | 'reasons'> {
  const gravity = ({ effect }: Reason) => effects.indexOf(effect);
  const sorted = [...reasons].sort((left, right) => gravity(right) - gravity(left));
  return { outcome: outcomes[sorted[0]?.effect ?? '放行'], reasons: sorted };
}
