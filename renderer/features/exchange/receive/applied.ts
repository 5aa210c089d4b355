import { codecFor } from '../../../../shared/fields/codecFor';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { Session } from '../../../app/session';
import { rememberImport } from '../import/importMemory';
import { rememberHearing } from '../parcel/exchangeMemory';
import type { AppliedParcel } from '../parcel/parcelCalls';
import type { NamedBytes } from '../droppedFiles';
import { rememberReceived } from '../watch/receivedDigests';
import type { FoundParcel } from './useReceive';

/** What every record that is made here has; all ledgers hold these three fields alike. */
export function recordedHere({ store, clock, ledgers }: Session): RowValues {
  const recordedAt = ledgers[0]?.fields.recordedAt;
  return {
    unit: store.event.unit,
    recorder: store.operator,
    ...(recordedAt ? { recordedAt: codecFor(recordedAt).normalise(clock()) } : {}),
  };
}

export function receiptOf({ manifest }: FoundParcel, applied: AppliedParcel, at: number) {
  const { parcel, part } = manifest;
  const { changes, edits, rejected } = applied;
  return { parcel, part: part.index, at, changes, edits, rejected };
}

/** What is known of the sender from now on, and how to take the commit back days later. */
export async function rememberApplied(
  { store, clock }: Session,
  found: FoundParcel,
  file: NamedBytes,
  applied: AppliedParcel,
): Promise<void> {
  const { manifest, trust } = found;
  const at = clock();
  await rememberReceived(store, file.bytes);
  if (trust.state === 'enrolled') {
    await rememberHearing(store, manifest, receiptOf(found, applied, at));
  }
  const { sequence, inserted, updated } = applied;
  if (sequence === undefined) return;
  await rememberImport(store, {
    importId: `${manifest.parcel}:${sequence}`,
    digest: '',
    file: file.name,
    ledger: manifest.ledgers[0]?.id ?? '',
    atMs: at,
    sequence,
    inserted,
    updated,
    undone: false,
  });
}
