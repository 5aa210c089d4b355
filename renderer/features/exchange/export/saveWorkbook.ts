import type { TFunction } from 'i18next';
import type { Desktop, FileProblem } from '../../../../shared/desktop/contract';
import type { Result } from '../../../../shared/kernel/result';
import { dateOf, type Instant } from '../../../../shared/kernel/time';

/** `修武县_通行证_2022-03-27.xlsx`; characters that Windows refuses in names are left out. */
export function workbookName(parts: readonly string[], now: Instant): string {
  const clean = parts
    .map((part) => part.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim())
    .filter((part) => part !== '');
  return `${[...clean, dateOf(now)].join('_')}.xlsx`;
}

export function saveWorkbook(
  desktop: Desktop,
  name: string,
  bytes: Uint8Array,
  t: TFunction,
): Promise<Result<{ readonly name: string }, FileProblem>> {
  return desktop.files.save(name, bytes, {
    label: t('exchange.export.workbook'),
    extensions: ['xlsx'],
  });
}

export function fileProblemWords(t: TFunction, problem: FileProblem): string {
  const name = 'name' in problem ? problem.name : '';
  return t(`exchange.fileProblems.${problem.tag}`, { name });
}
