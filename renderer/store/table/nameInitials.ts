import { pinyin, polyphonic } from 'pinyin-pro';

/** What a character gives wherever it stands; undefined where its readings begin differently. */
const initials = new Map<string, string | undefined>();
const readAlone = /^[\u4e00-\u9fff]$/;
const keptAsIs = /^[A-Za-z0-9·]$/;

/**
 * Pinyin initials of a name: `zs` for 张三. Reading a whole name takes ten microseconds, so characters
 * that begin alike in every reading are read once; a name with any other (单, 曾, 乐) is read whole.
 */
export function nameInitials(name: string): string {
  let found = '';
  for (const character of name) {
    const initial = initialOf(character);
    if (initial === undefined) return readWhole(name);
    found += initial;
  }
  return found;
}

function initialOf(character: string): string | undefined {
  if (initials.has(character)) return initials.get(character);
  const initial = keptAsIs.test(character)
    ? character.toLowerCase()
    : readAlone.test(character)
      ? onlyInitial(character)
      : undefined;
  initials.set(character, initial);
  return initial;
}

function onlyInitial(character: string): string | undefined {
  const [readings = []] = polyphonic(character, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
  });
  return new Set(readings).size === 1 ? readings[0]?.toLowerCase() : undefined;
}

/** As a dictionary of words and surnames has it; a surname is read as one at the head. */
function readWhole(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array' })
    .join('')
    .toLowerCase();
}
