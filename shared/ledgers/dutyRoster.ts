import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const duty = { zh: '值班', en: 'Duty' };
const handover = { zh: '交接', en: 'Handover' };

/** 值班: two shifts a day, who is in charge, what is handed over. */
export const dutyRoster = defineLedger({
  id: 'duty-roster',
  title: { zh: '值班', en: 'Duty roster' },
  area: 'command',
  version: 1,
  matchOn: [['date', 'shift', 'post', 'place']],
  nameField: 'staff',
  newestFirst: 'date',
  fields: {
    date: field.date('日期', 'Date', {
      required: true,
      section: duty,
      synonyms: ['值班日期'],
      width: 110,
    }),
    shift: field.choice(
      '班次',
      'Shift',
      [
        { value: 'A', en: 'Shift A', synonyms: ['A班', '白班'] },
        { value: 'B', en: 'Shift B', synonyms: ['B班', '夜班'] },
      ],
      { required: true, section: duty, width: 70 },
    ),
    from: field.instant('起', 'From', {
      section: duty,
      synonyms: ['开始时间', '上班时间'],
      width: 140,
    }),
    until: field.instant('止', 'Until', {
      notBefore: 'from',
      section: duty,
      synonyms: ['结束时间', '下班时间'],
      width: 140,
    }),
    post: field.choice(
      '岗位',
      'Post',
      [
        { value: '指挥部', en: 'Command', synonyms: ['指挥部办公室'] },
        { value: '卡点', en: 'Checkpoint' },
        { value: '隔离点', en: 'Isolation site' },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { section: duty, synonyms: ['值班岗位'], width: 90 },
    ),
    place: field.text('地点', 'Place', { section: duty, synonyms: ['值班地点'], width: 140 }),
    leader: field.name('带班领导', 'Leader in charge', {
      required: true,
      section: duty,
      synonyms: ['带班人'],
      width: 100,
    }),
    deputy: field.name('值班领导', 'Leader on duty', { section: duty, width: 100 }),
    staff: field.text('值班人员', 'Staff', {
      required: true,
      section: duty,
      synonyms: ['值守人员'],
      width: 160,
    }),
    present: field.text('到岗人员', 'Present', {
      section: duty,
      synonyms: ['实际到岗', '实到人员'],
      width: 160,
    }),
    phone: field.phone('电话', 'Phone', {
      sensitive: true,
      section: duty,
      synonyms: ['联系电话', '值班电话'],
      width: 120,
    }),
    signedIn: field.flag('签到', 'Signed in', { section: duty, synonyms: ['是否签到'], width: 70 }),
    done: field.longText('已处理事项', 'Done', {
      section: handover,
      synonyms: ['已办事项'],
      width: 200,
    }),
    open: field.longText('未处理事项', 'Open', {
      section: handover,
      synonyms: ['未办事项', '待办事项'],
      width: 200,
    }),
    handedOverBy: field.name('交班人', 'Handed over by', {
      section: handover,
      synonyms: ['交班签字'],
      width: 90,
    }),
    takenOverBy: field.name('接班人', 'Taken over by', {
      section: handover,
      synonyms: ['接班签字'],
      width: 90,
    }),
    handedOverAt: field.instant('交接时间', 'Handed over at', {
      section: handover,
      synonyms: ['交班时间'],
      width: 140,
    }),
  },
});
