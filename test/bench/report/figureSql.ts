import type { CutOff } from '../../../shared/figures/takesIn';
import { dateOf } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Figure, FigureCondition, FigureTerm } from '../../../shared/ledger/figure';

/** A figure as a statement of SQL with one number, over a table for each ledger. */
export function figureSql(ledger: LedgerDefinition, figure: Figure, cutOff: CutOff): string {
  const terms = figure.terms.map(
    (term) => `${term.less ? '-' : '+'} (${termSql(ledger, term, cutOff)})`,
  );
  return `SELECT 0 ${terms.join(' ')} AS value`;
}

/** The columns by which SQLite looks figures up: moments, and what the conditions ask for. */
export function indexedBy(ledger: LedgerDefinition): ReadonlySet<string> {
  return new Set(
    ledger.figures.flatMap(({ terms }) =>
      terms.flatMap(({ counts, where = [] }) => [
        counts.from,
        ...(counts.type === 'held' ? [counts.until] : []),
        ...where.map(({ field }) => field.split('.')[0] ?? field),
      ]),
    ),
  );
}

export const quoted = (name: string) => `"${name}"`;
const literal = (value: string | number | boolean) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(Number(value));

function termSql(ledger: LedgerDefinition, term: FigureTerm, cutOff: CutOff): string {
  const { counts, measure, where = [] } = term;
  const taken = [
    ...spanSql(ledger, term, cutOff),
    ...where.map((one) => conditionSql(ledger, one)),
  ].join(' AND ');
  const rows = `${quoted(ledger.id)} WHERE ${taken}`;
  const from =
    counts.type === 'latest'
      ? `(SELECT *, row_number() OVER (PARTITION BY ${counts.per.map(quoted).join(', ')} ORDER BY ${quoted(counts.from)} DESC, rowid) AS nth FROM ${rows}) WHERE nth = 1`
      : rows;
  switch (measure.type) {
    case 'rows':
      return `SELECT count(*) FROM ${from}`;
    case 'sum':
      return `SELECT coalesce(sum(${quoted(measure.field)} * ${measure.factor ?? 1}), 0) FROM ${from}`;
    case 'distinct':
      return `SELECT count(*) FROM (SELECT DISTINCT ${measure.fields.map(quoted).join(', ')} FROM ${from})`;
  }
}

function spanSql(
  { fields }: LedgerDefinition,
  { counts }: FigureTerm,
  { at, since }: CutOff,
): readonly string[] {
  const isDate = (name: string) => fields[name]?.kind === 'date';
  const compare = (name: string, sign: string, moment: CutOff['at']) =>
    `${quoted(name)} ${sign} ${isDate(name) ? literal(dateOf(moment)) : moment}`;
  const begun = compare(counts.from, '<=', at);
  switch (counts.type) {
    case 'held':
      return [begun, `(${quoted(counts.until)} IS NULL OR ${compare(counts.until, '>', at)})`];
    case 'within':
      return [begun, compare(counts.from, '>', since)];
    default:
      return [begun];
  }
}

function conditionSql(
  { fields }: LedgerDefinition,
  { field, is, isNot, filled }: FigureCondition,
): string {
  const [own = '', beyond] = field.split('.');
  const target = fields[own]?.refersTo;
  const value =
    beyond === undefined
      ? quoted(own)
      : `(SELECT ${quoted(beyond)} FROM ${quoted(target ?? '')} AS target WHERE target.id = ${quoted(own)})`;
  const list = (values: readonly (string | number | boolean)[]) => values.map(literal).join(', ');
  return [
    ...(is ? [`${value} IN (${list(is)})`] : []),
    ...(isNot ? [`coalesce(${value} NOT IN (${list(isNot)}), 1)`] : []),
    ...(filled === undefined ? [] : [`${value} IS ${filled ? 'NOT ' : ''}NULL`]),
  ].join(' AND ');
}
