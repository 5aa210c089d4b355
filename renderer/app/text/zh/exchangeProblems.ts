import type { ReadLimits } from '../../../../shared/exchange/read/limits';
import type { MappingReason } from '../../../../shared/exchange/recognise/mapping';
import type { ImportRule, SkipReason } from '../../../../shared/exchange/plan/plan';
import type { ForeignFile, ReadProblem } from '../../../../shared/exchange/read/readProblem';
import type { UnreadSheet } from '../../../../shared/exchange/workbook';
import type { FileProblem } from '../../../../shared/desktop/contract';
import type { CommitProblem } from '../../../store/contract';

/** Why a file was not read: what happened and what to do. */
const unread = {
  encrypted:
    '文件已加密码。如是本系统发出的表，请保留 .xlsx 扩展名后重选；否则请在 WPS 或 Excel 中取消密码后另存，再导入。',
  notWorkbook: '不是表格文件（{{looksLike}}）。请对方提供 .xlsx、.xls 或 .csv 文件。',
  tooLarge: '文件过大：{{limit}}为 {{found}}，上限 {{allowed}}。请拆分后导入。',
  documentType:
    '文件内含外部定义，表格软件不会这样保存，已拒绝。请在 WPS 或 Excel 中另存后再导入。',
  damaged: '文件已损坏或不完整。请对方重新发送，或在 WPS 或 Excel 中打开后另存。',
  unknownEncoding: '文字编码无法识别。请在 WPS 或 Excel 中打开，另存为 .xlsx 后再导入。',
} satisfies Record<ReadProblem['tag'], string>;

const foreign = {
  empty: '空文件',
  pdf: 'PDF 文档',
  image: '图片',
  word: 'Word 文档',
  presentation: '演示文稿',
  rtf: 'RTF 文档',
  json: 'JSON 数据',
  html: '网页',
  xml: 'XML 数据',
  database: '数据库',
  archive: '压缩包，请先解压',
  numbers: 'Numbers 表格，请先导出为 .xlsx',
  program: '程序',
  oldSpreadsheet: '过旧的表格格式，请另存为 .xlsx',
  binary: '无法识别的文件',
} satisfies Record<ForeignFile, string>;

const limits = {
  fileBytes: '文件字节数',
  zipEntries: '文件内部件数',
  inflatedBytes: '展开后字节数',
  inflationRatio: '压缩倍数',
  xmlDepth: '嵌套层数',
  sharedStrings: '文字条数',
  cellCharacters: '单元格字数',
  totalCharacters: '总字数',
  sheets: '工作表数',
  rows: '行数',
  columns: '列数',
  cells: '单元格数',
  merges: '合并区域数',
} satisfies Record<keyof ReadLimits, string>;

const unreadSheets = {
  chart: '图表，无数据行',
  macro: '宏表，不读取',
  missing: '文件中缺少内容',
  damaged: '已损坏',
} satisfies Record<UnreadSheet['why'], string>;

const mappingReasons = {
  header: '列名相同',
  synonym: '常用别名',
  withoutBrackets: '括号外相同',
  contains: '列名包含',
  similar: '列名相近',
  chosen: '人工指定',
} satisfies Record<MappingReason, string>;

const rules = {
  'cell.fromMerge': '合并单元格，按 {{from}} 的内容取值',
  'cell.underMerge': '被合并区域 {{from}} 盖住的内容，未取用',
  'row.hidden': '隐藏行，仍按有效行读取',
  'row.deleted': '对应的记录已删除，请先在台账中恢复',
  'row.ambiguous': '按“{{by}}”找到 {{records}} 条记录，无法确定是哪一条，请补记录编号',
  'row.sameAs': '与第 {{row}} 行是同一条记录而内容不同，请保留一行',
  'row.otherKey': '“{{by}}”与已有记录相同，其余标识不同，按新增处理',
  'recordNumber.malformed': '记录编号格式不对，请清空或恢复原编号',
  'recordNumber.unknown': '本机没有此编号，按新增处理并沿用编号',
  'recordNumber.matchedByKey': '本机没有此编号，已按内容对应到已有记录',
} satisfies Record<ImportRule, string>;

const skipReasons = {
  nothingMapped: '没有要导入的内容',
  totals: '合计行',
  footnote: '表尾说明',
  repeatedHeader: '重复的表头',
  columnNumbers: '列序号',
  duplicate: '与前面一行完全相同',
} satisfies Record<SkipReason, string>;

const fileProblems = {
  cancelled: '已取消',
  tooLarge: '“{{name}}”过大，未读取',
  unreadable: '“{{name}}”无法读取，请检查 U 盘或文件权限',
  unwritable: '“{{name}}”无法写入，请换一个位置',
  diskFull: '磁盘已满，“{{name}}”未写入',
  shell: '系统未能完成操作，请重试',
} satisfies Record<FileProblem['tag'], string>;

const commitProblems = {
  noSuchRow: '有记录已不在，未写入任何内容。请重新核对。',
  rowExists: '有记录已存在，未写入任何内容。请重新核对。',
  moved: '核对之后台账有变动，未写入任何内容。已重新核对，请再确认。',
  cancelled: '已取消，未写入任何内容。',
  diskFull: '磁盘已满，未写入任何内容。请清理磁盘后重试。',
  locked: '已锁定，未写入任何内容。请解锁后重试。',
  storage: '存储出错，未写入任何内容。请重试；再次出错请重启程序。',
} satisfies Record<CommitProblem['tag'], string>;

/** What can be wrong with a file, a column, a row or a cell of it. */
export const exchangeProblems = {
  unread,
  foreign,
  limits,
  unreadSheets,
  mappingReasons,
  rules,
  skipReasons,
  fileProblems,
  commitProblems,
};
