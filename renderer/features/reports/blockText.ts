import type { TemplateBlock } from '../../../shared/reports/template';

const separator = ' | ';

/**
 * A block as text to change: wording as it is; of a table the caption, the head and a line for each
 * row, cells parted by `|`; of a breakdown its caption.
 */
export function blockText(block: TemplateBlock): string {
  switch (block.type) {
    case 'table':
      return [block.caption, ...[block.head, ...block.rows].map((row) => row.join(separator))].join(
        '\n',
      );
    case 'breakdown':
      return block.caption;
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
    case 'breakdown':
      return { ...block, caption: text };
    default:
      return { ...block, text };
  }
}

/** The bar before `万` belongs to its placeholder. */
function cellsOf(line: string): readonly string[] {
  return line.split(/ ?\|(?!万\}\}) ?/);
}
