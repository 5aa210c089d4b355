import type { KnownFile } from './corpusFacts';

const serials = { A1: 1, A2: 11, A3: 111, A4: 1111, A5: 11111 };
const isoFormat = 'yyyy\\-mm\\-dd;@';

/** Chinese workbooks, and dates. */
export const ordinaryFiles: Readonly<Record<string, KnownFile>> = {
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
  '1-chinese/easyexcel__extra.xls': {
    sheetCount: 3,
    sheets: [
      { sheet: 'Sheet1', cells: { A1: '第一列', B3: '多单元格超链接B' }, merges: 1, filled: 9 },
    ],
  },
  '1-chinese/easyexcel__extraRelationships.xlsx': {
    sheets: [{ sheet: 'hhh', cells: { A1: 1, B1: 2, B2: 2 }, filled: 4 }],
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
  '1-chinese/sh2022__macro_0318.csv': {
    sheets: [
      { sheet: 'sh2022__macro_0318', cells: { A1: '时间', C1: '无症状感染者' }, filled: 190 },
    ],
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
};
