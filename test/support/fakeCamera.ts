import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';

const width = 640;
const height = 480;
const dotsPerModule = 6;
const white = 235;
const black = 16;

/** Flags that give Chromium a camera which sees a sheet with this text as a QR code. */
export function fakeCamera(text: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'countyline-camera-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'sheet.y4m');
  writeFileSync(file, film(text));
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
}

/** YUV4MPEG2: a header, and a frame that Chromium repeats. */
function film(text: string): Uint8Array {
  const grey = new Uint8Array(width * height).fill(white);
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const left = (width - size * dotsPerModule) >> 1;
  const top = (height - size * dotsPerModule) >> 1;
  for (let y = 0; y < size * dotsPerModule; y++) {
    for (let x = 0; x < size * dotsPerModule; x++) {
      const module = data[Math.floor(y / dotsPerModule)]?.[Math.floor(x / dotsPerModule)];
      if (module) grey[(top + y) * width + left + x] = black;
    }
  }
  const noColour = new Uint8Array((width * height) / 2).fill(128);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\nFRAME\n`),
    grey,
    noColour,
  ]);
}
