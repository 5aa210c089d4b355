/** Every call the pages may make of the main process, one channel each. */
export const channels = [
  'info',
  'files.open',
  'files.save',
  'journal.list',
  'journal.size',
  'journal.read',
  'journal.append',
  'journal.truncate',
  'journal.readSentinel',
  'journal.writeSentinel',
  'journal.remove',
  'printing.toPdf',
  'window.setTitle',
  'window.setLanguage',
  'window.quit',
  'window.closed',
] as const;

export type Channel = (typeof channels)[number];

/** Messages from the main process to the pages. */
export const commandChannel = 'window.command';
export const closingChannel = 'window.closing';
