import { failed, ok, type Result } from '../../kernel/result';
import type { ReadLimits } from './limits';
import type { ReadProblem } from './readProblem';

type Place = 'rows' | 'columns';

/** Whether an attribute counts rows or columns. */
function placeOf(tag: string, attribute: string): Place {
  if (attribute === 'MergeDown') return 'rows';
  return tag === 'Row' ? 'rows' : 'columns';
}

/** Excel writes these of the whole sheet where a format goes to its edge. */
const widest = { rows: 1_048_576, columns: 16_384 } as const;

/**
 * An XML spreadsheet may say "this cell stands in column one billion" in ten bytes, and SheetJS fills
 * all places before it: looks at what the tags say before a parser does it.
 */
export function scanSpreadsheetXml(text: string, limits: ReadLimits): Result<void, ReadProblem> {
  const tags = /<(?:\w+:)?(Row|Cell|Column)\b([^>]*)>/g;
  for (const [, tag = '', attributes = ''] of text.matchAll(tags)) {
    const counts = attributes.matchAll(/\b(Index|Span|MergeAcross|MergeDown)\s*=\s*["'](\d+)/g);
    for (const [, attribute = '', digits] of counts) {
      const limit = placeOf(tag, attribute);
      const allowed = tag === 'Cell' && attribute === 'Index' ? limits[limit] : widest[limit];
      const found = Number(digits);
      if (found > allowed) return failed({ tag: 'tooLarge', limit, allowed, found });
    }
  }
  return ok();
}
