import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournalFiles } from '../../electron/journalFiles';
import { journalCases, twoEvents } from '../support/journalCases';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countyline-journal-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the journal files of Electron', () => {
  it.each(journalCases.map(({ name, check }) => [name, check] as const))(
    '%s',
    async (_name, check) => {
      const inside = join(folder, 'second-copy');
      await check(
        {
          files: createJournalFiles(inside),
          restart: () => Promise.resolve(createJournalFiles(inside)),
        },
        ...twoEvents(),
      );
    },
  );

  it('lists what is of an event and nothing else that lies there', async () => {
    const [event] = twoEvents();
    const files = createJournalFiles(folder);
    await files.append(event, Uint8Array.of(1));
    for (const name of ['notes.log', `${event}.log.part`, `.${event}.sentinel.7.part`, 'x'])
      writeFileSync(join(folder, name), 'x');
    expect(await files.list()).toEqual({ ok: true, value: [event] });
  });

  it('leaves no temporary file behind', async () => {
    const [event] = twoEvents();
    const files = createJournalFiles(folder);
    await files.append(event, Uint8Array.of(1));
    await files.writeSentinel(event, Uint8Array.of(2));
    expect(readdirSync(folder).sort()).toEqual([`${event}.log`, `${event}.sentinel`]);
  });

  it('knows what room the disk has left', async () => {
    const { bavail, bsize } = statfsSync(folder);
    const free = await createJournalFiles(join(folder, 'second-copy')).freeBytes();
    const answered = free.ok ? (free.value ?? 0) : 0;
    // Other programs write meanwhile.
    expect(Math.abs(answered - bavail * bsize)).toBeLessThan(2 ** 30);
    expect(answered).toBeGreaterThan(0);
  });

  it('is settled when everything asked for is written', async () => {
    const [event] = twoEvents();
    const files = createJournalFiles(folder);
    void files.append(event, new Uint8Array(1 << 20));
    void files.append(event, new Uint8Array(1 << 20));
    await files.settled();
    expect(statSync(join(folder, `${event}.log`)).size).toBe(2 << 20);
  });
});

describe('where the medium takes no more', () => {
  const onLinux = process.platform === 'linux';

  it.skipIf(!onLinux)('a full disk is named', async () => {
    const [event] = twoEvents();
    symlinkSync('/dev/full', join(folder, `${event}.log`));
    const files = createJournalFiles(folder);
    expect(await files.append(event, Uint8Array.of(1))).toEqual({
      ok: false,
      problem: { tag: 'diskFull', name: `${event}.log` },
    });
  });

  /** The system ends every file of this process at `bytes`, in the middle of a write if need be. */
  function limitFiles(bytes: number | 'unlimited') {
    const { status, stderr } = spawnSync(
      'prlimit',
      ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`prlimit (package util-linux): ${stderr}`);
  }

  it.skipIf(!onLinux)(
    'an append is taken back whole, and the next one follows the last',
    async () => {
      const [event] = twoEvents();
      const files = createJournalFiles(folder);
      await files.append(event, new Uint8Array(1_000).fill(1));
      try {
        limitFiles(1_500);
        const refused = await files.append(event, new Uint8Array(1_000).fill(2));
        expect(refused).toMatchObject({
          ok: false,
          problem: { tag: 'unwritable', detail: 'EFBIG' },
        });
      } finally {
        limitFiles('unlimited');
      }
      expect(await files.size(event)).toEqual({ ok: true, value: 1_000 });
      expect(await files.append(event, Uint8Array.of(3))).toEqual({ ok: true, value: 1_001 });
      expect(await files.read(event, 999, 9)).toEqual({ ok: true, value: Uint8Array.of(1, 3) });
    },
  );

  it.skipIf(!onLinux)('the old sentinel stays', async () => {
    const [event] = twoEvents();
    const files = createJournalFiles(folder);
    await files.writeSentinel(event, Uint8Array.of(1));
    try {
      limitFiles(100);
      expect(await files.writeSentinel(event, new Uint8Array(1_000))).toMatchObject({ ok: false });
    } finally {
      limitFiles('unlimited');
    }
    expect(await files.readSentinel(event)).toEqual({ ok: true, value: Uint8Array.of(1) });
    expect(readdirSync(folder)).toEqual([`${event}.sentinel`]);
  });

  it('a folder that is a file is a problem, not an exception', async () => {
    const [event] = twoEvents();
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, '');
    const files = createJournalFiles(blocked);
    for (const answer of [files.append(event, Uint8Array.of(1)), files.list(), files.size(event)])
      expect(await answer).toMatchObject({ ok: false, problem: { tag: 'unwritable' } });
  });
});
