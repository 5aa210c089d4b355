import { decodeUtf8 } from './xmlText';

const equals = 0x3d;

/** The attributes of a tag one by one, as places in its bytes: no string is made. */
export class AttributeScan {
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  nameFrom = 0;
  nameTo = 0;
  valueFrom = 0;
  valueTo = 0;
  /** The tag is not as XML wants it. */
  isBroken = false;

  start(bytes: Uint8Array, from: number, to: number): this {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
    this.isBroken = false;
    return this;
  }

  next(): boolean {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = this.#at;
    while (at < end && (bytes[at] ?? 0) <= 0x20) at++;
    if (at >= end) return false;
    this.nameFrom = at;
    while (at < end && bytes[at] !== equals && (bytes[at] ?? 0) > 0x20) at++;
    this.nameTo = at;
    while (at < end && (bytes[at] === equals || (bytes[at] ?? 0) <= 0x20)) at++;
    const quote = bytes[at];
    this.valueFrom = ++at;
    while (at < end && bytes[at] !== quote) at++;
    this.valueTo = at;
    this.#at = at + 1;
    if ((quote !== 0x22 && quote !== 0x27) || at >= end) this.isBroken = true;
    return !this.isBroken;
  }

  /** The value as a whole number, undefined where it is none. */
  number(from = this.valueFrom): number | undefined {
    const to = this.valueTo;
    if (from >= to || to - from > 9) return undefined;
    let number = 0;
    for (let at = from; at < to; at++) {
      const digit = (this.#bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return undefined;
      number = number * 10 + digit;
    }
    return number;
  }
}

/** All attributes of a tag that is met seldom: by their names, and by those without a prefix. */
export function attributesOf(
  bytes: Uint8Array,
  from: number,
  to: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const scan = new AttributeScan().start(bytes, from, to);
  while (scan.next()) {
    const name = decodeUtf8(bytes, scan.nameFrom, scan.nameTo) ?? '';
    const value = decodeUtf8(bytes, scan.valueFrom, scan.valueTo) ?? '';
    found.set(name, value);
    const local = name.slice(name.indexOf(':') + 1);
    if (!found.has(local)) found.set(local, value);
  }
  return found;
}
