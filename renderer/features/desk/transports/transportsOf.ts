import { isRowId, type RowId } from '../../../../shared/kernel/ids';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';
import { enterprises } from '../../../../shared/ledgers/enterprises';
import { permits } from '../../../../shared/ledgers/permits';
import { transportRecords } from '../../../../shared/ledgers/transportRecords';
import type { Route } from '../../../app/useRoute';
import type { Filter, StoreReading } from '../../../store/contract';

/** The ledgers whose records lead to their transports. */
const sources: ReadonlySet<string> = new Set([
  permits.id,
  enterprises.id,
  checkpointPasses.id,
  transportRecords.id,
]);

/** Where the transports of a record stand; undefined for records that have none. */
export function transportsOf(ledger: string, row: RowId): Route | undefined {
  return sources.has(ledger) ? { page: 'transports', ledger, row } : undefined;
}

/** What a page of transports is about. */
export interface Subject {
  /** A plate, a permit's number, an enterprise's name. */
  readonly title: string;
  /** Which transports are its own. */
  readonly filters: readonly Filter[];
  /** What a new transport begins with. */
  readonly prefilled: RowValues;
  /** The transport that was asked for. */
  readonly chosen?: RowId;
}

const takenFromPermit = ['enterprise', 'goods', 'amount', 'plate'] as const;

/** Reads the record that the page was opened from. A transport stands among those of its vehicle. */
export async function readSubject(
  store: StoreReading,
  ledger: string,
  id: string,
): Promise<Subject | undefined> {
  if (!isRowId(id) || !sources.has(ledger)) return undefined;
  const row = await store.row(ledger, id);
  if (!row) return undefined;
  switch (ledger) {
    case enterprises.id:
      return {
        title: textOf(row.values.name),
        filters: [{ field: 'enterprise', test: { type: 'equals', value: id } }],
        prefilled: { enterprise: id },
      };
    case permits.id:
      return {
        title: textOf(row.values.number),
        filters: [{ field: 'permit', test: { type: 'equals', value: id } }],
        prefilled: fromPermit(row),
      };
    case checkpointPasses.id:
      return { ...ofVehicle(row.values), prefilled: await fromPassage(store, row) };
    default:
      return { ...ofVehicle(row.values), prefilled: {}, chosen: id };
  }
}

function ofVehicle({ plate }: RowValues): Pick<Subject, 'title' | 'filters'> {
  const filters: readonly Filter[] =
    plate === undefined
      ? [{ field: 'plate', test: { type: 'blank' } }]
      : [{ field: 'plate', test: { type: 'equals', value: plate } }];
  return { title: textOf(plate), filters };
}

/** The pass that the passage names knows more of the goods than the passage does. */
async function fromPassage(store: StoreReading, { values }: Row): Promise<RowValues> {
  const { permit, plate, passedAt } = values;
  const named = typeof permit === 'string' && isRowId(permit) ? permit : undefined;
  const pass = named && (await store.row(permits.id, named));
  return {
    ...(pass ? fromPermit(pass) : {}),
    ...(plate === undefined ? {} : { plate }),
    ...(passedAt === undefined ? {} : { departedAt: passedAt }),
  };
}

function fromPermit({ id, values }: Row): RowValues {
  const taken = takenFromPermit.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { permit: id, ...Object.fromEntries(taken) };
}

const textOf = (value: StoredValue | undefined) => (typeof value === 'string' ? value : '');
