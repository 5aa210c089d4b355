import type { RowId } from '../../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../../shared/kernel/result';
import type { Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { serialRanges } from '../../../../shared/ledgers/serialRanges';
import {
  grantSerials,
  readPassNumber,
  wholeDivision,
  type GrantProblem,
  type SerialRange,
  type UsedSerials,
} from '../../../../shared/passes/numbering';
import type { Write } from '../../../store/contract';
import type { Office } from './officeSetting';

export interface FiledRange extends SerialRange {
  readonly id: RowId;
  readonly holderName: string;
}

/** The ranges of the ledger; a line that is none is left out. */
export function readRanges(rows: readonly Row[]): readonly FiledRange[] {
  return rows.flatMap(({ id, values }) => {
    const { division, first, last, holder, holderName } = values;
    if (typeof division !== 'string' || typeof holder !== 'string') return [];
    if (typeof first !== 'number' || typeof last !== 'number') return [];
    const name = typeof holderName === 'string' ? holderName : '';
    return [{ id, division, first, last, holder, holderName: name }];
  });
}

/** Serials that were ever on a pass of the division: deleted records among them. */
export function usedSerials(rows: readonly Row[], division: string): UsedSerials {
  const used = new Set<number>();
  for (const { values } of rows) {
    const read = typeof values.number === 'string' ? readPassNumber(values.number) : undefined;
    if (read?.division === division) used.add(read.serial);
  }
  return used;
}

interface Granting {
  readonly by: string;
  readonly at: Instant;
  readonly newId: () => RowId;
}

/** The first office of a division takes all of its serials; others get theirs from it. */
export function claimWrites(office: Office, name: string, granting: Granting): readonly Write[] {
  return [insertOf(wholeDivision(office.division, office.holder), name, granting)];
}

/** Gives serials away: the own range gets shorter in the commit in which the other's is written. */
export function grantWrites(
  ranges: readonly FiledRange[],
  office: Office,
  to: { readonly holder: string; readonly name: string; readonly size: number },
  used: UsedSerials,
  granting: Granting,
): Result<readonly Write[], GrantProblem> {
  const { division, holder, atLeast } = office;
  const grant = grantSerials(ranges, division, holder, to.holder, to.size, used, atLeast);
  if (!grant.ok) return grant;
  const { from, kept, given } = grant.value;
  const row = ranges.find(
    (range) => range.division === division && range.holder === holder && range.first === from.first,
  );
  if (!row) return failed({ tag: 'noRange' });
  const ledger = serialRanges.id;
  const rest: Write = kept
    ? { type: 'update', ledger, row: row.id, values: { last: kept.last } }
    : { type: 'delete', ledger, row: row.id };
  return ok([rest, insertOf(given, to.name, granting)]);
}

function insertOf(range: SerialRange, holderName: string, { by, at, newId }: Granting): Write {
  return {
    type: 'insert',
    ledger: serialRanges.id,
    row: newId(),
    values: { ...range, holderName, grantedAt: at, grantedBy: by },
  };
}
