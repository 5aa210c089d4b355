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
import { todoPolicyAt, type Todo } from '../../../shared/todos/todo';
import { sortTodos } from '../../../shared/todos/todoRules';
import { useJudging } from '../judging/JudgingProvider';
import { useSession } from '../session';
import { todoSources } from './readTodos';

interface Todos {
  readonly open: readonly Todo[];
  readonly later: readonly { readonly todo: Todo; readonly putOff: PutOff }[];
  /** False until every rule has looked once. */
  readonly ready: boolean;
  /** False where it could not be kept. */
  readonly putOff: (todo: string, until: Instant, reason: string) => Promise<boolean>;
  readonly takeUp: (todo: string) => Promise<boolean>;
}

const nobody = () => Promise.resolve(false);
const TodosContext = createContext<Todos>({
  open: [],
  later: [],
  ready: false,
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
    const look = async () => {
      if (isLooking) return later(settleMs);
      isLooking = true;
      const at = clock();
      for (const source of todoSources) {
        if (!stale.current.delete(source.id)) continue;
        const todos = await source.find(store, at, todoPolicyAt(policy, at));
        if (gone) return;
        setFound((before) => new Map(before).set(source.id, todos));
      }
      setNow(at);
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
      const at = clock();
      for (const source of todoSources)
        if (source.isTouchedBy(touched, at, todoPolicyAt(policy, at))) stale.current.add(source.id);
      if (stale.current.size > 0) later(settleMs);
    });
    void store.setting(putOffSetting).then((text) => {
      if (!gone) setKept(readPutOff(text));
    });
    for (const { id } of todoSources) stale.current.add(id);
    later(firstAfterMs);
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
      putOff: (todo, until, reason) => {
        const at = clock();
        return keep(withPutOff(kept, { todo, until, reason, by: store.operator, at }, at));
      },
      takeUp: (todo) => keep(kept.filter((one) => one.todo !== todo)),
    };
  }, [found, kept, now, keep, clock, store.operator]);
  return <TodosContext.Provider value={value}>{children}</TodosContext.Provider>;
}

export function useTodos(): Todos {
  return useContext(TodosContext);
}
