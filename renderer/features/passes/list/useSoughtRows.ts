import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { Command } from '../../../app/commands';
import { isSought } from '../applications/filterApplications';
import { useRecords } from '../records';
import { referenceWords } from './fieldWords';

/** A list of the office: what is sought in it, the record that is open, those that are ticked. */
export interface SoughtRows {
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  /** Those that the search finds, in whatever state they are. */
  readonly found: readonly Row[];
  readonly open: Row | undefined;
  readonly current: RowId | undefined;
  readonly onCurrent: (id: RowId) => void;
  readonly ticked: ReadonlySet<RowId>;
  readonly onTicked: (ids: ReadonlySet<RowId>) => void;
  /** The ticked records, whatever is sought meanwhile. */
  readonly chosen: readonly Row[];
  /** What was done last; gone with the next record. */
  readonly notice: string;
  readonly onNotice: (words: string) => void;
  readonly commands: readonly Command[];
}

/** `asked`: the record that the address names. */
export function useSoughtRows(rows: readonly Row[], asked: string | undefined): SoughtRows {
  const { t } = useTranslation();
  const records = useRecords();
  const [search, setSearch] = useState('');
  const [current, setCurrent] = useState<RowId | undefined>();
  const [ticked, setTicked] = useState<ReadonlySet<RowId>>(new Set());
  const [notice, setNotice] = useState('');
  const searchBox = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked !== undefined) setCurrent(asked as RowId); // as the address gives it; else none is found
  }, [asked]);
  const found = useMemo(
    () =>
      rows.filter((row) =>
        isSought(row, search, referenceWords(row.values.enterprise, records.enterpriseName)),
      ),
    [rows, search, records],
  );
  return {
    search,
    onSearch: setSearch,
    searchBox,
    found,
    open: rows.find(({ id }) => id === current),
    current,
    onCurrent: (id) => {
      setCurrent(id);
      setNotice('');
    },
    ticked,
    onTicked: setTicked,
    chosen: rows.filter(({ id }) => ticked.has(id)),
    notice,
    onNotice: setNotice,
    commands: [
      {
        id: 'passes.search',
        title: t('passes.list.search'),
        keys: 'Ctrl+F',
        run: () => searchBox.current?.select(),
      },
      { id: 'passes.walk', title: t('passes.list.walk'), keys: '↑ ↓' },
      { id: 'passes.tick', title: t('passes.list.tick'), keys: 'Space / Ctrl+A' },
    ],
  };
}
