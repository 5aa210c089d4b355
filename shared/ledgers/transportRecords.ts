import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const freight = { zh: '运输', en: 'Transport' };
const handover = { zh: '交接消毒', en: 'Handover' };
const storage = { zh: '装卸入库', en: 'Storage' };

/** 运输专项台账: every step of a transport, from purchase to storage, on record. */
export const transportRecords = defineLedger({
  id: 'transport-records',
  title: { zh: '运输专项台账', en: 'Transport records' },
  area: 'transport',
  version: 1,
  matchOn: [['waybill']],
  nameField: 'waybill',
  newestFirst: 'departedAt',
  figures: [
    {
      id: 'transportRecords.stored',
      title: { zh: '闭环运输入库', en: 'Transports stored' },
      unit: { zh: '车次', en: 'loads' },
      terms: [{ measure: { type: 'rows' }, counts: { type: 'upTo', from: 'storedAt' } }],
      by: ['enterprise'],
    },
  ],
  fields: {
    waybill: field.text('运单号', 'Waybill', {
      required: true,
      section: freight,
      synonyms: ['运单编号', '单号'],
      width: 130,
    }),
    permit: field.reference('通行证', 'Permit', 'permits', {
      section: freight,
      synonyms: ['通行证编号', '通行证号'],
      width: 130,
    }),
    enterprise: field.reference('企业', 'Enterprise', 'enterprises', {
      section: freight,
      synonyms: ['收货企业', '企业名称'],
      width: 200,
    }),
    stage: field.choice(
      '阶段',
      'Stage',
      [
        { value: '采购', en: 'Purchase', synonyms: ['已采购'] },
        { value: '在途', en: 'On the way', synonyms: ['运输中', '运输'] },
        { value: '交接', en: 'Handover', synonyms: ['交接中'] },
        { value: '入库', en: 'Storage', synonyms: ['已入库', '完成'] },
      ],
      { required: true, section: freight, synonyms: ['环节'], width: 80 },
    ),
    goods: field.text('货物', 'Goods', {
      section: freight,
      synonyms: ['货物名称', '品名'],
      width: 130,
    }),
    amount: field.text('数量/单位', 'Amount', {
      section: freight,
      synonyms: ['数量', '重量'],
      width: 90,
    }),
    plate: field.plate('车牌号码', 'Plate', {
      section: freight,
      synonyms: ['车牌', '车号'],
      width: 110,
    }),
    purchasedAt: field.instant('采购时间', 'Purchased at', {
      section: freight,
      synonyms: ['下单时间'],
      width: 140,
      hidden: true,
    }),
    departedAt: field.instant('起运时间', 'Departed at', {
      notBefore: 'purchasedAt',
      section: freight,
      synonyms: ['发车时间'],
      width: 140,
    }),
    arrivedAt: field.instant('到达时间', 'Arrived at', {
      notBefore: 'departedAt',
      section: freight,
      synonyms: ['到厂时间'],
      width: 140,
    }),
    handoverArea: field.text('交接隔离区', 'Handover area', {
      section: handover,
      synonyms: ['交接区', '中转区'],
      width: 120,
    }),
    disinfectedAt: field.instant('货物消毒时间', 'Disinfected at', {
      section: handover,
      synonyms: ['消毒时间'],
      width: 140,
    }),
    disinfectant: field.text('消毒药剂', 'Disinfectant', {
      section: handover,
      synonyms: ['药剂'],
      width: 120,
    }),
    disinfectedBy: field.name('消毒人员', 'Disinfected by', { section: handover, width: 90 }),
    crew: field.text('装卸班组', 'Loading crew', {
      section: storage,
      synonyms: ['班组', '装卸班组（封闭管理）'],
      width: 120,
    }),
    crewClosed: field.flag('班组封闭管理', 'Crew closed off', {
      section: storage,
      synonyms: ['封闭管理'],
      width: 110,
    }),
    unloadedAt: field.instant('卸货完成', 'Unloaded at', {
      notBefore: 'arrivedAt',
      section: storage,
      synonyms: ['卸货时间', '卸货完成时间'],
      width: 140,
    }),
    storedAt: field.instant('入库时间', 'Stored at', {
      notBefore: 'arrivedAt',
      section: storage,
      width: 140,
    }),
    irregularities: field.longText('异常', 'Irregularities', {
      section: storage,
      synonyms: ['异常情况'],
      width: 180,
    }),
  },
});
