import type { RecordTimes } from '../../../shared/figures/explainDifference';
import type { RowId } from '../../../shared/kernel/ids';
import { startOfDay, parseIsoDate, toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { Figure } from '../../../shared/ledger/figure';
import type { FindFigure } from '../../../shared/reports/reportCatalogue';
import type { FigureDifference } from '../../../shared/reports/reportIssue';
import type { StoreReading } from '../../store/contract';

/** When the records that differ were written down and by which moment they count, by figure and row. */
export async function recordTimes(
  store: StoreReading,
  find: FindFigure,
  changed: readonly FigureDifference[],
): Promise<ReadonlyMap<string, RecordTimes>> {
  const times = new Map<string, RecordTimes>();
  for (const { figure: id, differences } of changed) {
    const named = find(id);
    if (!named) continue;
    const ids = differences.map(({ row }): RowId => row);
    const rows = await store.rows(named.ledger.id, ids);
    rows.forEach((row) => {
      if (row) times.set(`${id} ${row.id}`, timesOf(named.figure, row));
    });
  }
  return times;
}

function timesOf({ terms }: Figure, row: Row): RecordTimes {
  const moments = terms.map(({ counts }) => momentOf(row.values[counts.from]));
  const { recordedAt } = row.values;
  return {
    // a record without the time of its writing was there before any report
    madeAt: typeof recordedAt === 'number' ? toInstant(recordedAt) : toInstant(0),
    eventAt: moments.find((moment) => moment !== undefined),
    isDeleted: row.deletedAt !== undefined,
  };
}

function momentOf(value: unknown): Instant | undefined {
  if (typeof value === 'number') return toInstant(value);
  const day = typeof value === 'string' ? parseIsoDate(value) : undefined;
  return day && startOfDay(day);
}
