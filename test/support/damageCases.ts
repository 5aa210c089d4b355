import { join } from 'node:path';
import {
  blobFiles,
  cutTail,
  databaseFiles,
  flipByte,
  privateFiles,
  remove,
  zeroTail,
} from './profileFiles';

/** What is done to the files of a profile between two runs, and what has to be said of it. */
export interface DamageCase {
  readonly name: string;
  /** The profile as it is left by closing the window (where absent) or by `SIGKILL` after a commit. */
  readonly profile?: 'closed' | 'killed';
  readonly damage: (profile: string) => void;
  /** One of these has to be said, at whichever start the damage shows; none: nothing may be said. */
  readonly said: readonly string[];
  /** Whether a cut so short has hit anything depends on what LevelDB wrote last. */
  readonly mayPass?: boolean;
}

const rebuilt = ['databaseRebuilt from secondCopy'];
const log = (profile: string) => databaseFiles(profile, /\.log$/).at(-1) ?? '';

export const damageCases: readonly DamageCase[] = [
  { name: 'nothing', damage: () => undefined, said: [] },
  { name: 'a kill alone', profile: 'killed', damage: () => undefined, said: [] },
  ...[1, 100, 333, 600].map((bytes): DamageCase => ({
    name: `log of the database cut by ${bytes} bytes`,
    profile: 'killed',
    damage: (profile) => cutTail(log(profile), bytes),
    said: ['commitsReplayed from secondCopy', ...rebuilt],
    mayPass: bytes === 1,
  })),
  {
    name: 'log of the database cut after closing',
    damage: (profile) => cutTail(log(profile), 7),
    said: rebuilt,
  },
  {
    name: 'end of the log of the database zeroed',
    profile: 'killed',
    damage: (profile) => zeroTail(log(profile), 400),
    said: rebuilt,
  },
  {
    name: 'a bit of the log of the database flipped',
    damage: (profile) => flipByte(log(profile), 0.5),
    said: rebuilt,
  },
  {
    name: 'log of the database deleted',
    profile: 'killed',
    damage: (profile) => remove(log(profile)),
    said: ['commitsReplayed from secondCopy', ...rebuilt],
  },
  {
    name: 'a bit of a table of the database flipped',
    damage: (profile) => databaseFiles(profile, /\.ldb$/).forEach((file) => flipByte(file, 0.6)),
    said: rebuilt,
  },
  {
    name: 'tables of the database deleted',
    damage: (profile) => databaseFiles(profile, /\.ldb$/).forEach(remove),
    said: rebuilt,
  },
  {
    name: 'a bit of each large value flipped',
    damage: (profile) => blobFiles(profile).forEach((file) => flipByte(file, 0.5)),
    said: ['pageRebuilt from secondCopy'],
  },
  {
    name: 'large values of the database deleted',
    damage: (profile) => blobFiles(profile).forEach(remove),
    said: ['pageRebuilt from secondCopy'],
  },
  {
    name: 'a bit of MANIFEST flipped',
    damage: (profile) => databaseFiles(profile, /^MANIFEST/).forEach((file) => flipByte(file, 0.5)),
    said: rebuilt,
  },
  {
    name: 'MANIFEST deleted',
    damage: (profile) => databaseFiles(profile, /^MANIFEST/).forEach(remove),
    said: rebuilt,
  },
  {
    name: 'a bit of CURRENT flipped',
    damage: (profile) => databaseFiles(profile, /^CURRENT/).forEach((file) => flipByte(file, 0.5)),
    said: rebuilt,
  },
  {
    name: 'CURRENT deleted',
    damage: (profile) => databaseFiles(profile, /^CURRENT/).forEach(remove),
    said: ['commitsReplayed from secondCopy', ...rebuilt],
  },
  {
    name: 'the whole database deleted',
    damage: (profile) => remove(join(profile, 'Default/IndexedDB')),
    said: rebuilt,
  },
  {
    name: 'second copy cut',
    damage: (profile) => cutTail(privateFiles(profile).journal, 50),
    said: ['journalFileRebuilt from database'],
  },
  {
    name: 'end of the second copy zeroed',
    damage: (profile) => zeroTail(privateFiles(profile).journal, 50),
    said: ['journalFileRebuilt from database'],
  },
  {
    name: 'a bit of the second copy flipped',
    damage: (profile) => flipByte(privateFiles(profile).journal, 0.02),
    said: ['journalFileRebuilt from database'],
  },
  {
    name: 'second copy deleted',
    damage: (profile) => remove(privateFiles(profile).journal),
    said: ['journalFileRebuilt from database'],
  },
  {
    name: 'both slots of the sentinel flipped',
    damage: (profile) => {
      const { sentinel } = privateFiles(profile);
      flipByte(sentinel, 0.005);
      flipByte(sentinel, 0.999);
    },
    said: ['sentinelRebuilt from database'],
  },
  {
    name: 'sentinel deleted',
    damage: (profile) => remove(privateFiles(profile).sentinel),
    said: ['sentinelRebuilt from database'],
  },
  {
    name: 'names of the private files deleted',
    damage: (profile) => remove(join(profile, 'Default/File System/000/t/Paths')),
    said: ['journalFileRebuilt from database'],
  },
  {
    name: 'all private files deleted',
    damage: (profile) => remove(join(profile, 'Default/File System')),
    said: ['journalFileRebuilt from database'],
  },
];
