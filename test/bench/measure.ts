/** Milliseconds that each of several calls took, the first (which fills caches) left out. */
export async function times(
  work: () => unknown,
  repeats: number,
  now: () => number = () => performance.now(),
): Promise<readonly number[]> {
  await work();
  const taken: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const from = now();
    await work();
    taken.push(now() - from);
  }
  return taken;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? NaN) + high) / 2;
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** Lines of cells, the first column to the left, the others to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const width = (text: string) =>
    [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
      return column === 0 ? cell + blanks : blanks + cell;
    });
    print(cells.join('  '));
  }
}

/** One line per goal, as the project's measurements end. */
export function printGoal(name: string, reached: number, goal: number): void {
  const isReached = reached <= goal;
  print(`goal ${name}: ${reached.toFixed(2)} (goal ≤ ${goal}) ${isReached ? 'ok' : 'short'}`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
