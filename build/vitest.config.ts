import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/**
 * `unit` runs in Node within seconds; `slow` too, but starts spreadsheet programs or lives through
 * weeks of a county. `browser` and `e2e` drive the built app in Chromium through
 * playwright-core (test/support/chromium.ts) and need `npm run build` first; `npm test` does that.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        // Its package fetches a browser when it is loaded outside of Electron.
        resolve: { alias: { electron: `${root}test/support/noElectron.ts` } },
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/browser/**', 'test/bench/**', 'test/**/*.slow.test.ts'],
          testTimeout: 20_000,
          // Files share the modules they import: nothing here keeps state in one, and it saves a third.
          isolate: false,
        },
      },
      {
        root,
        resolve: { alias: { electron: `${root}test/support/noElectron.ts` } },
        test: {
          name: 'slow',
          include: ['test/**/*.slow.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 400_000,
          // They start other programs and time out when they starve each other.
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Vitest's own second is short for two cores that draw, seal and write at once.
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: 2,
        },
      },
    ],
  },
});
