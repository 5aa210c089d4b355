import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPage } from '../../electron/pageFiles';

let parent: string;
let pages: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'countyline-pages-'));
  pages = join(parent, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  mkdirSync(join(parent, 'pages-beside'));
  writeFileSync(join(pages, 'index.html'), '<meta content="__CSP_NONCE__">');
  writeFileSync(join(pages, 'assets', 'main.js'), 'export {}');
  writeFileSync(join(pages, 'assets', '中文 名.css'), 'a {}');
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(parent, 'pages-beside', 'secret.txt'), 'secret');
});
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

describe('the built pages', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
    ['/assets/%E4%B8%AD%E6%96%87%20%E5%90%8D.css', 'text/css; charset=utf-8'],
  ])('%s is there as %s', async (path, type) => {
    const { status, headers } = await answerPage(pages, 'GET', path);
    expect([status, headers['Content-Type']]).toEqual([200, type]);
  });

  it.each([
    '/nothing.html',
    '/assets',
    '/assets/',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2fpages-beside/secret.txt',
    '/../pages-beside/secret.txt',
    '//etc/passwd',
    '/%2fetc/passwd',
    '/%00',
    '/index.html%00.js',
    '/%',
    '/%ff',
    '',
    'index.html/../../secret.txt',
  ])('%s is not', async (path) => {
    const { status, body } = await answerPage(pages, 'GET', path);
    expect([status, body]).toEqual([404, undefined]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'])(
    '%s is refused',
    async (method) => {
      expect((await answerPage(pages, method, '/')).status).toBe(405);
    },
  );
});

describe('the content policy', () => {
  it('names the nonce of this answer alone', async () => {
    const [first, second] = await Promise.all([
      answerPage(pages, 'GET', '/'),
      answerPage(pages, 'GET', '/'),
    ]);
    const nonceOf = (policy = '') => /'nonce-([^']+)'/.exec(policy)?.[1];
    const nonce = nonceOf(first.headers['Content-Security-Policy']);
    expect(first.body).toBe(`<meta content="${nonce}">`);
    expect(nonceOf(second.headers['Content-Security-Policy'])).not.toBe(nonce);
  });

  it.each(['/', '/nothing', '/assets/main.js'])(
    'goes with %s, and allows nothing unsafe',
    async (path) => {
      const { headers } = await answerPage(pages, 'GET', path);
      const policy = headers['Content-Security-Policy'] ?? '';
      expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(policy).toContain("connect-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
      expect(headers['Permissions-Policy']).toContain('geolocation=()');
    },
  );
});
