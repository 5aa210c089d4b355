import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallChromium } from './findChromium.mjs';
import { checks, passes, run, vite, vitest } from './runStep.mjs';

/**
 * Everything: the build, then checks and tests of every kind side by side on that build.
 * `npm test -- NAME` runs only the test files whose path contains NAME. Ends with one line for all.
 */
const filter = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'countyline-tests-'));
let passed = 0;
let failed = 0;
const skipped = [];

async function step(name, ready) {
  if (await ready) passed += 1;
  else {
    failed += 1;
    console.error(`${name} failed`);
  }
}

async function suite(project) {
  const report = join(reports, `${project}.json`);
  const code = await run(vitest, [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filter,
  ]);
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    failed += 1;
    console.error(`The ${project} tests left no report (exit code ${code}).`);
    return;
  }
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  // A file that cannot even be loaded has no tests to count, and must not pass for that.
  const broken = result.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  failed += broken.length;
  if (code !== 0 && result.numFailedTests === 0 && broken.length === 0) failed += 1;
  for (const file of result.testResults)
    for (const test of file.assertionResults)
      if (test.status === 'skipped' || test.status === 'pending')
        skipped.push(`${project}: ${test.fullName}`);
}

if (!findOrInstallChromium()) process.exit(1);
await step(
  'build',
  passes({
    name: 'build',
    command: vite,
    args: ['build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn'],
  }),
);
// Browsers mostly wait, for disks and for each other: three lanes keep two processors busy.
await Promise.all([
  (async () => {
    if (filter.length === 0) for (const check of checks) await step(check.name, passes(check));
    await suite('e2e');
  })(),
  (async () => {
    await suite('unit');
    await suite('browser');
  })(),
  suite('slow'),
]);
rmSync(reports, { recursive: true, force: true });

for (const name of skipped) console.log(`skipped  ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
