import { failed, ok, type Result } from '../../kernel/result';
import type { ReadLimits } from './limits';
import type { ReadProblem } from './readProblem';

/**
 * An OpenDocument sheet says "this cell 16,384 times, this row a million times" in a hundred bytes:
 * counts what that comes to before a parser does it.
 */
export function scanOds(content: string, limits: ReadLimits): Result<void, ReadProblem> {
  const tag = /<(?:[\w.-]+:)?(table-row|table-cell)\b([^>]*)>/g;
  const repeated = (attributes: string, what: string) =>
    Number(new RegExp(`number-${what}-repeated\\s*=\\s*["'](\\d+)["']`).exec(attributes)?.[1] ?? 1);
  let cells = 0;
  let rowsRepeated = 1;
  for (const [, name, attributes = ''] of content.matchAll(tag)) {
    if (name === 'table-row') {
      rowsRepeated = repeated(attributes, 'rows');
      continue;
    }
    if (!/value-type\s*=/.test(attributes)) continue;
    cells += rowsRepeated * repeated(attributes, 'columns');
    if (cells > limits.cells) {
      return failed({ tag: 'tooLarge', limit: 'cells', allowed: limits.cells, found: cells });
    }
  }
  return ok();
}
