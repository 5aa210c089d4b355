import type { OpenedState } from '../openedState';
import { factsId, factsPrefix, sealFacts, unsealFacts, type FactsRun } from '../stored/mergeFacts';
import { writeTransaction } from '../stored/transactions';

/** The runs that the database holds from the first commit on, without a gap. */
export async function* readKeptFacts(state: OpenedState): AsyncGenerator<FactsRun> {
  const kept = await state.database.checkpoint.where('id').startsWith(factsPrefix).toArray();
  let next = 1;
  for (const { sealed } of kept) {
    const run = await unsealFacts(state.key, state.listing.id, sealed);
    if (run?.first !== next || run.last > state.sequence) return;
    yield run;
    next = run.last + 1;
  }
}

/** Relaxed: what a power cut takes is made of the journal again. */
export async function keepFacts(state: OpenedState, run: FactsRun): Promise<void> {
  const sealed = await sealFacts(state.key, state.listing.id, run);
  await writeTransaction(state.database.dexie, ['checkpoint'], 'relaxed', (store) =>
    store('checkpoint').put({ id: factsId(run.first), sealed }),
  );
}
