import { z } from 'zod';
import { toInstant, type Instant } from '../kernel/time';
import { isInForce } from './datedTable';

/** Single numbers that the office sets, each with its unit in the name. */
export const policyKeys = [
  '通行证最长有效天数',
  '名单过旧小时数',
  '最高车速公里每小时',
  '滞留提醒小时数',
  '闭环到达时限小时数',
  '密接转运时限小时数',
  '特急问题办结小时数',
  '急问题办结小时数',
  '一般问题办结小时数',
  '特需送达小时数',
  '转码办结小时数',
  '物资可用天数下限',
  '物资临期提醒天数',
  '门磁告警保留小时数',
  '工作簿逾期小时数',
  '医废蓝色负荷百分比',
  '医废黄色负荷百分比',
  '医废橙色负荷百分比',
  '医废红色负荷百分比',
  '医废日处置能力公斤',
] as const;
export type PolicyKey = (typeof policyKeys)[number];

const instant = z
  .number()
  .int()
  .transform((value): Instant => toInstant(value));

export const policyValue = z.object({
  key: z.enum(policyKeys),
  value: z.number(),
  from: instant,
  until: instant.optional(),
  /** The unit that it holds for alone; blank: every unit. */
  appliesTo: z.string().optional(),
  basis: z.string().optional(),
});

export type PolicyValue = Readonly<z.infer<typeof policyValue>>;

/**
 * Until an office sets its own. 15 days: the county's passes; the rest is not published: a list
 * older than a day is worth a look, no lorry averages more than 120 km/h between two checkpoints,
 * plants get help from half their capacity on, what is most urgent is solved within a shift. A contact
 * is in a site within 8 hours (防控方案第九版); what a plant can dispose of in a day stands in its
 * licence, a ton until the office writes it down.
 */
const defaults: Readonly<Record<PolicyKey, number>> = {
  通行证最长有效天数: 15,
  名单过旧小时数: 24,
  最高车速公里每小时: 120,
  滞留提醒小时数: 12,
  闭环到达时限小时数: 6,
  密接转运时限小时数: 8,
  特急问题办结小时数: 4,
  急问题办结小时数: 24,
  一般问题办结小时数: 72,
  特需送达小时数: 24,
  转码办结小时数: 24,
  物资可用天数下限: 3,
  物资临期提醒天数: 30,
  门磁告警保留小时数: 24,
  工作簿逾期小时数: 24,
  医废蓝色负荷百分比: 50,
  医废黄色负荷百分比: 70,
  医废橙色负荷百分比: 85,
  医废红色负荷百分比: 100,
  医废日处置能力公斤: 1_000,
};

export function defaultPolicyValue(key: PolicyKey): number {
  return defaults[key];
}

/** The value in force at that instant, else the default; see `policyLineAt`. */
export function policyValueAt(
  values: readonly PolicyValue[],
  key: PolicyKey,
  at: Instant,
  unit?: string,
): number {
  return policyLineAt(values, key, at, unit)?.value ?? defaults[key];
}

/**
 * Of the lines in force at that instant a unit's own goes before those of every unit, and then the
 * latest; undefined where the default holds.
 */
export function policyLineAt(
  values: readonly PolicyValue[],
  key: PolicyKey,
  at: Instant,
  unit?: string,
): PolicyValue | undefined {
  let best: PolicyValue | undefined;
  for (const line of values) {
    if (line.key !== key || !isInForce(line, at)) continue;
    if (line.appliesTo !== undefined && line.appliesTo !== unit) continue;
    if (!best || comesBefore(line, best)) best = line;
  }
  return best;
}

function comesBefore(line: PolicyValue, best: PolicyValue): boolean {
  if ((line.appliesTo === undefined) !== (best.appliesTo === undefined))
    return line.appliesTo !== undefined;
  return line.from >= best.from;
}
