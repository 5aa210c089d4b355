import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { root } from './runStep.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const policy = JSON.parse(readFileSync(join(root, 'shared/desktop/contentPolicy.json'), 'utf8'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function headers(nonce) {
  const directives = Object.entries(policy).map(([name, value]) => `${name} ${value}`);
  return {
    'Content-Security-Policy': directives.join('; ').replace('{nonce}', nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'geolocation=(), microphone=(), usb=(), serial=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}

/**
 * Serves the built pages on 127.0.0.1 and nothing else. A request that names another host is
 * refused: a page on the internet that resolves its own name to 127.0.0.1 must not get in.
 * Rejects with `EADDRINUSE` where the port is taken. `port` 0 takes any free one.
 */
export function servePages({ port, sample = false, pages = join(root, 'dist/pages') }) {
  const server = createServer(async (request, response) => {
    const own = `127.0.0.1:${server.address().port}`;
    const nonce = randomBytes(16).toString('base64');
    const refuse = (status) => response.writeHead(status, headers(nonce)).end();
    if (request.headers.host !== own) return refuse(421);
    if (request.method !== 'GET') return refuse(405);
    const path = new URL(request.url ?? '/', `http://${own}`).pathname;
    if (path === '/app-info.json') {
      response.writeHead(200, { ...headers(nonce), 'Content-Type': types['.json'] });
      return response.end(JSON.stringify({ version, sample }));
    }
    const file = normalize(join(pages, path === '/' ? 'index.html' : decodeURIComponent(path)));
    if (!file.startsWith(pages)) return refuse(404);
    try {
      const bytes = await readFile(file);
      const type = types[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { ...headers(nonce), 'Content-Type': type });
      return response.end(
        extname(file) === '.html'
          ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
          : bytes,
      );
    } catch {
      return refuse(404);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({
        address: `http://127.0.0.1:${server.address().port}/`,
        close: () => new Promise((done) => server.close(done)),
      });
    });
  });
}
