/** What a person, or a program, does to the workbook, and what of it must be found: nothing else. */
export interface Hazard {
  readonly name: string;
  /** In LibreOffice's Basic: `doc`, `s` (the ledger's sheet). */
  readonly basic?: string;
  /** In Python: `w` (workbook), `s`, `col(header)`, rows from 4. */
  readonly python?: string;
  /** Sheet row and header of each changed cell, with what it says now; null: cleared. */
  readonly cells?: readonly (readonly [row: number, field: string, after: unknown])[];
  /** Values the new rows have, beside what they copied. */
  readonly added?: readonly Readonly<Record<string, unknown>>[];
  /** Places (from 0) of the rows that are gone. */
  readonly missing?: readonly number[];
  readonly rejected?: readonly string[];
  readonly notices?: readonly string[];
}

const newPermit = {
  number: '410821009999',
  transport: '跨市',
  plate: '豫H99999',
  driverName: '章测试',
};

const basicNewRow = (row: number) => `
  CopyRow(s, 1, ${row})
  At(s, "记录编号", ${row}).String = ""
  At(s, "*通行证编号", ${row}).String = "410821009999"
  At(s, "*运输情形", ${row}).String = "跨市"
  At(s, "*车牌号码", ${row}).String = "豫H99999"
  At(s, "*驾驶员姓名", ${row}).String = "章测试"`;

