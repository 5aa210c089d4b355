import { encodeRows, type StoredRow } from '../../../renderer/store/table/block/rowBlock';
import { manyPassages } from '../../../shared/sample/sampleCounty';
import { rowCount, seed } from './questions';

/** The passages as blocks, made beside the engine so that its memory is its own. */
const blockRows = 4096;
let rows: StoredRow[] = [];
let done = 0;
const send = () => {
  const block = encodeRows(rows);
  postMessage({ block, isLast: done === rowCount }, { transfer: [block.buffer] });
  rows = [];
};
for (const row of manyPassages(rowCount, seed)) {
  rows.push({ ...row, sequence: 1 + (done >> 10) });
  done++;
  if (rows.length === blockRows || done === rowCount) send();
}
