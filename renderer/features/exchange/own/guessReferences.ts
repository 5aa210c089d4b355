import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { StoreReading } from '../../../store/contract';
import type { DraftColumn } from './ownDraft';

/** Of a hundred different values so many must name records of a ledger. */
const mostly = 0.6;
/** One value alone may be called like a record by chance. */
const fewest = 2;

/** Ledgers whose records people know by a name that anybody may read. */
export function referable(ledgers: readonly LedgerDefinition[]): readonly LedgerDefinition[] {
  return ledgers.filter(({ fields, nameField, role, grows }) => {
    const name = fields[nameField];
    const isForPeople = role === undefined || role === 'directory';
    return isForPeople && !grows && name?.kind === 'text' && !name.sensitive;
  });
}

/** Text columns of which most values name records of one ledger refer to it; a person settles it. */
export async function guessReferences(
  columns: readonly DraftColumn[],
  store: Pick<StoreReading, 'match'>,
  ledgers: readonly LedgerDefinition[],
): Promise<readonly DraftColumn[]> {
  return Promise.all(
    columns.map(async (column) => {
      const { use, kind, values } = column;
      if (!use || !(kind === 'text' || kind === 'choice') || values.length < fewest) return column;
      const shares = await Promise.all(
        ledgers.map(async ({ id, nameField }) => {
          const found = await store.match(
            id,
            [nameField],
            values.map((text) => [text]),
          );
          return { id, share: found.filter(({ length }) => length > 0).length / values.length };
        }),
      );
      const [best] = shares.sort((left, right) => right.share - left.share);
      if (best === undefined || best.share < mostly) return column;
      return { ...column, kind: 'reference' as const, refersTo: best.id };
    }),
  );
}
