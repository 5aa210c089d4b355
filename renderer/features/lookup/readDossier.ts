import { happenedAt, type Happening } from '../../../shared/lookup/happenedAt';
import { asksFor } from '../../../shared/lookup/asks';
import { likeness } from '../../../shared/lookup/likeness';
import { directoryIn, mentionPlaces } from '../../../shared/lookup/mentionPlaces';
import { mentionsAt, type Mention, type Subject } from '../../../shared/lookup/subject';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import type { StoreReading } from '../../store/contract';

/** One record that speaks of the subject. */
export interface DossierLine {
  readonly ledger: LedgerDefinition;
  readonly row: Row;
  readonly when: Happening | undefined;
  /** The same person for sure, or by name and phone alone. */
  readonly likeness: 'same' | 'possible';
  readonly mention: Mention;
}

export interface Dossier {
  /** Latest first; what has no date stands last. */
  readonly lines: readonly DossierLine[];
  /** Some ledger holds more than were asked for: the latest of each are here. */
  readonly isCut: boolean;
}

interface Asking {
  readonly store: Pick<StoreReading, 'openView' | 'closeView'>;
  readonly ledgers: readonly LedgerDefinition[];
  /** Rows of each question, at most. */
  readonly limit: number;
  readonly isStopped: () => boolean;
}

/** Everything that any ledger holds about a subject. */
export async function readDossier(subject: Subject, asking: Asking): Promise<Dossier> {
  const found: DossierLine[] = [];
  let isCut = false;
  for (const ledger of asking.ledgers) {
    if (asking.isStopped()) break;
    const own = await readLedger(subject, ledger, asking);
    found.push(...own.lines);
    isCut ||= own.isCut;
  }
  const order = ({ when }: DossierLine) => when?.at ?? -Infinity;
  // without a subtraction: two rows without a date are infinitely far from any other
  const later = (left: DossierLine, right: DossierLine) =>
    order(left) === order(right) ? 0 : order(left) > order(right) ? -1 : 1;
  return { lines: found.sort(later), isCut };
}

async function readLedger(
  subject: Subject,
  ledger: LedgerDefinition,
  { store, ledgers, limit }: Asking,
): Promise<Dossier> {
  const lines = new Map<string, DossierLine>();
  let isCut = false;
  const newest = ledger.newestFirst;
  const sort = newest === undefined ? [] : [{ field: newest, descending: true }];
  for (const place of mentionPlaces(ledger, directoryIn(ledgers))) {
    const asked = asksFor(subject, place).map(async (ask) => {
      const filters = ask.map(({ field, test, text }) => ({
        field,
        test:
          test === 'equals'
            ? ({ type: 'equals', value: text } as const)
            : ({ type: 'contains', text } as const),
      }));
      const view = await store.openView({ ledger: ledger.id, filters, sort }, limit);
      store.closeView(view.id);
      isCut ||= view.count > view.first.length;
      return view.first;
    });
    for (const row of (await Promise.all(asked)).flat())
      for (const mention of mentionsAt(place, row)) {
        const like = likeness(subject, mention.subject);
        if (like === 'other' || lines.get(row.id)?.likeness === 'same') continue;
        lines.set(row.id, {
          ledger,
          row,
          when: happenedAt(ledger, row),
          likeness: like,
          mention,
        });
      }
  }
  return { lines: [...lines.values()], isCut };
}
