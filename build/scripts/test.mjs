import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallChromium } from './findChromium.mjs';
import { checks, passes, run, vite, vitest } from './runStep.mjs';

/**
 * Everything: the build, then checks and tests of every kind side by side on that build.
 * `npm test -- NAME` runs only the test files whose path contains NAME. A file that starts browsers
 * or other programs and fails among its neighbours is run once more, whole and alone; what fails
 * then is failed, and what passes then is named as unsteady. Ends with one line for all.
 */
const filter = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'countyline-tests-'));
let passed = 0;
let failed = 0;
const skipped = [];
const unsteady = [];
/** Files that failed among their neighbours. With many of them it is no accident. */
const again = [];
const mostRunAlone = 3;

async function step(name, ready) {
  if (await ready) passed += 1;
  else {
    failed += 1;
    console.error(`${name} failed`);
  }
}

/** What vitest says of a project's files, by file; undefined when it left no report. */
async function outcomes(project, names) {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
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
    ...names,
  ]);
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return { code, files: testResults };
  } catch {
    console.error(`The ${project} tests left no report (exit code ${code}).`);
    return undefined;
  }
}

const failures = (file) => file.assertionResults.filter((test) => test.status === 'failed');

function count(project, file) {
  const broken = failures(file).length;
  // A file that cannot even be loaded has no tests to count, and must not pass for that.
  failed += broken === 0 && file.status === 'failed' ? 1 : broken;
  for (const { status, fullName } of file.assertionResults)
    if (status === 'passed') passed += 1;
    else if (status === 'skipped' || status === 'pending') skipped.push(`${project}: ${fullName}`);
}

/** Counts a project's tests, all but the files to run once more when `again` takes them. */
async function suite(project, again) {
  const result = await outcomes(project, filter);
  if (!result) {
    failed += 1;
    return;
  }
  const bad = result.files.filter((file) => file.status === 'failed');
  if (result.code !== 0 && bad.length === 0) failed += 1;
  for (const file of result.files)
    if (again && bad.includes(file)) again.push({ project, file });
    else count(project, file);
}

async function runAlone({ project, file }) {
  const second = (await outcomes(project, [file.name]))?.files[0];
  count(project, second ?? file);
  for (const { fullName } of failures(file))
    if (second && !failures(second).some((test) => test.fullName === fullName))
      unsteady.push(`${project}: ${fullName}`);
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
  suite('e2e', again),
  (async () => {
    await suite('unit');
    await suite('browser', again);
  })(),
  (async () => {
    if (filter.length === 0) for (const check of checks) await step(check.name, passes(check));
    await suite('slow', again);
  })(),
]);
for (const one of again)
  if (again.length <= mostRunAlone) await runAlone(one);
  else count(one.project, one.file);
rmSync(reports, { recursive: true, force: true });

for (const name of unsteady) console.log(`unsteady ${name} (passed when run alone)`);
for (const name of skipped) console.log(`skipped  ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
