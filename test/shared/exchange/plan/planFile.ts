import { pickSheet } from './pickSheet';
import { proposeMapping, type Mapping } from '../../../../shared/exchange/recognise/mapping';
import type { ImportPlan } from '../../../../shared/exchange/plan/plan';
import { planImport, type PlanRequest } from '../../../../shared/exchange/plan/planImport';
import { readWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import type { Workbook } from '../../../../shared/exchange/workbook';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { countingIds, type MemoryStore } from './memoryStore';

export function opened(bytes: Uint8Array, name = 'test.xlsx'): Workbook {
  const read = readWorkbook(bytes, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** The whole way of a file, as the screens go it: read, find, map, plan. */
export async function planFile(
  bytes: Uint8Array,
  definition: LedgerDefinition,
  store: MemoryStore,
  settings: Partial<PlanRequest> & { readonly edit?: (mapping: Mapping) => Mapping } = {},
): Promise<ImportPlan> {
  const workbook = opened(bytes);
  const picked = pickSheet(workbook, definition);
  if (!picked) throw new Error('no header found');
  const { edit = (mapping: Mapping) => mapping, ...rest } = settings;
  const plan = await planImport({
    ...picked,
    mapping: edit(proposeMapping(picked.header.headers, definition)),
    definition,
    context: { ...store.context, dateSystem: workbook.dateSystem },
    lookup: store,
    newId: countingIds(),
    ...rest,
  });
  if (!plan.ok) throw new Error(plan.problem.tag);
  return plan.value;
}
