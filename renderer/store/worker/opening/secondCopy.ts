import type { JournalFiles } from '../../../../shared/desktop/contract';
import type { EventId } from '../../../../shared/kernel/ids';
import { readKeyRing, type KeyRing } from '../../keys/keyRing';
import { firstFrame, frameKinds, scanFrames } from '../stored/journalFrames';
import { unitOfFrame, type JournalUnit } from '../stored/journalUnit';
import { readSentinelFile } from '../stored/sentinel';

export interface SecondCopy {
  readonly size: number;
  /** Bytes before the first damage; the size where there is none. */
  readonly wholeBytes: number;
  /** Oldest first. */
  readonly rings: readonly KeyRing[];
  /** In the order of the file: of two with the same sequence the later one counts. */
  readonly units: readonly JournalUnit[];
  /** How many of the units stand before the first damage. */
  readonly unitsBeforeDamage: number;
  readonly settings: readonly Uint8Array<ArrayBuffer>[];
  /** False where the shell cannot read the file at all; it must not be touched then. */
  readonly readable: boolean;
}

const chunkBytes = 4 << 20;
const unreadable: SecondCopy = {
  size: 0,
  wholeBytes: 0,
  rings: [],
  units: [],
  unitsBeforeDamage: 0,
  settings: [],
  readable: false,
};

/** Everything the journal file of the event holds in its first `bytes` (all where not given). */
export async function readSecondCopy(
  journal: JournalFiles,
  event: EventId,
  bytes = Infinity,
): Promise<SecondCopy> {
  const size = await journal.size(event);
  if (!size.ok) return unreadable;
  const file = new Uint8Array(Math.min(size.value, bytes));
  for (let offset = 0; offset < file.length; offset += chunkBytes) {
    const part = await journal.read(event, offset, Math.min(chunkBytes, file.length - offset));
    if (!part.ok) return unreadable;
    file.set(part.value, offset);
  }
  const { frames, wholeBytes } = await scanFrames(file);
  const units = frames.flatMap((frame) => unitOfFrame(frame) ?? []);
  return {
    size: file.length,
    wholeBytes,
    rings: frames.flatMap(({ kind, bytes }) =>
      kind === frameKinds.keys ? (readKeyRing(bytes) ?? []) : [],
    ),
    units,
    unitsBeforeDamage: units.filter(({ sealed }) => sealed.byteOffset < wholeBytes).length,
    settings: frames.flatMap(({ kind, bytes }) => (kind === frameKinds.setting ? [bytes] : [])),
    readable: true,
  };
}

const headBytes = 16 << 10;

/** Keys that lie outside the database: beside the sentinel, else at the head of the second copy. */
export async function readFiledRing(
  journal: JournalFiles,
  event: EventId,
): Promise<KeyRing | undefined> {
  const kept = await journal.readSentinel(event);
  const beside = kept.ok && kept.value && readSentinelFile(new Uint8Array(kept.value)).ring;
  if (beside) return beside;
  const size = await journal.size(event);
  const head = size.ok ? await journal.read(event, 0, Math.min(headBytes, size.value)) : undefined;
  const first = head?.ok ? firstFrame(new Uint8Array(head.value)) : undefined;
  const ring = first?.kind === frameKinds.keys ? readKeyRing(first.bytes) : undefined;
  return ring ?? (await readSecondCopy(journal, event)).rings.at(-1);
}
