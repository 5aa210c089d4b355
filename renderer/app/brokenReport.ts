const mostPlaces = 12;

/**
 * What an exception was, without anything a person typed: its kind and the places in our own bundle,
 * never its message, which may quote a name or a number.
 */
export function brokenReport(problem: unknown, userAgent: string): string {
  const stack = problem instanceof Error ? (problem.stack ?? '') : '';
  const kind = problem instanceof Error ? problem.constructor.name : typeof problem;
  const places = stack.split('\n').flatMap((line) => /\/assets\/[\w.-]+:\d+:\d+/.exec(line) ?? []);
  return [kind, ...places.slice(0, mostPlaces), userAgent].join('\n');
}
