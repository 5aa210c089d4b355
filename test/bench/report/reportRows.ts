import { at, dayCount, firstDay } from '../../../shared/sample/places';
import { addDays } from '../../../shared/kernel/time';
import { seededRandom } from '../../../shared/sample/random';
import {
  manyPassages,
  sampleCounty,
  type SampleBatch,
  type SampleRow,
} from '../../../shared/sample/sampleCounty';

export const passageCount = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
export const otherCount = passageCount / 5;
const passages = 'checkpoint-passes';
const batchRows = 20_000;
/** Of the evening report. */
export const cutOffAt = at(addDays(firstDay, dayCount - 1), 20);

const idsFrom = Date.UTC(2022, 2, 18);

/**
 * What stands beside the passages: the sample county's other ledgers, over and over with ids of their
 * own, until there are so many. The first time the ids are the sample's, so that references hold.
 */
export function* otherRows(count: number): Generator<SampleBatch> {
  const random = seededRandom(count);
  const once = [...sampleCounty()].filter(({ ledger }) => ledger !== passages);
  let left = count;
  for (let turn = 0; left > 0; turn++)
    for (const { ledger, rows } of once) {
      const wanted = rows.slice(0, left);
      left -= wanted.length;
      if (wanted.length === 0) return;
      yield {
        ledger,
        rows:
          turn === 0 ? wanted : wanted.map(({ values }) => ({ id: random.rowId(idsFrom), values })),
      };
    }
}

/** Both, the same at every call. */
export function* reportRows(passageCount: number, otherCount: number): Generator<SampleBatch> {
  yield* otherRows(otherCount);
  let rows: SampleRow[] = [];
  for (const row of manyPassages(passageCount, 410)) {
    rows.push(row);
    if (rows.length < batchRows) continue;
    yield { ledger: passages, rows };
    rows = [];
  }
  if (rows.length > 0) yield { ledger: passages, rows };
}
