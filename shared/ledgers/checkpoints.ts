import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const place = { zh: '位置', en: 'Place' };
const duty = { zh: '值守', en: 'Duty' };

/** 卡点: where passages are logged. */
export const checkpoints = defineLedger({
  id: 'checkpoints',
  title: { zh: '卡点', en: 'Checkpoints' },
  area: 'checkpoints',
  version: 1,
  matchOn: [['name']],
  nameField: 'name',
  figures: [
    {
      id: 'checkpoints.inForce',
      title: { zh: '交通卡点', en: 'Checkpoints in force' },
      unit: { zh: '个', en: 'checkpoints' },
      terms: [
        {
          measure: { type: 'rows' },
          counts: { type: 'held', from: 'openedOn', until: 'closedOn' },
        },
      ],
      by: ['kind'],
    },
  ],
  fields: {
    name: field.text('卡点名称', 'Checkpoint', {
      required: true,
      section: place,
      synonyms: ['卡点', '检查站', '检查站名称', '防控卡点'],
      width: 180,
    }),
    kind: field.choice(
      '类型',
      'Type',
      [
        { value: '高速口', en: 'Motorway exit', synonyms: ['高速', '高速路口', '高速出入口'] },
        { value: '国省干道', en: 'Trunk road', synonyms: ['国道', '省道', '国省道', '干线公路'] },
        { value: '县乡道', en: 'County road', synonyms: ['县道', '乡道', '县乡公路'] },
        { value: '村口', en: 'Village entrance', synonyms: ['村', '村卡点', '村级卡点'] },
      ],
      { required: true, section: place, synonyms: ['卡点类型'], width: 100 },
    ),
    road: field.text('道路', 'Road', {
      section: place,
      synonyms: ['道路名称', '所在道路'],
      width: 140,
    }),
    neighbour: field.text('接壤县区', 'Borders on', {
      section: place,
      synonyms: ['接壤地区', '相邻县区'],
      width: 110,
    }),
    township: field.text('属地乡镇', 'Township', {
      section: place,
      synonyms: ['乡镇', '所属乡镇（街道）', '属地'],
      width: 110,
    }),
    longitude: field.quantity('经度', 'Longitude', {
      section: place,
      unit: '°',
      decimals: 6,
      min: 73,
      max: 136,
      hidden: true,
      width: 110,
    }),
    latitude: field.quantity('纬度', 'Latitude', {
      section: place,
      unit: '°',
      decimals: 6,
      min: 3,
      max: 54,
      hidden: true,
      width: 110,
    }),
    leaderOfShiftA: field.name('A班负责人', 'Leader, shift A', {
      section: duty,
      synonyms: ['A班带班', '负责人'],
      width: 110,
    }),
    leaderOfShiftB: field.name('B班负责人', 'Leader, shift B', {
      section: duty,
      synonyms: ['B班带班'],
      width: 110,
    }),
    phone: field.phone('电话', 'Phone', {
      section: duty,
      synonyms: ['联系电话', '值班电话'],
      width: 130,
    }),
    openedOn: field.date('启用时间', 'Opened on', {
      required: true,
      section: duty,
      synonyms: ['启用日期', '设立时间'],
      width: 110,
    }),
    closedOn: field.date('撤销时间', 'Closed on', {
      notBefore: 'openedOn',
      section: duty,
      synonyms: ['撤销日期', '撤除时间'],
      width: 110,
    }),
  },
});
