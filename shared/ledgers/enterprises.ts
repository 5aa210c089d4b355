import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const enterprise = { zh: '企业', en: 'Enterprise' };
const contact = { zh: '联系', en: 'Contact' };

/** 企业名录. */
export const enterprises = defineLedger({
  id: 'enterprises',
  title: { zh: '企业名录', en: 'Enterprises' },
  area: 'transport',
  version: 1,
  role: 'directory',
  matchOn: [['creditCode'], ['name']],
  nameField: 'name',
  fields: {
    name: field.text('企业名称', 'Enterprise', {
      required: true,
      section: enterprise,
      synonyms: ['企业', '单位名称', '公司名称', '名称', '申请单位', '企业全称'],
      width: 220,
    }),
    creditCode: field.creditCode('统一社会信用代码', 'Unified social credit code', {
      section: enterprise,
      synonyms: ['信用代码', '社会信用代码', '统一信用代码', '税号'],
      width: 180,
    }),
    category: field.choice(
      '类别',
      'Category',
      [
        { value: '消毒剂', en: 'Disinfectant', synonyms: ['消毒液', '消毒产品', '消毒用品'] },
        { value: '酒精', en: 'Alcohol', synonyms: ['医用酒精', '75%酒精'] },
        { value: '口罩', en: 'Masks', synonyms: ['医用口罩', '防护用品'] },
        { value: '药品', en: 'Medicines', synonyms: ['医药', '制药'] },
        { value: '食品商超', en: 'Food and shops', synonyms: ['食品', '商超', '超市', '保供商超'] },
        { value: '其他生产', en: 'Other production', synonyms: ['生产', '工业企业', '规上工业'] },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      {
        required: true,
        section: enterprise,
        synonyms: ['企业类别', '行业', '企业类型'],
        width: 100,
      },
    ),
    place: field.text('所在县区/乡镇', 'County or township', {
      section: enterprise,
      synonyms: ['所在县区', '所在乡镇', '县区', '乡镇', '所属辖区'],
      width: 120,
    }),
    address: field.text('地址', 'Address', {
      section: enterprise,
      synonyms: ['企业地址', '详细地址', '生产地址'],
      width: 200,
    }),
    employees: field.integer('职工人数', 'Employees', {
      section: enterprise,
      unit: '人',
      min: 0,
      totalled: true,
      synonyms: ['职工数', '员工人数', '从业人数'],
      width: 90,
    }),
    isKey: field.flag('是否重点企业', 'Key enterprise', {
      section: enterprise,
      synonyms: ['重点企业', '是否白名单企业', '是否重点保障企业'],
      width: 100,
    }),
    head: field.name('法人/负责人', 'Head', {
      sensitive: true,
      section: contact,
      synonyms: ['法人', '负责人', '法定代表人', '企业负责人', '联系人'],
      width: 100,
    }),
    phone: field.phone('电话', 'Phone', {
      sensitive: true,
      section: contact,
      synonyms: ['联系电话', '手机', '手机号', '负责人电话'],
      width: 120,
    }),
    assignedOfficial: field.name('包联干部', 'Assigned official', {
      section: contact,
      synonyms: ['包联人员', '首席服务员', '驻企特派员'],
      width: 100,
    }),
  },
});
