import { toInstant, type Instant } from '../kernel/time';
import type { Todo } from './todo';

/** A to-do that somebody has put off, and why. */
export interface PutOff {
  readonly todo: string;
  readonly until: Instant;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What was kept; anything else than a list of them is none. */
export function readPutOff(text: string | undefined): readonly PutOff[] {
  if (text === undefined) return [];
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const { todo, until, reason, by, at } = one as Readonly<Record<string, unknown>>; // looked at below
    return typeof todo === 'string' &&
      typeof until === 'number' &&
      typeof reason === 'string' &&
      typeof by === 'string' &&
      typeof at === 'number'
      ? [{ todo, until: toInstant(until), reason, by, at: toInstant(at) }]
      : [];
  });
}

/** The list with one more; those whose time is up are dropped. */
export function withPutOff(list: readonly PutOff[], next: PutOff, now: Instant): readonly PutOff[] {
  return [...list.filter(({ todo, until }) => todo !== next.todo && until > now), next];
}

/** Those to be done now, and those put off with why; a time that is up puts nothing off. */
export function partTodos(
  todos: readonly Todo[],
  list: readonly PutOff[],
  now: Instant,
): {
  readonly open: readonly Todo[];
  readonly later: readonly { readonly todo: Todo; readonly putOff: PutOff }[];
} {
  const held = new Map(list.filter(({ until }) => until > now).map((one) => [one.todo, one]));
  return {
    open: todos.filter(({ id }) => !held.has(id)),
    later: todos.flatMap((todo) => {
      const putOff = held.get(todo.id);
      return putOff ? [{ todo, putOff }] : [];
    }),
  };
}