export const hazards: readonly Hazard[] = [
  { name: '原样另存', basic: '' },
  { name: '按姓名排序', basic: 'SortBy(s, "*驾驶员姓名", 12)' },
  {
    name: '排序后改一格',
    basic: 'At(s, "*物资品名", 2).String = "棉纱" : SortBy(s, "*通行证编号", 12)',
    cells: [[2, 'goods', '棉纱']],
  },
  {
    name: '筛选隐藏行',
    basic: 's.Rows.getByIndex(5).IsVisible = False : s.Rows.getByIndex(6).IsVisible = False',
  },
  { name: '隐藏一列', basic: 's.Columns.getByIndex(Col(s, "*终点")).IsVisible = False' },
  {
    name: '改一格文字',
    basic: 'At(s, "*物资品名", 0).String = "消毒液"',
    cells: [[0, 'goods', '消毒液']],
  },
  {
    name: '改下拉选项',
    basic: 'At(s, "*状态", 1).String = "遗失"',
    cells: [[1, 'status', '遗失']],
  },
  {
    name: '改日期',
    basic: 'At(s, "*有效期止", 3).FormulaLocal = "2022-05-01"',
    cells: [[3, 'validUntil', '2022-05-01']],
  },
  {
    name: '日期改写成文字（同一天）',
    basic:
      'Dim d As Object : d = At(s, "*有效期起", 0) : Dim t As String : t = Format(d.Value, "yyyy年m月d日") : d.NumberFormat = 100 : d.String = t',
  },
  {
    name: '清空一格',
    basic: 'At(s, "驾驶员电话", 4).String = ""',
    cells: [[4, 'driverPhone', null]],
  },
  {
    name: '身份证号变成数字',
    basic:
      'Dim n As Object : n = At(s, "*驾驶员证件号码", 0) : Dim v As Double : v = CDbl(n.String) : n.NumberFormat = 0 : n.Value = v',
    notices: ['digitsLost'],
  },
  {
    name: '改坏一格日期',
    basic: 'At(s, "*有效期止", 0).String = "2022年2月30日"',
    rejected: ['date.noSuchDay'],
  },
  { name: '插入一行空行', basic: 's.Rows.insertByIndex(6, 1)' },
  { name: '末尾新增一行', basic: basicNewRow(12), added: [newPermit] },
  {
    name: '中间插入一行',
    basic: `s.Rows.insertByIndex(3 + 5, 1)${basicNewRow(5)}`,
    added: [newPermit],
  },
  { name: '删除一行', basic: 's.Rows.removeByIndex(3 + 4, 1)', missing: [4] },
  { name: '复制一行未改', basic: 'CopyRow(s, 2, 12)', notices: ['copyIgnored'] },
  {
    name: '复制一行再改',
    basic: 'CopyRow(s, 2, 12) : At(s, "*通行证编号", 12).String = "410821009998"',
    added: [{ number: '410821009998' }],
  },
  {
    name: '移动一列',
    basic: `
  Dim from As Long : from = Col(s, "*车牌号码")
  s.Columns.insertByIndex(0, 1)
  s.moveRange(s.getCellByPosition(0, 2).CellAddress, s.getCellRangeByPosition(from + 1, 2, from + 1, 14).RangeAddress)
  s.Columns.removeByIndex(from + 1, 1)`,
  },
  {
    name: '改列名',
    basic: 's.getCellByPosition(Col(s, "*物资品名"), 2).String = "拉的什么"',
    notices: ['columnRenamed'],
  },
  {
    name: '删除一列',
    basic: 's.Columns.removeByIndex(Col(s, "*终点"), 1)',
    notices: ['columnMissing'],
  },
  {
    name: '删除记录编号列',
    basic: 's.Columns.removeByIndex(Col(s, "记录编号"), 1)',
    notices: ['numberMissing'],
  },
  {
    name: '清掉一行的记录编号并改一格',
    basic: 'At(s, "记录编号", 6).String = "" : At(s, "*物资品名", 6).String = "纸箱"',
    cells: [[6, 'goods', '纸箱']],
  },
  {
    name: '合并两行的一列',
    basic: `Dim m As Object : m = s.getCellRangeByPosition(Col(s, "*物资品名"), 5, Col(s, "*物资品名"), 6)
  s.getCellByPosition(Col(s, "*物资品名"), 6).String = "" : m.merge(True)`,
    notices: ['underMerge'],
  },
  {
    name: '改格式和颜色',
    basic:
      's.getCellRangeByPosition(0, 3, 30, 14).CellBackColor = 16776960 : At(s, "*有效期起", 0).NumberFormat = 0 : s.getCellRangeByPosition(0, 3, 8, 14).CharWeight = 150',
  },
  {
    name: '上方加两行标题',
    basic: 's.Rows.insertByIndex(0, 2) : s.getCellByPosition(0, 0).String = "请核对"',
  },
  { name: '改表名并挪到最后', basic: 's.Name = "核对后" : doc.Sheets.moveByName("核对后", 3)' },
  {
    name: '末尾加合计行',
    basic: 's.getCellByPosition(0, 15).String = "合计" : s.getCellByPosition(3, 15).Value = 12',
  },
  {
    name: '打开系统数据表并倒序',
    basic: `Dim h As Object : h = doc.Sheets.getByName("系统数据") : h.IsVisible = True
  h.Rows.insertByIndex(1, 2)`,
  },
  { name: 'openpyxl 原样另存', python: '' },
  {
    name: 'openpyxl 改一格',
    python: "s.cell(5, col('*物资品名')).value = '口罩机'",
    cells: [[1, 'goods', '口罩机']],
  },
  {
    name: 'openpyxl 写日期',
    python: "import datetime\ns.cell(4, col('*有效期止')).value = datetime.datetime(2022, 5, 2)",
    cells: [[0, 'validUntil', '2022-05-02']],
  },
  { name: 'openpyxl 删两行', python: 's.delete_rows(6, 2)', missing: [2, 3] },
  {
    name: 'openpyxl 追加一行',
    python:
      "r = [c.value for c in s[5]]\nr[col('记录编号') - 1] = None\nr[col('*通行证编号') - 1] = '410821009999'\nr[col('*运输情形') - 1] = '跨市'\nr[col('*车牌号码') - 1] = '豫H99999'\nr[col('*驾驶员姓名') - 1] = '章测试'\nfor i, v in enumerate(r):\n  s.cell(s.max_row + (1 if i == 0 else 0), i + 1).value = v",
    added: [newPermit],
  },
  {
    name: 'openpyxl 把证件号写成整数',
    python:
      "c = s.cell(4, col('*驾驶员证件号码'))\nc.value = float(c.value) if c.value.isdigit() else c.value",
    notices: ['digitsLost'],
  },
  {
    name: 'openpyxl 逆序',
    python:
      'rows = [[c.value for c in r] for r in s.iter_rows(min_row=4, max_row=15)]\nfor i, r in enumerate(reversed(rows)):\n  for j, v in enumerate(r):\n    s.cell(4 + i, j + 1).value = v',
  },
];
