import { crc32 } from '../../../../shared/kernel/crc32';
import { yieldTurn } from '../../yieldTurn';

/** Kinds of frames in the second copy. Numbers are stored: never reused. */
export const frameKinds = { keys: 1, commit: 2, setting: 3, segment: 4 } as const;
const lastKind = Math.max(...Object.values(frameKinds));

export interface Frame {
  readonly kind: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const headerLength = 9;

/** Length, checksum of kind and bytes (finds what is torn or flipped before it is unsealed), kind, bytes. */
export function writeFrame({ kind, bytes }: Frame): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(headerLength + bytes.length);
  const view = new DataView(out.buffer);
  out[8] = kind;
  out.set(bytes, headerLength);
  view.setUint32(0, bytes.length);
  view.setUint32(4, crc32(out.subarray(8)));
  return out;
}

export interface FrameScan {
  /** Views into the file, in its order. */
  readonly frames: readonly Frame[];
  /** Bytes before the first that belongs to no whole frame; all of them where the file is whole. */
  readonly wholeBytes: number;
}

/** Checked in one go, a few milliseconds' worth. */
const turnBytes = 4 << 20;

/**
 * Every whole frame of the file; after damage it looks for the next place where one starts. Other
 * work gets its turn meanwhile: a year's journal takes as long as several commits may wait.
 */
export async function scanFrames(file: Uint8Array<ArrayBuffer>): Promise<FrameScan> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const frames: Frame[] = [];
  let wholeBytes: number | undefined;
  let offset = 0;
  let turnEnds = turnBytes;
  while (offset < file.length) {
    if (offset >= turnEnds) {
      await yieldTurn();
      turnEnds = offset + turnBytes;
    }
    const end = frameEnd(file, view, offset);
    if (end === undefined) {
      wholeBytes ??= offset;
      offset++;
      continue;
    }
    frames.push({
      kind: file[offset + 8] ?? 0,
      bytes: file.subarray(offset + headerLength, end),
    });
    offset = end;
  }
  return { frames, wholeBytes: wholeBytes ?? file.length };
}

/** The frame at the very start, where it is whole. */
export function firstFrame(file: Uint8Array<ArrayBuffer>): Frame | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = frameEnd(file, view, 0);
  return end === undefined
    ? undefined
    : { kind: file[8] ?? 0, bytes: file.slice(headerLength, end) };
}

function frameEnd(file: Uint8Array, view: DataView, offset: number): number | undefined {
  if (offset + headerLength > file.length) return undefined;
  const kind = file[offset + 8] ?? 0;
  if (kind < frameKinds.keys || kind > lastKind) return undefined;
  const end = offset + headerLength + view.getUint32(offset);
  if (end > file.length) return undefined;
  return crc32(file.subarray(offset + 8, end)) === view.getUint32(offset + 4) ? end : undefined;
}
