import { z } from 'zod';
import { layoutKey, type Mapping } from '../../../../shared/exchange/recognise/mapping';
import type { Store, StoreReading } from '../../../store/contract';

/** One import as remembered: to say so when the same file comes again, and to undo it days later. */
export interface ImportRecord {
  readonly importId: string;
  readonly digest: string;
  readonly file: string;
  readonly ledger: string;
  readonly atMs: number;
  readonly sequence: number;
  readonly inserted: number;
  readonly updated: number;
  readonly undone: boolean;
}

const importRecord = z.object({
  importId: z.string(),
  digest: z.string(),
  file: z.string(),
  ledger: z.string(),
  atMs: z.number(),
  sequence: z.number(),
  inserted: z.number(),
  updated: z.number(),
  undone: z.boolean(),
});

const layouts = z.array(
  z.object({
    layout: z.string(),
    columns: z.array(z.object({ column: z.number(), target: z.string().nullable() })),
  }),
);

const importsKey = 'exchange.imports';
const remembered = 200;

// In one value, which is sealed: a header may hold a person's name, and names of settings are not.
const layoutsKey = 'exchange.layouts';
const rememberedLayouts = 100;

function parsed<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // written by another version: the same as not remembered
  }
}

/** Newest first. */
export async function readImports(store: StoreReading): Promise<readonly ImportRecord[]> {
  return parsed(z.array(importRecord), await store.setting(importsKey)) ?? [];
}

export async function rememberImport(store: Store, record: ImportRecord): Promise<void> {
  const others = (await readImports(store)).filter(({ importId }) => importId !== record.importId);
  const all = [record, ...others].sort((left, right) => right.atMs - left.atMs);
  await store.saveSetting(importsKey, JSON.stringify(all.slice(0, remembered)));
}

/** How the columns of this layout were mapped the last time it was imported. */
export async function readLayout(
  store: StoreReading,
  headers: readonly string[],
  ledger: string,
): Promise<Mapping | undefined> {
  const layout = layoutKey(headers, ledger);
  const known = (await readLayouts(store)).find((one) => one.layout === layout);
  return known?.columns.map(({ column, target }) => ({
    column,
    target,
    header: headers[column] ?? '',
    score: target === null ? 0 : 1,
    reason: 'chosen',
  }));
}

export async function rememberLayout(
  store: Store,
  headers: readonly string[],
  ledger: string,
  mapping: Mapping,
): Promise<void> {
  const layout = layoutKey(headers, ledger);
  const others = (await readLayouts(store)).filter((one) => one.layout !== layout);
  const columns = mapping.map(({ column, target }) => ({ column, target }));
  const all = [{ layout, columns }, ...others].slice(0, rememberedLayouts);
  await store.saveSetting(layoutsKey, JSON.stringify(all));
}

/** Newest first. */
async function readLayouts(store: StoreReading) {
  return parsed(layouts, await store.setting(layoutsKey)) ?? [];
}
