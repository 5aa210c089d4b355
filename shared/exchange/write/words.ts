import type { Language } from '../../fields/codec';
import type { FieldKind } from '../../ledger/field';

/** Words that go into workbooks (not onto screens): a workbook has to explain itself without the app. */
export interface WorkbookWords {
  readonly instructionsSheet: string;
  readonly optionsSheet: string;
  /** Of exchange workbooks: what the app reads, for nobody to edit. */
  readonly machineSheet: string;
  readonly machineNote: string;
  readonly andMore: (count: number) => string;
  readonly part: (index: number, of: number) => string;
  readonly receipt: string;
  readonly receiptOf: string;
  readonly receiptSent: string;
  readonly receiptBy: string;
  readonly receiptAt: string;
  readonly receiptPart: (index: number) => string;
  readonly receiptCounts: (changes: number, edits: number, rejected: number) => string;
  readonly problemsColumn: string;
  readonly rowNumber: string;
  readonly notesRow: string;
  readonly masked: string;
  readonly column: string;
  readonly required: string;
  readonly howToFill: string;
  readonly yes: string;
  readonly no: string;
  readonly recordNumber: string;
  readonly unit: (unit: string) => string;
  readonly oneOf: (options: string) => string;
  readonly choiceTitle: string;
  readonly choiceError: string;
  readonly referenceError: string;
  readonly kinds: Readonly<Record<FieldKind, string>>;
}

const zh: WorkbookWords = {
  instructionsSheet: '填写说明',
  optionsSheet: '选项',
  machineSheet: '系统数据',
  machineNote: '本表由系统生成，供合并数据使用，请勿修改或删除。',
  andMore: (count) => `等${count}类`,
  part: (index, of) => `第${index}份共${of}份`,
  receipt: '接收回执',
  receiptOf: '来件单位',
  receiptSent: '发出时间及编号',
  receiptBy: '接收单位',
  receiptAt: '写入时间',
  receiptPart: (index) => `第${index}份`,
  receiptCounts: (changes, edits, rejected) =>
    `已合并改动 ${changes} 条，表内修改 ${edits} 处，未收 ${rejected} 处`,
  problemsColumn: '问题说明',
  rowNumber: '原表行号',
  notesRow:
    '带 * 的列必填；“记录编号”由系统生成，请勿修改，新增行留空；日期写作 2022-03-27，时间写作 2022-03-27 12:00。',
  masked: '（脱敏）',
  column: '列名',
  required: '必填',
  howToFill: '填写要求',
  yes: '是',
  no: '否',
  recordNumber: '由系统生成，请勿修改；新增行留空',
  unit: (unit) => `单位：${unit}`,
  oneOf: (options) => `可选：${options}`,
  choiceTitle: '请从列表中选择',
  choiceError: '此处只能填写列表中的内容。',
  referenceError: '名册中没有这一项，请核对名称；确认无误可以保留。',
  kinds: {
    text: '文字',
    longText: '文字',
    name: '姓名',
    identityNumber: '居民身份证号码，18 位，按文本填写',
    documentNumber: '证件号码，按文本填写',
    plate: '车牌号码，如 豫H12345',
    phone: '手机或固定电话号码，按文本填写',
    creditCode: '统一社会信用代码，18 位',
    division: '行政区划名称或六位代码',
    date: '日期，如 2022-03-27',
    instant: '时间，如 2022-03-27 12:00',
    integer: '整数',
    quantity: '数字',
    temperature: '体温（℃），如 36.5',
    flag: '是 或 否',
    choice: '从列表中选择',
    choices: '可填多项，用顿号隔开',
    reference: '填写名称，须与名册一致',
    group: '可填多条，格式与已有记录一致',
  },
};

const en: WorkbookWords = {
  instructionsSheet: 'Instructions',
  optionsSheet: 'Options',
  machineSheet: 'System data',
  machineNote: 'Made by the system to merge data. Do not change or delete it.',
  andMore: (count) => ` and others (${count})`,
  part: (index, of) => `part ${index} of ${of}`,
  receipt: 'Receipt',
  receiptOf: 'Received from',
  receiptSent: 'Sent at, number',
  receiptBy: 'Received by',
  receiptAt: 'Merged at',
  receiptPart: (index) => `Part ${index}`,
  receiptCounts: (changes, edits, rejected) =>
    `${changes} changes merged, ${edits} cells edited in it, ${rejected} not taken`,
  problemsColumn: 'Problems',
  rowNumber: 'Row in the file',
  notesRow:
    'Columns marked * are required. "Record number" is made by the system: leave it as it is, and blank in new rows. Dates as 2022-03-27, times as 2022-03-27 12:00.',
  masked: ' (masked)',
  column: 'Column',
  required: 'Required',
  howToFill: 'How to fill it in',
  yes: 'yes',
  no: 'no',
  recordNumber: 'Made by the system: do not change; blank in new rows',
  unit: (unit) => `unit: ${unit}`,
  oneOf: (options) => `one of: ${options}`,
  choiceTitle: 'Choose from the list',
  choiceError: 'Only what stands in the list is accepted here.',
  referenceError: 'The register has no such name. Check it; keep it if it is right.',
  kinds: {
    text: 'Text',
    longText: 'Text',
    name: 'Name',
    identityNumber: 'Resident identity number, 18 characters, as text',
    documentNumber: 'Document number, as text',
    plate: 'Licence plate, e.g. 豫H12345',
    phone: 'Mobile or landline number, as text',
    creditCode: 'Unified social credit code, 18 characters',
    division: 'Name or six-digit code of the administrative division',
    date: 'Date, e.g. 2022-03-27',
    instant: 'Time, e.g. 2022-03-27 12:00',
    integer: 'Whole number',
    quantity: 'Number',
    temperature: 'Body temperature (°C), e.g. 36.5',
    flag: '是 (yes) or 否 (no)',
    choice: 'Choose from the list',
    choices: 'Several, separated by 、',
    reference: 'The name as it stands in the register',
    group: 'Several entries, written as in existing records',
  },
};

export const workbookWords: Readonly<Record<Language, WorkbookWords>> = { zh, en };
