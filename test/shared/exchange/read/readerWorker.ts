import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { Result } from '../../../../shared/kernel/result';
import type { ReadLimits } from '../../../../shared/exchange/read/limits';
import type { ReadProblem } from '../../../../shared/exchange/read/readProblem';
import type { Workbook } from '../../../../shared/exchange/workbook';

export type Answer =
  | { readonly type: 'read'; readonly result: Result<Workbook, ReadProblem>; readonly ms: number }
  | { readonly type: 'hung' }
  /** The reader threw, or its memory ran out: both are bugs. */
  | { readonly type: 'crashed'; readonly message: string };

const program = `
import { parentPort } from 'node:worker_threads';
import { readWorkbook } from './readWorkbook.mjs';
parentPort.on('message', ({ bytes, fileName, limits }) => {
  const start = performance.now();
  const result = readWorkbook(bytes, fileName, limits);
  parentPort.postMessage({ type: 'read', result, ms: performance.now() - start });
});`;

/** Runs `readWorkbook` as the app does: bundled, in a thread of its own, with a clock that ends it. */
export class ReaderWorker {
  readonly #folder: string;
  #worker: Worker | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(): Promise<ReaderWorker> {
    const folder = await mkdtemp(join(tmpdir(), 'countyline-reader-'));
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        lib: {
          entry: fileURLToPath(
            new URL('../../../../shared/exchange/read/readWorkbook.ts', import.meta.url),
          ),
          formats: ['es'],
          fileName: () => 'readWorkbook.mjs',
        },
      },
    });
    await writeFile(join(folder, 'worker.mjs'), program);
    return new ReaderWorker(folder);
  }

  async read(
    bytes: Uint8Array,
    fileName: string,
    settings: { readonly limitMs: number; readonly limits?: ReadLimits },
  ): Promise<Answer> {
    const worker = (this.#worker ??= new Worker(join(this.#folder, 'worker.mjs'), {
      // Well under what a laptop of a checkpoint has.
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    }));
    const answer = await new Promise<Answer>((resolve) => {
      const settle = (found: Answer) => {
        clearTimeout(timer);
        worker.off('message', settle).off('error', crash);
        resolve(found);
      };
      const crash = (error: unknown) => settle({ type: 'crashed', message: String(error) });
      const timer = setTimeout(() => settle({ type: 'hung' }), settings.limitMs);
      worker.once('message', settle).once('error', crash);
      worker.postMessage({ bytes, fileName, limits: settings.limits });
    });
    if (answer.type !== 'read') {
      await worker.terminate();
      this.#worker = undefined;
    }
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
