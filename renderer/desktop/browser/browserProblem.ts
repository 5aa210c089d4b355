import type { FileProblem } from '../../../shared/desktop/contract';

/** What a person is told about a write that the browser refused. */
export function browserProblem(name: string, problem: unknown): FileProblem {
  const detail = problem instanceof DOMException ? problem.name : 'unknown';
  return detail === 'QuotaExceededError'
    ? { tag: 'diskFull', name }
    : { tag: 'unwritable', name, detail };
}
