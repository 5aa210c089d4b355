import type { ValuesOf } from '../ledger/defineLedger';
import type { enterprises } from '../ledgers/enterprises';

type Category = ValuesOf<typeof enterprises>['category'];

/** No company is called so: each name begins with a word for "example", "draft" or "trial". */
const firstWords = ['样例', '拟例', '试例'];
const secondWords = [...'丰禾泰宁和盛源达川康润恒瑞合嘉安祥远通兴'];
const trades: Readonly<Record<Category, readonly string[]>> = {
  消毒剂: ['消毒用品', '洗消科技', '卫生用品'],
  酒精: ['酒精制造', '生物化工', '精馏工业'],
  口罩: ['医用防护用品', '无纺制品', '卫生材料'],
  药品: ['医药', '制药', '药材经营'],
  食品商超: ['商贸', '超市连锁', '粮油食品'],
  其他生产: ['饲料', '机械制造', '包装材料'],
  其他: ['物流', '仓储服务', '建材'],
};

/** 样例丰消毒用品有限公司; the serial number keeps the names apart. */
export function inventCompanyName(category: Category, serial: number): string {
  const second = secondWords[serial % secondWords.length] ?? '';
  const first = firstWords[Math.floor(serial / secondWords.length) % firstWords.length] ?? '';
  const trade = trades[category][serial % 3] ?? '';
  return `修武县${first}${second}${trade}有限公司`;
}
