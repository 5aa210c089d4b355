/** What is in the strangers' workbooks, read with other programs (openpyxl, LibreOffice): the oracle. */
export interface KnownSheet {
  readonly sheet: string;
  readonly hidden?: boolean;
  /** By address; a number with its format when it is a date. */
  readonly cells?: Readonly<Record<string, string | number | boolean | readonly [number, string]>>;
  readonly filled?: number;
  readonly merges?: number;
  readonly hiddenRows?: number;
  readonly hiddenColumns?: number;
}

export interface KnownFile {
  readonly sheets?: readonly KnownSheet[];
  readonly sheetCount?: number;
  readonly dateSystem?: 1904;
  readonly unread?: readonly string[];
  /** Tag of the problem, and what more is said about it. */
  readonly refused?: string;
}

const serials = { A1: 1, A2: 11, A3: 111, A4: 1111, A5: 11111 };
const isoFormat = 'yyyy\\-mm\\-dd;@';

export const knownFiles: Readonly<Record<string, KnownFile>> = {
  '1-chinese/calamine__rph.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: '課きく　毛こ' }, filled: 1 }],
  },
  '1-chinese/easyexcel__converter03.xls': {
    sheetCount: 3,
    sheets: [
      {
        sheet: 'Sheet1',
        cells: { A1: '大数的布尔', A2: true, B2: 1, C2: '1', I2: 'true' },
        filled: 76,
      },
    ],
  },
  '1-chinese/easyexcel__converter07.xlsx': {
    sheetCount: 3,
    sheets: [
      { sheet: 'Sheet1', cells: { A1: '大数的布尔', A2: true, B2: 1, C2: '1' }, filled: 76 },
    ],
  },
  '1-chinese/easyexcel__dataformat.xls': {
    sheets: [
      {
        sheet: 'Sheet1',
        cells: {
          B2: '2020-1-1 1:01',
          A5: [43831.0423726852, '[DBNum1][$-804]yyyy"年"m"月"d"日"'],
          E4: [1.1111, '"¥"#,##0.00;"¥"\\-#,##0.00'],
        },
        filled: 135,
      },
    ],
  },
  '1-chinese/easyexcel__extra.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: '第一列', A2: '普通超链接' }, merges: 1 }],
  },
  '1-chinese/easyexcel__t01.xls': {
    sheets: [
      {
        sheet: '产品数据',
        cells: { A2: '材质*', A3: 'Q235(碳钢)', H3: '5.5千克', J3: '通润春（TRC）' },
        filled: 32,
        merges: 1,
      },
    ],
  },
  '1-chinese/easyexcel__t03.xlsx': { sheets: [{ sheet: '重算文件', filled: 24 }] },
  '1-chinese/easyexcel__t07.xlsx': {
    sheets: [
      {
        sheet: 'MVA',
        cells: { E2: 20220101, F2: 20220131, G2: [37.24, '0.00_);[Red]\\(0.00\\)'] },
      },
    ],
  },
  '1-chinese/easyexcel__t09.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'SH_x000D_Z002' } }],
  },
  '1-chinese/eazure__china_provincedata.xlsx': {
    sheets: [{ sheet: 'china_provincedata', filled: 77_490 }],
  },
  '1-chinese/eazure__countrydata.xlsx': { sheets: [{ sheet: 'countrydata', filled: 404_960 }] },
  '1-chinese/phpss__issue.3613.xlsx': {
    sheetCount: 13,
    sheets: [
      {
        sheet: '1月',
        cells: {
          A3: '员工姓名',
          B3: '身份证号码',
          B4: 123456,
          E4: [44070, 'yyyy/m/d;@'],
          A5: '合计',
        },
        merges: 1,
        hiddenColumns: 7,
        hiddenRows: 1,
      },
    ],
  },
  '1-chinese/poi__19599-2.xls': {
    sheets: [
      {
        sheet: '汇总',
        cells: {
          A1: '“家家e”业务统计月报',
          B2: '统计日期:2003-04-21至2003-05-20',
          B4: '家家e业务用户',
        },
        merges: 9,
      },
      { sheet: '订阅上行列表', filled: 205, merges: 2 },
    ],
  },
  '1-chinese/poi__bug69021.xls': { sheets: [{ sheet: 'Sheet1', filled: 136, merges: 6 }] },
  '1-chinese/poi__chinese-provinces.xls': {
    sheets: [{ sheet: 'provinces', cells: { B2: '安徽省', B3: '北京市', B4: '重庆市' } }],
  },
  '1-chinese/sh2022__shanghai_district_in_hospital_data.csv': {
    sheets: [
      {
        sheet: 'sh2022__shanghai_district_in_hospital_data',
        cells: { A2: '20220319', B2: '浦东', C5: '15' },
        filled: 2_832,
      },
    ],
  },
  '1-chinese/whyq__excelTemplate.xlsx': {
    sheets: [
      {
        sheet: '已离汉人员信息',
        cells: { B2: '已离汉人员信息清单', C3: '姓名', F3: '身份证号', G3: '离汉时间' },
        filled: 16,
        merges: 3,
      },
    ],
  },
  '2-dates/calamine__date_iso.xlsx': {
    sheets: [
      {
        sheet: 'Sheet',
        cells: {
          A1: [44197, 'yyyy-mm-dd'],
          A2: [44197.423726851855, 'yyyy-mm-dd h:mm:ss'],
          A3: [0.42372685185185177, 'h:mm:ss'],
        },
      },
    ],
  },
  '2-dates/calamine__date_quoted_format.xlsx': {
    sheets: [
      {
        sheet: 'Sheet1',
        cells: { A2: [44197, 'yyyy"-"mm"-"dd'], A4: [44197, '[$-411]ggge"年"m"月"d"日";@'] },
      },
    ],
  },
  '2-dates/poi__1900DateWindowing.xls': {
    sheetCount: 3,
    sheets: [{ sheet: 'Sheet1', cells: { A1: [36526, 'm/d/yy'] } }],
  },
  '2-dates/poi__1904DateWindowing.xls': {
    dateSystem: 1904,
    sheetCount: 3,
    sheets: [{ sheet: 'Sheet1', cells: { A1: [35064, 'm/d/yy'] } }],
  },
  '2-dates/poi__47813.xlsx': {
    dateSystem: 1904,
    unread: ['Chart'],
    sheets: [
      { sheet: 'Numbers', cells: { A1: 'Angle', B3: [0.01745240643728351, '0.000'] } },
      { sheet: 'SomeJunk' },
    ],
  },
  '2-dates/sheetjs__1900.xls': {
    sheets: [
      {
        sheet: 'Sheet1',
        cells: { ...serials, B3: [111, isoFormat], C3: '1900-04-20', C5: '1930-06-02' },
      },
    ],
  },
  '2-dates/sheetjs__1904.xls': {
    dateSystem: 1904,
    sheets: [
      {
        sheet: 'Sheet1',
        cells: { ...serials, B3: [111, isoFormat], C3: '1904-04-21', C5: '1934-06-03' },
      },
    ],
  },
  '2-dates/sheetjs__1904.ods': {
    dateSystem: 1904,
    sheets: [
      {
        sheet: '1904',
        cells: { B3: [111, 'yyyy"-"mm"-"dd;@'], C3: '1904-04-21', C5: '1934-06-03' },
      },
    ],
  },
  '3-structure/calamine__empty_sheet.xlsx': { sheets: [{ sheet: 'Sheet1', filled: 0 }] },
  '3-structure/calamine__has_x000D_.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'ABC\r\nDEF' } }],
  },
  '3-structure/calamine__issue_174.xlsx': {
    sheets: [
      { sheet: 'Sheet1', cells: { A1: 'Your Ref #', F2: 1.5, K2: 'My Company?' }, filled: 22 },
    ],
  },
  '3-structure/calamine__nonstandard-xml-ns-prefix.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'a', B3: 4 }, filled: 6 }],
  },
  '3-structure/calamine__sst_continue.xls': {
    sheets: [
      {
        sheet: 'Sheet1',
        cells: { A5: 'This is a long string with a serial number at the end 0005' },
        filled: 136,
      },
    ],
  },
  '3-structure/phpss__HiddenMergeCellsTest.xlsx': {
    sheets: [{ sheet: 'Sheet1', merges: 1, filled: 4 }],
  },
  '3-structure/phpss__Zip-Windows-Directory-Separator.xlsx': {
    sheets: [{ sheet: 'Sheet', filled: 29 }],
  },
  '3-structure/phpss__fakewebservice.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'phony result' } }],
  },
  '3-structure/phpss__issue.3255.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { B2: 'Don Quixote' }, filled: 45 }],
  },
  '3-structure/phpss__namespaces.xlsx': {
    sheets: [{ sheet: 'transactions', cells: { A1: 'TransactionDate', K1: 'ValueDate' } }],
  },
  '3-structure/phpss__without_cell_reference.xlsx': {
    sheets: [{ sheet: '工作表1', cells: { A1: 1, J10: 10 }, filled: 100 }],
  },
  '3-structure/poi__51535.xls': {
    sheetCount: 3,
    sheets: [
      { sheet: 'Sheet1', cells: { A1: 'Top Left Cell', A65536: 'Bottom Left Cell' }, filled: 4 },
    ],
  },
  '3-structure/poi__54084 - Greek - beyond BMP.xlsx': {
    sheets: [
      { sheet: 'Sheet1', cells: { A1: '𝝊𝝋𝝌𝝍𝝎𝝏𝝐𝝑𝝒𝝓𝝔𝝕𝝖𝝗𝝘𝝙𝝚𝝛𝝜𝝝𝝞𝝟𝝠𝝡𝝢𝝣𝝤𝝥𝝦𝝧𝝨𝝩𝝪𝝫𝝬𝝭𝝮𝝯𝝰𝝱𝝲𝝳𝝴𝝵𝝶𝝷𝝸𝝹𝝺' } },
    ],
  },
  '3-structure/poi__57893-many-merges.xlsx': {
    sheets: [{ sheet: 'Sheet1', filled: 0, merges: 50_000 }],
  },
  '3-structure/poi__60384.xlsx': {
    sheets: [
      { sheet: 'Tarif', cells: { A2: 'Bezeichnung', B3: [0.1, '0.00'] }, filled: 10, merges: 2 },
    ],
  },
  '3-structure/poi__60825.xlsx': { unread: ['Module'], sheets: [{ sheet: 'Sheet1' }] },
  '3-structure/poi__DBCSSheetName.xls': { sheets: [{ sheet: 'जा' }, { sheet: 'एक' }] },
  '3-structure/poi__StringContinueRecords.xls': {
    sheets: [{ sheet: 'file load sequence', hiddenRows: 198 }],
  },
  '3-structure/poi__TwoSheetsOneHidden.xls': {
    sheets: [{ sheet: 'Sheet1', hidden: true }, { sheet: 'Sheet2' }],
  },
  '3-structure/poi__TwoSheetsOneHidden.xlsx': {
    sheets: [{ sheet: 'Sheet1', hidden: true }, { sheet: 'Sheet2' }],
  },
  '3-structure/poi__xlmmacro.xlsm': { unread: ['Macro1'], sheets: [{ sheet: 'Sheet1' }] },
  '4-formats/phpss__encoding.utf16le.csv': {
    sheets: [
      {
        sheet: 'phpss__encoding.utf16le',
        cells: { A1: 'Å', B1: '1', A2: '2', B2: '3' },
        filled: 4,
      },
    ],
  },
  '4-formats/phpss__semicolon_separated.csv': {
    sheets: [{ sheet: 'phpss__semicolon_separated', cells: { C2: '25,5', B3: 'B|3', C3: ':,:' } }],
  },
  '4-formats/phpss__sep.csv': {
    sheets: [{ sheet: 'phpss__sep', cells: { A2: 'A', B3: '3' }, filled: 4 }],
  },
  '4-formats/poi__SampleSS.xml': {
    sheetCount: 3,
    sheets: [
      { sheet: 'First Sheet', cells: { A1: 'Test spreadsheet', A4: 'This one is red' } },
      { sheet: 'Sheet Number 2', cells: { D7: 13 } },
    ],
  },
  '4-formats/sheetjs__CRLFX5_2.XLS': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'Normal', B1: 'abc\ndef' } }],
  },
  '4-formats/sheetjs__crlf.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { B1: 'abc\ndef', B2: 'abc\r\ndef' } }],
  },
  '4-formats/sheetjs__fn.et': { sheets: [{ sheet: 'Sheet1', cells: { C2: 2, C3: '#VALUE!' } }] },
  '4-formats/sheetjs__merge_cells.xls': {
    sheets: [{ sheet: 'Merge', cells: { A1: 'A1:B2', C3: 'C3' } }],
  },
  '4-formats/sheetjs__sheet_visibility_strict.xlsx': {
    sheets: [
      { sheet: 'Visible', cells: { A2: 118 } },
      { sheet: 'Hidden', hidden: true },
      { sheet: 'VeryHidden', hidden: true },
    ],
  },
  '4-formats/sheetjs__write.et': {
    sheets: [
      { sheet: 'Sheet1', cells: { A2: true, D2: 'sheetjs', C3: [41689, 'm/d/yy'], D3: 0.3 } },
    ],
  },
  '6-hostile/poi__poc-shared-strings.xlsx': { refused: 'tooLarge' },
  '6-hostile/phpss__oleloop.xls': { refused: 'damaged' },
  '6-hostile/phpss__XEETestInvalidUTF-8.xml': { refused: 'notWorkbook' },
  '6-hostile/poi__MalformedSSTCount.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'sdgf', C2: 'asdfXZc', D3: 1 } }],
  },
  '6-hostile/poi__xxe_in_schema.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { C9: '/Test/Test', C10: '1' }, filled: 4 }],
  },
};
