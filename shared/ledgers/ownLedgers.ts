import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { ownLedgerFields } from '../ledger/ownLedger';

/** 自建台账: ledgers that the office made itself from a workbook; each record defines one. */
export const ownLedgers = defineLedger({
  id: 'own-ledgers',
  title: { zh: '自建台账', en: 'Own ledgers' },
  area: 'own',
  version: 1,
  role: 'definitions',
  matchOn: [['title']],
  nameField: ownLedgerFields.title,
  fields: {
    title: field.text('台账名称', 'Ledger', { required: true, width: 200 }),
    edition: field.integer('版次', 'Edition', { min: 1, width: 80 }),
    definition: field.longText('栏目与指标', 'Columns and figures', { required: true, width: 400 }),
  },
});
