import type { Change } from '../journal/change';
import type { OwnField } from './ownField';
import { ownLedgerFields, parseOwnLedger, type OwnLedger } from './ownLedger';

/** What was done to the record that defines an own ledger, and by whom. */
export interface DefinitionChange {
  readonly author: string;
  readonly device: string;
  readonly change: Change;
}

export interface LostColumn {
  readonly field: OwnField;
  readonly author: string;
  readonly device: string;
}

/**
 * Columns of other editions that the ledger does not have, each once, the latest way it was settled.
 * A column is never taken away; so two offices have changed the columns without knowing of each other,
 * and the later edition knows nothing of what the other one added. What records hold in such a column
 * is still there. `history` is newest first.
 */
export function lostColumns(
  own: OwnLedger,
  history: readonly DefinitionChange[],
): readonly LostColumn[] {
  const seen = new Set(own.fields.map(({ name }) => name));
  return history.flatMap(({ author, device, change }) =>
    (definedBy(change)?.fields ?? []).flatMap((field): readonly LostColumn[] => {
      if (seen.has(field.name)) return [];
      seen.add(field.name);
      return [{ field, author, device }];
    }),
  );
}

function definedBy(change: Change): OwnLedger | undefined {
  if (change.type === 'insert') return parseOwnLedger(change.values[ownLedgerFields.definition]);
  if (change.type !== 'update') return undefined;
  return parseOwnLedger(change.fields[ownLedgerFields.definition]?.after);
}
