import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** What reading one file cost a process that does nothing else. */
export interface Cost {
  /** The tag of the problem it was refused for, or `read`. */
  readonly outcome: string;
  /** Milliseconds of processor time: the same on a busy machine. */
  readonly busyMs: number;
  /** The most memory the process held over what it held before, in megabytes. */
  readonly megabytes: number;
}

const program = `
import { existsSync, readFileSync } from 'node:fs';
import { streamWorkbook } from './reader.mjs';
const [file, small] = process.argv.slice(2);
const read = (path) => streamWorkbook(new Uint8Array(readFileSync(path)), path, {});
// What Linux tells of resources begins at the most that the parent had; its own status does not.
const peak = () => existsSync('/proc/self/status')
  ? Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  : process.resourceUsage().maxRSS;
await read(small);
const before = peak();
const from = process.cpuUsage();
const result = await read(file);
const { user, system } = process.cpuUsage(from);
console.log(JSON.stringify({
  outcome: result.ok ? 'read' : result.problem.tag,
  busyMs: (user + system) / 1000,
  megabytes: (peak() - before) / 1024,
}));`;

const hungAfterMs = 40_000;

/** Reads files as the app does, each in a process of its own that measures itself. */
export class MeasuredReader {
  readonly #folder: string;
  readonly #small: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#small = join(folder, 'small.xlsx');
  }

  /** `small` is read first, so that only the file's own cost is counted. */
  static async start(small: Uint8Array): Promise<MeasuredReader> {
    const folder = await mkdtemp(join(tmpdir(), 'countyline-measured-'));
    const entry = new URL('../../../../shared/exchange/read/readWorkbook.ts', import.meta.url);
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        lib: { entry: fileURLToPath(entry), formats: ['es'], fileName: () => 'reader.mjs' },
      },
    });
    await writeFile(join(folder, 'measure.mjs'), program);
    const reader = new MeasuredReader(folder);
    await writeFile(reader.#small, small);
    return reader;
  }

  async cost(bytes: Uint8Array, name: string): Promise<Cost> {
    const file = join(this.#folder, name);
    await writeFile(file, bytes);
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(this.#folder, 'measure.mjs'), file, this.#small]);
      const timer = setTimeout(() => child.kill('SIGKILL'), hungAfterMs);
      let [out, problem] = ['', ''];
      child.stdout.on('data', (text: Buffer) => (out += text.toString()));
      child.stderr.on('data', (text: Buffer) => (problem += text.toString()));
      child.on('close', () => {
        clearTimeout(timer);
        if (out === '') reject(new Error(problem || 'hung'));
        else resolve(JSON.parse(out) as Cost); // what the program prints
      });
    });
  }

  stop(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}
