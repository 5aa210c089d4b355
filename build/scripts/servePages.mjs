import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './runStep.mjs';

/**
 * Serves the built pages on 127.0.0.1 and nothing else, by the code that serves them as app:// in
 * Electron. A request that names another host is refused: a page on the internet that resolves its
 * own name to 127.0.0.1 must not get in. `localhost` is sent on to 127.0.0.1, because to a browser
 * it is another origin, with a database of its own.
 */
export async function servePages({ port, sample = false, pages = join(root, 'dist/pages') }) {
  const built = join(root, 'dist/main/pageFiles.js');
  if (!existsSync(join(pages, 'index.html')) || !existsSync(built))
    throw new Error('The app is not built: npm run build');
  const { answerPage, pageHeaders, refusal } = await import(pathToFileURL(built).href);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const info = JSON.stringify({ version, sample });

  const server = createServer(async (request, response) => {
    const { port: own } = server.address();
    const send = ({ status, headers, body }) => response.writeHead(status, headers).end(body);
    const path = pathOf(request.url);
    if (request.headers.host === `localhost:${own}`) {
      const { headers } = refusal(308);
      return send({ status: 308, headers: { ...headers, Location: `http://127.0.0.1:${own}/` } });
    }
    if (request.headers.host !== `127.0.0.1:${own}`) return send(refusal(421));
    if (path === '/app-info.json' && request.method === 'GET')
      return send({ status: 200, headers: pageHeaders('', 'application/json'), body: info });
    return send(await answerPage(pages, request.method, path));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({
        address: `http://127.0.0.1:${server.address().port}/`,
        close: () =>
          new Promise((done) => {
            server.close(done);
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** The path as it was sent, still percent-encoded and with its dots: `answerPage` judges it. */
function pathOf(target) {
  return target.replace(/[?#].*$/s, '');
}
