import { join } from 'node:path';

/**
 * Where everything of this device lies. The names are pinned by a test and never changed: the
 * product's name may change and is not the same in every language, its data must stay found.
 */
export function userDataIn(appData: string): string {
  return join(appData, 'countyline');
}

/** The second copy outside the browser's database: journal files and sentinels. */
export function secondCopyIn(userData: string): string {
  return join(userData, 'second-copy');
}

export function logsIn(userData: string): string {
  return join(userData, 'logs');
}

/** Which folder is watched for which event. */
export function watchedFoldersIn(userData: string): string {
  return join(userData, 'watched-folders.json');
}
