import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../shared/fields/codecFor';
import { newRowId, type RowId } from '../../../shared/kernel/ids';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import { useSession } from '../../app/session';
import type { CommitProblem, Write } from '../../store/contract';
import type { Taken } from './data/useTaking';
import type { Undone } from './data/useUndo';
import type { NewValues } from './record/NewRecord';
import type { LedgerModel } from './useLedgerModel';

export interface LedgerActions {
  readonly edit: (row: Row, field: string, text: string, reason: string) => void;
  readonly sayTaken: (taken: Taken) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The record's id, or undefined where it could not be written. */
  readonly add: (values: NewValues, reason: string) => Promise<RowId | undefined>;
  readonly remove: (rows: readonly Row[], reason: string) => Promise<boolean>;
  readonly restore: (rows: readonly Row[]) => void;
  /** What every new record gets by itself. */
  readonly automatic: () => Readonly<Record<string, StoredValue>>;
  readonly automaticTexts: Readonly<Record<string, string>>;
}

/** What a person can do to records, each as one commit, and what is said about it afterwards. */
export function useLedgerActions(model: LedgerModel): LedgerActions {
  const { ledger, writing, taking, say } = model;
  const { store, clock, random } = useSession();
  const { t } = useTranslation();

  const sayProblem = (problem: CommitProblem) => say(t(`ledger.problem.${problem.tag}`));
  const sayTaken = ({ changed, wrong, problem }: Taken) => {
    if (problem) sayProblem(problem);
    else if (wrong > 0) say(t('ledger.takenButWrong', { count: changed, wrong }));
    else say('');
  };
  const sayUndone = (undone: Undone, words: 'undone' | 'redone') => {
    if (undone.tag === 'problem') sayProblem(undone.problem);
    else if (undone.tag === 'nothing')
      say(t(words === 'undone' ? 'ledger.nothingToUndo' : 'ledger.nothingToRedo'));
    else say(undone.left > 0 ? t('ledger.undoLeft', { count: undone.left }) : t(`ledger.${words}`));
  };
  const automatic = () => ({
    unit: store.event.unit,
    recorder: store.operator,
    recordedAt: clock(),
  });
  const write = async (writes: readonly Write[], reason = '') => {
    const source = reason === '' ? {} : { reason };
    const done = await writing.commit(writes, { type: 'typed', ...source });
    if (!done.ok) sayProblem(done.problem);
    return done.ok;
  };
  return {
    edit: (row, field, text, reason) => {
      void taking.take([{ row, field, text }], reason).then((taken) => {
        // a wrong text says so in its own cell
        if (taken.problem) sayProblem(taken.problem);
        else if (taken.wrong === 0) say('');
      });
    },
    sayTaken,
    undo: () => void writing.undo().then((done) => sayUndone(done, 'undone')),
    redo: () => void writing.redo().then((done) => sayUndone(done, 'redone')),
    add: async (values, reason) => {
      const row = newRowId(clock(), random);
      const all = { ...automatic(), ...values };
      const done = await write([{ type: 'insert', ledger: ledger.id, row, values: all }], reason);
      if (!done) return undefined;
      say(t('ledger.added'));
      return row;
    },
    remove: async (rows, reason) => {
      const done = await write(
        rows.map(({ id }) => ({ type: 'delete', ledger: ledger.id, row: id, reason })),
      );
      if (done) say(t('ledger.removed', { count: rows.length }));
      return done;
    },
    restore: (rows) => {
      void write(rows.map(({ id }) => ({ type: 'restore', ledger: ledger.id, row: id }))).then(
        (done) => {
          if (done) say(t('ledger.restored', { count: rows.length }));
        },
      );
    },
    automatic,
    automaticTexts: {
      unit: store.event.unit,
      recorder: store.operator,
      recordedAt: codecFor(ledger.fields.recordedAt).toText(clock(), model.language),
    },
  };
}
