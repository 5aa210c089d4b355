import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue in the low 24 bits, row by row. */
  readonly colours: Uint32Array;
}

const signatureBytes = 8;
const mostColours = 256;

/**
 * The same picture with a palette of 256 colours, a third of the size. A screen has few colours
 * besides the shades at the edges of letters: shades that can hardly be told apart become one.
 * Only for what Chromium writes: 8 bits, RGB or RGBA, not interlaced.
 */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, colours } = readPixels(png);
  const palette = choosePalette(colours);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc((width + 1) * height); // each row begins with filter 0
  for (const [pixel, colour] of colours.entries()) {
    const place = places.get(colour) ?? nearest(palette, colour);
    places.set(colour, place);
    rows[pixel + Math.floor(pixel / width) + 1] = place;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, signatureBytes),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

function readPixels(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const depth = { 2: 3, 6: 4 }[png.readUInt8(25)];
  if (png.readUInt8(24) !== 8 || depth === undefined || png.readUInt8(28) !== 0)
    throw new Error('Not a PNG as Chromium writes one');
  const packed: Buffer[] = [];
  for (let at = signatureBytes; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(packed));
  const stride = width * depth;
  const colours = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = unfilter(
      raw[start] ?? 0,
      raw.subarray(start + 1, start + 1 + stride),
      above,
      depth,
    );
    for (let x = 0; x < width; x++) {
      const [red = 0, green = 0, blue = 0] = row.subarray(x * depth);
      colours[y * width + x] = (red << 16) | (green << 8) | blue;
    }
    above = row;
  }
  return { width, height, colours };
}

/** PNG (ISO/IEC 15948) section 9: a byte is written as its difference from what is foretold. */
function unfilter(
  kind: number,
  written: Uint8Array,
  above: Uint8Array,
  depth: number,
): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(written.length);
  for (const [at, byte] of written.entries()) {
    const left = row[at - depth] ?? 0;
    const up = above[at] ?? 0;
    const corner = above[at - depth] ?? 0;
    row[at] = byte + foretold(kind, left, up, corner);
  }
  return row;
}

function foretold(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const wanted = left + up - corner;
      const byLeft = Math.abs(wanted - left);
      const byUp = Math.abs(wanted - up);
      const byCorner = Math.abs(wanted - corner);
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : corner;
    }
    default:
      return 0;
  }
}

/** By use, but no two that the eye takes for one: a rare red keeps its place beside many greys. */
function choosePalette(colours: Uint32Array): readonly number[] {
  const uses = new Map<number, number>();
  for (const colour of colours) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  const byUse = [...uses].sort(([, left], [, right]) => right - left).map(([colour]) => colour);
  for (let closest = 0; ; closest += 2) {
    const chosen: number[] = [];
    for (const colour of byUse)
      if (chosen.every((other) => distance(other, colour) > closest)) chosen.push(colour);
    if (chosen.length <= mostColours) return chosen;
  }
}

function nearest(palette: readonly number[], colour: number): number {
  const apart = palette.map((other) => distance(other, colour));
  return apart.indexOf(Math.min(...apart));
}

function distance(one: number, other: number): number {
  const wanted = channels(other);
  return Math.hypot(...channels(one).map((value, index) => value - (wanted[index] ?? 0)));
}

function channels(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}
