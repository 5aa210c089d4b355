import type { RowId } from '../../../../shared/kernel/ids';

/** What one act did with many applications. */
export interface ManyDone {
  readonly done: readonly RowId[];
  /** Left as they were, each with the reason in words. */
  readonly left: readonly { readonly id: RowId; readonly why: string }[];
  /** Called off before these were looked at. */
  readonly untouched: readonly RowId[];
}

/**
 * Does one after the other, each whole: what was done by the time it is called off stays done.
 * `one` gives the reason why it could not be done, in words, or undefined.
 */
export async function doMany(
  ids: readonly RowId[],
  one: (id: RowId) => Promise<string | undefined>,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<ManyDone> {
  const done: RowId[] = [];
  const left: { readonly id: RowId; readonly why: string }[] = [];
  for (const [index, id] of ids.entries()) {
    if (signal.aborted) return { done, left, untouched: ids.slice(index) };
    const why = await one(id);
    if (why === undefined) done.push(id);
    else left.push({ id, why });
    onProgress(index + 1);
  }
  return { done, left, untouched: [] };
}
