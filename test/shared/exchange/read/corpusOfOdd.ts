import type { KnownFile } from './corpusFacts';

/** Odd structures and formats; encrypted and hostile files. */
export const oddFiles: Readonly<Record<string, KnownFile>> = {
  '3-structure/calamine__capitalized_wbook_stream.xls': {
    sheets: [{ sheet: 'Sheet1', filled: 0 }],
  },
  '3-structure/calamine__vba.xlsm': {
    sheetCount: 3,
    sheets: [{ sheet: 'Sheet1', filled: 0 }],
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
  '3-structure/poi__SimpleMacro.xlsm': {
    sheetCount: 3,
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'This is a macro workbook' }, filled: 1 }],
  },
  '3-structure/poi__external_name.xls': {
    sheetCount: 4,
    sheets: [
      { sheet: 'Instructions', filled: 12 },
      {
        sheet: 'CG YTP Template',
        cells: { A1: 'Canada Games', C3: [39_722, '[$-409]mmm\\-yy;@'] },
        filled: 385,
        merges: 36,
      },
      { sheet: 'Example YTP 2', cells: { A2: '(Dated for 2009/2011)' }, filled: 1_263, merges: 62 },
    ],
  },
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
  '4-formats/sheetjs__fn.xls': {
    sheets: [{ sheet: 'Sheet1', cells: { A2: 'EVALUATE', C2: 2, C3: '#VALUE!' }, filled: 9 }],
  },
  '4-formats/sheetjs__fn.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A2: 'EVALUATE', C2: 2 }, filled: 9 }],
  },
  '4-formats/sheetjs__text_and_numbers.xls': {
    sheetCount: 3,
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'English', B2: 'שלום' }, filled: 9 }],
  },
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
  '5-encrypted/calamine__pass_protected.xlsx': { refused: 'encrypted' },
  '5-encrypted/poi__60320-protected.xlsx': { refused: 'encrypted' },
  '5-encrypted/poi__protected_passtika.xlsx': { refused: 'encrypted' },
  '5-encrypted/poi__protected_sha512.xlsx': { refused: 'encrypted' },
  '6-hostile/poi__poc-shared-strings.xlsx': { refused: 'tooLarge' },
  '6-hostile/phpss__oleloop.xls': { refused: 'damaged' },
  '6-hostile/phpss__XEETestInvalidUTF-8.xml': { refused: 'notWorkbook' },
  '6-hostile/poi__MalformedSSTCount.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'sdgf', C2: 'asdfXZc', D3: 1 } }],
  },
  '6-hostile/poi__xxe_in_schema.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { C9: '/Test/Test', C10: '1' }, filled: 4 }],
  },
  '6-hostile/poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-4651309315719168.xls': {
    refused: 'damaged',
  },
  '6-hostile/poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-5786329142919168.xls': {
    refused: 'damaged',
  },
  '6-hostile/poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-5889658057523200.xls': {
    refused: 'damaged',
  },
  '6-hostile/poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-6137883240824832.xls': {
    refused: 'damaged',
  },
  '6-hostile/poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-6322470200934400.xls': {
    refused: 'damaged',
  },
  '6-hostile/poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-6537773940867072.xls': {
    refused: 'damaged',
  },
  '6-hostile/poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-4828727001088000.xlsx': {
    refused: 'damaged',
  },
  '6-hostile/poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-5089447305609216.xlsx': {
    refused: 'damaged',
  },
  '6-hostile/poi__crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx': { refused: 'damaged' },
  '6-hostile/poi__poi-fuzz.xls': {
    sheetCount: 3,
    sheets: [{ sheet: 'Tabelle1', cells: { A1: 'Der große  Überschriften Test' }, filled: 1 }],
  },
  '6-hostile/exceljs__invalid-xml.xlsx': {
    sheets: [{ sheet: 'Sheet1', cells: { A1: 'foo ', B1: 'bar' }, filled: 2 }],
  },
  '6-hostile/calamine__OOM_alloc.xls': {
    sheetCount: 10,
    sheets: [
      { sheet: 'Weekly Report', cells: { A10: 'HPL Monetization:' }, filled: 190, merges: 3 },
      { sheet: 'Data', hidden: true, cells: { B2: 6500 }, filled: 487 },
    ],
  },
};
