import type { TFunction } from 'i18next';
import type { Field } from '../../shared/ledger/field';

/** 人, 吨, 小时 as the screen's language says it; units that are the same everywhere stay. */
export function unitWord(t: TFunction, unit: string): string {
  return t(`fields.units.${unit}`, unit);
}

/** Behind a header; nothing where there is no unit. */
export function unitInBrackets(t: TFunction, { unit }: Pick<Field, 'unit'>): string {
  return unit === undefined ? '' : t('fields.inBrackets', { unit: unitWord(t, unit) });
}

/** Beside an input. */
export function unitOfInput(
  t: TFunction,
  { kind, unit }: Pick<Field, 'kind' | 'unit'>,
): string | undefined {
  if (kind === 'temperature') return '℃';
  return unit === undefined ? undefined : unitWord(t, unit);
}
