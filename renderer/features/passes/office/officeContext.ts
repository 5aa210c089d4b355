import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { issuerKeys } from '../../../../shared/ledgers/issuerKeys';
import { serialRanges } from '../../../../shared/ledgers/serialRanges';
import { noIssuerKeys, type IssuerKeys } from '../../../../shared/passes/issuerKeys';
import { useJudging } from '../../../app/judging/JudgingProvider';
import { useSession } from '../../../app/session';
import { readRing } from '../keys/keyRing';
import { useLedgerRows } from '../list/useLedgerRows';
import { readOffice, type Office } from './officeSetting';
import { readRanges, type FiledRange } from './serials';

/** Keys and serials: without both of them no pass can be issued. */
export interface OfficeState {
  readonly ready: boolean;
  readonly ring: IssuerKeys;
  readonly office: Office | undefined;
  readonly ranges: readonly FiledRange[];
  /** The keys that offices have announced. */
  readonly announced: readonly Row[];
  /** Settings tell nobody that they changed. */
  readonly readAgain: () => void;
}

const OfficeContext = createContext<OfficeState | undefined>(undefined);
export const OfficeProvider = OfficeContext.Provider;

export function useOffice(): OfficeState {
  const office = useContext(OfficeContext);
  if (!office) throw new Error('useOffice outside the pass office');
  return office;
}

interface Kept {
  readonly ring: IssuerKeys;
  readonly office: Office | undefined;
}

export function useOfficeState(): OfficeState {
  const { store } = useSession();
  const { readAgain: judgeAgain } = useJudging();
  const [kept, setKept] = useState<Kept>();
  const [version, setVersion] = useState(0);
  const ranges = useLedgerRows(store, serialRanges.id);
  const announced = useLedgerRows(store, issuerKeys.id);
  useEffect(() => {
    let gone = false;
    void Promise.all([readRing(store), readOffice(store)]).then(([ring, office]) => {
      if (!gone) setKept({ ring, office });
    });
    return () => {
      gone = true;
    };
  }, [store, version]);
  const readAgain = useCallback(() => {
    setVersion((now) => now + 1);
    judgeAgain();
  }, [judgeAgain]);
  return useMemo(
    () => ({
      ready: kept !== undefined && ranges !== undefined && announced !== undefined,
      ring: kept?.ring ?? noIssuerKeys,
      office: kept?.office,
      ranges: readRanges(ranges ?? []),
      announced: announced ?? [],
      readAgain,
    }),
    [kept, ranges, announced, readAgain],
  );
}
