import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Store } from '../../../store/contract';

/** Texts by field name. */
export type Texts = Readonly<Record<string, string>>;

/** Texts that were typed and are not values of a record yet; they outlive the page, sealed. */
export interface Drafts {
  /** By record: what stands in a cell or a form field and could not be taken. */
  readonly rows: ReadonlyMap<string, Texts>;
  /** The record that is being written and not saved yet. */
  readonly fresh: Texts;
  readonly putAll: (texts: readonly DraftText[]) => void;
  /** Forgets the texts, unless others have been typed in their place since. */
  readonly dropAll: (texts: readonly DraftText[]) => void;
  readonly putFresh: (texts: Texts) => void;
}

export interface DraftText {
  readonly row: { readonly id: string };
  readonly field: string;
  readonly text: string;
}

const kept = z.object({
  rows: z.record(z.string(), z.record(z.string(), z.string())),
  fresh: z.record(z.string(), z.string()),
});
interface Kept {
  readonly rows: ReadonlyMap<string, Texts>;
  readonly fresh: Texts;
}
const nothing: Kept = { rows: new Map(), fresh: {} };
const pauseMs = 300;

function read(text: string | undefined): Kept {
  if (text === undefined) return nothing;
  const parsed = kept.safeParse(JSON.parse(text)); // written below
  return parsed.success
    ? { rows: new Map(Object.entries(parsed.data.rows)), fresh: parsed.data.fresh }
    : nothing;
}

function write({ rows, fresh }: Kept): string {
  return JSON.stringify({ rows: Object.fromEntries(rows), fresh });
}

export function useDrafts(store: Store, ledger: LedgerDefinition): Drafts {
  const key = `drafts.${ledger.id}`;
  const [held, setHeld] = useState(nothing);
  const latest = useRef(held);
  const stored = useRef(write(nothing));
  const closed = useRef(false);

  useEffect(() => {
    let gone = false;
    void store.setting(key).then((text) => {
      if (gone || text === undefined) return;
      stored.current = text;
      latest.current = read(text);
      setHeld(latest.current);
    });
    return () => {
      gone = true;
    };
  }, [store, key]);

  const save = useCallback(() => {
    const text = write(latest.current);
    if (text === stored.current) return;
    stored.current = text;
    void store.saveSetting(key, text);
  }, [store, key]);
  useEffect(() => {
    const timer = setTimeout(save, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [held, save]);
  // Before the store is locked: what was typed a moment ago has to be on its way by then, also what
  // the boxes hand over while they go.
  useLayoutEffect(() => {
    closed.current = false;
    return () => {
      closed.current = true;
      save();
    };
  }, [save]);

  return useMemo(() => {
    const change = (next: Kept) => {
      latest.current = next;
      if (closed.current) save();
      else setHeld(next);
    };
    return {
      ...held,
      putAll: (texts) => {
        const rows = new Map(latest.current.rows);
        for (const { row, field, text } of texts)
          rows.set(row.id, { ...rows.get(row.id), [field]: text });
        change({ ...latest.current, rows });
      },
      dropAll: (texts) => {
        const rows = new Map(latest.current.rows);
        for (const { row, field, text } of texts) {
          const own = rows.get(row.id) ?? {};
          if (own[field] !== text) continue;
          const rest = Object.entries(own).filter(([name]) => name !== field);
          if (rest.length === 0) rows.delete(row.id);
          else rows.set(row.id, Object.fromEntries(rest));
        }
        change({ ...latest.current, rows });
      },
      putFresh: (fresh) => change({ ...latest.current, fresh }),
    };
  }, [held, save]);
}
