import { dateOf, startOfDay, type Instant, type IsoDate } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import {
  isolatedCategories,
  isolationDays,
  isolationRuleInForce,
  type IsolatedCategory,
  type IsolationRule,
} from '../policy/isolationRule';
import { dayMs, instantAt, numberAt, textAt } from '../todos/rowValues';
import { entriesAt } from './entries';

export interface IsolationClock {
  readonly rule: string;
  /** Day 0: the last contact, the entry of arrivals, or the positive that started it anew. */
  readonly startedOn: IsoDate;
  /** Days since then, and how many it takes in a site. */
  readonly day: number;
  readonly days: number;
  /** Released from the site. */
  readonly dueOn: IsoDate;
  /** Free again: the days at home included. */
  readonly endsOn: IsoDate;
  readonly isTestDay: boolean;
  readonly restartedBy: Row | undefined;
}

/**
 * How far a stay is at a moment, by the line of the isolation rules that is in force then (防控方案
 * 第八版, 第九版: counted from the last contact; arrivals from entry). A positive on the same floor or
 * the next one of the same site starts it anew for those who were there (LEDGERS.md, isolation-stays,
 * 应解除日). Undefined where no rule covers the category or it wants no stay in a site.
 */
export function isolationClock(
  stay: Row,
  positives: readonly FloorPositive[],
  rules: readonly IsolationRule[],
  at: Instant,
  today: IsoDate,
): IsolationClock | undefined {
  const category = isolatedCategories.find((one) => one === textAt(stay, 'category'));
  const began = startOf(stay, category);
  const rule = category && isolationRuleInForce(rules, category, at);
  if (!rule || began === undefined) return undefined;
  const restart = positives
    .filter((one) => startsAnew(one, stay))
    .reduce<FloorPositive | undefined>(
      (latest, one) => (latest && latest.at >= one.at ? latest : one),
      undefined,
    );
  const isLater = restart !== undefined && restart.at > began;
  const startedOn = dateOf(isLater ? restart.at : began);
  const { leavesSiteOn, endsOn, testedOn } = isolationDays(rule, startedOn);
  if (leavesSiteOn === undefined) return undefined;
  return {
    rule: rule.number,
    startedOn,
    day: Math.round((startOfDay(today) - startOfDay(startedOn)) / dayMs),
    days: rule.centralDays,
    dueOn: leavesSiteOn,
    endsOn,
    isTestDay: testedOn.includes(today),
    restartedBy: isLater ? restart.stay : undefined,
  };
}

export interface FloorPositive {
  readonly stay: Row;
  readonly site: string;
  readonly floor: number;
  readonly at: Instant;
}

/** Positive samples taken up to a moment, each with where the person was. */
export function floorPositives(stays: readonly Row[], at: Instant): readonly FloorPositive[] {
  return stays.flatMap((stay) => {
    const site = textAt(stay, 'site');
    const floor = numberAt(stay, 'floor');
    if (site === undefined || floor === undefined) return [];
    return entriesAt(stay, 'samples', 'sampledAt').flatMap(({ moment, entry }) =>
      entry['result'] === '阳性' && moment <= at ? [{ stay, site, floor, at: moment }] : [],
    );
  });
}

/**
 * | same site | floor differs by at most one | was there when it was taken | is that person | starts anew |
 * | yes       | yes                          | yes                         | no             | yes         |
 * | any other                                                                             | no          |
 */
function startsAnew(positive: FloorPositive, stay: Row): boolean {
  const floor = numberAt(stay, 'floor');
  if (positive.stay.id === stay.id || textAt(stay, 'site') !== positive.site) return false;
  if (floor === undefined || Math.abs(floor - positive.floor) > 1) return false;
  return isThere(stay, positive.at);
}

/** In the site at that moment. */
export function isThere(stay: Row, at: Instant): boolean {
  const admitted = instantAt(stay, 'admittedAt');
  const released = instantAt(stay, 'releasedAt');
  return admitted !== undefined && admitted <= at && (released === undefined || released > at);
}

function startOf(stay: Row, category: IsolatedCategory | undefined): Instant | undefined {
  const admitted = instantAt(stay, 'admittedAt');
  return category === '入境' ? admitted : (instantAt(stay, 'lastContactAt') ?? admitted);
}
