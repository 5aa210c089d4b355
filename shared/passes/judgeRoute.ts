import type { Instant } from '../kernel/time';
import type { PassageRule } from '../policy/passageRule';
import { checkpointMark } from './checkpointMark';
import { clockToleranceMs, hoursOf, type Found } from './judgeHealth';
import { kilometresBetween } from './distance';
import type { EarlierPassage, PermitOnHand, Position, SeenPassage } from './situation';
import type { Fact } from './verdict';

const hourMs = 3_600_000;
/** A passage longer ago belongs to another journey. */
const journeyMs = 72 * hourMs;

interface RouteFacts {
  readonly rule: PassageRule;
  readonly passage: SeenPassage;
  readonly permit: PermitOnHand;
  readonly earlier: readonly EarlierPassage[];
  readonly positions: ReadonlyMap<string, Position>;
  readonly now: Instant;
  /** Kilometres an hour that no vehicle exceeds from one checkpoint to another. */
  readonly topSpeed: number;
}

/** Fixed driver and fixed route: what the vehicle does against what its pass says. */
export function judgeRoute(facts: RouteFacts): readonly Found[] {
  const { rule } = facts;
  const found: Found[] = [];
  const against = (one: Fact | undefined) => {
    if (one) found.push([one, rule.mismatchEffect]);
  };
  if (rule.sameDriver) {
    const driver = driverOf(facts);
    found.push([driver, driver.tag === 'driverAgrees' ? '放行' : rule.mismatchEffect]);
  }
  against(impossiblySoon({ ...facts, checkpoint: facts.passage.checkpoint }));
  if (rule.sameRoute) {
    const before = found.length;
    against(offRoute(facts));
    against(wrongDirection(facts));
    against(otherPlaces(facts));
    against(tooSlow(facts));
    if (found.length === before) found.push([{ tag: 'routeAgrees' }, '放行']);
  }
  return found;
}

function driverOf({ passage, permit }: RouteFacts): Fact {
  const { documentNumber } = passage;
  if (documentNumber === undefined || permit.driver === undefined) return { tag: 'driverUnknown' };
  const agrees = documentNumber.endsWith(permit.driver);
  return { tag: agrees ? 'driverAgrees' : 'otherDriver' };
}

function offRoute({ passage, permit }: RouteFacts): Fact | undefined {
  const { checkpoints = [], checkpointMarks = [] } = permit;
  const isOn =
    checkpoints.includes(passage.checkpoint) ||
    checkpointMarks.includes(checkpointMark(passage.checkpoint)) ||
    checkpoints.length + checkpointMarks.length === 0;
  return isOn ? undefined : { tag: 'offRoute' };
}

/** A pass for journeys within the county leads neither out of it nor through it. */
function wrongDirection({ passage, permit }: RouteFacts): Fact | undefined {
  const leaves = passage.direction !== '进';
  return permit.transport === '县域内' && leaves
    ? { tag: 'wrongDirection', scenario: permit.transport }
    : undefined;
}

/** Both ways are good: out loaded, back empty. Places that nobody asked for disagree with nothing. */
function otherPlaces({ passage, permit }: RouteFacts): Fact | undefined {
  const { origin, destination } = permit;
  if (origin === undefined || destination === undefined) return undefined;
  const there = agrees(passage.origin, origin) && agrees(passage.destination, destination);
  const back = agrees(passage.origin, destination) && agrees(passage.destination, origin);
  return there || back ? undefined : { tag: 'otherPlaces', origin, destination };
}

function agrees(seen: string | undefined, written: string): boolean {
  const bare = (text: string) =>
    text.replace(/[\s，,、（）()]/g, '').replace(/^河南省?|焦作市?/g, '');
  const [left, right] = [bare(seen ?? ''), bare(written)];
  return left.includes(right) || right.includes(left);
}

/** From the last checkpoint of the route that let it through, in the route's order, to this one. */
function tooSlow({ rule, passage, permit, earlier, now }: RouteFacts): Fact | undefined {
  const limit = permit.expectedHours ?? rule.pointToPointHours;
  const route = permit.checkpoints ?? [];
  const here = route.indexOf(passage.checkpoint);
  if (limit === undefined || here <= 0) return undefined;
  const before = earlier.filter(({ checkpoint, passedAt, outcome }) => {
    const place = route.indexOf(checkpoint);
    return outcome === '放行' && place >= 0 && place < here && now - passedAt <= journeyMs;
  });
  if (before.length === 0) return undefined;
  const elapsedMs = now - Math.max(...before.map(({ passedAt }) => passedAt));
  return elapsedMs > limit * hourMs
    ? { tag: 'tooSlow', hours: hoursOf(elapsedMs), limit }
    : undefined;
}

/**
 * The same plate or the same pass at another checkpoint, nearer in time than any vehicle drives: one
 * of the two is copied. Straight lines, so a road is never shorter; laptops' clocks may differ.
 */
export function impossiblySoon(
  facts: Omit<RouteFacts, 'rule' | 'passage'> & { readonly checkpoint: string },
): Fact | undefined {
  const { checkpoint, permit, earlier, positions, now, topSpeed } = facts;
  const here = positions.get(checkpoint);
  for (const one of earlier) {
    const same = one.permitNumber === permit.number || one.plate === permit.plate;
    const there = positions.get(one.checkpoint);
    if (!same || one.checkpoint === checkpoint || !here || !there) continue;
    const kilometres = kilometresBetween(here, there);
    const elapsedMs = now - one.passedAt;
    const neededMs = (kilometres / topSpeed) * hourMs;
    if (elapsedMs + clockToleranceMs < neededMs) {
      return {
        tag: 'impossiblySoon',
        minutes: Math.floor(elapsedMs / 60_000),
        kilometres: Math.round(kilometres),
      };
    }
  }
  return undefined;
}
