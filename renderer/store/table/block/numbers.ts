import type { ByteReader, ByteWriter } from './bytes';

const shapes = { floats: 0, tenths: 1 } as const;
const scales = [1, 10, 100, 1000];
/** Below it the difference of two is exact and doubles into a varint. */
const largest = 2 ** 50;

/**
 * A column of numbers, NaN for blank. Whole numbers and short decimals stand as steps from the one
 * before (times of one day take two or three bytes), anything else as the eight bytes it has.
 */
export function writeNumbers(writer: ByteWriter, values: Float64Array): void {
  const filled = countFilled(values);
  writer.varint(filled);
  if (filled === 0) return;
  if (filled < values.length) writePresence(writer, values);
  const scale = scaleOf(values);
  if (scale === undefined) {
    writer.byte(shapes.floats);
    for (const value of values) if (!Number.isNaN(value)) writer.float(value);
    return;
  }
  writer.byte(shapes.tenths);
  writer.varint(scale);
  let before = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const steps = Math.round(value * scale);
    writer.signed(steps - before);
    before = steps;
  }
}

export function readNumbers(reader: ByteReader, count: number): Float64Array {
  const values = new Float64Array(count).fill(NaN);
  const filled = reader.varint();
  if (filled === 0) return values;
  const presence = filled < count ? reader.bytes(Math.ceil(count / 8)) : undefined;
  const isFilled = (row: number) => !presence || ((presence[row >> 3] ?? 0) >> (row & 7)) % 2 === 1;
  if (reader.byte() === shapes.floats) {
    for (let row = 0; row < count; row++) if (isFilled(row)) values[row] = reader.float();
    return values;
  }
  const scale = reader.varint();
  let steps = 0;
  for (let row = 0; row < count; row++) {
    if (!isFilled(row)) continue;
    steps += reader.signed();
    values[row] = steps / scale;
  }
  return values;
}

function countFilled(values: Float64Array): number {
  let filled = 0;
  for (const value of values) if (!Number.isNaN(value)) filled++;
  return filled;
}

function writePresence(writer: ByteWriter, values: Float64Array): void {
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, row) => {
    if (!Number.isNaN(value)) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
  });
  writer.bytes(bits);
}

/** The least scale that makes every value a whole number and gives exactly it back. */
function scaleOf(values: Float64Array): number | undefined {
  return scales.find((scale) =>
    values.every((value) => {
      if (Number.isNaN(value)) return true;
      const steps = Math.round(value * scale) + 0; // never -0, which has no bits of its own here
      return Math.abs(steps) < largest && Object.is(steps / scale, value);
    }),
  );
}
