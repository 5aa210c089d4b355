import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const report = { zh: '日报', en: 'Report' };
const count = (zh: string, en: string, synonyms: readonly string[]) =>
  field.integer(zh, en, {
    section: report,
    unit: '人',
    min: 0,
    totalled: true,
    synonyms,
    width: 90,
  });

/** 隔离点每日一报: what the site says; the stays say what is so. */
export const isolationDaily = defineLedger({
  id: 'isolation-daily',
  title: { zh: '隔离点每日一报', en: 'Site daily reports' },
  area: 'tracing',
  version: 1,
  matchOn: [['site', 'date']],
  nameField: 'site',
  newestFirst: 'date',
  figures: [
    {
      id: 'isolationDaily.roomsFree',
      title: {
        zh: '剩余隔离房间（县内外，每日一报）',
        en: 'Isolation rooms free in all sites, as reported',
      },
      unit: { zh: '间', en: 'rooms' },
      terms: [
        {
          measure: { type: 'sum', field: 'roomsFree' },
          // a site that has closed since has no room to give
          where: [{ field: 'site.closedOn', filled: false }],
          counts: { type: 'latest', from: 'date', per: ['site'] },
        },
      ],
      by: ['site', 'site.whereabouts'],
    },
  ],
  fields: {
    site: field.reference('隔离点', 'Site', 'isolation-sites', {
      required: true,
      section: report,
      synonyms: ['隔离点名称', '隔离场所'],
      width: 180,
    }),
    date: field.date('日期', 'Date', {
      required: true,
      section: report,
      synonyms: ['报告日期', '填报日期'],
      width: 110,
    }),
    roomsInUse: field.integer('启用房间', 'Rooms in use', {
      section: report,
      unit: '间',
      min: 0,
      totalled: true,
      synonyms: ['启用房间数', '已用房间'],
      width: 90,
    }),
    isolated: count('在隔', 'Isolated', ['在隔人数', '在点人数', '隔离人数']),
    admitted: count('今日新入', 'Admitted today', ['新入', '今日入住', '新增入住']),
    released: count('今日解除', 'Released today', ['解除', '今日解除人数']),
    becameCases: count('转病例', 'Became cases', ['转阳', '今日转病例']),
    roomsFree: field.integer('剩余房间', 'Rooms free', {
      section: report,
      unit: '间',
      min: 0,
      totalled: true,
      synonyms: ['剩余房间数', '空余房间'],
      width: 90,
    }),
    staff: count('工作人员', 'Staff', ['工作人员数', '工作人员人数']),
    incidents: field.longText('异常情况', 'Incidents', {
      section: report,
      synonyms: ['异常', '突发情况'],
      width: 200,
    }),
  },
});
