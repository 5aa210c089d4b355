import { addDays, dateOf, startOfDay, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { textAt } from './rowValues';
import { reportingDays, todoId, type Todo, type TodoRule } from './todo';

/**
 * Who has not reported today: sites in use owe 隔离点每日一报 every day (LEDGERS.md, isolation-daily);
 * enterprises owe the 日调度 and the reserve as long as they keep reporting, because the list of
 * those that must is not a ledger of its own.
 */
export const siteReportRule: TodoRule = {
  id: 'siteReport',
  reads: (now) => [
    { ledger: 'isolation-sites' },
    { ledger: 'isolation-daily', from: { field: 'date', value: dateOf(now) } },
  ],
  find: ([sites = [], reports = []], now) => {
    const today = dateOf(now);
    const reported = new Set(reports.map((row) => textAt(row, 'site')));
    return sites
      .filter((site) => isInUse(site, today) && !reported.has(site.id))
      .map((site) => missing('siteReport', 'isolation-sites', site, now, 'head'));
  },
};

export const dispatchRule = reporterRule('dispatchReport', 'supply-daily', 'enterprise');
export const reserveRule = reporterRule('reserveReport', 'necessities-stock', 'holder');

/** `who` is the field of the report that means the enterprise. */
function reporterRule(rule: string, ledger: string, who: string): TodoRule {
  return {
    id: rule,
    reads: (now) => [
      { ledger, from: { field: 'date', value: addDays(dateOf(now), -reportingDays) } },
      { ledger: 'enterprises' },
    ],
    find: ([reports = [], enterprises = []], now) => {
      const today = dateOf(now);
      const upToNow = reports.filter((row) => (textAt(row, 'date') ?? '') <= today);
      const lately = new Set(upToNow.map((row) => textAt(row, who)));
      const reported = new Set(
        upToNow.filter((row) => textAt(row, 'date') === today).map((row) => textAt(row, who)),
      );
      return enterprises
        .filter(({ id }) => lately.has(id) && !reported.has(id))
        .map((row) => missing(rule, 'enterprises', row, now, 'assignedOfficial'));
    },
  };
}

function missing(rule: string, ledger: string, row: Row, now: Instant, person: string): Todo {
  const today = dateOf(now);
  return {
    id: todoId(rule, row, today),
    rule,
    kind: 'missingReport',
    ledger,
    row,
    unit: textAt(row, 'name'),
    person: textAt(row, person),
    at: startOfDay(addDays(today, 1)),
    facts: { date: today },
  };
}

function isInUse(site: Row, today: string): boolean {
  const opened = textAt(site, 'openedOn');
  const closed = textAt(site, 'closedOn');
  return opened !== undefined && opened <= today && (closed === undefined || closed > today);
}
