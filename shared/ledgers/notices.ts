import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const notice = { zh: '短信', en: 'Notice' };

/** 提醒短信. */
export const notices = defineLedger({
  id: 'notices',
  title: { zh: '提醒短信', en: 'Notices' },
  area: 'command',
  version: 1,
  matchOn: [['batch']],
  nameField: 'batch',
  newestFirst: 'sentAt',
  figures: [
    {
      id: 'notices.messages',
      title: { zh: '累计发送提醒信息', en: 'Messages sent' },
      unit: { zh: '条', en: 'messages' },
      terms: [
        {
          measure: { type: 'sum', field: 'messages' },
          counts: { type: 'upTo', from: 'sentAt' },
        },
      ],
      by: ['channel'],
    },
  ],
  fields: {
    batch: field.text('批次', 'Batch', {
      required: true,
      section: notice,
      synonyms: ['批次号'],
      width: 110,
    }),
    content: field.longText('内容', 'Content', {
      required: true,
      section: notice,
      synonyms: ['短信内容'],
      width: 280,
    }),
    audience: field.text('对象', 'Audience', {
      section: notice,
      synonyms: ['发送对象'],
      width: 140,
    }),
    messages: field.integer('条数', 'Messages', {
      required: true,
      section: notice,
      unit: '条',
      min: 0,
      totalled: true,
      synonyms: ['发送条数', '数量'],
      width: 100,
    }),
    sentAt: field.instant('发送时间', 'Sent at', {
      required: true,
      section: notice,
      synonyms: ['发送日期'],
      width: 140,
    }),
    channel: field.choice(
      '渠道',
      'Channel',
      [
        { value: '短信', en: 'Text message', synonyms: ['手机短信'] },
        { value: '微信', en: 'WeChat', synonyms: ['公众号', '微信群'] },
        { value: '语音外呼', en: 'Voice call', synonyms: ['外呼', '语音'] },
        { value: '大喇叭', en: 'Loudspeaker', synonyms: ['广播'] },
      ],
      { section: notice, synonyms: ['发送渠道'], width: 90 },
    ),
  },
});
