import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';

/** A log's pages are large, because only the last one changes; an edited ledger's are rewritten often. */
const rowsPerPage = { grows: 4_096, edited: 512 } as const;

const urgentPages = 8;

export function rowsPerPageOf(definition: LedgerDefinition): number {
  return definition.grows ? rowsPerPage.grows : rowsPerPage.edited;
}

/** Which pages hold rows that were changed since they were written. */
export interface DirtyPages {
  /** A ledger that was not known at first. */
  open(ledger: LedgerDefinition): void;
  mark(ledger: string, ordinal: number): void;
  add(ledger: string, page: number): void;
  markRange(ledger: string, from: number, to: number): void;
  /** Page numbers in their order, now clean. */
  take(ledger: string): readonly number[];
  /** So many pages that a start should not have to make them again. */
  readonly isUrgent: boolean;
}

export function createDirtyPages(ledgers: readonly LedgerDefinition[]): DirtyPages {
  const perPage = new Map(ledgers.map((one) => [one.id, rowsPerPageOf(one)]));
  const dirty = new Map(ledgers.map(({ id }) => [id, new Set<number>()]));
  const pageOf = (ledger: string, ordinal: number) =>
    Math.floor(ordinal / (perPage.get(ledger) ?? 1));
  return {
    open(ledger) {
      perPage.set(ledger.id, rowsPerPageOf(ledger));
      dirty.set(ledger.id, new Set());
    },
    mark(ledger, ordinal) {
      dirty.get(ledger)?.add(pageOf(ledger, ordinal));
    },
    add(ledger, page) {
      dirty.get(ledger)?.add(page);
    },
    markRange(ledger, from, to) {
      const pages = dirty.get(ledger);
      if (to <= from) return;
      for (let page = pageOf(ledger, from); page <= pageOf(ledger, to - 1); page++)
        pages?.add(page);
    },
    take(ledger) {
      const pages = [...(dirty.get(ledger) ?? [])].sort((a, b) => a - b);
      dirty.get(ledger)?.clear();
      return pages;
    },
    get isUrgent() {
      return [...dirty.values()].reduce((sum, pages) => sum + pages.size, 0) >= urgentPages;
    },
  };
}
