import { z } from 'zod';
import { addDays, toInstant, type Instant, type IsoDate } from '../kernel/time';
import { isInForce } from './datedTable';

export const isolatedCategories = ['密接', '次密接', '入境', '其他'] as const;
export type IsolatedCategory = (typeof isolatedCategories)[number];

const instant = z
  .number()
  .int()
  .transform((value): Instant => toInstant(value));

/** How long whom: days in a central site, then at home, and the days on which they are tested. */
export const isolationRule = z.object({
  number: z.string().min(1),
  category: z.enum(isolatedCategories),
  from: instant,
  until: instant.optional(),
  basis: z.string().optional(),
  /** Days from the last contact (entry for arrivals); 0: none in a central site. */
  centralDays: z.number().int().nonnegative(),
  homeDays: z.number().int().nonnegative(),
  /** `1、4、7、14`: days counted from the last contact. */
  testDays: z.string().optional(),
});

export type IsolationRule = Readonly<z.infer<typeof isolationRule>>;

/** The rule for the category at that instant: the latest in force; undefined where there is none. */
export function isolationRuleInForce(
  rules: readonly IsolationRule[],
  category: IsolatedCategory,
  at: Instant,
): IsolationRule | undefined {
  return rules
    .filter((rule) => rule.category === category && isInForce(rule, at))
    .reduce<IsolationRule | undefined>(
      (best, rule) => (best && best.from > rule.from ? best : rule),
      undefined,
    );
}

export interface IsolationDays {
  /** Released from the central site; absent where all of it is at home. */
  readonly leavesSiteOn?: IsoDate;
  /** Free again. */
  readonly endsOn: IsoDate;
  readonly testedOn: readonly IsoDate[];
}

/** The days that the rule gives a person whose last contact was on that day. */
export function isolationDays(rule: IsolationRule, lastContactOn: IsoDate): IsolationDays {
  const { centralDays, homeDays, testDays } = rule;
  return {
    ...(centralDays > 0 ? { leavesSiteOn: addDays(lastContactOn, centralDays) } : {}),
    endsOn: addDays(lastContactOn, centralDays + homeDays),
    testedOn: (testDays?.match(/\d+/g) ?? []).map((day) => addDays(lastContactOn, Number(day))),
  };
}
