import type { TFunction } from 'i18next';
import { formatInstant } from '../../../../shared/kernel/time';
import { textOf } from '../form/deskForm';
import { showPlate } from '../marks/showPlate';
import { ageWords } from '../verdict/panelLines';
import type { ShiftSummary } from './shiftSummary';
import type { OpenItems } from './useShift';

/** What the shift has done, in a sentence. `word` says a stored choice in the language of `t`. */
export function doneWords(
  t: TFunction,
  { total, people, byDirection, byOutcome }: ShiftSummary,
  word: (field: 'direction' | 'outcome', value: string) => string,
): string {
  const list = t('frame.marks.list');
  const counts = [
    ...byDirection.map(({ value, passages }) => `${word('direction', value)} ${passages}`),
    ...byOutcome.map(({ value, passages }) => `${word('outcome', value)} ${passages}`),
  ];
  const all = t('shift.done', { total, people });
  return counts.length === 0 ? all : `${all}${t('frame.marks.colon')}${counts.join(list)}`;
}

export interface OpenLine {
  readonly kind: 'waiting' | 'parked' | 'overdue' | 'list';
  readonly count: number;
  readonly text: string;
  readonly details: readonly string[];
}

/** What is handed over open, one line for each kind; the age of the list always. */
export function openLines(t: TFunction, open: OpenItems): readonly OpenLine[] {
  const { waiting, parked, overdue, listAsOf } = open;
  const plateOf = (plate: unknown) =>
    (typeof plate === 'string' ? showPlate(plate) : '') || t('desk.panel.noPlate');
  return [
    {
      kind: 'waiting',
      count: waiting.length,
      text: t('shift.waiting', { count: waiting.length }),
      details: waiting.map(
        ({ row, heldMs }) => `${plateOf(row.values.plate)} ${ageWords(heldMs, t)}`,
      ),
    },
    {
      kind: 'parked',
      count: parked.length,
      text: t('shift.parked', { count: parked.length }),
      details: parked.map(({ form }) => plateOf(textOf(form, 'plate'))),
    },
    {
      kind: 'overdue',
      count: overdue.length,
      text: t('shift.overdue', { count: overdue.length }),
      details: overdue.map(({ plate, seal }) => [plateOf(plate), seal].filter(Boolean).join(' ')),
    },
    {
      kind: 'list',
      count: 0,
      text:
        listAsOf === undefined
          ? t('frame.noList')
          : t('frame.listAsOf', { time: formatInstant(listAsOf).slice(5) }),
      details: [],
    },
  ];
}

/** The same in one text, for the record. */
export function openWords(t: TFunction, open: OpenItems): string {
  return openLines(t, open)
    .map(({ text, details }) =>
      details.length === 0
        ? text
        : t('shift.withDetails', { text, details: details.join(t('frame.marks.list')) }),
    )
    .join('\n');
}
