import type { Language } from '../fields/codec';
import type { LedgerDefinition } from '../ledger/defineLedger';
import type { Figure } from '../ledger/figure';

/** A figure that a placeholder can name, and the ledger whose records it counts. */
export interface NamedFigure {
  readonly ledger: LedgerDefinition;
  readonly figure: Figure;
}

/** Looks figures up by title in either language, or by id. */
export type FindFigure = (name: string) => NamedFigure | undefined;

export function figureFinder(ledgers: readonly LedgerDefinition[]): FindFigure {
  const byName = new Map<string, NamedFigure>();
  for (const ledger of ledgers)
    for (const figure of ledger.figures)
      for (const name of [figure.id, figure.title.zh, figure.title.en])
        if (!byName.has(name)) byName.set(name, { ledger, figure });
  return (name) => byName.get(name);
}

/** Words that stand for something of the report itself. */
export type ReportWord = 'unit' | 'asOf' | 'day' | 'number';

export const reportWords: Readonly<Record<ReportWord, Readonly<Record<Language, string>>>> = {
  unit: { zh: '单位', en: 'unit' },
  asOf: { zh: '截至', en: 'as of' },
  day: { zh: '日期', en: 'date' },
  number: { zh: '期号', en: 'number' },
};

const names: readonly ReportWord[] = ['unit', 'asOf', 'day', 'number'];

export function reportWord(name: string): ReportWord | undefined {
  return names.find((word) => reportWords[word].zh === name || reportWords[word].en === name);
}

/** The header of a figure's breakdown, `field` or `reference.field`. */
export function breakdownHeader(
  { ledger }: NamedFigure,
  path: string,
  ledgers: readonly LedgerDefinition[],
  language: Language,
): string {
  const [own = '', beyond] = path.split('.');
  const first = ledger.fields[own];
  const target = ledgers.find(({ id }) => id === first?.refersTo);
  const field = beyond === undefined ? first : target?.fields[beyond];
  return field?.header[language] ?? path;
}
