import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../shared/fields/codec';
import { newRowId } from '../../../shared/kernel/ids';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { Block } from '../../components/grid/gridSelection';
import { writeTableText } from '../../components/grid/tableText';
import type { Write } from '../../store/contract';
import { useSession } from '../../app/session';
import { findTwins } from './data/findTwin';
import { readPastedRecord, repeatOver } from './data/pasteRows';
import { findingText } from './data/readTyped';
import type { References } from './data/references';
import type { CellText, Taken, Taking } from './data/useTaking';
import type { UndoableWriting } from './data/useUndo';
import type { LedgerView } from './data/useView';

interface BlocksSettings {
  readonly ledger: LedgerDefinition;
  readonly columns: readonly string[];
  readonly language: 'zh' | 'en';
  readonly context: ParseContext;
  readonly references: References;
  readonly rows: LedgerView;
  readonly taking: Taking;
  readonly writing: UndoableWriting;
  readonly copyText: (row: Row, name: string) => string;
  /** Fields that every new record gets by itself. */
  readonly automatic: () => Readonly<Record<string, StoredValue>>;
  readonly onTaken: (taken: Taken) => void;
  readonly onSay: (words: string) => void;
}

/** A paste that reaches beyond the last record, until somebody has said what to do. */
export interface Overhang {
  readonly onRows: number;
  readonly added: number;
  /** Of them those that are named as a record that is there. */
  readonly twins: number;
  readonly refused: { readonly count: number; readonly first: string };
  readonly paste: (adding: boolean) => void;
}

export interface Blocks {
  readonly overhang: Overhang | undefined;
  readonly closeOverhang: () => void;
  /** The text at once where all rows are at hand; else it puts it on the clipboard by itself. */
  readonly copy: (block: Block, cut: boolean) => string | undefined;
  readonly paste: (block: Block, cells: readonly (readonly string[])[]) => Promise<void>;
  readonly clear: (block: Block) => Promise<void>;
  readonly fillDown: (block: Block) => Promise<void>;
}

