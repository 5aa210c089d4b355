import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { personParts } from './personParts';
import { healthCodes, testResults } from './sharedOptions';

const worker = { zh: '职工', en: 'Worker' };
const health = { zh: '健康', en: 'Health' };

/** 职工健康档案（一人一档）: one file per worker of an enterprise. */
export const workerHealth = defineLedger({
  id: 'worker-health',
  title: { zh: '职工健康档案', en: 'Worker health files' },
  area: 'transport',
  version: 1,
  matchOn: [['enterprise', 'documentNumber']],
  nameField: 'name',
  fields: {
    enterprise: field.reference('企业', 'Enterprise', 'enterprises', {
      required: true,
      section: worker,
      synonyms: ['企业名称', '单位名称', '工作单位'],
      width: 220,
    }),
    name: field.name('姓名', 'Name', {
      required: true,
      sensitive: true,
      section: worker,
      synonyms: ['职工姓名'],
      width: 90,
    }),
    documentNumber: { ...personParts.requiredDocumentNumber, section: worker },
    phone: { ...personParts.phone, section: worker },
    post: field.text('岗位', 'Post', { section: worker, synonyms: ['工种', '职务'], width: 100 }),
    lodging: field.choice(
      '住宿方式',
      'Lodging',
      [
        { value: '厂内', en: 'On site', synonyms: ['厂区内', '宿舍', '驻厂'] },
        { value: '点对点', en: 'Point to point', synonyms: ['点对点接送', '专车'] },
        { value: '居家', en: 'At home', synonyms: ['住家', '在家'] },
      ],
      { section: worker, synonyms: ['住宿', '居住方式'], width: 90 },
    ),
    address: field.text('居住地址', 'Home address', {
      sensitive: true,
      section: worker,
      synonyms: ['住址', '家庭住址', '现住址'],
      width: 180,
    }),
    healthCode: field.choice('健康码', 'Health code', healthCodes, { section: health, width: 80 }),
    sampledAt: field.instant('最近核酸采样时间', 'Last sampled at', {
      section: health,
      synonyms: ['最近核酸时间', '核酸采样时间', '采样时间'],
      width: 140,
    }),
    testResult: field.choice('最近核酸结果', 'Last test result', testResults, {
      section: health,
      synonyms: ['核酸结果', '核酸检测结果'],
      width: 100,
    }),
    vaccineDoses: field.integer('疫苗剂次', 'Vaccine doses', {
      section: health,
      unit: '剂',
      min: 0,
      max: 6,
      synonyms: ['疫苗接种剂次', '接种剂次', '疫苗针次'],
      width: 90,
    }),
    temperature: field.temperature('体温', 'Temperature', { section: health, width: 80 }),
    symptoms: field.text('症状', 'Symptoms', { section: health, width: 120 }),
    isOnDuty: field.flag('是否在岗', 'On duty', {
      section: health,
      synonyms: ['在岗', '是否到岗'],
      width: 90,
    }),
    counselling: field.longText('心理疏导记录', 'Counselling', {
      section: health,
      synonyms: ['心理疏导'],
      width: 160,
      hidden: true,
    }),
  },
});
