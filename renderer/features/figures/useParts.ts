import { useEffect, useState } from 'react';
import type { FigurePart, PartKey } from '../../../shared/figures/breakDown';
import { isRowId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Field } from '../../../shared/ledger/field';
import type { Figure } from '../../../shared/ledger/figure';
import { useSession } from '../../app/session';
import { cellShown } from '../../components/record/cellShown';
import type { Store } from '../../store/contract';
import { cutOffAt } from '../../app/cutOff/cutOff';

/** A figure by one field, each part with the words for its value; blank has none. */
export interface Breakdown {
  readonly field: string;
  readonly header: string;
  readonly parts: readonly (FigurePart & { readonly words: string | undefined })[];
}

interface Surroundings {
  readonly store: Store;
  readonly ledgers: readonly LedgerDefinition[];
  readonly language: 'zh' | 'en';
}

/** The breakdowns of a figure at a cut-off; undefined while they are on their way. */
export function useParts(
  ledger: LedgerDefinition,
  figure: Figure,
  at: Instant,
  value: number,
  language: 'zh' | 'en',
): readonly Breakdown[] | undefined {
  const { store, ledgers } = useSession();
  const [parts, setParts] = useState<readonly Breakdown[]>();
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const found = await store.figureParts({ figure: figure.id, cutOff: cutOffAt(at) });
      const worded = await Promise.all(
        found.map(({ field, parts: own }) =>
          withWords({ store, ledgers, language }, ledger, field, own),
        ),
      );
      if (!gone) setParts(worded);
    };
    void read();
    return () => {
      gone = true;
    };
    // its value tells that records have changed
  }, [store, ledgers, ledger, figure, at, value, language]);
  return parts;
}

async function withWords(
  { store, ledgers, language }: Surroundings,
  ledger: LedgerDefinition,
  path: string,
  parts: readonly FigurePart[],
): Promise<Breakdown> {
  const [own = '', beyond] = path.split('.');
  const first: Field | undefined = ledger.fields[own];
  const target = ledgers.find(({ id }) => id === first?.refersTo);
  const field = beyond === undefined ? first : target?.fields[beyond];
  const keys = parts.flatMap(({ key }) => (typeof key === 'string' && isRowId(key) ? [key] : []));
  const refersTo = field?.refersTo;
  const names = refersTo === undefined ? [] : await store.names(refersTo, keys);
  const nameOf = new Map<PartKey, string | undefined>(keys.map((key, at) => [key, names[at]]));
  const wordsOf = (key: PartKey) => {
    if (key === null || !field) return undefined;
    return nameOf.get(key) ?? cellShown(field, key, language, {}).text;
  };
  return {
    field: path,
    header: field?.header[language] ?? path,
    parts: parts.map((part) => ({ ...part, words: wordsOf(part.key) })),
  };
}
