import * as module from 'node:module';
import { isMainThread } from 'node:worker_threads';

/**
 * `node --import boot.mjs dist/main/main.js`: `electron` becomes the stand-in, and the test on the
 * other side of the process's channel may run functions in here, as Playwright can in Electron.
 */
const url = process.env.ELECTRON_STAND_IN;

export function resolve(specifier, context, next) {
  return specifier === 'electron' ? { url, shortCircuit: true } : next(specifier, context);
}

async function answer({ id, source, given }) {
  try {
    const work = (0, eval)(`(${source})`);
    process.send({ id, value: await work(await import(url), given) });
  } catch (problem) {
    process.send({ id, problem: String(problem) });
  }
}

if (module.registerHooks) module.registerHooks({ resolve });
else if (isMainThread) module.register(import.meta.url); // Node 20 loads this file a second time, in a thread

if (isMainThread && process.send) {
  process.on('message', answer);
  process.on('disconnect', () => process.exit(1));
}
