import type { TFunction } from 'i18next';
import type { AppInfo } from '../../../shared/desktop/contract';

/** Where the second copy lies: a folder that a person can open, or what stands in for one. */
export function placeWords(t: TFunction, { shell, journalPlace }: AppInfo): string {
  return shell === 'browser' ? t('start.settings.insideBrowser') : journalPlace;
}
