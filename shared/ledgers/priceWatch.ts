import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const price = { zh: '价格', en: 'Price' };

/** 价格监测: the change from the day before is computed, never typed. */
export const priceWatch = defineLedger({
  id: 'price-watch',
  title: { zh: '价格监测', en: 'Price watch' },
  area: 'supplies',
  version: 1,
  matchOn: [['place', 'item', 'date']],
  nameField: 'item',
  newestFirst: 'date',
  fields: {
    place: field.text('监测点', 'Place', {
      required: true,
      section: price,
      synonyms: ['监测地点', '商超', '市场名称'],
      width: 180,
    }),
    item: field.text('品名', 'Item', {
      required: true,
      section: price,
      synonyms: ['商品名称', '品种'],
      width: 120,
    }),
    date: field.date('日期', 'Date', {
      required: true,
      section: price,
      synonyms: ['监测日期'],
      width: 110,
    }),
    price: field.quantity('价格', 'Price', {
      required: true,
      section: price,
      unit: '元/公斤',
      decimals: 2,
      min: 0,
      synonyms: ['零售价', '当日价格', '单价'],
      width: 100,
    }),
  },
});
