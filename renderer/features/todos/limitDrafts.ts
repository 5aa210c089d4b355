import { newRowId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { Instant } from '../../../shared/kernel/time';
import { policyValues } from '../../../shared/ledgers/policyValues';
import {
  policyValueAt,
  type PolicyKey,
  type PolicyValue,
} from '../../../shared/policy/policyValue';
import type { Write } from '../../store/contract';

/** The policy values by which to-dos are found, in the order of the dialog. */
export const limitKeys = [
  '滞留提醒小时数',
  '闭环到达时限小时数',
  '名单过旧小时数',
  '工作簿逾期小时数',
  '门磁告警保留小时数',
  '特急问题办结小时数',
  '急问题办结小时数',
  '一般问题办结小时数',
  '特需送达小时数',
  '转码办结小时数',
  '物资可用天数下限',
  '物资临期提醒天数',
] as const satisfies readonly PolicyKey[];

export interface LimitDraft {
  /** Blank: every unit. */
  readonly unit: string;
  readonly basis: string;
  /** As typed; blank stays as it is. */
  readonly next: Readonly<Partial<Record<PolicyKey, string>>>;
}

/** The changed values with their numbers; `wrong` names the first that is none. */
export function changedLimits(
  { unit, next }: LimitDraft,
  values: readonly PolicyValue[],
  now: Instant,
): Result<
  readonly (readonly [PolicyKey, number])[],
  { readonly tag: 'wrong'; readonly key: PolicyKey }
> {
  const changed: (readonly [PolicyKey, number])[] = [];
  for (const key of limitKeys) {
    const text = (next[key] ?? '').normalize('NFKC').trim();
    if (text === '') continue;
    const value = Number(text);
    if (!Number.isFinite(value) || value < 0) return failed({ tag: 'wrong', key });
    if (value !== policyValueAt(values, key, now, unit.trim() || undefined))
      changed.push([key, value]);
  }
  return ok(changed);
}

/** One line of 防控参数 for each: in force from now on, so that what held before stays told. */
export function limitWrites(
  changed: readonly (readonly [PolicyKey, number])[],
  { unit, basis }: LimitDraft,
  now: Instant,
  random: Parameters<typeof newRowId>[1],
): readonly Write[] {
  return changed.map(([key, value]) => ({
    type: 'insert',
    ledger: policyValues.id,
    row: newRowId(now, random),
    values: {
      key,
      value,
      from: now,
      ...(unit.trim() === '' ? {} : { appliesTo: unit.trim() }),
      ...(basis.trim() === '' ? {} : { basis: basis.trim() }),
    },
  }));
}
