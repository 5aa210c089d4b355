import { useMemo } from 'react';
import type { ParseContext } from '../../../../shared/fields/codec';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { CommitProblem, Write } from '../../../store/contract';
import { readTyped, sameValue } from './readTyped';
import type { References } from './references';
import type { Drafts } from './useDrafts';
import type { UndoableWriting } from './useUndo';
import type { LedgerView } from './useView';

/** A text for one field of one record. */
export interface CellText {
  readonly row: Row;
  readonly field: string;
  readonly text: string;
}

export interface Taken {
  /** Values that changed. */
  readonly changed: number;
  /** Texts that could not be taken; they stay in their cells. */
  readonly wrong: number;
  readonly problem?: CommitProblem;
}

export interface Taking {
  /** Reads the texts and commits them at once. What cannot be taken stays where it was typed. */
  readonly take: (texts: readonly CellText[], reason?: string) => Promise<Taken>;
  /** Commits values that are known to be right: filled down from another record. */
  readonly put: (
    values: readonly {
      readonly row: Row;
      readonly field: string;
      readonly value: StoredValue | null;
    }[],
  ) => Promise<Taken>;
}

interface Surroundings {
  readonly ledger: LedgerDefinition;
  readonly references: References;
  readonly context: ParseContext;
  readonly drafts: Drafts;
  readonly writing: UndoableWriting;
  readonly settled: LedgerView['settled'];
}

/** The one way from typed or pasted texts to values, for the grid and for the form. */
export function useTaking(surroundings: Surroundings): Taking {
  const { ledger, references, context, drafts, writing, settled } = surroundings;
  return useMemo(() => {
    const commit = async (
      changes: ReadonlyMap<Row['id'], Readonly<Record<string, StoredValue | null>>>,
      reason: string,
    ) => {
      const writes = [...changes].map(([row, values]): Write => ({
        type: 'update',
        ledger: ledger.id,
        row,
        values,
      }));
      if (writes.length === 0) return undefined;
      const source = reason === '' ? {} : { reason };
      const done = await writing.commit(writes, { type: 'typed', ...source });
      return done.ok ? undefined : done.problem;
    };

    const read = async (texts: readonly CellText[], reason: string): Promise<Taken> => {
      // at once, so that the cell shows what was typed while it is on its way
      drafts.putAll(texts);
      for (const [name, field] of Object.entries(ledger.fields)) {
        const own = texts.filter(({ field: at }) => at === name).map(({ text }) => text);
        if (own.length > 0) await references.resolve(field, own);
      }
      const changes = new Map<Row['id'], Record<string, StoredValue | null>>();
      const taken: CellText[] = [];
      let changed = 0;
      for (const cell of texts) {
        const field = ledger.fields[cell.field];
        if (!field) continue;
        const current = cell.row.values[cell.field];
        const typed = readTyped(field, cell.text, context, current);
        if (typed.state === 'wrong') continue;
        taken.push(cell);
        if (typed.state === 'mask' || sameValue(current, typed.value)) continue;
        changes.set(cell.row.id, { ...changes.get(cell.row.id), [cell.field]: typed.value });
        changed++;
      }
      const problem = await commit(changes, reason);
      const wrong = texts.length - taken.length;
      if (problem) return { changed: 0, wrong, problem };
      // not before the row shows its new value: the old one would flash in between
      if (changed > 0) await settled();
      drafts.dropAll(taken);
      return { changed, wrong };
    };
    return {
      take: (texts, reason = '') => {
        const taken = read(texts, reason);
        writing.expect(taken);
        return taken;
      },
      put: async (values) => {
        const changes = new Map<Row['id'], Record<string, StoredValue | null>>();
        const fresh = values.filter(
          ({ row, field, value }) => !sameValue(row.values[field], value),
        );
        for (const { row, field, value } of fresh)
          changes.set(row.id, { ...changes.get(row.id), [field]: value });
        const problem = await commit(changes, '');
        return problem ? { changed: 0, wrong: 0, problem } : { changed: fresh.length, wrong: 0 };
      },
    };
  }, [ledger, references, context, drafts, writing, settled]);
}
