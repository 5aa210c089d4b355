import { closeSync, mkdirSync, mkdtempSync, openSync, readlinkSync, rmdirSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';

/**
 * The browser shell has a browser profile of its own, and the data in it. Gives its folder, or the
 * problem in words: it cannot be written to, or a browser has it open. A second browser on it would
 * only hand the page over to the first and end.
 */
export function readyProfile() {
  const profile = join(homedir(), '.countyline', 'profile');
  try {
    mkdirSync(profile, { recursive: true });
    rmdirSync(mkdtempSync(join(profile, 'try-')));
  } catch (problem) {
    return {
      problem: `The browser profile cannot be written: ${problem.message}. Free ${profile} for writing, or set HOME to a folder that can be written to.`,
    };
  }
  const user = process.platform === 'win32' ? userOnWindows(profile) : userElsewhere(profile);
  if (user === undefined) return { profile };
  return {
    problem: `The browser profile ${profile} is in use by ${user}. Close that window of the app, then start again.`,
  };
}

/** Chromium holds this file open while it runs. */
function userOnWindows(profile) {
  try {
    closeSync(openSync(join(profile, 'lockfile'), 'r+'));
    return undefined;
  } catch (problem) {
    return problem.code === 'ENOENT' ? undefined : 'a running browser';
  }
}

/** Chromium leaves a link to COMPUTER-PROCESS, which outlives it after a crash. */
function userElsewhere(profile) {
  const link = join(profile, 'SingletonLock');
  try {
    const [, computer, number] = /^(.*)-(\d+)$/.exec(readlinkSync(link)) ?? [];
    if (number === undefined) return undefined;
    if (computer !== hostname()) return `process ${number} of ${computer} (else delete ${link})`;
    process.kill(Number(number), 0);
    return `process ${number}`;
  } catch (problem) {
    return problem.code === 'EPERM' ? 'a process of another user' : undefined;
  }
}
