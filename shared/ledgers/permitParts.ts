import type { RowValues } from '../ledger/defineLedger';
import { field, type Option } from '../ledger/field';
import { plateColours, vehicleTypes } from './sharedOptions';

const applicant = { zh: '申请单位', en: 'Applicant' };
const vehicle = { zh: '车辆与人员', en: 'Vehicle and crew' };
const route = { zh: '路线', en: 'Route' };
const goods = { zh: '货物', en: 'Goods' };

const transports = [
  { value: '县域内', en: 'Within the county', synonyms: ['县内', '县区内'] },
  { value: '市内跨县', en: 'Across counties', synonyms: ['市内', '市内跨县区', '市域内'] },
  { value: '跨市', en: 'Across cities', synonyms: ['跨省', '市外', '省内跨市', '跨省市'] },
] as const satisfies readonly Option[];

/** What an application for a pass and the pass itself say alike: who, which vehicle, whereto, what. */
export const permitParts = {
  transport: field.choice('运输情形', 'Kind of transport', transports, {
    required: true,
    section: applicant,
    synonyms: ['情形', '运输类型'],
    width: 100,
  }),
  enterprise: field.reference('申请单位', 'Applicant', 'enterprises', {
    required: true,
    section: applicant,
    synonyms: ['企业名称', '申请企业', '申领单位', '单位名称'],
    width: 220,
  }),
  creditCode: field.creditCode('统一社会信用代码', 'Unified social credit code', {
    section: applicant,
    synonyms: ['信用代码', '社会信用代码'],
    width: 180,
    hidden: true,
  }),
  contact: field.name('联系人', 'Contact', {
    sensitive: true,
    section: applicant,
    synonyms: ['申请人', '经办人', '单位联系人'],
    width: 90,
  }),
  contactPhone: field.phone('联系电话', "Contact's phone", {
    sensitive: true,
    section: applicant,
    synonyms: ['联系人电话', '电话', '联系人/电话'],
    width: 120,
  }),
  plate: field.plate('车牌号码', 'Plate', {
    required: true,
    section: vehicle,
    synonyms: ['车牌号', '车牌', '车号', '牵引车车牌'],
    width: 110,
  }),
  plateColour: field.choice('车牌颜色', 'Plate colour', plateColours, {
    section: vehicle,
    synonyms: ['号牌颜色'],
    width: 80,
  }),
  vehicleType: field.choice('车辆类型', 'Vehicle type', vehicleTypes, {
    section: vehicle,
    synonyms: ['车型'],
    width: 90,
  }),
  transportLicence: field.text('道路运输证号', 'Transport licence', {
    section: vehicle,
    synonyms: ['道路运输证', '运输证号'],
    width: 130,
    hidden: true,
  }),
  driverName: field.name('驾驶员姓名', 'Driver', {
    required: true,
    sensitive: true,
    section: vehicle,
    synonyms: ['司机姓名', '驾驶员', '司机', '驾驶人'],
    width: 100,
  }),
  driverDocumentNumber: field.identityNumber('驾驶员证件号码', "Driver's document number", {
    required: true,
    sensitive: true,
    section: vehicle,
    synonyms: ['驾驶员身份证号', '身份证号', '身份证号码', '证件号码', '司机身份证号'],
    width: 180,
  }),
  driverPhone: field.phone('驾驶员电话', "Driver's phone", {
    sensitive: true,
    section: vehicle,
    synonyms: ['司机电话', '驾驶员联系电话', '手机号'],
    width: 120,
  }),
  crew: field.group(
    '随行人员',
    'Crew',
    {
      name: field.name('姓名', 'Name', { required: true, sensitive: true }),
      documentNumber: field.identityNumber('证件号码', 'Document number', { sensitive: true }),
      phone: field.phone('电话', 'Phone', { sensitive: true }),
    },
    {
      sensitive: true,
      section: vehicle,
      synonyms: ['随车人员', '押运员', '同行人员'],
      width: 180,
      hidden: true,
    },
  ),
  origin: field.text('起点', 'From', {
    required: true,
    section: route,
    synonyms: ['起点单位/详址', '起运地', '出发地', '起点单位', '装货地'],
    width: 180,
  }),
  destination: field.text('终点', 'To', {
    required: true,
    section: route,
    synonyms: ['终点单位/详址', '目的地', '到达地', '终点单位', '卸货地'],
    width: 180,
  }),
  receiver: field.text('收货联系人/电话', 'Receiver and phone', {
    sensitive: true,
    section: route,
    synonyms: ['收货人', '收货联系人', '收货联系人及电话'],
    width: 140,
    hidden: true,
  }),
  checkpoints: field.references('途经卡点', 'Checkpoints on the way', 'checkpoints', {
    section: route,
    synonyms: ['途经', '途经检查站', '通行卡点'],
    width: 200,
    hidden: true,
  }),
  expectedHours: field.quantity('预计用时', 'Hours from checkpoint to checkpoint', {
    section: route,
    unit: '小时',
    decimals: 1,
    min: 0.1,
    max: 240,
    synonyms: ['点对点用时', '预计行程时间'],
    width: 90,
    hidden: true,
  }),
  goods: field.text('物资品名', 'Goods', {
    required: true,
    section: goods,
    synonyms: ['货物名称', '物资名称', '品名', '货物', '运输物资'],
    width: 130,
  }),
  amount: field.text('数量/重量', 'Amount', {
    section: goods,
    synonyms: ['数量', '重量', '数量（吨）'],
    width: 90,
  }),
} as const;

/** The parts of an application or a pass, to begin the other with. */
export function pickPermitParts(values: RowValues): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in permitParts));
}
