import { dateOf, startOfDay, toInstant, type Instant, type IsoDate } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import {
  isolatedCategories,
  isolationDays,
  isolationRuleInForce,
  type IsolationRule,
} from '../policy/isolationRule';
import { entriesAt } from '../work/entries';
import { floorPositives, isolationClock, isThere } from '../work/isolationClock';
import { dayMs, instantAt, textAt } from './rowValues';
import { todoId, type Todo, type TodoRule } from './todo';

/**
 * Who is to be tested today by the dated rules and has not been (采样记录, 采样结果). A round goes
 * through a site at once, so that there is one to-do for each site; people at home are one for each
 * unit that watches them.
 */
export const siteTestsRule: TodoRule = {
  id: 'siteTests',
  reads: () => [{ ledger: 'isolation-stays', blank: 'releasedAt' }, { ledger: 'isolation-sites' }],
  find: ([stays = [], sites = []], now, { isolationRules }) => {
    const due = new Map<string | undefined, Untested>();
    const today = dateOf(now);
    const positives = floorPositives(stays, now);
    for (const stay of stays) {
      if (!isThere(stay, now) || isSampledOn(stay, today)) continue;
      const clock = isolationClock(stay, positives, isolationRules, now, today);
      if (clock?.isTestDay) count(due, textAt(stay, 'site'), stay);
    }
    return sites.flatMap((site): readonly Todo[] => {
      const found = due.get(site.id);
      if (!found) return [];
      return [
        {
          ...testsTodo('siteTests', found, now),
          id: todoId('siteTests', site, dateOf(now)),
          ledger: 'isolation-sites',
          row: site,
          unit: textAt(site, 'name'),
          person: textAt(site, 'head'),
        },
      ];
    });
  },
};

export const homeTestsRule: TodoRule = {
  id: 'homeTests',
  reads: () => [{ ledger: 'contacts', blank: 'releasedAt' }],
  find: ([contacts = []], now, { isolationRules }) => {
    const due = new Map<string | undefined, Untested>();
    for (const contact of contacts) {
      const isHome = ['居家隔离', '健康监测'].includes(textAt(contact, 'control') ?? '');
      if (!isHome || textAt(contact, 'outcome') !== undefined) continue;
      if (!isTestDayAtHome(contact, isolationRules, now) || isSampledOn(contact, dateOf(now)))
        continue;
      count(due, textAt(contact, 'unit'), contact);
    }
    return [...due].map(([unit, found]) => ({
      ...testsTodo('homeTests', found, now),
      id: todoId('homeTests', undefined, `${dateOf(now)} ${unit ?? ''}`),
      ledger: 'contacts',
      // of one person the record opens, of several the ledger
      row: found.people === 1 ? found.first : undefined,
      unit,
    }));
  },
};

interface Untested {
  readonly people: number;
  readonly first: Row;
}

function count(due: Map<string | undefined, Untested>, place: string | undefined, row: Row): void {
  const known = due.get(place);
  due.set(place, { people: (known?.people ?? 0) + 1, first: known?.first ?? row });
}

function testsTodo(rule: string, { people }: Untested, now: Instant) {
  const at = toInstant(startOfDay(dateOf(now)) + dayMs);
  return { rule, kind: 'dueToday' as const, at, facts: { people } };
}

/** Watched at home, days count from the last contact by the line in force. */
function isTestDayAtHome(row: Row, rules: readonly IsolationRule[], now: Instant): boolean {
  const contact = instantAt(row, 'lastContactAt');
  const category = isolatedCategories.find((one) => one === textAt(row, 'category'));
  const rule = category && isolationRuleInForce(rules, category, now);
  if (contact === undefined || !rule) return false;
  return isolationDays(rule, dateOf(contact)).testedOn.includes(dateOf(now));
}

function isSampledOn(row: Row, day: IsoDate): boolean {
  return entriesAt(row, 'samples', 'sampledAt').some(({ moment }) => dateOf(moment) === day);
}
