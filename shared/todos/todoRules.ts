import { contradictionRules } from './contradictions';
import { deadlineRules, visitRule } from './deadlines';
import { doorRule } from './doorAlarms';
import { dispatchRule, reserveRule, siteReportRule } from './missingReports';
import { expiryRule, materialDaysRule, reserveDaysRule, stockDaysRule } from './stocks';
import { homeTestsRule, siteTestsRule } from './testsDue';
import { todoKinds, type Todo, type TodoRule } from './todo';
import { transitRule } from './transits';
import { holdRule, passListRule } from './waiting';

/** Every rule that finds something to be done. A new one is a file and a line here. */
export const todoRules: readonly TodoRule[] = [
  ...contradictionRules,
  ...deadlineRules,
  visitRule,
  holdRule,
  transitRule,
  doorRule,
  siteTestsRule,
  homeTestsRule,
  reserveDaysRule,
  materialDaysRule,
  expiryRule,
  stockDaysRule,
  siteReportRule,
  dispatchRule,
  reserveRule,
  passListRule,
];

/** By kind, the longest overdue first; what has no moment comes last among its kind. */
export function sortTodos(todos: readonly Todo[]): readonly Todo[] {
  const rank = ({ kind }: Todo) => todoKinds.indexOf(kind);
  const time = ({ at }: Todo) => at ?? Infinity;
  return todos.toSorted(
    (left, right) => rank(left) - rank(right) || compare(time(left), time(right)),
  );
}

function compare(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
