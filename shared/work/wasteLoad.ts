import type { Instant } from '../kernel/time';
import { policyValueAt, type PolicyKey, type PolicyValue } from '../policy/policyValue';

/** The response levels of medical waste (S08: 蓝, 黄, 橙, 红); `normal` below the first threshold. */
export const wasteLevels = ['red', 'orange', 'yellow', 'blue', 'normal'] as const;
export type WasteLevel = (typeof wasteLevels)[number];

const thresholds: readonly (readonly [WasteLevel, PolicyKey])[] = [
  ['red', '医废红色负荷百分比'],
  ['orange', '医废橙色负荷百分比'],
  ['yellow', '医废黄色负荷百分比'],
  ['blue', '医废蓝色负荷百分比'],
];

export interface WasteLoad {
  /** Kilograms a plant can dispose of in a day, by the policy of the moment. */
  readonly capacity: number;
  /** Of the capacity, in percent; undefined without a capacity. */
  readonly percent: number | undefined;
  readonly level: WasteLevel;
}

/**
 * The load of a plant against its capacity. The county's thresholds are not published, so they and
 * the capacity are policy values; a load is of the highest level whose threshold it reaches.
 */
export function wasteLoad(
  kilograms: number,
  values: readonly PolicyValue[],
  at: Instant,
): WasteLoad {
  const capacity = policyValueAt(values, '医废日处置能力公斤', at);
  if (capacity <= 0) return { capacity, percent: undefined, level: 'normal' };
  const percent = (100 * kilograms) / capacity;
  const [level = 'normal'] =
    thresholds.find(([, key]) => percent >= policyValueAt(values, key, at)) ?? [];
  return { capacity, percent, level };
}
