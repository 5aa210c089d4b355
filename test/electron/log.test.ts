import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../electron/log';

/** Invented: no such person, the check digit is right. */
const identity = '410821199002290016';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countyline-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const now = () => new Date('2022-03-27T04:00:00Z');
const logged = () => readFileSync(join(folder, 'countyline.log'), 'utf8');

it('says when, where and what kind, and nothing that a person typed', () => {
  const log = createLog(folder, now);
  log.problem('files.save', new TypeError(`cannot read ${identity}`));
  log.problem('files.save', Object.assign(new Error('/home/zhang/名单.xlsx'), { code: 'EACCES' }));
  log.problem('files.save', identity);
  log.page('error', `Uncaught RangeError: 王某 ${identity}`, 'app://countyline/assets/a.js', 7);
  log.page('error', `${identity} is wrong`, `blob:app://countyline/${'x'}`, 1);
  const lines = logged().trimEnd().split('\n');
  expect(lines[0]).toMatch(
    /^2022-03-27T04:00:00\.000Z files\.save: TypeError log\.test\.ts:\d+:\d+ /,
  );
  expect(lines[1]).toMatch(/ files\.save: Error EACCES log\.test\.ts/);
  expect(lines[2]).toMatch(/ files\.save: string$/);
  expect(lines[3]).toMatch(/ page error: RangeError a\.js:7$/);
  expect(lines[4]).toMatch(/ page error: message x:1$/);
  expect(logged()).not.toMatch(/4108|王某|名单|zhang/);
});

it('starts anew at a megabyte and keeps the one before', () => {
  const file = join(folder, 'countyline.log');
  writeFileSync(file, 'x'.repeat((1 << 20) + 1));
  createLog(folder, now).note('main', 'started');
  expect(logged()).toBe('2022-03-27T04:00:00.000Z main: started\n');
  expect(statSync(`${file}.old`).size).toBe((1 << 20) + 1);
});

it('does not stop the app where it cannot be written', () => {
  const blocked = join(folder, 'blocked');
  writeFileSync(blocked, '');
  expect(() => {
    createLog(blocked, now).note('main', 'started');
  }).not.toThrow();
  expect(existsSync(join(blocked, 'countyline.log'))).toBe(false);
});
