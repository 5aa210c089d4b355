import { rowsPerPageOf } from '../dirtyPages';
import type { OpenedState } from '../openedState';
import { sealCheckpoint, type Checkpoint, type PageList } from '../stored/checkpoint';
import { sealPage } from '../stored/page';
import { writeTransaction } from '../stored/transactions';

/** Waits until no commit is under way; upkeep asks it before each step. */
export type Gate = () => Promise<void>;

/**
 * Writes every page that has changed, one at a time, then the checkpoint that vouches for them.
 * Commits go on in between: a page may come out newer than the checkpoint, never older.
 */
export async function writePages(state: OpenedState, gate: Gate): Promise<void> {
  await gate();
  const { sequence, headHash, lastTime, totals, accepted, clockOfMerges } = state;
  const known = state.checkpoint;
  const ledgers: Record<string, PageList> = {};
  const dirty = new Map(state.ledgers.map(({ id }) => [id, [...state.dirtyPages.take(id)]]));
  try {
    for (const { id } of state.ledgers)
      ledgers[id] = await writeLedger(state, id, dirty.get(id) ?? [], known?.ledgers[id], gate);
    const checkpoint: Checkpoint = {
      version: 1,
      sequence,
      headHash,
      lastTime,
      totals,
      ledgers,
      accepted,
      foldedTo: known?.foldedTo ?? 0,
      clock: clockOfMerges,
    };
    await putCheckpoint(state, checkpoint);
  } catch (problem) {
    for (const [ledger, pages] of dirty)
      for (const page of pages) state.dirtyPages.add(ledger, page);
    throw problem;
  }
}

async function writeLedger(
  state: OpenedState,
  ledger: string,
  dirty: readonly number[],
  known: PageList | undefined,
  gate: Gate,
): Promise<PageList> {
  const table = state.tables.get(ledger);
  const definition = state.ledgers.find(({ id }) => id === ledger);
  if (!table || !definition) throw new Error(`No ledger ${ledger}`);
  const rowsPerPage = rowsPerPageOf(definition);
  const pages = [...(known?.pages ?? [])];
  for (const page of dirty) {
    await gate();
    const from = page * rowsPerPage;
    const to = Math.min(table.size, from + rowsPerPage);
    const place = { ledger, page, version: state.sequence };
    const block = new Uint8Array(table.encodeBlock(from, to));
    const sealed = await sealPage(state.key, state.listing.id, place, {
      ledgerVersion: definition.version,
      block,
    });
    // Relaxed: the strict checkpoint after it goes to the same log, so it cannot arrive first.
    await writeTransaction(state.database.dexie, ['pages'], 'relaxed', (store) =>
      store('pages').put(sealed),
    );
    pages[page] = { version: place.version, rows: to - from };
  }
  return { rowsPerPage, pages };
}

export async function putCheckpoint(state: OpenedState, checkpoint: Checkpoint): Promise<void> {
  const sealed = await sealCheckpoint(state.key, state.listing.id, checkpoint);
  await writeTransaction(state.database.dexie, ['checkpoint'], 'strict', (store) =>
    store('checkpoint').put({ id: 'checkpoint', sealed }),
  );
  state.checkpoint = checkpoint;
}
