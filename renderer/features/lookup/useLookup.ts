import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowId } from '../../../shared/kernel/ids';
import type { ParseContext } from '../../../shared/fields/codec';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import { directoryIn } from '../../../shared/lookup/mentionPlaces';
import { mentionsIn, type Mention } from '../../../shared/lookup/subject';
import { useSession, type Session } from '../../app/session';
import type { CommitProblem } from '../../store/contract';
import { readNames } from './lineFacts';
import { readDossier, type Dossier } from './readDossier';

/** Where the subject of a page stands: no name or number is in an address. */
export interface LookupPlace {
  readonly ledger: string;
  readonly row: string;
  /** `Mention.id` in that record. */
  readonly place: string;
}

/** The record that names the subject, and what it says of it. */
export interface Origin {
  readonly ledger: LedgerDefinition;
  readonly row: Row;
  readonly mention: Mention;
}

export type Lookup =
  | { readonly tag: 'opening' }
  /** The record is gone, or names nobody there any more. */
  | { readonly tag: 'gone' }
  /** The access could not be recorded: nothing is shown. */
  | { readonly tag: 'notRecorded'; readonly problem: CommitProblem['tag'] }
  | ({
      readonly tag: 'open';
      readonly dossier: Dossier | undefined;
      readonly names: ParseContext;
    } & Origin);

/** The latest of each ledger; all of them when asked for. */
const firstRows = 200;
const allRows = 10_000;
const pauseMs = 300;

/** Everything about a person, a vehicle or an enterprise, once the access is on record. */
export function useLookup(at: LookupPlace): {
  readonly lookup: Lookup;
  readonly showAll: () => void;
  /** Puts on record that the masked values were asked for; false where that failed. */
  readonly recordReveal: () => Promise<boolean>;
} {
  const session = useSession();
  const { store, ledgers } = session;
  const [origin, setOrigin] = useState<Origin | Exclude<Lookup, { readonly tag: 'open' }>>();
  const [limit, setLimit] = useState(firstRows);
  const [read, setRead] = useState<{ readonly dossier: Dossier; readonly names: ParseContext }>();
  const [commits, setCommits] = useState(0);
  const { ledger, row, place } = at;
  /** What is on record already: a ledger that the event gains does not make it another access. */
  const recorded = useRef<string>(undefined);

  useEffect(() => {
    const key = `${ledger} ${row} ${place}`;
    if (recorded.current === key) return undefined;
    let gone = false;
    setOrigin(undefined);
    setRead(undefined);
    setLimit(firstRows);
    void open(session, { ledger, row, place }).then((opened) => {
      if (gone) return;
      if ('mention' in opened) recorded.current = key;
      setOrigin(opened);
    });
    return () => {
      gone = true;
    };
  }, [session, ledger, row, place]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setCommits((now) => now + 1), pauseMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);

  const subject = origin && 'mention' in origin ? origin.mention.subject : undefined;
  useEffect(() => {
    if (!subject) return undefined;
    let gone = false;
    const asking = { store, ledgers, limit, isStopped: () => gone };
    void readDossier(subject, asking).then(async (dossier) => {
      const names = await readNames(store, dossier.lines, ledgers);
      if (!gone) setRead({ dossier, names });
    });
    return () => {
      gone = true;
    };
  }, [store, ledgers, subject, limit, commits]);

  const recordReveal = useCallback(async () => {
    if (!origin || !('mention' in origin)) return false;
    return (await recordAccess(session, origin)).ok;
  }, [session, origin]);
  const lookup: Lookup = !origin
    ? { tag: 'opening' }
    : 'mention' in origin
      ? { tag: 'open', ...origin, dossier: read?.dossier, names: read?.names ?? {} }
      : origin;
  return { lookup, showAll: () => setLimit(allRows), recordReveal };
}

async function open(
  session: Session,
  at: LookupPlace,
): Promise<Origin | Exclude<Lookup, { readonly tag: 'open' }>> {
  const origin = await findOrigin(session, at);
  if (!origin) return { tag: 'gone' };
  const recorded = await recordAccess(session, origin);
  return recorded.ok ? origin : { tag: 'notRecorded', problem: recorded.problem.tag };
}

/** An enterprise that is referred to stands in the directory. */
async function findOrigin(
  session: Pick<Session, 'store' | 'ledgers'>,
  at: LookupPlace,
): Promise<Origin | undefined> {
  const { store, ledgers } = session;
  const ledger = ledgers.find(({ id }) => id === at.ledger);
  const row = ledger && (await store.row(ledger.id, at.row as RowId)); // any other text finds none
  if (!ledger || !row || row.deletedAt !== undefined) return undefined;
  const mention = mentionsIn(ledger, row, directoryIn(ledgers)).find(({ id }) => id === at.place);
  if (!mention) return undefined;
  const { subject, place } = mention;
  if (subject.kind !== 'enterprise' || (place.kind === 'enterprise' && place.by === 'record'))
    return { ledger, row, mention };
  const directory = ledgers.find(({ id }) => id === directoryIn(ledgers));
  if (subject.row === undefined || !directory) return undefined;
  const inDirectory = { ledger: directory.id, row: subject.row, place: directory.nameField };
  return findOrigin(session, inDirectory);
}

/** As showing a masked value is: it stands in the record's history, with who and when. */
function recordAccess({ store }: Session, { ledger, row, mention }: Origin) {
  const { place } = mention;
  const named =
    place.kind === 'person'
      ? place.entryOf === undefined
        ? [place.name, place.documentNumber, place.phone]
        : [place.entryOf]
      : [place.field];
  const fields = named.flatMap((name) =>
    name !== undefined && row.values[name] !== undefined ? [name] : [],
  );
  return store.commit([{ type: 'reveal', ledger: ledger.id, row: row.id, fields }], {
    type: 'typed',
  });
}
