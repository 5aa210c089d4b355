/** What can be expected to fail comes back as a value; exceptions are bugs. */
export type Result<T, P> = Ok<T> | Failed<P>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failed<P> {
  readonly ok: false;
  readonly problem: P;
}

export function ok(): Ok<void>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

export function failed<P>(problem: P): Failed<P> {
  return { ok: false, problem };
}
