import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/**
 * `unit` runs in Node within seconds. `browser` and `e2e` drive the built app in Chromium through
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
          exclude: ['test/e2e/**', 'test/browser/**', 'test/bench/**'],
          testTimeout: 20_000,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
