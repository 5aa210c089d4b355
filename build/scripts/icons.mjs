import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findOrInstallChromium } from './findChromium.mjs';
import { root } from './runStep.mjs';

/** `npm run icons` draws build/icons/icon.svg in every size and container that a system asks for. */
const folder = join(root, 'build/icons');
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names for PNG pictures of that many pixels; ic11 to ic14 are the sharp halves of a size. */
const macKinds = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
};

async function draw(sizes) {
  const executablePath = findOrInstallChromium();
  if (!executablePath) process.exit(1);
  const svg = readFileSync(join(folder, 'icon.svg')).toString('base64');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const pictures = new Map();
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<body style="margin:0"><img width="${size}" style="display:block" src="data:image/svg+xml;base64,${svg}">`,
        { waitUntil: 'load' },
      );
      pictures.set(size, await page.screenshot({ omitBackground: true }));
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** ICONDIR, one ICONDIRENTRY per picture (a side of 256 is written as 0), then the PNG bytes. */
function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2); // an icon, not a cursor
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, bytes }, index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4); // planes
    head.writeUInt16LE(32, entry + 6); // bits per pixel
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

/** 'icns' and the file's length, then each picture behind its kind and its length, all big-endian. */
function icnsOf(pictures) {
  const chunk = (kind, body) => {
    const head = Buffer.alloc(8);
    head.write(kind, 'latin1');
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  return chunk('icns', Buffer.concat(pictures.map(({ kind, bytes }) => chunk(kind, bytes))));
}

const pictures = await draw(new Set([...linuxSizes, ...windowsSizes, ...Object.values(macKinds)]));
const bytesOf = (size) => pictures.get(size);
const linux = join(folder, 'linux');
mkdirSync(linux, { recursive: true });
for (const size of linuxSizes) writeFileSync(join(linux, `${size}x${size}.png`), bytesOf(size));
writeFileSync(
  join(folder, 'icon.ico'),
  icoOf(windowsSizes.map((size) => ({ size, bytes: bytesOf(size) }))),
);
writeFileSync(
  join(folder, 'icon.icns'),
  icnsOf(Object.entries(macKinds).map(([kind, size]) => ({ kind, bytes: bytesOf(size) }))),
);
