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
  basis: z.string().optional(),
});

export type PolicyValue = Readonly<z.infer<typeof policyValue>>;

/**
 * Until an office sets its own. 15 days: the county's passes; the rest is not published: a list
 * older than a day is worth a look, no lorry averages more than 120 km/h between two checkpoints,
 * plants get help from half their capacity on. A contact is in a site within 8 hours (防控方案第九版);
 * what a plant can dispose of in a day stands in its licence, a ton until the office writes it down.
 */
const defaults: Readonly<Record<PolicyKey, number>> = {
  通行证最长有效天数: 15,
  名单过旧小时数: 24,
  最高车速公里每小时: 120,
  滞留提醒小时数: 12,
  闭环到达时限小时数: 6,
  密接转运时限小时数: 8,
  医废蓝色负荷百分比: 50,
  医废黄色负荷百分比: 70,
  医废橙色负荷百分比: 85,
  医废红色负荷百分比: 100,
  医废日处置能力公斤: 1_000,
};

/** The value in force at that instant: the latest line, else the default. */
export function policyValueAt(values: readonly PolicyValue[], key: PolicyKey, at: Instant): number {
  let best: PolicyValue | undefined;
  for (const line of values) {
    if (line.key !== key || !isInForce(line, at)) continue;
    if (!best || line.from >= best.from) best = line;
  }
  return best?.value ?? defaults[key];
}
