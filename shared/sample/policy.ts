import type { RowId } from '../kernel/ids';
import { startOfDay } from '../kernel/time';
import type { ValuesOf } from '../ledger/defineLedger';
import type { isolationRules } from '../ledgers/isolationRules';
import type { passageRules } from '../ledgers/passageRules';
import { defaultPolicy } from '../policy/policy';
import { day } from './places';
import type { Random } from './random';

interface PolicyRow<Values> {
  readonly id: RowId;
  readonly values: Values;
}

/** The office has taken the default rules over into its own tables, to change them there. */
export function adoptPolicy(random: Random): {
  readonly passageRules: readonly PolicyRow<ValuesOf<typeof passageRules>>[];
  readonly isolationRules: readonly PolicyRow<ValuesOf<typeof isolationRules>>[];
} {
  const adoptedAt = startOfDay(day('2022-03-11'));
  return {
    passageRules: defaultPolicy.passageRules.map((values, index) => ({
      id: random.rowId(adoptedAt + index),
      values: values as ValuesOf<typeof passageRules>, // no line of the defaults holds `undefined`
    })),
    isolationRules: defaultPolicy.isolationRules.map((values, index) => ({
      id: random.rowId(adoptedAt + 100 + index),
      values: values as ValuesOf<typeof isolationRules>, // as above
    })),
  };
}
