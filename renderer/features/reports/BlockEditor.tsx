import { useTranslation } from 'react-i18next';
import type { TemplateBlock } from '../../../shared/reports/template';
import type { NewBlock } from '../../../shared/reports/templates/newBlocks';
import { blockText, withText } from './blockText';
import styles from './paper.module.css';

interface BlockEditorProps {
  readonly block: TemplateBlock;
  readonly onBlock: (block: TemplateBlock) => void;
  /** Below this one. */
  readonly onAdd: (kind: NewBlock) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

const kinds: readonly NewBlock[] = ['paragraph', 'table', 'chart'];

/** The wording of a block as text; below it what can be added to the template, or taken out of it. */
export function BlockEditor({ block, onBlock, onAdd, onRemove, onClose }: BlockEditorProps) {
  const { t } = useTranslation();
  const text = blockText(block);
  const form =
    block.type === 'chart' || block.type === 'breakdown' || block.type === 'table'
      ? block.type
      : undefined;
  return (
    <div
      className={styles.editing}
      onBlur={({ currentTarget, relatedTarget }) => {
        const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!stays) onClose();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <textarea
        className={styles.editor}
        aria-label={t('reports.wording')}
        autoFocus
        rows={Math.min(20, Math.max(2, text.split('\n').length, Math.ceil(text.length / 34) + 1))}
        value={text}
        onChange={({ target }) => onBlock(withText(block, target.value))}
      />
      {form && <p>{t(`reports.forms.${form}`)}</p>}
      <div role="group" aria-label={t('reports.parts')}>
        {kinds.map((kind) => (
          <button key={kind} type="button" onClick={() => onAdd(kind)}>
            {t(`reports.add.${kind}`)}
          </button>
        ))}
        <button type="button" onClick={onRemove}>
          {t('reports.removeBlock')}
        </button>
      </div>
    </div>
  );
}
