import type { Option } from '../ledger/field';

/** Options for words that stand elsewhere too; one without its English does not compile. */
export function optionsOf<const V extends string>(
  values: readonly V[],
  english: Readonly<Record<V, string>>,
  synonyms?: Readonly<Partial<Record<V, readonly string[]>>>,
): readonly Option<V>[] {
  return values.map((value) => {
    const others = synonyms?.[value];
    return { value, en: english[value], ...(others ? { synonyms: others } : {}) };
  });
}

export const healthCodes = [
  { value: '绿', en: 'Green', synonyms: ['绿码', '绿色', '正常'] },
  { value: '黄', en: 'Yellow', tone: 'warn', synonyms: ['黄码', '黄色'] },
  { value: '红', en: 'Red', tone: 'bad', synonyms: ['红码', '红色'] },
  { value: '无', en: 'None', synonyms: ['无码', '没有', '未申领', '无健康码'] },
] as const satisfies readonly Option[];

export const tripCodes = [
  { value: '绿', en: 'Green', synonyms: ['绿码', '绿色', '绿卡', '正常'] },
  { value: '绿带星', en: 'Green with star', synonyms: ['带星', '绿*', '绿带*', '星号', '带*'] },
  { value: '黄', en: 'Yellow', synonyms: ['黄码', '黄色'] },
  { value: '红', en: 'Red', synonyms: ['红码', '红色'] },
  { value: '无', en: 'None', synonyms: ['无码', '没有', '无行程码'] },
] as const satisfies readonly Option[];

export const testResults = [
  { value: '阴性', en: 'Negative', synonyms: ['阴', '未检出', '（-）', '正常'] },
  { value: '阳性', en: 'Positive', tone: 'bad', synonyms: ['阳', '检出', '（+）', '初筛阳性'] },
  { value: '待出', en: 'Pending', synonyms: ['未出', '未出结果', '检测中', '待报告'] },
  { value: '无', en: 'None', synonyms: ['没有', '未做', '未检测', '无核酸'] },
] as const satisfies readonly Option[];

/** GA 36: colours of number plates. */
export const plateColours = [
  { value: '蓝', en: 'Blue', synonyms: ['蓝牌', '蓝色', '蓝底'] },
  { value: '黄', en: 'Yellow', synonyms: ['黄牌', '黄色', '黄底'] },
  { value: '绿', en: 'Green', synonyms: ['绿牌', '绿色', '渐变绿', '新能源'] },
  { value: '黄绿', en: 'Yellow-green', synonyms: ['黄绿双拼', '黄绿牌', '黄绿色'] },
  { value: '白', en: 'White', synonyms: ['白牌', '白色'] },
  { value: '黑', en: 'Black', synonyms: ['黑牌', '黑色'] },
  { value: '其他', en: 'Other', synonyms: ['其它', '临牌', '无牌'] },
] as const satisfies readonly Option[];

export const vehicleTypes = [
  { value: '小型客车', en: 'Car', synonyms: ['小车', '小轿车', '轿车', '小客车', '私家车'] },
  { value: '大型客车', en: 'Bus', synonyms: ['大客车', '客车', '大巴', '公交'] },
  { value: '货车', en: 'Lorry', synonyms: ['大货车', '小货车', '卡车', '重型货车', '轻型货车'] },
  { value: '半挂车', en: 'Semi-trailer', synonyms: ['半挂', '牵引车', '挂车', '半挂牵引车'] },
  { value: '冷藏车', en: 'Refrigerated', synonyms: ['冷链车', '冷链'] },
  { value: '危化品车', en: 'Dangerous goods', synonyms: ['危险品车', '危货车', '罐车'] },
  { value: '救护车', en: 'Ambulance', synonyms: ['120'] },
  { value: '农用车', en: 'Farm vehicle', synonyms: ['拖拉机', '三轮车', '农用三轮'] },
  { value: '其他', en: 'Other', synonyms: ['其它', '摩托车', '电动车', '步行'] },
] as const satisfies readonly Option[];

export const documentTypes = [
  { value: '居民身份证', en: 'Resident identity card', synonyms: ['身份证', '二代证', '居民证'] },
  {
    value: '港澳通行证',
    en: 'Hong Kong or Macao permit',
    synonyms: ['港澳居民来往内地通行证', '回乡证'],
  },
  { value: '台胞证', en: 'Taiwan permit', synonyms: ['台湾居民来往大陆通行证', '台湾通行证'] },
  { value: '护照', en: 'Passport', synonyms: ['外国护照', '中国护照'] },
  { value: '其他', en: 'Other', synonyms: ['其它', '军官证', '驾驶证', '户口簿'] },
] as const satisfies readonly Option[];

/** The kinds of which a county's reserve is reported. */
export const necessityKinds = [
  { value: '粮食', en: 'Grain', synonyms: ['米面', '大米', '面粉', '粮'] },
  { value: '食用油', en: 'Cooking oil', synonyms: ['油', '食油'] },
  { value: '肉类', en: 'Meat', synonyms: ['肉', '猪肉'] },
  { value: '鸡蛋', en: 'Eggs', synonyms: ['蛋', '禽蛋', '蛋类'] },
  { value: '蔬菜', en: 'Vegetables', synonyms: ['菜'] },
  { value: '其他', en: 'Other', synonyms: ['其它'] },
] as const satisfies readonly Option[];

/** What is brought to the door. */
export const deliveredKinds = [
  { value: '米面油', en: 'Rice, flour and oil', synonyms: ['粮油', '米', '面', '油'] },
  { value: '肉', en: 'Meat', synonyms: ['肉类', '猪肉'] },
  { value: '蛋', en: 'Eggs', synonyms: ['鸡蛋', '禽蛋'] },
  { value: '蔬菜', en: 'Vegetables', synonyms: ['菜', '菜品'] },
  { value: '奶粉', en: 'Infant formula', synonyms: ['婴儿奶粉'] },
  { value: '药品', en: 'Medicine', synonyms: ['药'] },
  { value: '其他', en: 'Other', synonyms: ['其它'] },
] as const satisfies readonly Option[];

export const sexes = [
  { value: '男', en: 'Male', synonyms: ['男性'] },
  { value: '女', en: 'Female', synonyms: ['女性'] },
] as const satisfies readonly Option[];
