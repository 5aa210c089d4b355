import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const site = { zh: '隔离点', en: 'Site' };
const staff = { zh: '工作人员', en: 'Staff' };

/** 隔离点. */
export const isolationSites = defineLedger({
  id: 'isolation-sites',
  title: { zh: '隔离点', en: 'Isolation sites' },
  area: 'tracing',
  version: 1,
  matchOn: [['name']],
  nameField: 'name',
  figures: [
    {
      id: 'isolationSites.inUse',
      title: { zh: '启用集中隔离点', en: 'Isolation sites in use' },
      unit: { zh: '个', en: 'sites' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'whereabouts', is: ['县内'] }],
          counts: { type: 'held', from: 'openedOn', until: 'closedOn' },
        },
      ],
      by: ['county'],
    },
    {
      id: 'isolationSites.rooms',
      title: { zh: '启用隔离房间（县内外）', en: 'Isolation rooms of all sites' },
      unit: { zh: '间', en: 'rooms' },
      terms: [
        {
          measure: { type: 'sum', field: 'rooms' },
          counts: { type: 'held', from: 'openedOn', until: 'closedOn' },
        },
      ],
      by: ['name', 'whereabouts'],
    },
  ],
  fields: {
    name: field.text('隔离点名称', 'Site', {
      required: true,
      section: site,
      synonyms: ['名称', '隔离点', '隔离场所', '集中隔离点'],
      width: 200,
    }),
    county: field.division('所在县区', 'County', {
      required: true,
      section: site,
      synonyms: ['县区', '所在县（市、区）', '所属县区'],
      width: 100,
    }),
    whereabouts: field.choice(
      '县内/县外',
      'In or outside the county',
      [
        { value: '县内', en: 'In the county', synonyms: ['本县', '内'] },
        { value: '县外', en: 'Outside the county', synonyms: ['外县', '外', '异地'] },
      ],
      { required: true, section: site, synonyms: ['县内县外', '位置'], width: 90 },
    ),
    address: field.text('地址', 'Address', {
      section: site,
      synonyms: ['详细地址', '隔离点地址'],
      width: 200,
    }),
    rooms: field.integer('房间数', 'Rooms', {
      required: true,
      section: site,
      unit: '间',
      min: 0,
      totalled: true,
      synonyms: ['房间总数', '房间', '客房数'],
      width: 80,
    }),
    openedOn: field.date('启用时间', 'Opened on', {
      required: true,
      section: site,
      synonyms: ['启用日期'],
      width: 110,
    }),
    closedOn: field.date('停用时间', 'Closed on', {
      notBefore: 'openedOn',
      section: site,
      synonyms: ['停用日期', '关闭时间'],
      width: 110,
    }),
    head: field.name('点长', 'Head of site', {
      section: staff,
      synonyms: ['隔离点点长', '负责人'],
      width: 90,
    }),
    headPhone: field.phone('点长电话', "Head's phone", {
      section: staff,
      synonyms: ['点长/电话', '电话', '联系电话'],
      sensitive: true,
      width: 120,
    }),
    medicalStaff: field.integer('医务人数', 'Medical staff', {
      section: staff,
      unit: '人',
      min: 0,
      totalled: true,
      synonyms: ['医务人员', '医护人数'],
      width: 80,
    }),
    police: field.integer('公安人数', 'Police', {
      section: staff,
      unit: '人',
      min: 0,
      totalled: true,
      synonyms: ['公安', '公安干警'],
      width: 80,
    }),
    serviceStaff: field.integer('服务人数', 'Service staff', {
      section: staff,
      unit: '人',
      min: 0,
      totalled: true,
      synonyms: ['服务人员', '后勤人数'],
      width: 80,
    }),
    cleaners: field.integer('保洁人数', 'Cleaners', {
      section: staff,
      unit: '人',
      min: 0,
      totalled: true,
      synonyms: ['保洁', '保洁人员'],
      width: 80,
    }),
    standardsCheck: field.longText('六规范核查', 'Check of the six standards', {
      section: staff,
      synonyms: ['六规范', '规范核查'],
      width: 160,
      hidden: true,
    }),
  },
});
