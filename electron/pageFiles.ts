import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import policy from '../shared/desktop/contentPolicy.json';

/** One answer of either shell, `app://` in Electron or HTTP on 127.0.0.1 for a browser. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const noDevices = ['microphone', 'geolocation', 'usb', 'serial', 'hid'];

/** What goes with every answer, also with a refusal. */
export function pageHeaders(nonce: string, type: string): Readonly<Record<string, string>> {
  const directives = Object.entries(policy).map(([name, value]) => `${name} ${value}`);
  return {
    'Content-Type': type,
    'Content-Security-Policy': directives.join('; ').replace('{nonce}', nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // codes are read by the camera too; each shell decides when
    'Permissions-Policy': ['camera=(self)', ...noDevices.map((name) => `${name}=()`)].join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}

export function refusal(status: number): PageAnswer {
  return { status, headers: pageHeaders(newNonce(), 'text/plain'), body: undefined };
}

/**
 * The built pages in `folder` and nothing else. `path` comes from an address as it was sent, still
 * percent-encoded: however it is written, it names a file inside the folder or nothing.
 */
export async function answerPage(
  folder: string,
  method: string,
  path: string,
): Promise<PageAnswer> {
  if (method !== 'GET') return refusal(405);
  const file = fileOf(folder, path);
  if (file === undefined) return refusal(404);
  const nonce = newNonce();
  const extension = extname(file);
  const headers = pageHeaders(nonce, types[extension] ?? 'application/octet-stream');
  try {
    const bytes = await readFile(file);
    const body =
      extension === '.html' ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : bytes;
    return { status: 200, headers, body };
  } catch {
    return refusal(404); // absent, a folder, or a name no system takes
  }
}

function fileOf(folder: string, path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    const file = resolve(join(folder, name === '/' ? 'index.html' : name));
    return file.startsWith(resolve(folder) + sep) ? file : undefined;
  } catch {
    return undefined; // not percent-encoding
  }
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}
