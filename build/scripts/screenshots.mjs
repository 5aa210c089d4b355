import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { root, run, vite } from './runStep.mjs';

/** `npm run screenshots` builds the app and takes the README's pictures of it anew. */
const built = await run(vite, [
  'build',
  '--app',
  '--config',
  'build/vite.config.ts',
  '--logLevel',
  'error',
]);
if (built !== 0) process.exit(1);
const folder = join(root, 'build/pictures');
mkdirSync(folder, { recursive: true });
const loader = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { takePictures } = await loader.ssrLoadModule(join(root, 'test/support/takePictures.ts'));
  await takePictures(folder, (line) => console.log(line));
} finally {
  await loader.close();
}
