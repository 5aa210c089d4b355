import { toInstant, type Instant } from '../kernel/time';
import { hourMs } from './rowValues';
import { todoId, type Todo, type TodoPolicy } from './todo';

/** A computer that is enrolled for the exchange, and when it last sent a workbook that came here. */
export interface EnrolledSender {
  readonly key: string;
  readonly unit: string;
  readonly name: string;
  readonly enrolledAt: number;
  /** Undefined: never. */
  readonly saidAt?: number | undefined;
}

/** Whose workbook has not come for longer than the office waits; the oldest of them presses most. */
export function workbooksDue(
  senders: readonly EnrolledSender[],
  now: Instant,
  { limit }: TodoPolicy,
): readonly Todo[] {
  return senders.flatMap(({ key, unit, name, enrolledAt, saidAt }): readonly Todo[] => {
    const since = saidAt ?? enrolledAt;
    if (now - since <= limit('工作簿逾期小时数', unit) * hourMs) return [];
    return [
      {
        id: todoId('workbook', undefined, `${key} ${since}`),
        rule: saidAt === undefined ? 'noWorkbook' : 'workbook',
        kind: 'missingReport',
        ledger: undefined,
        row: undefined,
        about: name,
        unit,
        at: toInstant(since),
        facts: { hours: Math.floor((now - since) / hourMs) },
      },
    ];
  });
}
