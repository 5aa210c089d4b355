import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { Instant } from '../../../shared/kernel/time';
import { partTodos, readPutOff, withPutOff, type PutOff } from '../../../shared/todos/putOff';
import { defaultPolicy } from '../../../shared/policy/policy';
import { lastMoment, todoPolicyAt, type Todo } from '../../../shared/todos/todo';
import { sortTodos } from '../../../shared/todos/todoRules';
import { recordsEnd } from '../cutOff/useCutOff';
import { useJudging } from '../judging/JudgingProvider';
import { useSession } from '../session';
import { todoSources } from './readTodos';

interface Todos {
  readonly open: readonly Todo[];
  readonly later: readonly { readonly todo: Todo; readonly putOff: PutOff }[];
  /** False until every rule has looked once. */
  readonly ready: boolean;
  /** Of an event that is over: the moment for which the list holds, in place of now. */
  readonly endedAt: Instant | undefined;
  /** False where it could not be kept. */
  readonly putOff: (todo: string, until: Instant, reason: string) => Promise<boolean>;
  readonly takeUp: (todo: string) => Promise<boolean>;
}

const nobody = () => Promise.resolve(false);
const TodosContext = createContext<Todos>({
  open: [],
  later: [],
  ready: false,
  endedAt: undefined,
  putOff: nobody,
  takeUp: nobody,
});

const putOffSetting = 'todos.putOff';
/** The first page and the desk come before the list. */
const firstAfterMs = 1_500;
const settleMs = 1_500;
/** What is due becomes overdue without a record changing. */
const againAfterMs = 300_000;

/** Keeps the list of what is to be done: a rule looks again when one of its ledgers changes. */
export function TodosProvider({ children }: { readonly children: ReactNode }) {
  const { store, clock } = useSession();
  const { facts } = useJudging();
  const [policy, setPolicy] = useState(defaultPolicy);
  const [found, setFound] = useState<ReadonlyMap<string, readonly Todo[]>>(new Map());
  const [kept, setKept] = useState<readonly PutOff[]>([]);
  const [now, setNow] = useState(clock);
  const [endedAt, setEndedAt] = useState<Instant>();
  const stale = useRef(new Set(todoSources.map(({ id }) => id)));

  // read anew with every hold and pass; only another policy makes every rule look again
  useEffect(() => {
    const next = facts?.policy;
    if (next)
      setPolicy((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [facts]);

  useEffect(() => {
    let gone = false;
    let isLooking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** The last moment of the event's records, where they have ended: still on their last day. */
    let last: Instant | undefined;
    const moment = () => last ?? clock();
    // an office's limits hold at once for records that have ended too
    const limits = () => todoPolicyAt(policy, clock());
    const look = async () => {
      if (isLooking) return later(settleMs);
      isLooking = true;
      const at = moment();
      for (const source of todoSources) {
        if (!stale.current.delete(source.id)) continue;
        const todos = await source.find(store, at, limits());
        if (gone) return;
        setFound((before) => new Map(before).set(source.id, todos));
      }
      setNow(clock());
      isLooking = false;
    };
    const later = (delayMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), delayMs);
    };
    const all = () => {
      for (const { id } of todoSources) stale.current.add(id);
      later(0);
    };
    const interval = setInterval(all, againAfterMs);
    const stop = store.onChange((touched) => {
      for (const source of todoSources)
        if (source.isTouchedBy(touched, moment(), limits())) stale.current.add(source.id);
      if (stale.current.size > 0) later(settleMs);
    });
    for (const { id } of todoSources) stale.current.add(id);
    void Promise.all([store.setting(putOffSetting), recordsEnd(store)]).then(([text, end]) => {
      if (gone) return;
      last = lastMoment(end, clock());
      setEndedAt(last);
      setKept(readPutOff(text));
      later(firstAfterMs);
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      clearInterval(interval);
      stop();
    };
  }, [store, clock, policy]);

  const keep = useCallback(
    async (next: readonly PutOff[]) => {
      const saved = await store.saveSetting(putOffSetting, JSON.stringify(next));
      if (saved.ok) setKept(next);
      return saved.ok;
    },
    [store],
  );
  const value = useMemo((): Todos => {
    const todos = sortTodos([...found.values()].flat());
    return {
      ...partTodos(todos, kept, now),
      ready: todoSources.every(({ id }) => found.has(id)),
      endedAt,
      putOff: (todo, until, reason) => {
        const at = clock();
        return keep(withPutOff(kept, { todo, until, reason, by: store.operator, at }, at));
      },
      takeUp: (todo) => keep(kept.filter((one) => one.todo !== todo)),
    };
  }, [found, kept, now, endedAt, keep, clock, store.operator]);
  return <TodosContext.Provider value={value}>{children}</TodosContext.Provider>;
}

export function useTodos(): Todos {
  return useContext(TodosContext);
}
