import { useState, type ReactNode } from 'react';
import { useSession } from '../../../app/session';
import type { ImportRecord } from '../import/importMemory';
import { readChangedSince, type ChangedSince } from './changedSince';
import { UndoDialog } from './UndoDialog';

interface Asked {
  readonly record: ImportRecord;
  readonly since: ChangedSince;
  readonly act: () => void;
}

export interface Undoing {
  readonly dialog: ReactNode;
  /** True where nothing has changed since; otherwise a dialog shows what has, and asks. */
  readonly isPlain: (record: ImportRecord, act: () => void) => Promise<boolean>;
}

export function useUndo(): Undoing {
  const { store } = useSession();
  const [asked, setAsked] = useState<Asked>();
  return {
    isPlain: async (record, act) => {
      const since = await readChangedSince(store, record.sequence);
      if (since.fields === 0) return true;
      setAsked({ record, since, act });
      return false;
    },
    dialog: asked ? (
      <UndoDialog
        record={asked.record}
        since={asked.since}
        onClose={() => setAsked(undefined)}
        onUndo={() => {
          setAsked(undefined);
          asked.act();
        }}
      />
    ) : null,
  };
}