/** What is done to whole blocks of cells: each is one commit and one step to take back. */
export function useBlocks(settings: BlocksSettings): Blocks {
  const { ledger, columns, language, context, references, rows, taking, onTaken, onSay } = settings;
  const { store, clock, random } = useSession();
  const { t } = useTranslation();
  const [overhang, setOverhang] = useState<Overhang>();

  const namesOf = (block: Block) => columns.slice(block.left, block.right + 1);
  const live = (all: readonly Row[]) => all.filter(({ deletedAt }) => deletedAt === undefined);
  const textOf = (all: readonly Row[], names: readonly string[]) =>
    writeTableText(all.map((row) => names.map((name) => settings.copyText(row, name))));

  const clear = async (block: Block) => {
    const names = namesOf(block);
    const optional = names.filter((name) => ledger.fields[name]?.required === false);
    const all = live(await rows.rowsBetween(block.top, block.bottom + 1));
    const taken = await taking.put(
      all.flatMap((row) =>
        optional
          .filter((field) => row.values[field] !== undefined)
          .map((field) => ({ row, field, value: null })),
      ),
    );
    onTaken(taken);
    const kept = names.filter((name) => !optional.includes(name));
    if (kept.length > 0)
      onSay(
        t('ledger.requiredKept', {
          fields: kept
            .map((name) => ledger.fields[name]?.header[language])
            .join(t('frame.marks.list')),
        }),
      );
  };

  const addRecords = async (lines: readonly Readonly<Record<string, StoredValue>>[]) => {
    const writes = lines.map((values): Write => ({
      type: 'insert',
      ledger: ledger.id,
      row: newRowId(clock(), random),
      values: { ...settings.automatic(), ...values },
    }));
    const done = await settings.writing.commit(writes, { type: 'typed' });
    if (!done.ok) onTaken({ changed: 0, wrong: 0, problem: done.problem });
    else onSay(t('ledger.append.done', { count: lines.length }));
  };

  const resolveAll = async (names: readonly string[], cells: readonly (readonly string[])[]) => {
    for (const [index, name] of names.entries()) {
      const field = ledger.fields[name];
      if (field?.refersTo !== undefined)
        await references.resolve(
          field,
          cells.map((line) => line[index] ?? ''),
        );
    }
  };

  const pasteOnRows = async (
    top: number,
    names: readonly string[],
    cells: readonly (readonly string[])[],
  ) => {
    const all = await rows.rowsBetween(top, top + cells.length);
    const texts = all.flatMap((row, down): readonly CellText[] =>
      row.deletedAt === undefined
        ? names.flatMap((field, right) => {
            const text = cells[down]?.[right];
            return text === undefined ? [] : [{ row, field, text }];
          })
        : [],
    );
    const taken = await taking.take(texts);
    onTaken(taken);
    if (!taken.problem && taken.wrong === 0) onSay(t('ledger.pasted', { count: taken.changed }));
  };

  return {
    overhang,
    closeOverhang: () => setOverhang(undefined),
    clear,
    copy: (block, cut) => {
      const names = namesOf(block);
      const held: Row[] = [];
      for (let at = block.top; at <= block.bottom; at++) {
        const row = rows.rowAt(at);
        if (row) held.push(row);
      }
      const count = block.bottom - block.top + 1;
      const afterwards = () => {
        if (cut) void clear(block);
        else if (count > 1 || names.length > 1)
          onSay(t('ledger.copied', { rows: count, columns: names.length }));
      };
      if (held.length === count) {
        afterwards();
        return textOf(held, names);
      }
      void rows.rowsBetween(block.top, block.bottom + 1).then(async (all) => {
        await navigator.clipboard.writeText(textOf(all, names));
        afterwards();
      });
      return undefined;
    },
    paste: async (block, pasted) => {
      const names = columns.slice(block.left);
      const cells = repeatOver(pasted, block.bottom - block.top + 1, block.right - block.left + 1);
      const width = Math.max(0, ...cells.map((line) => line.length));
      if (width > names.length) onSay(t('ledger.columnsDropped', { count: width - names.length }));
      const onRows = Math.max(0, Math.min(cells.length, rows.count - block.top));
      const beyond = cells.slice(onRows);
      if (beyond.length === 0) return pasteOnRows(block.top, names, cells);
      await resolveAll(names, beyond);
      const read = beyond.map((line) => readPastedRecord(ledger, names, line, context));
      const good = read.flatMap((record) => (record.ok ? [record.values] : []));
      const bad = read.flatMap((record, index) => (record.ok ? [] : [{ ...record, index }]));
      const [firstBad] = bad;
      const twins = await findTwins(store, ledger, good);
      setOverhang({
        onRows,
        added: good.length,
        twins: twins.filter((twin) => twin !== undefined).length,
        refused: {
          count: bad.length,
          first: firstBad
            ? t('ledger.append.line', {
                line: onRows + firstBad.index + 1,
                field: ledger.fields[firstBad.field]?.header[language],
                problem: findingText(t, firstBad.why),
              })
            : '',
        },
        paste: (adding) => {
          void (async () => {
            if (onRows > 0) await pasteOnRows(block.top, names, cells.slice(0, onRows));
            if (adding && good.length > 0) await addRecords(good);
          })();
        },
      });
      return undefined;
    },
    fillDown: async (block) => {
      const isOneRow = block.top === block.bottom;
      const from = isOneRow ? block.top - 1 : block.top;
      if (from < 0) return;
      const [source, ...targets] = await rows.rowsBetween(from, block.bottom + 1);
      if (!source) return;
      const taken = await taking.put(
        live(targets).flatMap((row) =>
          namesOf(block).flatMap((field) => {
            const value = source.values[field] ?? null;
            return value === null && ledger.fields[field]?.required ? [] : [{ row, field, value }];
          }),
        ),
      );
      onTaken(taken);
    },
  };
}
