/**
 * Where the data lives: IndexedDB belongs to this scheme and host. Pinned by a test and never
 * changed, because another origin would find an empty database.
 */
export const appScheme = 'app';
export const appHost = 'countyline';
export const appOrigin = `${appScheme}://${appHost}`;
