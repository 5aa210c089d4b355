import type { JournalFiles } from '../../shared/desktop/contract';

/** Journal files that a worker can reach past the page, which may be busy drawing. */
export interface LinkedJournalFiles extends JournalFiles {
  /** Answers `{ id, method, args }` with `{ id, value }`. */
  readonly openLine: () => MessagePort;
}

/** A line of its own to the journal files, where the shell has such. */
export function journalLineOf(journal: JournalFiles): MessagePort | undefined {
  return 'openLine' in journal ? (journal as LinkedJournalFiles).openLine() : undefined; // its only maker
}
