import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The file a person sends when something broke. A message of an exception may quote what was typed,
 * so only its kind, its code and its places in our own program are written, never its words.
 */
export interface Log {
  /** A fixed sentence of ours about a place. */
  note(where: string, sentence: string): void;
  /** What was thrown or rejected. */
  problem(where: string, problem: unknown): void;
  /** What a page wrote to its console. */
  page(level: string, message: string, source: string, line: number): void;
}

const mostBytes = 1 << 20;

export function createLog(folder: string, now: () => Date): Log {
  const file = join(folder, 'countyline.log');

  function write(line: string): void {
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > mostBytes) renameSync(file, `${file}.old`);
      appendFileSync(file, `${now().toISOString()} ${line}\n`);
    } catch {
      // A log that cannot be written (disk full, medium read-only) must not stop the app.
    }
  }

  return {
    note: (where, sentence) => {
      write(`${where}: ${sentence}`);
    },
    problem: (where, problem) => {
      write(`${where}: ${kindOf(problem)}`);
    },
    page: (level, message, source, line) => {
      write(`page ${level}: ${kindIn(message)} ${basename(source)}:${line}`);
    },
  };
}

/** Kind, system code and places of an exception: `Error ENOSPC main.js:12:3 main.js:40:9`. */
function kindOf(problem: unknown): string {
  if (!(problem instanceof Error)) return typeof problem;
  const { code } = problem as NodeJS.ErrnoException; // absent on all but system errors
  const places = (problem.stack ?? '').split('\n').flatMap((line) => {
    const place = /^\s+at .*?([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1];
    return place === undefined ? [] : [place];
  });
  return [problem.name, code, ...places.slice(0, 8)].filter(Boolean).join(' ');
}

/** The class name at the head of a console message, such as `TypeError`. */
function kindIn(message: string): string {
  return (
    /^(?:Uncaught )?(?:\(in promise\) )?(?:Error: )?([A-Z]\w*(?:Error|Exception))\b/.exec(
      message,
    )?.[1] ?? 'message'
  );
}
