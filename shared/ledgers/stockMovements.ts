import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const movement = { zh: '出入库', en: 'Movement' };
const goods = { zh: '物资', en: 'Goods' };
const people = { zh: '经手', en: 'Handled by' };

/** 物资出入库: balance = opening + in − out, counted per warehouse, item, specification and lot. */
export const stockMovements = defineLedger({
  id: 'stock-movements',
  title: { zh: '物资出入库', en: 'Stock movements' },
  area: 'supplies',
  version: 1,
  grows: true,
  matchOn: [['number', 'line']],
  nameField: 'number',
  newestFirst: 'movedAt',
  fields: {
    number: field.text('单号', 'Document', {
      required: true,
      section: movement,
      synonyms: ['出入库单号', '单据号', '编号'],
      width: 120,
    }),
    line: field.integer('行号', 'Line', {
      section: movement,
      min: 1,
      synonyms: ['行', '行次'],
      width: 60,
    }),
    direction: field.choice(
      '方向',
      'Direction',
      [
        { value: '入库', en: 'In', synonyms: ['入', '收入'] },
        { value: '出库', en: 'Out', synonyms: ['出', '发出', '领用'] },
        { value: '退库', en: 'Returned', synonyms: ['退回'] },
        { value: '盘点', en: 'Counted', synonyms: ['盘存'] },
      ],
      { required: true, section: movement, synonyms: ['类型', '出入库类型'], width: 80 },
    ),
    warehouse: field.text('仓库', 'Warehouse', {
      required: true,
      section: movement,
      synonyms: ['库房', '仓库名称', '储备库'],
      width: 140,
    }),
    movedAt: field.instant('时间', 'Moved at', {
      required: true,
      section: movement,
      synonyms: ['日期', '出入库时间', '出入库日期'],
      width: 140,
    }),
    category: field.choice(
      '类别',
      'Category',
      [
        { value: '药品', en: 'Medicine', synonyms: ['药物'] },
        {
          value: '器械耗材',
          en: 'Devices and consumables',
          synonyms: ['器械', '耗材', '医疗器械'],
        },
        { value: '防护', en: 'Protection', synonyms: ['防护用品', '防护物资'] },
        { value: '消杀', en: 'Disinfection', synonyms: ['消毒', '消杀用品', '消毒用品'] },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { required: true, section: goods, synonyms: ['物资类别'], width: 100 },
    ),
    item: field.text('品名', 'Item', {
      required: true,
      section: goods,
      synonyms: ['物资名称', '名称'],
      width: 160,
    }),
    specification: field.text('规格', 'Specification', {
      section: goods,
      synonyms: ['规格型号', '型号'],
      width: 110,
    }),
    lot: field.text('批号', 'Lot', { section: goods, synonyms: ['生产批号', '批次'], width: 100 }),
    expiresOn: field.date('有效期', 'Expires on', {
      section: goods,
      synonyms: ['有效期至', '失效日期', '效期'],
      width: 110,
    }),
    quantity: field.quantity('数量', 'Quantity', {
      required: true,
      section: goods,
      min: 0,
      totalled: true,
      width: 100,
    }),
    measure: field.text('单位', 'Unit of measure', {
      required: true,
      section: goods,
      synonyms: ['计量单位'],
      width: 70,
    }),
    unitPrice: field.quantity('单价', 'Unit price', {
      section: goods,
      unit: '元',
      decimals: 2,
      min: 0,
      synonyms: ['单价（元）'],
      width: 90,
    }),
    origin: field.choice(
      '来源',
      'Origin',
      [
        { value: '下拨', en: 'Allotted', synonyms: ['上级下拨', '调拨'] },
        { value: '自购', en: 'Bought', synonyms: ['采购', '购买'] },
        { value: '捐赠', en: 'Donated', synonyms: ['社会捐赠'] },
      ],
      { section: movement, synonyms: ['物资来源'], width: 80 },
    ),
    destination: field.text('去向', 'Destination', {
      section: movement,
      synonyms: ['领用单位', '发往单位'],
      width: 140,
    }),
    receivedBy: field.name('领用人', 'Received by', {
      section: people,
      synonyms: ['领取人', '接收人'],
      width: 90,
    }),
    head: field.name('负责人', 'Head', { section: people, synonyms: ['审批人'], width: 90 }),
    keeper: field.name('库管', 'Storekeeper', {
      section: people,
      synonyms: ['库管员', '保管员', '仓管'],
      width: 90,
    }),
  },
});
