import type { TemplateBlock } from '../../../shared/reports/template';

const separator = ' | ';

/**
 * A block as text to change: wording as it is; of a table the caption, the head and a line for each
 * row, cells parted by `|`; of a breakdown or a chart the caption, then the figure and what it goes
 * by, as `集中隔离 | 隔离点` or `集中隔离 | 近10日`.
 */
export function blockText(block: TemplateBlock): string {
  switch (block.type) {
    case 'table':
      return [block.caption, ...[block.head, ...block.rows].map((row) => row.join(separator))].join(
        '\n',
      );
    case 'breakdown':
      return [block.caption, [block.figure, block.field].join(separator)].join('\n');
    case 'chart':
      return [block.caption, [block.figure, block.over].join(separator)].join('\n');
    default:
      return block.text;
  }
}

/** The block with the text that was typed: every row of a table has as many cells as its head. */
export function withText(block: TemplateBlock, text: string): TemplateBlock {
  switch (block.type) {
    case 'table': {
      const [caption = '', head = '', ...rows] = text.split('\n');
      return { ...block, caption, head: cellsOf(head), rows: rows.map(cellsOf) };
    }
    case 'breakdown': {
      const [caption, figure, field] = captionAndFigure(text);
      return { ...block, caption, figure, field };
    }
    case 'chart': {
      const [caption, figure, over] = captionAndFigure(text);
      return { ...block, caption, figure, over };
    }
    default:
      return { ...block, text };
  }
}

function captionAndFigure(text: string): readonly [string, string, string] {
  const [caption = '', ...rest] = text.split('\n');
  const [figure = '', ...by] = cellsOf(rest.join(' '));
  return [caption, figure, by.join(separator)];
}

/** The bar before `万` belongs to its placeholder. */
function cellsOf(line: string): readonly string[] {
  return line.split(/ ?\|(?!万\}\}) ?/);
}
