import { findElectron } from './findElectron.mjs';
import { run, vite, vitest } from './runStep.mjs';

/**
 * `npm run e2e:electron`: the end-to-end tests of the Electron shell on a real Electron, which
 * `npm test` runs on the stand-in. Needs a display (on a server: xvfb-run npm run e2e:electron).
 */
const binary = findElectron();
if (!binary) {
  console.error(
    'No Electron binary: fetch it (node node_modules/electron/install.js), or set ' +
      'ELECTRON_OVERRIDE_DIST_PATH to the folder of one.',
  );
  process.exit(1);
}
const built = await run(vite, ['build', '--app', '--config', 'build/vite.config.ts']);
if (built !== 0) process.exit(1);
process.exitCode = await run(
  vitest,
  ['run', '--config', 'build/vitest.config.ts', '--project', 'e2e', 'test/e2e/electron'],
  { env: { ...process.env, COUNTYLINE_ELECTRON: binary } },
);
