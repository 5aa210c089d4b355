import type { Brand } from './brand';

/** Identifies one record for ever, on every device. 26 characters, sorts by time of making. */
export type RowId = Brand<string, 'RowId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
/** One emergency (an outbreak, a flood) with its own database and key. */
export type EventId = Brand<string, 'EventId'>;

/** Fills the array with random bytes; `crypto.getRandomValues` in both shells, seeded in tests. */
export type RandomBytes = (length: number) => Uint8Array;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters = Array.from(alphabet, (letter) => letter.charCodeAt(0));
const idPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Random bytes in an id. */
const chance = 10;
const written: number[] = new Array<number>(26).fill(0);
/** Whose digits stand in front in `written`. */
let writtenMs = NaN;

/** Crockford base-32 of 48 bits of milliseconds and 80 random bits (the ULID layout). */
function newId(nowMs: number, random: RandomBytes): string {
  return written26(nowMs, random(chance), 0);
}

function written26(nowMs: number, bytes: Uint8Array, from: number): string {
  if (nowMs !== writtenMs) {
    for (let rest = nowMs, i = 9; i >= 0; i--, rest = Math.floor(rest / 32)) {
      written[i] = letters[rest % 32] ?? 0;
    }
    writtenMs = nowMs;
  }
  for (let bit = 0, i = 10; bit < 80; bit += 5, i++) {
    const at = from + (bit >> 3);
    const next = bit < 72 ? (bytes[at + 1] ?? 0) : 0;
    written[i] = letters[((((bytes[at] ?? 0) << 8) | next) >> (11 - (bit & 7))) & 31] ?? 0;
  }
  return String.fromCharCode.apply(undefined, written);
}

export function newRowId(nowMs: number, random: RandomBytes): RowId {
  return newId(nowMs, random) as RowId; // the constructor of the brand
}

/** Row ids for many records: randomness is asked for a thousand ids at once, which a call each dwarfs. */
export function rowIdMaker(clock: () => number, random: RandomBytes): () => RowId {
  const idsAtOnce = 1_024;
  let bytes = new Uint8Array();
  let used = 0;
  return () => {
    if (used === bytes.length) {
      bytes = Uint8Array.from(random(chance * idsAtOnce));
      used = 0;
    }
    const from = used;
    used += chance;
    return written26(clock(), bytes, from) as RowId; // as above
  };
}

export function newDeviceId(nowMs: number, random: RandomBytes): DeviceId {
  return newId(nowMs, random) as DeviceId; // the constructor of the brand
}

export function newEventId(nowMs: number, random: RandomBytes): EventId {
  return newId(nowMs, random) as EventId; // the constructor of the brand
}

/** True for text that has the form of an id made here; used where ids come back from workbooks. */
export function isRowId(text: string): text is RowId {
  return idPattern.test(text);
}

export function isEventId(text: string): text is EventId {
  return idPattern.test(text);
}
