import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import policy from '../shared/desktop/contentPolicy.json';
import { appHost, appOrigin, appScheme } from './origin';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Before `app` is ready: the scheme is a secure origin with storage of its own. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

function headersFor(nonce: string, type: string): Record<string, string> {
  const directives = Object.entries(policy).map(([name, value]) => `${name} ${value}`);
  return {
    'Content-Type': type,
    'Content-Security-Policy': directives.join('; ').replace('{nonce}', nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The built pages and nothing else: other hosts, methods and paths get no answer. */
export function servePages(folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const nonce = randomBytes(16).toString('base64');
    const refuse = (status: number) =>
      new Response(null, { status, headers: headersFor(nonce, 'text/plain') });
    const url = new URL(request.url);
    if (url.origin !== appOrigin && url.host !== appHost) return refuse(421);
    if (request.method !== 'GET') return refuse(405);
    const path = url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname);
    const file = normalize(join(folder, path));
    if (!file.startsWith(folder)) return refuse(404);
    try {
      const bytes = await readFile(file);
      const headers = headersFor(nonce, types[extname(file)] ?? 'application/octet-stream');
      return extname(file) === '.html'
        ? new Response(bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce), { headers })
        : new Response(new Uint8Array(bytes), { headers });
    } catch {
      return refuse(404);
    }
  });
}
