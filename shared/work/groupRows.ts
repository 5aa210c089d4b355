/** Items by what they have in common, in the order in which they came. */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** What the numbers of the items add up to, free of the dust of binary fractions. */
export function sumOf<Item>(
  items: readonly Item[],
  numberOf: (item: Item) => number | undefined,
): number {
  const sum = items.reduce((total, item) => total + (numberOf(item) ?? 0), 0);
  return Number(sum.toPrecision(12));
}
