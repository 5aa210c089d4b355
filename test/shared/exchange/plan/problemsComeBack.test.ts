import { expect, test } from 'vitest';
import { read, utils, write, type WorkBook } from 'xlsx';
import { planToWrites } from '../../../../shared/exchange/plan/plan';
import { writeProblems } from '../../../../shared/exchange/write/writeProblems';
import { definitionOf, MemoryStore } from './memoryStore';
import { pickSheet } from './pickSheet';
import { opened, planFile } from './planFile';

const checkpoints = definitionOf('checkpoints');

function bytesOf(book: WorkBook): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer); // by `type`
}

/** As the sender's clerk does it: one cell is typed over, the rest left alone. */
function corrected(bytes: Uint8Array, wrong: string, right: string): Uint8Array {
  const book = read(bytes, { cellStyles: true });
  for (const sheet of Object.values(book.Sheets)) {
    for (const cell of Object.values(sheet) as { v?: unknown; w?: string }[]) {
      if (cell.v !== wrong) continue;
      cell.v = right;
      delete cell.w;
    }
  }
  return bytesOf(book);
}

/** Two good rows that were accepted, and one with a day that never was. */
async function accepted() {
  const book = utils.book_new();
  const rows = [
    ['修武县防控卡点一览表'],
    ['序号', '卡点名称', '卡点类型', '启用日期'],
    ['1', '东口卡点', '村口', '2022-03-24'],
    ['2', '西口卡点', '村口', '2022-02-30'],
    ['3', '南口卡点', '村口', '2022-03-26'],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名单');
  const file = bytesOf(book);
  const store = new MemoryStore();
  const plan = await planFile(file, checkpoints, store);
  expect([plan.inserts.length, plan.rejected.length]).toEqual([2, 1]);
  store.apply(planToWrites(plan));
  const picked = pickSheet(opened(file), checkpoints);
  if (!picked) throw new Error('no header found');
  const problems = await writeProblems({
    ...picked,
    plan,
    language: 'zh',
    describe: ({ rule }) => rule,
  });
  return { store, file, problems };
}

test('the corrected workbook of problems brings the row that was rejected, and only that', async () => {
  const { store, problems } = await accepted();
  const plan = await planFile(corrected(problems, '2022-02-30', '2022-03-25'), checkpoints, store);
  expect(plan.inserts.map(({ values }) => [values.name, values.openedOn])).toEqual([
    ['西口卡点', '2022-03-25'],
  ]);
  expect([plan.updates, plan.unchanged, plan.rejected, plan.findings]).toEqual([[], [], [], []]);
});

test('the whole file corrected: rows already accepted are known again, not doubled', async () => {
  const { store, file } = await accepted();
  const plan = await planFile(corrected(file, '2022-02-30', '2022-03-25'), checkpoints, store);
  expect(plan.inserts.map(({ values }) => values.name)).toEqual(['西口卡点']);
  expect(plan.unchanged).toHaveLength(2);
  expect(plan.updates).toEqual([]);
});
