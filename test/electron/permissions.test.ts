import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { denyPermissions, shutWithPage } from '../../electron/permissions';

type Request = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type Check = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type Details = Parameters<Request>[3];

const camera = { isOpen: false };
let request: Request;
let check: Check;

/** The session as far as it is told whom to permit what. */
beforeEach(() => {
  camera.isOpen = false;
  const told = {
    setPermissionRequestHandler: (handler: Request) => (request = handler),
    setPermissionCheckHandler: (handler: Check) => (check = handler),
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    on: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
  };
  denyPermissions(told as unknown as Session, camera); // the part of it that is used
});

function asks(page: string, permission: string, mediaTypes?: readonly string[]): boolean {
  let answered = false;
  const contents = { getURL: () => page } as WebContents;
  request(contents, permission as Parameters<Request>[1], (given) => (answered = given), {
    mediaTypes,
  } as Details);
  return answered;
}

function has(origin: string, permission: string, mediaType?: 'video' | 'audio'): boolean {
  const details = { isMainFrame: true, mediaType } as Parameters<Check>[3];
  return check(null, permission as Parameters<Check>[1], origin, details);
}

const own = 'app://countyline/index.html';

describe('the camera', () => {
  it.each([
    [true, own, ['video'], true],
    [false, own, ['video'], false],
    [true, own, ['video', 'audio'], false],
    [true, own, ['audio'], false],
    [true, own, [], false],
    [true, own, undefined, false],
    [true, 'app://countyline.example/', ['video'], false],
    [true, 'https://example.invalid/', ['video'], false],
  ])('open %s: %s asking for %j is answered %s', (isOpen, page, media, given) => {
    camera.isOpen = isOpen;
    expect(asks(page, 'media', media)).toBe(given);
  });

  it('counts as permitted only while it is open, and never with sound', () => {
    expect(has('app://countyline', 'media', 'video')).toBe(false);
    camera.isOpen = true;
    expect(has('app://countyline', 'media', 'video')).toBe(true);
    expect(has('app://countyline', 'media', 'audio')).toBe(false);
    expect(has('app://elsewhere', 'media', 'video')).toBe(false);
  });

  it('is shut when its page is loaded anew, not when the page only shows another part', () => {
    const contents = new EventEmitter();
    shutWithPage(contents as unknown as WebContents, camera); // listened to only
    camera.isOpen = true;
    contents.emit('did-start-navigation', { isSameDocument: true });
    expect(has('app://countyline', 'media', 'video')).toBe(true);
    contents.emit('did-start-navigation', { isSameDocument: false });
    expect(has('app://countyline', 'media', 'video')).toBe(false);
  });
});

it.each([
  ['clipboard-sanitized-write', true],
  ['persistent-storage', true],
  ['clipboard-read', false],
  ['geolocation', false],
  ['notifications', false],
  ['display-capture', false],
])('%s is answered %s, camera or no camera', (permission, given) => {
  for (const isOpen of [false, true]) {
    camera.isOpen = isOpen;
    expect(asks(own, permission)).toBe(given);
    expect(has('app://countyline', permission)).toBe(given);
    expect(asks('https://example.invalid/', permission)).toBe(false);
  }
});
