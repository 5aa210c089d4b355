import { failed, ok, type Result } from '../kernel/result';

/**
 * What stands between `{{` and `}}`: a name, and behind it in this order, each where it is needed,
 * `/part` of a breakdown, `@hour` that the figure holds for instead of the report's own, and `|万`
 * to write it in ten thousands. `{{医疗专家/省@12}}`, `{{累计核酸采样|万}}`.
 */
export interface Placeholder {
  readonly name: string;
  readonly part?: string;
  readonly hour?: number;
  readonly inTenThousands: boolean;
}

/** Wording cut at its placeholders; `source` is what was written, braces included. */
export type WordingPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'placeholder'; readonly source: string; readonly placeholder: Placeholder }
  | { readonly type: 'wrong'; readonly source: string };

const pieces = /\{\{[^{}]*\}\}|\{\{|\}\}/g;
const form = /^([^/@|]+)(?:\/([^/@|]+))?(?:@(\d{1,2})(?:时)?)?(\|万)?$/;

/** Cuts wording at its placeholders; braces that do not close, or hold no name, are `wrong`. */
export function cutWording(text: string): readonly WordingPiece[] {
  const found: WordingPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(pieces)) {
    if (match.index > from) found.push({ type: 'text', text: text.slice(from, match.index) });
    const [source] = match;
    const read = readPlaceholder(source.slice(2, -2));
    found.push(
      read.ok
        ? { type: 'placeholder', source, placeholder: read.value }
        : { type: 'wrong', source },
    );
    from = match.index + source.length;
  }
  if (from < text.length) found.push({ type: 'text', text: text.slice(from) });
  return found;
}

/** The placeholder without its braces; fails on any other form and on hours beyond 24. */
export function readPlaceholder(text: string): Result<Placeholder, { readonly tag: 'wrongForm' }> {
  const match = form.exec(text.trim());
  const hour = match?.[3] === undefined ? undefined : Number(match[3]);
  if (!match?.[1] || (hour !== undefined && hour > 24)) return failed({ tag: 'wrongForm' });
  return ok({
    name: match[1].trim(),
    ...(match[2] === undefined ? {} : { part: match[2].trim() }),
    ...(hour === undefined ? {} : { hour }),
    inTenThousands: match[4] !== undefined,
  });
}
