import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Parts of a Chromium profile that hold what the app stores. */
const storedParts = ['Default/IndexedDB', 'Default/File System', 'Default/WebStorage'];

/** A copy of a profile without Chromium's own caches. */
export function copyProfile(profile: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'countyline-damaged-'));
  for (const part of storedParts)
    if (existsSync(join(profile, part)))
      cpSync(join(profile, part), join(copy, part), { recursive: true });
  return copy;
}

export function databaseFolder(profile: string): string {
  const folder = join(profile, 'Default/IndexedDB');
  const name = readdirSync(folder).find((one) => one.endsWith('.leveldb'));
  if (!name) throw new Error(`No database in ${folder}`);
  return join(folder, name);
}

/** Files of LevelDB whose name has the pattern, oldest first. At least one, or it throws. */
export function databaseFiles(profile: string, pattern: RegExp): readonly string[] {
  const folder = databaseFolder(profile);
  return found(folder, readdirSync(folder).sort(), pattern);
}

/** Values above 64 KB lie in files of their own. */
export function blobFiles(profile: string): readonly string[] {
  const folder = databaseFolder(profile).replace(/leveldb$/, 'blob');
  return found(folder, readdirSync(folder, { recursive: true }).map(String), /./).filter((file) =>
    statSync(file).isFile(),
  );
}

function found(folder: string, names: readonly string[], pattern: RegExp): readonly string[] {
  const files = names.filter((name) => pattern.test(basename(name)));
  if (files.length === 0) throw new Error(`No ${String(pattern)} in ${folder}`);
  return files.map((name) => join(folder, name));
}

/** The files of OPFS, told apart by their first bytes: a frame's length, or a slot's counter. */
export function privateFiles(profile: string): {
  readonly journal: string;
  readonly sentinel: string;
} {
  const folder = join(profile, 'Default/File System/000/t/00');
  const files = readdirSync(folder).map((name) => join(folder, name));
  const slotBytes = 64 << 10;
  const sentinel = files.find((file) => {
    const bytes = readFileSync(file);
    return bytes.length > slotBytes && [12, slotBytes + 12].some((at) => bytes[at] === 2);
  });
  const journal = files.find((file) => file !== sentinel);
  if (!sentinel || !journal) throw new Error(`No journal and sentinel in ${folder}`);
  return { journal, sentinel };
}

export function change(file: string, edit: (bytes: Buffer) => Buffer): void {
  writeFileSync(file, edit(readFileSync(file)));
}

export function cutTail(file: string, bytes: number): void {
  change(file, (whole) => whole.subarray(0, Math.max(0, whole.length - bytes)));
}

export function zeroTail(file: string, bytes: number): void {
  change(file, (whole) => whole.fill(0, Math.max(0, whole.length - bytes)));
}

/** Flips one bit of the byte at `part` (0 to 1) of the file. */
export function flipByte(file: string, part: number): void {
  change(file, (whole) => {
    const at = Math.min(whole.length - 1, Math.floor(whole.length * part));
    whole[at] = (whole[at] ?? 0) ^ 0x10;
    return whole;
  });
}

export function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
