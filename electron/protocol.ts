import { protocol } from 'electron';
import { appScheme, isOwnAddress } from './origin';
import { answerPage, refusal } from './pageFiles';

/** Before `app` is ready: the scheme is a secure origin with storage of its own. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

/** The built pages under the app's own origin; other hosts, methods and paths get no answer. */
export function servePages(folder: string): void {
  protocol.handle(appScheme, async ({ url, method }) => {
    const { status, headers, body } = isOwnAddress(url)
      ? await answerPage(folder, method, new URL(url).pathname)
      : refusal(421);
    return new Response(typeof body === 'object' ? new Uint8Array(body) : (body ?? null), {
      status,
      headers,
    });
  });
}
