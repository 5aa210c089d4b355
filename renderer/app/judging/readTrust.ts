import { noTrust, readTrustList, type TrustList } from '../../../shared/passes/issuerKeys';
import type { StoreReading } from '../../store/contract';
import { trustSetting } from './judgingFacts';

/** Whose passes this device believes, as the store has it now. */
export async function readTrust(store: Pick<StoreReading, 'setting'>): Promise<TrustList> {
  const text = await store.setting(trustSetting);
  return (text === undefined ? undefined : readTrustList(text)) ?? noTrust;
}
