import { checks, passes, vitest } from './runStep.mjs';

/** Types, lint, format and unused code in one row, the unit tests beside them. */
const unit = {
  name: 'unit',
  command: vitest,
  args: ['run', '--config', 'build/vitest.config.ts', '--project', 'unit'],
};

async function inTurn() {
  let green = true;
  for (const step of checks) green = (await passes(step)) && green;
  return green;
}

const green = await Promise.all([inTurn(), passes(unit)]);
process.exitCode = green.every(Boolean) ? 0 : 1;
