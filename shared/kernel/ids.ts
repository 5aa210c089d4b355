import type { Brand } from './brand';

/** Identifies one record for ever, on every device. 26 characters, sorts by time of making. */
export type RowId = Brand<string, 'RowId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
/** One emergency (an outbreak, a flood) with its own database and key. */
export type EventId = Brand<string, 'EventId'>;

/** Fills the array with random bytes; `crypto.getRandomValues` in both shells, seeded in tests. */
export type RandomBytes = (length: number) => Uint8Array;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const idPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Crockford base-32 of 48 bits of milliseconds and 80 random bits (the ULID layout). */
function newId(nowMs: number, random: RandomBytes): string {
  let time = '';
  for (let rest = nowMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) {
    time = alphabet.charAt(rest % 32) + time;
  }
  const bytes = random(10);
  let tail = '';
  for (let bit = 0; bit < 80; bit += 5) {
    const window = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    tail += alphabet.charAt((window >> (11 - (bit & 7))) & 31);
  }
  return time + tail;
}

export function newRowId(nowMs: number, random: RandomBytes): RowId {
  return newId(nowMs, random) as RowId; // the constructor of the brand
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
