import type { OpenedState } from '../openedState';
import { foldCommits } from './foldCommits';
import { Interrupted, verifyCopies, type InTurn } from './verifyCopies';
import { writePages, type Gate } from './writePages';
import { writeSentinel } from './writeSentinel';

/** What is done between commits, so that the next start is short and finds everything whole. */
export interface Upkeep {
  /** After each commit: upkeep begins when nothing has happened for a moment. */
  touched(): void;
  /** Ends what is under way and leaves both copies whole: before the key is forgotten. */
  settle(): Promise<void>;
}

const quietMs = 300;
/**
 * The sentinel follows a commit sooner: where both copies are destroyed, it alone can name what was
 * in them. Not within the commit, which it would make a third slower, nor between commits that come
 * one after the other.
 */
const sentinelQuietMs = 20;
const patienceMs = 10_000;
/** Changes that a start may replay before new pages are worth writing; fewer where there is time. */
const replayedChanges = 2_000;
const replayedAfterLock = 200;

interface Surroundings {
  readonly state: OpenedState;
  /** True while a commit waits or is being written. */
  readonly isBusy: () => boolean;
  readonly inTurn: InTurn;
  /** Both copies were not compared when the event was opened. */
  readonly unverified: boolean;
  readonly onStatus: () => void;
}

export function createUpkeep(surroundings: Surroundings): Upkeep {
  const { state, isBusy, inTurn } = surroundings;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sentinelTimer: ReturnType<typeof setTimeout> | undefined;
  let sentinelWritten: Promise<void> = Promise.resolve();
  let running: Promise<void> | undefined;
  let unverified = surroundings.unverified;
  let isWhole = true;
  let touchedAt = 0;
  let isSettling = false;

  const isRecent = () => Date.now() - touchedAt < quietMs;
  /** A person who goes on working is not disturbed, but not for ever either. */
  const gate: Gate = async () => {
    const since = Date.now();
    while (!isSettling && (isBusy() || isRecent()) && Date.now() - since < patienceMs) {
      await new Promise((resolve) => setTimeout(resolve, quietMs));
      await inTurn(() => Promise.resolve());
    }
  };
  /** Checking can be broken off at any point, and need not keep anyone waiting who wants to leave. */
  const readGate: Gate = async () => {
    if (isSettling) throw new Interrupted();
    await gate();
  };
  const behind = () => changesIn(state.totals) - changesIn(state.checkpoint?.totals ?? {});

  /** One after the other: an older state must not overtake a newer one. */
  function putSentinel(whole: boolean): Promise<void> {
    const written = sentinelWritten.then(() => writeSentinel(state, whole));
    sentinelWritten = written.catch(() => undefined);
    return written;
  }

  async function tidy(limit: number): Promise<void> {
    await gate();
    if (behind() >= limit || state.dirtyPages.isUrgent) {
      await putSentinel(false);
      await writePages(state, gate);
      await foldCommits(state, gate);
      await gate();
    }
    await putSentinel(isWhole);
  }

  async function round(): Promise<void> {
    try {
      await tidy(replayedChanges);
      if (unverified && !isSettling) {
        unverified = false;
        isWhole = await verifyCopies(state, readGate, inTurn);
        if (!isWhole) await putSentinel(false);
      }
      const free = await state.journal.freeBytes();
      state.freeBytes = free.ok ? free.value : undefined;
      surroundings.onStatus();
    } catch (problem) {
      if (problem instanceof Interrupted) return;
      // Commits do not depend on upkeep; what it has left undone costs time at the next start.
      console.error(problem);
    }
  }

  function schedule(): void {
    clearTimeout(timer);
    if (isSettling) return;
    timer = setTimeout(() => {
      if (running) schedule();
      else
        running = round().finally(() => {
          running = undefined;
        });
    }, quietMs);
  }
  schedule();

  return {
    touched: () => {
      touchedAt = Date.now();
      schedule();
      clearTimeout(sentinelTimer);
      if (isSettling) return;
      sentinelTimer = setTimeout(() => {
        if (isBusy()) return; // it is touched again after that
        putSentinel(false).catch(console.error); // the next round writes it again
      }, sentinelQuietMs);
    },
    settle: async () => {
      isSettling = true;
      clearTimeout(timer);
      clearTimeout(sentinelTimer);
      await running;
      try {
        await tidy(replayedAfterLock);
      } catch (problem) {
        console.error(problem);
      }
    },
  };
}

function changesIn(totals: Readonly<Record<string, number>>): number {
  return Object.values(totals).reduce((sum, count) => sum + count, 0);
}
