import { utils, write } from 'xlsx';
import { codecFor } from '../../../shared/fields/codecFor';
import type { StoredValue } from '../../../shared/ledger/field';
import { ledgerById } from '../../../shared/ledgers/registry';
import { manyPassages, sampleCounty } from '../../../shared/sample/sampleCounty';

/** A workbook of invented passages of the sample county. */
export interface PassageWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The same passages with their texts shared, written in place, and with half of what may be blank. */
export function passageWorkbooks(
  rowCount: number,
  columnCount: number,
): readonly PassageWorkbook[] {
  const fields = Object.entries(ledgerById('checkpoint-passes')?.fields ?? {})
    .toSorted(([, left], [, right]) => Number(right.required ?? 0) - Number(left.required ?? 0))
    .slice(0, columnCount);
  const names = new Map<StoredValue, StoredValue | undefined>();
  for (const { ledger, rows } of sampleCounty())
    if (ledger === 'checkpoints') for (const { id, values } of rows) names.set(id, values['name']);
  const header = fields.map(([, { header: words }]) => words.zh);
  const rows = [...manyPassages(rowCount, 5)].map(({ values }, at) =>
    fields.map(([name, field], column) => {
      const value = values[name];
      if (value === undefined) return { full: null, sparse: null };
      const text = String(names.get(value) ?? codecFor(field).toText(value, 'zh'));
      return { full: text, sparse: field.required || (at + column) % 2 === 0 ? text : null };
    }),
  );
  const book = (kind: 'full' | 'sparse', shared: boolean) => {
    const made = utils.book_new();
    const cells = rows.map((row) => row.map((cell) => cell[kind]));
    utils.book_append_sheet(made, utils.aoa_to_sheet([header, ...cells]));
    const options = { type: 'array', compression: true, bookSST: shared } as const;
    return new Uint8Array(write(made, options) as ArrayBuffer); // by `type`
  };
  return [
    { name: 'shared strings', bytes: book('full', true) },
    { name: 'strings in place', bytes: book('full', false) },
    { name: 'half of the cells blank', bytes: book('sparse', true) },
  ];
}
