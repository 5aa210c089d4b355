import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFolderWatch } from '../../electron/watchedFolders';
import type { WatchState } from '../../shared/desktop/contract';
import { twoEvents } from '../support/journalCases';

const [event, other] = twoEvents();
const patience = { timeout: 30_000, interval: 50 };

let place: string;
let folder: string;
let ends: (() => void)[];
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'countyline-watch-'));
  folder = join(place, '来件');
  mkdirSync(folder);
  ends = [];
});
afterEach(() => {
  for (const end of ends) end();
  rmSync(place, { recursive: true, force: true });
});

function start(chooses: string | undefined = folder) {
  const onChange = vi.fn();
  const watching = createFolderWatch(join(place, 'memory.json'), {
    chooseFolder: () => Promise.resolve(chooses),
    onChange,
  });
  ends.push(watching.end);
  const state = async (of = event): Promise<WatchState> => {
    const read = await watching.state(of);
    if (!read.ok) throw new Error(read.problem.tag);
    return read.value;
  };
  const names = async () => {
    const now = await state();
    return now.tag === 'watching' ? now.files.map(({ name }) => name) : now.tag;
  };
  return { watching, onChange, state, names };
}

describe('the folder that the main process watches', { timeout: 60_000 }, () => {
  it('offers a workbook that is copied into it, whole, and tells the page', async () => {
    const { watching, onChange, state, names } = start();
    expect(await state()).toEqual({ tag: 'none' });
    expect(await watching.choose(event)).toMatchObject({
      value: { tag: 'watching', folder: '来件', files: [], arriving: 0 },
    });
    writeFileSync(join(folder, '~$卡点.xlsx'), 'lock');
    writeFileSync(join(folder, '卡点.xlsx'), 'half');
    await vi.waitFor(async () => expect(await state()).toMatchObject({ arriving: 1 }), patience);
    appendFileSync(join(folder, '卡点.xlsx'), ' and half');
    await vi.waitFor(async () => expect(await names()).toEqual(['卡点.xlsx']), patience);
    expect(onChange).toHaveBeenCalledWith(event);
    const read = await watching.read(event, '卡点.xlsx');
    expect(read).toMatchObject({
      value: { name: '卡点.xlsx', bytes: new TextEncoder().encode('half and half') },
    });
    expect(JSON.stringify([await state(), read])).not.toContain(place);
  });

  it('reads nothing that it has not named', async () => {
    writeFileSync(join(place, '别处.xlsx'), 'secret');
    const { watching } = start();
    await watching.choose(event);
    for (const name of ['../别处.xlsx', join(place, '别处.xlsx'), '没有.xlsx'])
      expect(await watching.read(event, name)).toMatchObject({ problem: { tag: 'unreadable' } });
    expect(await watching.read(other, '卡点.xlsx')).toMatchObject({ ok: false });
  });

  it('is remembered for its event and no other, until watching is stopped', async () => {
    await start().watching.choose(event);
    const again = start();
    expect(await again.state()).toMatchObject({ tag: 'watching' });
    expect(await again.state(other)).toEqual({ tag: 'none' });
    await again.watching.stop(event);
    expect(await again.state()).toEqual({ tag: 'none' });
    expect(await start().state()).toEqual({ tag: 'none' });
  });

  it('stays as it was where the dialog is closed', async () => {
    await start().watching.choose(event);
    const { state } = start();
    const closed = createFolderWatch(join(place, 'memory.json'), {
      chooseFolder: () => Promise.resolve(undefined),
      onChange: () => undefined,
    });
    ends.push(closed.end);
    expect(await closed.choose(event)).toEqual({ ok: false, problem: { tag: 'cancelled' } });
    expect(await state()).toMatchObject({ tag: 'watching', folder: '来件' });
  });

  it('says that it is gone, and goes on when the stick is back', async () => {
    const { watching, state, names } = start();
    await watching.choose(event);
    rmSync(folder, { recursive: true });
    await vi.waitFor(
      async () => expect(await state()).toEqual({ tag: 'unreachable', folder: '来件' }),
      patience,
    );
    mkdirSync(folder);
    writeFileSync(join(folder, '卡点.xlsx'), 'rows');
    await vi.waitFor(async () => expect(await names()).toEqual(['卡点.xlsx']), patience);
  });

  it('forgets a memory that cannot be read', async () => {
    writeFileSync(join(place, 'memory.json'), '{"half');
    expect(await start().state()).toEqual({ tag: 'none' });
  });
});
