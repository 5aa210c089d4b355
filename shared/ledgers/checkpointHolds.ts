import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { missingPaperOptions } from './policyOptions';

const held = { zh: '滞留', en: 'Held' };
const contact = { zh: '联系', en: 'Contact' };
const care = { zh: '生活保障', en: 'Care' };
const release = { zh: '处置', en: 'Release' };

/** 滞留登记: who waits at a checkpoint for which papers, and is looked after meanwhile. */
export const checkpointHolds = defineLedger({
  id: 'checkpoint-holds',
  title: { zh: '滞留登记', en: 'Checkpoint holds' },
  area: 'checkpoints',
  version: 1,
  matchOn: [],
  nameField: 'plate',
  newestFirst: 'heldFrom',
  figures: [
    {
      id: 'checkpointHolds.open',
      title: { zh: '当前滞留', en: 'Held now' },
      unit: { zh: '人次', en: 'holds' },
      terms: [
        {
          measure: { type: 'rows' },
          counts: { type: 'held', from: 'heldFrom', until: 'releasedAt' },
        },
      ],
      by: ['checkpoint'],
    },
    {
      id: 'checkpointHolds.released',
      title: { zh: '累计办结滞留', en: 'Holds ended' },
      unit: { zh: '人次', en: 'holds' },
      terms: [{ measure: { type: 'rows' }, counts: { type: 'upTo', from: 'releasedAt' } }],
      by: ['checkpoint', 'outcome'],
    },
  ],
  fields: {
    checkpoint: field.reference('卡点', 'Checkpoint', 'checkpoints', {
      required: true,
      section: held,
      synonyms: ['卡点名称'],
      width: 150,
    }),
    passage: field.reference('通行记录', 'Passage', 'checkpoint-passes', {
      section: held,
      byRecordNumber: true,
      hidden: true,
      width: 220,
    }),
    name: field.name('姓名', 'Name', {
      sensitive: true,
      section: held,
      synonyms: ['滞留人员', '驾驶员姓名', '司机'],
      width: 90,
    }),
    documentNumber: field.identityNumber('证件号码', 'Document number', {
      sensitive: true,
      section: held,
      synonyms: ['身份证号', '身份证号码'],
      width: 180,
    }),
    plate: field.plate('车牌号码', 'Plate', {
      section: held,
      synonyms: ['车牌', '车牌号'],
      width: 110,
    }),
    reason: field.text('滞留原因', 'Held because', {
      required: true,
      section: held,
      synonyms: ['原因'],
      width: 180,
    }),
    missing: field.choices('所缺证明', 'Missing papers', missingPaperOptions, {
      section: held,
      synonyms: ['缺少证明', '所缺材料'],
      width: 180,
    }),
    heldFrom: field.instant('滞留开始', 'Held from', {
      required: true,
      section: held,
      synonyms: ['滞留时间', '开始时间'],
      width: 140,
    }),
    contactUnit: field.text('联系的街道/村', 'Street or village called', {
      section: contact,
      synonyms: ['联系街道', '联系单位'],
      width: 150,
    }),
    contact: field.name('联系人', 'Contact', {
      sensitive: true,
      section: contact,
      synonyms: ['街道联系人'],
      width: 90,
    }),
    contactPhone: field.phone('联系电话', "Contact's phone", {
      sensitive: true,
      section: contact,
      synonyms: ['电话', '联系人/电话'],
      width: 120,
    }),
    contactedAt: field.instant('联系时间', 'Called at', {
      section: contact,
      width: 140,
      hidden: true,
    }),
    care: field.group(
      '生活保障记录',
      'Care given',
      {
        at: field.instant('时间', 'At', { required: true }),
        kind: field.choice('保障', 'Care', [
          { value: '餐饮', en: 'Food', synonyms: ['吃饭', '用餐', '盒饭'] },
          { value: '热水', en: 'Hot water', synonyms: ['开水'] },
          { value: '被褥', en: 'Bedding', synonyms: ['棉被', '大衣'] },
          { value: '药品', en: 'Medicine', synonyms: ['用药'] },
          { value: '其他', en: 'Other', synonyms: ['其它'] },
        ]),
        by: field.name('经办人', 'By'),
      },
      { section: care, synonyms: ['生活保障'], width: 200, hidden: true },
    ),
    papersAt: field.instant('证明到齐时间', 'Papers complete at', {
      notBefore: 'heldFrom',
      section: release,
      synonyms: ['材料到齐时间'],
      width: 140,
    }),
    releasedAt: field.instant('放行时间', 'Released at', {
      notBefore: 'heldFrom',
      section: release,
      synonyms: ['解除时间', '结束时间'],
      width: 140,
    }),
    outcome: field.choice(
      '处置结果',
      'Outcome',
      [
        { value: '放行', en: 'Let through', synonyms: ['证明齐全放行'] },
        { value: '劝返', en: 'Turned back', synonyms: ['劝离'] },
        { value: '移交属地', en: 'Handed over', synonyms: ['移交', '属地接回'] },
        { value: '留观转运', en: 'Taken to observation', synonyms: ['转运', '留观'] },
      ],
      { section: release, synonyms: ['结果'], width: 100 },
    ),
    releasedTo: field.text('放行去向', 'Released to', {
      section: release,
      synonyms: ['去向'],
      width: 140,
    }),
    handoverUnit: field.text('交接单位', 'Handed over to', {
      section: release,
      synonyms: ['接收单位'],
      width: 140,
    }),
  },
});
