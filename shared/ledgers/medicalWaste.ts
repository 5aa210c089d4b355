import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const arising = { zh: '产生', en: 'Arising' };
const collection = { zh: '收运', en: 'Collection' };
const disposal = { zh: '处置', en: 'Disposal' };

/** 医疗废物: one manifest from where it arises to where it is destroyed; cleared the same day. */
export const medicalWaste = defineLedger({
  id: 'medical-waste',
  title: { zh: '医疗废物', en: 'Medical waste' },
  area: 'environment',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'arisenAt',
  figures: [
    {
      id: 'medicalWaste.arisen',
      title: { zh: '当期产生医疗废物', en: 'Medical waste arisen in the period' },
      unit: { zh: '千克', en: 'kg' },
      decimals: 2,
      terms: [
        {
          measure: { type: 'sum', field: 'weight' },
          counts: { type: 'within', from: 'arisenAt' },
        },
      ],
      by: ['producer', 'plant', 'isEpidemic'],
    },
    {
      id: 'medicalWaste.total',
      title: { zh: '累计处置医疗废物', en: 'Medical waste disposed of' },
      unit: { zh: '吨', en: 't' },
      decimals: 3,
      terms: [
        {
          measure: { type: 'sum', field: 'weight', factor: 0.001 },
          counts: { type: 'upTo', from: 'disposedAt' },
        },
      ],
      by: ['kind', 'plant'],
    },
    {
      id: 'medicalWaste.epidemic',
      title: { zh: '其中涉疫医疗废物', en: 'Epidemic waste' },
      unit: { zh: '吨', en: 't' },
      decimals: 3,
      terms: [
        {
          measure: { type: 'sum', field: 'weight', factor: 0.001 },
          where: [{ field: 'isEpidemic', is: [true] }],
          counts: { type: 'upTo', from: 'disposedAt' },
        },
      ],
      by: ['kind', 'plant'],
    },
  ],
  fields: {
    number: field.text('联单编号', 'Manifest', {
      required: true,
      section: arising,
      synonyms: ['编号', '联单号'],
      width: 130,
    }),
    producer: field.text('产生单位', 'Producer', {
      required: true,
      section: arising,
      synonyms: ['医疗机构', '产废单位'],
      width: 180,
    }),
    isEpidemic: field.flag('涉疫', 'Epidemic', {
      required: true,
      section: arising,
      synonyms: ['是否涉疫', '涉疫医废'],
      width: 70,
    }),
    kind: field.choice(
      '种类',
      'Kind',
      [
        { value: '感染性', en: 'Infectious', synonyms: ['感染性废物'] },
        { value: '损伤性', en: 'Sharps', synonyms: ['损伤性废物'] },
        { value: '病理性', en: 'Pathological', synonyms: ['病理性废物'] },
        { value: '药物性', en: 'Pharmaceutical', synonyms: ['药物性废物'] },
        { value: '化学性', en: 'Chemical', synonyms: ['化学性废物'] },
      ],
      { required: true, section: arising, synonyms: ['类别', '废物类别'], width: 90 },
    ),
    containers: field.integer('箱/袋数', 'Containers', {
      section: arising,
      min: 0,
      totalled: true,
      synonyms: ['箱数', '袋数', '数量'],
      width: 80,
    }),
    weight: field.quantity('重量', 'Weight', {
      required: true,
      section: arising,
      unit: 'kg',
      decimals: 2,
      min: 0,
      totalled: true,
      synonyms: ['重量（公斤）', '净重'],
      width: 90,
    }),
    arisenAt: field.instant('产生时间', 'Arisen at', {
      required: true,
      section: arising,
      synonyms: ['产生日期', '日期'],
      width: 140,
    }),
    collectedAt: field.instant('收运时间', 'Collected at', {
      notBefore: 'arisenAt',
      section: collection,
      synonyms: ['转运时间', '收集时间'],
      width: 140,
    }),
    plate: field.plate('车牌', 'Plate', {
      section: collection,
      synonyms: ['车牌号', '车牌号码', '转运车辆'],
      width: 110,
    }),
    driver: field.name('驾驶员', 'Driver', {
      section: collection,
      synonyms: ['司机', '转运人'],
      width: 90,
    }),
    plant: field.text('处置单位', 'Plant', {
      required: true,
      section: disposal,
      synonyms: ['处置企业', '接收单位'],
      width: 160,
    }),
    receivedBy: field.name('接收人', 'Received by', {
      section: disposal,
      synonyms: ['签收人'],
      width: 90,
    }),
    receivedWeight: field.quantity('接收重量', 'Weight received', {
      section: disposal,
      unit: 'kg',
      decimals: 2,
      min: 0,
      totalled: true,
      synonyms: ['入厂重量'],
      width: 90,
    }),
    disposedAt: field.instant('处置时间', 'Disposed at', {
      notBefore: 'arisenAt',
      section: disposal,
      synonyms: ['处置日期'],
      width: 140,
    }),
    method: field.choice(
      '处置方法',
      'Method',
      [
        { value: '高温焚烧', en: 'Incineration', synonyms: ['焚烧'] },
        { value: '高温蒸汽', en: 'Steam', synonyms: ['高温蒸煮', '蒸汽灭菌'] },
        { value: '微波', en: 'Microwave', synonyms: ['微波消毒'] },
        { value: '化学消毒', en: 'Chemical disinfection' },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { section: disposal, synonyms: ['处置方式'], width: 100 },
    ),
  },
});
