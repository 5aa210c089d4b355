import type { Row } from '../ledger/defineLedger';
import { instantAt, numberAt, textAt } from '../todos/rowValues';

export interface Lot {
  /** As written; empty where the movements name none. */
  readonly lot: string;
  readonly expiresOn: string | undefined;
  readonly left: number;
  readonly last: Row;
}

interface Filling {
  lot: string;
  expiresOn: string | undefined;
  left: number;
  last: Row;
}

/**
 * What is left of each lot of one item in one store, the first to expire first; lots that are used
 * up are not among them. An issue that names its lot takes from it first; for the rest, and where it
 * names none, it takes what expires first (先到期先出). A count that names no lot says what is there in all: what is missing
 * has gone from the first to expire, what is over is a lot without a name.
 */
export function lotsOf(movements: readonly Row[]): readonly Lot[] {
  const lots = new Map<string, Filling>();
  const inOrder = movements.toSorted(
    (left, right) => (instantAt(left, 'movedAt') ?? 0) - (instantAt(right, 'movedAt') ?? 0),
  );
  for (const row of inOrder) {
    const quantity = numberAt(row, 'quantity');
    if (quantity === undefined) continue;
    const name = textAt(row, 'lot');
    switch (textAt(row, 'direction')) {
      case '出库':
        take(lots, row, name, quantity);
        break;
      case '盘点':
        count(lots, row, name, quantity);
        break;
      default:
        put(lots, row, name ?? '', quantity);
    }
  }
  return [...lots.values()]
    .filter(({ left }) => left > 0)
    .map((lot) => ({ ...lot, left: exact(lot.left) }))
    .sort(byExpiry);
}

function put(lots: Map<string, Filling>, row: Row, name: string, quantity: number): void {
  const known = lots.get(name);
  lots.set(name, {
    lot: name,
    expiresOn: textAt(row, 'expiresOn') ?? known?.expiresOn,
    left: (known?.left ?? 0) + quantity,
    last: row,
  });
}

function take(
  lots: Map<string, Filling>,
  row: Row,
  name: string | undefined,
  quantity: number,
): void {
  const named = name === undefined ? undefined : lots.get(name);
  let left = quantity;
  const others = [...lots.values()].filter((lot) => lot !== named).sort(byExpiry);
  for (const lot of named ? [named, ...others] : others) {
    const part = Math.min(left, Math.max(0, lot.left));
    if (part === 0) continue;
    lot.left -= part;
    lot.last = row;
    left -= part;
  }
}

function count(
  lots: Map<string, Filling>,
  row: Row,
  name: string | undefined,
  quantity: number,
): void {
  if (name !== undefined) {
    const known = lots.get(name);
    put(lots, row, name, quantity - (known?.left ?? 0));
    return;
  }
  const there = [...lots.values()].reduce((sum, lot) => sum + lot.left, 0);
  if (quantity < there) take(lots, row, undefined, there - quantity);
  else if (quantity > there) put(lots, row, '', quantity - there);
}

function byExpiry(left: Filling | Lot, right: Filling | Lot): number {
  const [one, other] = [left.expiresOn ?? '9999', right.expiresOn ?? '9999'];
  return one === other ? 0 : one < other ? -1 : 1;
}

function exact(value: number): number {
  return Number(value.toPrecision(12));
}
