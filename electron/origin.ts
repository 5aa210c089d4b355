/**
 * Where the data lives: IndexedDB belongs to this scheme and host. Pinned by a test and never
 * changed, because another origin would find an empty database.
 */
export const appScheme = 'app';
export const appHost = 'countyline';
export const appOrigin = `${appScheme}://${appHost}`;

/** True for an address of the built pages; `app://countyline.example/` is not one. */
export function isOwnAddress(url: string): boolean {
  return url.startsWith(`${appOrigin}/`);
}

/** True for what the pages may load: their own files and what they made themselves. */
export function isOwnRequest(url: string): boolean {
  return isOwnAddress(url) || url.startsWith(`blob:${appOrigin}/`) || url.startsWith('data:');
}
