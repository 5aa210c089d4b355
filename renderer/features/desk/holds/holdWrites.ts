import { newRowId, type RandomBytes, type RowId } from '../../../../shared/kernel/ids';
import type { Instant } from '../../../../shared/kernel/time';
import type { ValuesOf } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { checkpointHolds } from '../../../../shared/ledgers/checkpointHolds';
import type { Judgement } from '../../../../shared/passes/benefitOfDoubt';
import type { HeldVehicle } from '../../../app/judging/judgingFacts';
import type { Write } from '../../../store/contract';
import type { FormReading } from '../form/readForm';

interface Held {
  readonly reading: FormReading;
  readonly checkpoint: string;
  readonly passage: RowId;
  readonly outcome: string;
  /** What the passage said before it was corrected; undefined: it is a new one. */
  readonly corrected: string | undefined;
  readonly passedAt: Instant;
  readonly at: Instant;
  readonly reason: string;
  readonly judgement: Judgement | undefined;
  readonly holds: readonly HeldVehicle[];
  readonly random: RandomBytes;
}

type Ended = NonNullable<ValuesOf<typeof checkpointHolds>['outcome']>;
const endings: readonly string[] = ['放行', '劝返', '移交属地', '留观转运'] satisfies Ended[];

/**
 * What a decision about a vehicle does to the ledger of holds, in the commit of the passage. A
 * correction that leaves the outcome as it was does nothing, any other only to the hold that its
 * own passage began.
 * | outcome                      | held here already | written                          |
 * | 滞留                         | no                | a hold, with the papers it lacks |
 * | 滞留, 现场采样                | yes               | nothing: it goes on              |
 * | 放行 劝返 移交属地 留观转运   | yes               | the hold ends with that outcome  |
 */
export function holdWrites(held: Held): readonly Write[] {
  const { reading, checkpoint, outcome, at, holds, corrected, passage } = held;
  if (corrected === outcome) return [];
  const { plate, documentNumber, destination } = reading.values;
  const isSame = (hold: HeldVehicle) =>
    corrected !== undefined
      ? hold.passage === passage
      : hold.checkpoint === checkpoint &&
        ((plate !== undefined && hold.plate === plate) ||
          (documentNumber !== undefined && hold.documentNumber === documentNumber));
  const open = holds.filter(isSame);
  if (outcome === '滞留') return open.length > 0 ? [] : [beginning(held)];
  if (!endings.includes(outcome)) return [];
  const to = outcome === '放行' && destination !== undefined ? { releasedTo: destination } : {};
  return open.map(({ id }) => ({
    type: 'update',
    ledger: checkpointHolds.id,
    row: id,
    values: { releasedAt: at, outcome, ...to },
  }));
}

/** A passage that is void has held nobody. */
export function voidedHolds(
  passage: RowId,
  reason: string,
  holds: readonly HeldVehicle[],
): readonly Write[] {
  return holds
    .filter((hold) => hold.passage === passage)
    .map(({ id }) => ({ type: 'delete', ledger: checkpointHolds.id, row: id, reason }));
}

function beginning(held: Held): Write {
  const { reading, checkpoint, passage, passedAt, at, reason, judgement, random } = held;
  const { plate, driverName, documentNumber } = reading.values;
  const missing = judgement?.seen.missing ?? [];
  const known: Readonly<Record<string, StoredValue | undefined>> = {
    plate,
    name: driverName,
    documentNumber,
    missing: missing.length > 0 ? missing : undefined,
  };
  return {
    type: 'insert',
    ledger: checkpointHolds.id,
    row: newRowId(at, random),
    values: {
      checkpoint,
      passage,
      reason,
      heldFrom: passedAt,
      ...Object.fromEntries(
        Object.entries(known).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
    },
  };
}
