import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { person, personParts } from './personParts';

const need = { zh: '需求', en: 'Need' };
const care = { zh: '包保', en: 'Care' };

/** 特殊人群包联: who cannot do without help, and who looks after them. */
export const households = defineLedger({
  id: 'households',
  title: { zh: '特殊人群包联', en: 'People in need' },
  area: 'needs',
  version: 1,
  matchOn: [['documentNumber']],
  nameField: 'name',
  fields: {
    name: field.name('姓名', 'Name', {
      required: true,
      sensitive: true,
      section: person,
      synonyms: ['人员姓名', '服务对象'],
      width: 90,
    }),
    documentNumber: personParts.documentNumber,
    age: personParts.age,
    phone: personParts.phone,
    address: field.text('详细住址', 'Address', {
      required: true,
      sensitive: true,
      section: person,
      synonyms: ['住址', '家庭住址', '居住地址', '地址'],
      width: 200,
    }),
    category: field.choice(
      '类别',
      'Category',
      [
        { value: '独居老人', en: 'Old and living alone', synonyms: ['独居', '空巢老人'] },
        { value: '大病户', en: 'Seriously ill', synonyms: ['重病户', '大病'] },
        { value: '残疾户', en: 'Disabled', synonyms: ['残疾', '残疾人'] },
        { value: '孕产妇', en: 'Pregnant or lately delivered', synonyms: ['孕妇', '产妇'] },
        { value: '血透', en: 'Dialysis', synonyms: ['透析', '血液透析'] },
        { value: '肿瘤放化疗', en: 'Cancer treatment', synonyms: ['放化疗', '肿瘤'] },
        { value: '慢病', en: 'Chronically ill', synonyms: ['慢性病'] },
        { value: '其他', en: 'Other', synonyms: ['其它', '困难户', '留守儿童'] },
      ],
      { required: true, section: need, synonyms: ['人群类别', '人员类别'], width: 110 },
    ),
    need: field.longText('需求', 'Need', {
      section: need,
      synonyms: ['服务需求', '困难需求'],
      width: 180,
    }),
    visitEveryDays: field.integer('频次', 'Visit every', {
      section: need,
      unit: '天',
      min: 1,
      max: 365,
      synonyms: ['走访频次', '随访频次'],
      width: 90,
    }),
    hospital: field.text('定点医院', 'Hospital', {
      section: need,
      synonyms: ['就诊医院'],
      width: 140,
    }),
    medicines: field.longText('用药清单', 'Medicines', {
      section: need,
      synonyms: ['用药', '常用药品'],
      width: 160,
      hidden: true,
    }),
    carer: field.name('包保责任人', 'Carer', {
      required: true,
      section: care,
      synonyms: ['包联人', '包联干部', '责任人'],
      width: 100,
    }),
    gridWorker: field.name('网格员', 'Grid worker', {
      section: care,
      synonyms: ['网格长'],
      width: 90,
    }),
    visits: field.group(
      '走访记录',
      'Visits',
      {
        at: field.instant('时间', 'At', { required: true }),
        found: field.text('情况', 'Found'),
        done: field.text('处理', 'Done'),
      },
      { section: care, synonyms: ['走访', '随访记录'], width: 200, hidden: true },
    ),
  },
});
