import type { RowId } from '../kernel/ids';
import type { RowValues } from '../ledger/defineLedger';
import { readTable, type UnreadLine } from './datedTable';
import { defaultIsolationRules } from './defaultIsolationRules';
import { defaultPassageRules } from './defaultPassageRules';
import { isolationRule, type IsolationRule } from './isolationRule';
import { passageRule, type PassageRule } from './passageRule';
import { policyValue, type PolicyValue } from './policyValue';

/** Every dated rule of an event, as plain values that can be sent to a worker or kept in a test. */
export interface Policy {
  readonly passageRules: readonly PassageRule[];
  readonly isolationRules: readonly IsolationRule[];
  readonly values: readonly PolicyValue[];
  /** Records that could not be read as a line: to be shown, they are in force nowhere. */
  readonly unread: readonly UnreadLine[];
}

type Rows = readonly { readonly id: RowId; readonly values: RowValues }[];

/** What holds until an office keeps tables of its own. */
export const defaultPolicy: Policy = {
  passageRules: defaultPassageRules,
  isolationRules: defaultIsolationRules,
  values: [],
  unread: [],
};

/** The policy that three ledgers hold. A ledger without a record stands for the defaults. */
export function readPolicy(rows: {
  readonly passageRules: Rows;
  readonly isolationRules: Rows;
  readonly values: Rows;
}): Policy {
  const passage = readTable<PassageRule>(passageRule, rows.passageRules);
  const isolation = readTable<IsolationRule>(isolationRule, rows.isolationRules);
  const values = readTable<PolicyValue>(policyValue, rows.values);
  return {
    passageRules: rows.passageRules.length > 0 ? passage.lines : defaultPolicy.passageRules,
    isolationRules: rows.isolationRules.length > 0 ? isolation.lines : defaultPolicy.isolationRules,
    values: values.lines,
    unread: [...passage.unread, ...isolation.unread, ...values.unread],
  };
}
