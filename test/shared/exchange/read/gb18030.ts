/** Every character of the basic plane to its bytes, turned round from what the platform decodes. */
function makeTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) add(first, second);
  }
  for (let first = 0x81; first <= 0x84; first++) {
    for (let second = 0x30; second <= 0x39; second++) {
      for (let third = 0x81; third <= 0xfe; third++) {
        for (let fourth = 0x30; fourth <= 0x39; fourth++) add(first, second, third, fourth);
      }
    }
  }
  return table;
}

/** What Chinese Excel writes as CSV. No platform encodes it, so the tests do. */
export function gb18030(text: string): Uint8Array {
  const table = makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) {
      // Beyond the basic plane the four bytes count on from 90 30 81 30.
      const rest = point - 0x10000;
      bytes.push(
        0x90 + Math.floor(rest / 12_600),
        0x30 + (Math.floor(rest / 1_260) % 10),
        0x81 + (Math.floor(rest / 10) % 126),
        0x30 + (rest % 10),
      );
    } else bytes.push(...(table.get(character) ?? []));
  }
  return Uint8Array.from(bytes);
}
