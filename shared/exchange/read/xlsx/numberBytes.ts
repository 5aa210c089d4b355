/** 10⁰ to 10²², the powers of ten that a double holds exactly. */
const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** Up to here every whole number is a double. */
const exactly = 9_007_199_254_740_992;

/**
 * The number that decimal digits stand for, undefined where they are in another form (exponents,
 * blanks, more digits than a double holds): then the text is for `Number`. One division of two exact
 * doubles is rounded correctly, so the answer is the one that `Number` gives.
 */
export function decimalNumber(bytes: Uint8Array, from: number, to: number): number | undefined {
  let at = from;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at++;
  if (at >= to || to - at > 17) return undefined;
  let digits = 0;
  let decimals = -1;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) {
      digits = digits * 10 + (byte - 0x30);
      if (decimals >= 0) decimals++;
    } else if (byte === 0x2e && decimals < 0) decimals = 0;
    else return undefined;
  }
  if (digits > exactly || decimals === to - from - 1) return undefined;
  const number = decimals > 0 ? digits / (powers[decimals] ?? 1) : digits;
  return isNegative ? -number : number;
}
