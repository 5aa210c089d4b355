import type { RowId } from '../../kernel/ids';
import { differsInBetterKey, keyValues } from './matchRecords';
import type { ReadRecord } from './readRecords';
import { sameValue } from '../../ledger/sameValue';

/** Finds rows of one file that name the same record, by record or by natural key. */
export class DuplicateFinder {
  readonly #matchOn: readonly (readonly string[])[];
  readonly #byRow = new Map<RowId, ReadRecord>();
  readonly #byKey = new Map<string, ReadRecord>();

  constructor(matchOn: readonly (readonly string[])[]) {
    this.#matchOn = matchOn;
  }

  /** The earlier row with the same record, and whether it says the same; else remembers this one. */
  find(
    record: ReadRecord,
    row: RowId | undefined,
  ): { readonly rowNumber: number; readonly same: boolean } | undefined {
    const twin = (row === undefined ? undefined : this.#byRow.get(row)) ?? this.#twinByKey(record);
    if (twin) return { rowNumber: twin.rowNumber, same: saysTheSame(twin, record) };
    if (row !== undefined) this.#byRow.set(row, record);
    for (const [order, fields] of this.#matchOn.entries()) {
      const key = keyValues(record.values, fields);
      if (key) this.#byKey.set(`${order}:${JSON.stringify(key)}`, record);
    }
    return undefined;
  }

  #twinByKey(record: ReadRecord): ReadRecord | undefined {
    for (const [order, fields] of this.#matchOn.entries()) {
      const key = keyValues(record.values, fields);
      const twin = key && this.#byKey.get(`${order}:${JSON.stringify(key)}`);
      if (!twin || differsInBetterKey(twin.values, record.values, this.#matchOn.slice(0, order))) {
        continue;
      }
      // Two record numbers are two records, whatever else they share.
      const { recordNumber } = record;
      const apart =
        recordNumber !== undefined &&
        twin.recordNumber !== undefined &&
        recordNumber !== twin.recordNumber;
      if (!apart) return twin;
    }
    return undefined;
  }
}

function saysTheSame(left: ReadRecord, right: ReadRecord): boolean {
  const isError = (record: ReadRecord) =>
    record.findings.some(({ severity }) => severity === 'error');
  if (isError(left) || isError(right)) return false;
  const names = Object.keys(left.values);
  return (
    names.length === Object.keys(right.values).length &&
    names.every((name) => {
      const one = left.values[name];
      const other = right.values[name];
      return one !== undefined && other !== undefined && sameValue(one, other);
    })
  );
}
