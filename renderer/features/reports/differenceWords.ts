import type { TFunction } from 'i18next';
import type { DifferenceReason } from '../../../shared/figures/explainDifference';
import type { Language } from '../../../shared/fields/codec';
import type { FindFigure } from '../../../shared/reports/reportCatalogue';
import type { FigureDifference } from '../../../shared/reports/reportIssue';
import { figureText } from '../../../shared/reports/figureText';
import type { StoreReading } from '../../store/contract';

const reasons: readonly DifferenceReason[] = ['new', 'late', 'corrected', 'moved', 'deleted'];
/** A report of thousands of new contacts names the first of them. */
const namedAtMost = 10;

/** A line for each figure that differs: from, to, and its records by reason, with their names. */
export async function differenceWords(
  store: StoreReading,
  find: FindFigure,
  differing: readonly FigureDifference[],
  language: Language,
  t: TFunction,
): Promise<string> {
  const number = (value: number) =>
    figureText(value, language, { grouped: true, inTenThousands: false });
  const lines = differing.map(async ({ figure: id, before, now, differences }) => {
    const named = find(id);
    if (!named) return '';
    const why = reasons.map(async (reason) => {
      const own = differences.filter((one) => one.reason === reason);
      if (own.length === 0) return [];
      const ids = own.slice(0, namedAtMost).map(({ row }) => row);
      const names = (await store.names(named.ledger.id, ids)).map((name, at) => name ?? ids[at]);
      const more = own.length > names.length ? t('reports.andMore') : '';
      return [
        t(`reports.reasons.${reason}`, {
          number: number(own.length),
          names: names.join(t('frame.marks.list')) + more,
        }),
      ];
    });
    return t('reports.difference', {
      name: named.figure.title[language],
      before: number(before),
      now: number(now),
      why: (await Promise.all(why)).flat().join(t('frame.marks.semicolon')),
    });
  });
  return (await Promise.all(lines)).filter((line) => line !== '').join('\n');
}
