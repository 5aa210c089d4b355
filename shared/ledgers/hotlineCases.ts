import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const call = { zh: '受理', en: 'Received' };
const handling = { zh: '办理', en: 'Handling' };
const feedback = { zh: '回访', en: 'Feedback' };

/** 热线诉求: calls and group-chat messages as cases; cases of one cause are linked. */
export const hotlineCases = defineLedger({
  id: 'hotline-cases',
  title: { zh: '热线诉求', en: 'Hotline cases' },
  area: 'needs',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'receivedAt',
  fields: {
    number: field.text('工单编号', 'Case number', {
      required: true,
      section: call,
      synonyms: ['编号', '工单号'],
      width: 120,
    }),
    channel: field.choice(
      '来源',
      'Channel',
      [
        { value: '热线', en: 'Hotline', synonyms: ['电话', '来电'] },
        { value: '微信群', en: 'Group chat', synonyms: ['微信', '群消息'] },
        { value: '来信', en: 'Letter', synonyms: ['来访', '网络留言'] },
        { value: '上级转办', en: 'From above', synonyms: ['转办', '交办'] },
      ],
      { required: true, section: call, synonyms: ['诉求来源', '渠道'], width: 90 },
    ),
    taker: field.name('接听人', 'Taken by', {
      required: true,
      section: call,
      synonyms: ['受理人', '接线员'],
      width: 90,
    }),
    receivedAt: field.instant('受理时间', 'Received at', {
      required: true,
      section: call,
      synonyms: ['来电时间', '接听时间'],
      width: 140,
    }),
    caller: field.name('诉求人', 'Caller', {
      sensitive: true,
      section: call,
      synonyms: ['来电人', '反映人', '姓名'],
      width: 90,
    }),
    phone: field.phone('电话', 'Phone', {
      sensitive: true,
      section: call,
      synonyms: ['联系电话', '来电号码', '手机号'],
      width: 120,
    }),
    category: field.choice(
      '类别',
      'Category',
      [
        { value: '就医购药', en: 'Doctors and medicine', synonyms: ['就医', '购药', '医疗'] },
        { value: '生活物资', en: 'Necessities', synonyms: ['物资', '买菜'] },
        { value: '出行通行', en: 'Travel', synonyms: ['通行', '出行', '返乡'] },
        { value: '核酸检测', en: 'Testing', synonyms: ['核酸'] },
        { value: '隔离管控', en: 'Isolation', synonyms: ['隔离', '封控'] },
        { value: '健康码', en: 'Health code', synonyms: ['转码', '黄码'] },
        { value: '企业生产', en: 'Enterprises', synonyms: ['企业'] },
        { value: '其他', en: 'Other', synonyms: ['其它', '咨询'] },
      ],
      { required: true, section: call, synonyms: ['诉求类别', '问题类别'], width: 100 },
    ),
    urgency: field.choice(
      '紧急程度',
      'Urgency',
      [
        { value: '特急', en: 'Most urgent', synonyms: ['特别紧急'] },
        { value: '急', en: 'Urgent', synonyms: ['紧急'] },
        { value: '一般', en: 'Ordinary', synonyms: ['普通'] },
      ],
      { required: true, section: call, synonyms: ['缓急'], width: 90 },
    ),
    content: field.longText('内容', 'Content', {
      required: true,
      section: call,
      synonyms: ['诉求内容', '反映内容'],
      width: 240,
    }),
    handler: field.text('承办单位', 'Handled by', {
      section: handling,
      synonyms: ['责任单位', '办理单位'],
      width: 140,
    }),
    dueAt: field.instant('办理时限', 'Due at', {
      notBefore: 'receivedAt',
      section: handling,
      synonyms: ['办结时限', '期限'],
      width: 140,
    }),
    result: field.longText('办理结果', 'Result', {
      section: handling,
      synonyms: ['处理结果', '办理情况'],
      width: 200,
    }),
    closedAt: field.instant('办结时间', 'Closed at', {
      notBefore: 'receivedAt',
      section: handling,
      synonyms: ['完成时间'],
      width: 140,
    }),
    calledBackAt: field.instant('回访', 'Called back at', {
      notBefore: 'receivedAt',
      section: feedback,
      synonyms: ['回访时间'],
      width: 140,
    }),
    satisfaction: field.choice(
      '满意度',
      'Satisfaction',
      [
        { value: '满意', en: 'Satisfied' },
        { value: '基本满意', en: 'Fairly satisfied' },
        { value: '不满意', en: 'Not satisfied' },
        { value: '未接通', en: 'Not reached', synonyms: ['无人接听'] },
      ],
      { section: feedback, synonyms: ['评价'], width: 90 },
    ),
    likeCases: field.references('同类问题', 'Like cases', 'hotline-cases', {
      section: feedback,
      synonyms: ['同类工单'],
      width: 140,
    }),
  },
});
