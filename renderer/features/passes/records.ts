import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { RowId } from '../../../shared/kernel/ids';
import type { Row } from '../../../shared/ledger/defineLedger';
import { checkpoints } from '../../../shared/ledgers/checkpoints';
import { enterprises } from '../../../shared/ledgers/enterprises';
import { permitApplications } from '../../../shared/ledgers/permitApplications';
import { permits } from '../../../shared/ledgers/permits';
import type { Application, Filed, Permit } from '../../../shared/passes/lifecycle/application';
import { readApplication, readFiledPermit } from '../../../shared/passes/lifecycle/readFiled';
import { useSession } from '../../app/session';
import type { StoreReading } from '../../store/contract';
import { useLedgerRows } from './list/useLedgerRows';

/** What the office has before it: every application and pass, and what they refer to. */
export interface OfficeRecords {
  readonly ready: boolean;
  /** Made last first. */
  readonly applicationRows: readonly Row[];
  readonly applications: readonly Filed<Application>[];
  /** Issued last first. */
  readonly permitRows: readonly Row[];
  readonly permits: readonly Filed<Permit>[];
  readonly enterpriseName: (id: string) => string | undefined;
  readonly checkpointName: (id: string) => string | undefined;
  readonly permitNumber: (id: string) => string | undefined;
  /** Checkpoints that are not manned any more, by row id. */
  readonly closedCheckpoints: ReadonlyMap<string, string>;
}

const RecordsContext = createContext<OfficeRecords | undefined>(undefined);
export const RecordsProvider = RecordsContext.Provider;

export function useRecords(): OfficeRecords {
  const records = useContext(RecordsContext);
  if (!records) throw new Error('useRecords outside the pass office');
  return records;
}

const none: readonly Row[] = [];

/** Reads them for the pass office; follows the store. */
export function useOfficeRecords(): OfficeRecords {
  const { store } = useSession();
  const applicationRows = useLedgerRows(store, permitApplications.id);
  const permitRows = useLedgerRows(store, permits.id);
  const checkpointRows = useLedgerRows(store, checkpoints.id);
  const enterpriseNames = useRecordNames(store, enterprises.id);
  return useMemo(() => {
    const issued = [...(permitRows ?? none)].sort(
      (left, right) => issuedAt(right) - issuedAt(left),
    );
    const places = checkpointRows ?? none;
    const byCheckpoint = new Map<string, Row>(places.map((row) => [row.id, row]));
    const byPermit = new Map<string, Row>(issued.map((row) => [row.id, row]));
    const closed = places.filter(({ values }) => values.closedOn !== undefined);
    return {
      ready: applicationRows !== undefined && permitRows !== undefined,
      applicationRows: applicationRows ?? none,
      applications: (applicationRows ?? none).flatMap((row) => readApplication(row) ?? []),
      permitRows: issued,
      permits: issued.flatMap((row) => readFiledPermit(row) ?? []),
      enterpriseName: (id) => enterpriseNames.get(id),
      checkpointName: (id) => textOf(byCheckpoint.get(id), 'name'),
      permitNumber: (id) => textOf(byPermit.get(id), 'number'),
      closedCheckpoints: new Map(closed.map((row) => [row.id, textOf(row, 'name') ?? ''])),
    };
  }, [applicationRows, permitRows, checkpointRows, enterpriseNames]);
}

function useRecordNames(store: StoreReading, ledger: string): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let gone = false;
    const read = () =>
      void store.allNames(ledger).then((all) => {
        if (!gone) setNames(new Map(all.map(({ id, name }: NamedRow) => [id, name])));
      });
    read();
    const stop = store.onChange((touched) => {
      if (touched.includes(ledger)) read();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [store, ledger]);
  return names;
}

interface NamedRow {
  readonly id: RowId;
  readonly name: string;
}

function issuedAt({ values }: Row): number {
  return typeof values.issuedAt === 'number' ? values.issuedAt : 0;
}

function textOf(row: Row | undefined, name: string): string | undefined {
  const value = row?.values[name];
  return typeof value === 'string' ? value : undefined;
}
