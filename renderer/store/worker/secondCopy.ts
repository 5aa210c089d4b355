import type { JournalFiles } from '../../../shared/desktop/contract';
import type { EventId } from '../../../shared/kernel/ids';
import { readKeyRing, type KeyRing } from '../keys/keyRing';
import { sequenceOf } from './commitRecord';
import type { StoredCommit } from './eventDatabase';
import { firstFrame, frameKinds, scanFrames, writeFrame, type Frame } from './journalFrames';

export interface SecondCopy {
  readonly size: number;
  readonly whole: boolean;
  readonly ring: KeyRing | undefined;
  readonly commits: readonly StoredCommit[];
  readonly settings: readonly Uint8Array<ArrayBuffer>[];
}

const chunkBytes = 4 << 20;

/** Everything the journal file of the event still holds; an unreadable file counts as empty and damaged. */
export async function readSecondCopy(journal: JournalFiles, event: EventId): Promise<SecondCopy> {
  const nothing = { size: 0, whole: false, ring: undefined, commits: [], settings: [] };
  const size = await journal.size(event);
  if (!size.ok) return nothing;
  const file = new Uint8Array(size.value);
  for (let offset = 0; offset < file.length; offset += chunkBytes) {
    const part = await journal.read(event, offset, Math.min(chunkBytes, file.length - offset));
    if (!part.ok) return nothing;
    file.set(part.value, offset);
  }
  const { frames, whole } = scanFrames(file);
  const of = (kind: number) => frames.filter((frame) => frame.kind === kind);
  const rings = of(frameKinds.keys).flatMap(({ bytes }) => readKeyRing(bytes) ?? []);
  return {
    size: file.length,
    whole,
    ring: rings.at(-1),
    commits: of(frameKinds.commit).map(({ bytes }) => ({
      sequence: sequenceOf(bytes),
      sealed: bytes,
    })),
    settings: of(frameKinds.setting).map(({ bytes }) => bytes),
  };
}

const headBytes = 16 << 10;

/** The keys at the head of the file, without reading the rest; the whole file where they are damaged. */
export async function readFirstRing(
  journal: JournalFiles,
  event: EventId,
): Promise<KeyRing | undefined> {
  const size = await journal.size(event);
  const head = size.ok ? await journal.read(event, 0, Math.min(headBytes, size.value)) : undefined;
  const first = head?.ok ? firstFrame(new Uint8Array(head.value)) : undefined;
  const ring = first?.kind === frameKinds.keys ? readKeyRing(first.bytes) : undefined;
  return ring ?? (await readSecondCopy(journal, event)).ring;
}

/** Writes the file anew from what is known to be whole; gives its size, undefined where it failed. */
export async function rewriteSecondCopy(
  journal: JournalFiles,
  event: EventId,
  frames: readonly Frame[],
): Promise<number | undefined> {
  const cut = await journal.truncate(event, 0);
  if (!cut.ok) return undefined;
  let size = 0;
  let batch: Uint8Array<ArrayBuffer>[] = [];
  let batched = 0;
  const flush = async () => {
    const bytes = new Uint8Array(batched);
    let offset = 0;
    for (const part of batch) {
      bytes.set(part, offset);
      offset += part.length;
    }
    batch = [];
    batched = 0;
    const written = await journal.append(event, bytes);
    if (written.ok) size = written.value;
    return written.ok;
  };
  for (const frame of frames) {
    const bytes = writeFrame(frame);
    batch.push(bytes);
    batched += bytes.length;
    if (batched >= chunkBytes && !(await flush())) return undefined;
  }
  if (batched > 0 && !(await flush())) return undefined;
  return size;
}
