import react from '@vitejs/plugin-react';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const node = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** One configuration, three programs: the pages, Electron's main process, and the preload script. */
export default defineConfig({
  root: path('renderer'),
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments))
        await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: {
        outDir: path('dist/pages'),
        emptyOutDir: true,
        target: 'chrome140',
        chunkSizeWarningLimit: 4000,
        rollupOptions: { input: { index: path('renderer/index.html') } },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: node, builtins: node },
      build: {
        outDir: path('dist/main'),
        emptyOutDir: true,
        target: 'node22',
        minify: false,
        rollupOptions: {
          // The browser shell serves the pages by the same code as app://.
          input: { main: path('electron/main.ts'), pageFiles: path('electron/pageFiles.ts') },
          external: node,
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: node, builtins: node },
      build: {
        outDir: path('dist/preload'),
        emptyOutDir: true,
        target: 'node22',
        minify: false,
        rollupOptions: {
          input: { preload: path('electron/preload.ts') },
          external: node,
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
});
