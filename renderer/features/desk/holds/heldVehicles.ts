import type { Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';

/** A vehicle that was held and has not been let go since. */
export interface HeldVehicle {
  readonly row: Row;
  readonly heldMs: number;
}

/**
 * Who waits at the checkpoint, longest first. `rows` are newest first, today's before those of the
 * days before; a later passage of the same plate with another outcome ends its wait, a second
 * `滞留` does not begin it anew.
 */
export function heldVehicles(rows: readonly Row[], now: Instant): readonly HeldVehicle[] {
  const settled = new Set<string>();
  const waiting = new Map<string, HeldVehicle>();
  for (const row of rows) {
    const { plate, outcome, passedAt } = row.values;
    if (row.deletedAt !== undefined || typeof passedAt !== 'number') continue;
    const known = typeof plate === 'string' ? plate : undefined;
    if (outcome === '滞留') {
      // Without a plate nobody can tell a later passage: each stands for itself.
      if (known === undefined || !settled.has(known)) {
        waiting.set(known ?? row.id, { row, heldMs: Math.max(0, now - passedAt) });
      }
    } else if (known !== undefined) settled.add(known);
  }
  return [...waiting.values()].sort((left, right) => right.heldMs - left.heldMs);
}
