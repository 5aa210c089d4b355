import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useSession } from '../session';
import { judgingLedgers, readJudgingFacts, type JudgingFacts } from './judgingFacts';

interface Judging {
  /** Undefined until read for the first time. */
  readonly facts: JudgingFacts | undefined;
  /** Settings tell nobody that they changed: whoever changes whom to trust says so here. */
  readonly readAgain: () => void;
}

const JudgingContext = createContext<Judging>({ facts: undefined, readAgain: () => undefined });

/** Keeps policy, keys, list and holds at hand, and as fresh as the store. */
export function JudgingProvider({ children }: { readonly children: ReactNode }) {
  const { store } = useSession();
  const [facts, setFacts] = useState<JudgingFacts>();
  const [version, setVersion] = useState(0);
  const readAgain = useCallback(() => setVersion((now) => now + 1), []);
  useEffect(
    () =>
      store.onChange((ledgers) => {
        if (ledgers.some((ledger) => judgingLedgers.includes(ledger))) readAgain();
      }),
    [store, readAgain],
  );
  useEffect(() => {
    let gone = false;
    void readJudgingFacts(store).then((read) => {
      if (!gone) setFacts(read);
    });
    return () => {
      gone = true;
    };
  }, [store, version]);
  const value = useMemo(() => ({ facts, readAgain }), [facts, readAgain]);
  return <JudgingContext.Provider value={value}>{children}</JudgingContext.Provider>;
}

export function useJudging(): Judging {
  return useContext(JudgingContext);
}
