import { z } from 'zod';
import { toInstant, type Instant } from '../kernel/time';
import { isInForce } from './datedTable';

/** What a vehicle is on the road for. The first three are written on its pass. */
export const scenarios = [
  '县域内',
  '市内跨县',
  '跨市',
  '私家出行',
  '应急车辆',
  '免检车辆',
] as const;
export type Scenario = (typeof scenarios)[number];

export const directions = ['进', '出', '过境'] as const;
export type Direction = (typeof directions)[number];

/** What follows when something is not as the rule wants it, from mild to grave. */
export const effects = ['放行', '现场采样', '滞留', '劝返'] as const;
export type Effect = (typeof effects)[number];

/** Papers beside pass and test, which have columns of their own. */
export const papers = ['身份证件', '道路运输证', '货物运单', '接收证明', '社区证明'] as const;
export type Paper = (typeof papers)[number];

/** Everything that somebody can be sent back for. */
export const missingPapers = [...papers, '通行证', '核酸阴性证明', '货物消毒证明', '封条'] as const;
export type MissingPaper = (typeof missingPapers)[number];

/** Papers that go with an application for a pass. */
export const applicationPapers = [
  '驾驶证',
  '行驶证',
  '道路运输证',
  '货物运单',
  '接收证明',
  '核酸阴性证明',
  '防控承诺书',
] as const;
export type ApplicationPaper = (typeof applicationPapers)[number];

export const testClocks = ['采样', '报告'] as const;

const effect = z.enum(effects);
const instant = z
  .number()
  .int()
  .transform((value): Instant => toInstant(value));
const hours = z.number().positive().optional();

/**
 * One line of the checkpoints' rules: what is asked of whom, from when to when, and what follows if
 * it is not so. A blank column asks for nothing; a blank effect is 放行.
 */
export const passageRule = z.object({
  number: z.string().min(1),
  scenario: z.enum(scenarios),
  /** Blank: every direction. */
  directions: z.array(z.enum(directions)).readonly().optional(),
  /** Vehicles that the line is for by their kind, where no pass says what they carry where. */
  vehicleTypes: z.array(z.string()).readonly().optional(),
  /** Vehicles that the line is for by their plates, separated by 、; `*应急` is how a plate ends. */
  plates: z.string().optional(),
  from: instant,
  until: instant.optional(),
  /** The notice that says so. */
  basis: z.string().optional(),

  needsPermit: z.boolean().optional(),
  /** What an enterprise hands in with its application. */
  applicationPapers: z.array(z.enum(applicationPapers)).readonly().optional(),
  papers: z.array(z.enum(papers)).readonly().optional(),
  missingEffect: effect.optional(),
  /** Forged, expired, revoked, of another vehicle. */
  invalidPermitEffect: effect.optional(),
  sameDriver: z.boolean().optional(),
  sameRoute: z.boolean().optional(),
  /** Hours from one checkpoint of the route to the next; the pass may name its own. */
  pointToPointHours: hours,
  mismatchEffect: effect.optional(),

  testHours: hours,
  testFrom: z.enum(testClocks).optional(),
  testEffect: effect.optional(),
  positiveEffect: effect.optional(),
  /** A checked slip 查验单 stands for the test so many hours after it was given. */
  slipHours: hours,

  yellowEffect: effect.optional(),
  redEffect: effect.optional(),
  noCodeEffect: effect.optional(),
  starEffect: effect.optional(),
  /** Degrees Celsius; this much still passes. */
  highestTemperature: z.number().optional(),
  feverEffect: effect.optional(),

  goodsDisinfected: z.boolean().optional(),
  sealed: z.boolean().optional(),
  /** Hours after entering in which a sealed vehicle must have left. */
  transitHours: hours,
});

export type PassageRule = Readonly<z.infer<typeof passageRule>>;

export function appliesTo(rule: PassageRule, direction: Direction): boolean {
  return !rule.directions || rule.directions.length === 0 || rule.directions.includes(direction);
}

/** True when the line names the vehicle: by its plate, by how its plate ends, or by its kind. */
export function names(
  rule: PassageRule,
  plate: string | undefined,
  vehicleType: string | undefined,
): boolean {
  if (vehicleType !== undefined && rule.vehicleTypes?.includes(vehicleType)) return true;
  if (plate === undefined || plate === '') return false;
  const plates = (rule.plates ?? '').split(/[\s、，,；;]+/).filter((one) => one !== '');
  return plates.some((one) =>
    one.startsWith('*') ? one.length > 1 && plate.endsWith(one.slice(1)) : plate === one,
  );
}

/**
 * The line in force at that instant, or undefined where the table has none.
 * | lines that apply              | the one in force                                     |
 * | some name the direction       | of these the latest; a general line does not end it  |
 * | none names it                 | the latest                                           |
 * | two begin at the same instant | the one with the higher number                       |
 */
export function ruleInForce(
  rules: readonly PassageRule[],
  scenario: Scenario,
  direction: Direction,
  at: Instant,
): PassageRule | undefined {
  let best: PassageRule | undefined;
  for (const rule of rules) {
    if (rule.scenario !== scenario || !appliesTo(rule, direction) || !isInForce(rule, at)) continue;
    if (!best || order(rule, best) > 0) best = rule;
  }
  return best;
}

function order(left: PassageRule, right: PassageRule): number {
  const special = (rule: PassageRule) => Number((rule.directions?.length ?? 0) > 0);
  return (
    special(left) - special(right) ||
    left.from - right.from ||
    (left.number > right.number ? 1 : left.number < right.number ? -1 : 0)
  );
}
