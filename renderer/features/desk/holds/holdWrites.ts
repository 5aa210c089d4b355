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
  readonly at: Instant;
  readonly reason: string;
  readonly judgement: Judgement | undefined;
  readonly holds: readonly HeldVehicle[];
  readonly random: RandomBytes;
}

type Ended = NonNullable<ValuesOf<typeof checkpointHolds>['outcome']>;
const endings: readonly string[] = ['放行', '劝返', '移交属地', '留观转运'] satisfies Ended[];

/**
 * What a decision about a vehicle does to the ledger of holds, in the commit of the passage.
 * | outcome                      | held here already | written                          |
 * | 滞留                         | no                | a hold, with the papers it lacks |
 * | 滞留, 现场采样                | yes               | nothing: it goes on              |
 * | 放行 劝返 移交属地 留观转运   | yes               | the hold ends with that outcome  |
 */
export function holdWrites(held: Held): readonly Write[] {
  const { reading, checkpoint, outcome, at, holds } = held;
  const { plate, documentNumber } = reading.values;
  const open = holds.filter(
    (hold) =>
      hold.checkpoint === checkpoint &&
      ((plate !== undefined && hold.plate === plate) ||
        (documentNumber !== undefined && hold.documentNumber === documentNumber)),
  );
  if (outcome === '滞留') return open.length > 0 ? [] : [beginning(held)];
  if (!endings.includes(outcome)) return [];
  return open.map(({ id }) => ({
    type: 'update',
    ledger: checkpointHolds.id,
    row: id,
    values: { releasedAt: at, outcome },
  }));
}

function beginning(held: Held): Write {
  const { reading, checkpoint, passage, at, reason, judgement, random } = held;
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
      heldFrom: at,
      ...Object.fromEntries(
        Object.entries(known).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
    },
  };
}
