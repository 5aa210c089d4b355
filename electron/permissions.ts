import type { MediaAccessPermissionRequest, Session, WebContents } from 'electron';
import { isOwnAddress, isOwnRequest } from './origin';

/** Writing to the clipboard (copied cells) and keeping the database when the disk runs full. */
const granted = new Set(['clipboard-sanitized-write', 'persistent-storage']);

/** Whether the pages are reading codes with the camera now; they say so themselves. */
export interface CameraUse {
  readonly isOpen: boolean;
}

/**
 * Electron approves every permission unless told otherwise; the pages get two, the camera's picture
 * while it is open, and no devices, no downloads and no address but their own.
 * | asked for                      | camera open | own page | answer |
 * | clipboard writing, persistence |             | yes      | yes    |
 * | media: video alone             | yes         | yes      | yes    |
 * | media: video alone             | no          |          | no     |
 * | media: sound, or both          |             |          | no     |
 * | anything else                  |             |          | no     |
 * |                                |             | no       | no     |
 */
export function denyPermissions(session: Session, camera: CameraUse): void {
  const isGiven = (permission: string, media: readonly (string | undefined)[]) =>
    granted.has(permission) ||
    (permission === 'media' &&
      camera.isOpen &&
      media.length > 0 &&
      media.every((kind) => kind === 'video'));
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    // of a request for media, the only one whose kinds are looked at
    const { mediaTypes = [] } = details as Partial<MediaAccessPermissionRequest>;
    answer(isGiven(permission, mediaTypes) && isOwnAddress(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      isGiven(permission, [mediaType]) &&
      isOwnAddress(origin.endsWith('/') ? origin : `${origin}/`),
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

/** A page that is left or loaded anew cannot say any more that its camera is off. */
export function shutWithPage(contents: Pick<WebContents, 'on'>, camera: { isOpen: boolean }): void {
  contents.on('did-start-navigation', ({ isSameDocument }) => {
    if (!isSameDocument) camera.isOpen = false;
  });
}
