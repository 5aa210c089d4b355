import type { Session } from 'electron';
import { isOwnAddress, isOwnRequest } from './origin';

/** Writing to the clipboard (copied cells) and keeping the database when the disk runs full. */
const granted = new Set(['clipboard-sanitized-write', 'persistent-storage']);

/**
 * Electron approves every permission unless told otherwise; the pages get two and no devices, no
 * downloads and no address but their own.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(granted.has(permission) && isOwnAddress(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      granted.has(permission) && isOwnAddress(origin.endsWith('/') ? origin : `${origin}/`),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null);
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOwnRequest(url) && !url.startsWith('devtools://') });
  });
}
