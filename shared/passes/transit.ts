import { toInstant, type Instant } from '../kernel/time';
import { ruleInForce, type PassageRule } from '../policy/passageRule';
import { hoursOf, type Found } from './judgeHealth';
import type { EarlierPassage, SeenPassage } from './situation';

const hourMs = 3_600_000;

/** A sealed vehicle that has entered the county and has not been seen leaving it. */
export interface OpenTransit {
  readonly plate: string;
  readonly enteredBy: string;
  readonly enteredAt: Instant;
  readonly seal: string | undefined;
}

/**
 * Transits come in pairs: let in at one checkpoint, let out at another. Seen again at the same one
 * it has turned round, and counts from there.
 */
export function openTransit(
  plate: string,
  passages: readonly EarlierPassage[],
): OpenTransit | undefined {
  let open: OpenTransit | undefined;
  const own = passages.filter(
    (one) => one.plate === plate && one.direction === '过境' && one.outcome === '放行',
  );
  for (const one of own.sort((left, right) => left.passedAt - right.passedAt)) {
    const leaves = open !== undefined && open.enteredBy !== one.checkpoint;
    open = leaves
      ? undefined
      : { plate, enteredBy: one.checkpoint, enteredAt: one.passedAt, seal: one.sealNumber };
  }
  return open;
}

/** Entering: a seal; leaving: the same seal, in time. */
export function judgeTransit(
  rule: PassageRule,
  passage: SeenPassage,
  earlier: readonly EarlierPassage[],
  now: Instant,
): readonly Found[] {
  if (!rule.sealed || passage.direction !== '过境') return [];
  const { transitHours, missingEffect } = rule;
  const open = passage.plate === undefined ? undefined : openTransit(passage.plate, earlier);
  const found: Found[] = [];
  if (passage.sealNumber === undefined) found.push([{ tag: 'sealMissing' }, missingEffect]);
  if (!open || open.enteredBy === passage.checkpoint) {
    const leaveBy = transitHours === undefined ? undefined : toInstant(now + transitHours * hourMs);
    return found.length > 0 ? found : [[{ tag: 'sealed', leaveBy }, '放行']];
  }
  if (passage.sealNumber !== undefined && open.seal !== undefined) {
    if (passage.sealNumber !== open.seal) {
      found.push([{ tag: 'sealDiffers', seal: open.seal }, missingEffect]);
    }
  }
  const elapsedMs = now - open.enteredAt;
  if (transitHours !== undefined && elapsedMs > transitHours * hourMs) {
    const late = { hours: hoursOf(elapsedMs), limit: transitHours };
    found.push([{ tag: 'transitOverdue', ...late }, missingEffect]);
  }
  return found.length > 0 ? found : [[{ tag: 'sealed', leaveBy: undefined }, '放行']];
}

export interface OverdueTransit extends OpenTransit {
  readonly leaveBy: Instant;
}

/** Sealed vehicles that should have left by now, longest overdue first: each is a to-do. */
export function overdueTransits(
  passages: readonly EarlierPassage[],
  rules: readonly PassageRule[],
  now: Instant,
): readonly OverdueTransit[] {
  const byPlate = new Map<string, EarlierPassage[]>();
  for (const one of passages) {
    if (one.direction !== '过境' || one.plate === undefined || one.passedAt > now) continue;
    const own = byPlate.get(one.plate);
    if (own) own.push(one);
    else byPlate.set(one.plate, [one]);
  }
  const overdue: OverdueTransit[] = [];
  for (const [plate, own] of byPlate) {
    const open = openTransit(plate, own);
    if (!open) continue;
    const rule = ruleInForce(rules, '跨市', '过境', open.enteredAt);
    if (!rule?.sealed || rule.transitHours === undefined) continue;
    const leaveBy = toInstant(open.enteredAt + rule.transitHours * hourMs);
    if (leaveBy < now) overdue.push({ ...open, leaveBy });
  }
  return overdue.sort((left, right) => left.leaveBy - right.leaveBy);
}
