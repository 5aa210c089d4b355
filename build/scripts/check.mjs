import { checks, passes, vitest } from './runStep.mjs';

const unit = {
  name: 'unit',
  command: vitest,
  args: ['run', '--config', 'build/vitest.config.ts', '--project', 'unit'],
};

let green = true;
for (const step of [...checks, unit]) green = (await passes(step)) && green;
process.exitCode = green ? 0 : 1;
