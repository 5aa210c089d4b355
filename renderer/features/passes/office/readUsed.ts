import { permits } from '../../../../shared/ledgers/permits';
import type { UsedSerials } from '../../../../shared/passes/numbering';
import { allRows } from '../../../app/judging/judgingFacts';
import type { StoreReading } from '../../../store/contract';
import { usedSerials } from './serials';

/** Every serial of the division that any pass ever had, deleted records among them. */
export async function readUsed(store: StoreReading, division: string): Promise<UsedSerials> {
  return usedSerials(await allRows(store, { ledger: permits.id, deleted: 'with' }), division);
}
