import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const equipped = { zh: '设备', en: 'Equipment' };

/** 通信与设备. */
export const equipment = defineLedger({
  id: 'equipment',
  title: { zh: '通信与设备', en: 'Equipment' },
  area: 'command',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'issuedAt',
  figures: [
    {
      id: 'equipment.loudspeakers',
      title: { zh: '启用大喇叭', en: 'Loudspeakers in use' },
      unit: { zh: '个', en: 'loudspeakers' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'kind', is: ['大喇叭'] }],
          counts: { type: 'held', from: 'issuedAt', until: 'returnedAt' },
        },
      ],
    },
  ],
  fields: {
    number: field.text('编号', 'Number', {
      required: true,
      section: equipped,
      synonyms: ['设备编号'],
      width: 120,
    }),
    kind: field.choice(
      '种类',
      'Kind',
      [
        { value: '大喇叭', en: 'Loudspeaker', synonyms: ['喇叭', '广播'] },
        { value: '对讲机', en: 'Intercom', synonyms: ['对讲'] },
        { value: '云名片专线', en: 'Call-name line', synonyms: ['云名片'] },
        { value: '应急线路', en: 'Emergency line', synonyms: ['应急专线'] },
        { value: '门磁', en: 'Door sensor', synonyms: ['智能门磁'] },
        { value: '随身固话', en: 'Portable landline', synonyms: ['固话'] },
      ],
      { required: true, section: equipped, synonyms: ['设备种类', '类别'], width: 100 },
    ),
    holder: field.text('位置/领用人', 'Place or holder', {
      required: true,
      section: equipped,
      synonyms: ['位置', '领用人', '安装位置'],
      width: 180,
    }),
    issuedAt: field.instant('启用时间', 'Issued at', {
      required: true,
      section: equipped,
      synonyms: ['领用时间', '安装时间'],
      width: 140,
    }),
    returnedAt: field.instant('归还时间', 'Returned at', {
      notBefore: 'issuedAt',
      section: equipped,
      synonyms: ['拆除时间'],
      width: 140,
    }),
    state: field.choice(
      '状态',
      'State',
      [
        { value: '在用', en: 'In use', synonyms: ['使用中', '正常'] },
        { value: '闲置', en: 'Idle', synonyms: ['备用'] },
        { value: '故障', en: 'Broken', synonyms: ['损坏'] },
        { value: '已归还', en: 'Returned', synonyms: ['归还'] },
      ],
      { section: equipped, width: 80 },
    ),
  },
});
