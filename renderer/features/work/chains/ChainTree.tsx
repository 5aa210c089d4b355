import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { ChainCase } from '../../../../shared/work/transmission';
import { fieldText } from '../lineCells';
import styles from './chains.module.css';

interface ChainTreeProps {
  readonly ledger: LedgerDefinition;
  readonly language: 'zh' | 'en';
  /** As unfolded, from top to bottom. */
  readonly shown: readonly ChainCase[];
  readonly isOpen: (id: RowId) => boolean;
  readonly onOpen: (id: RowId, open: boolean) => void;
  readonly current: RowId | undefined;
  readonly onCurrent: (id: RowId) => void;
  readonly onEnter: (id: RowId) => void;
}

/**
 * The chains as a tree (WAI-ARIA tree pattern): up and down, right unfolds or goes in, left folds
 * or goes out, Home, End, Enter opens the record.
 */
export function ChainTree(props: ChainTreeProps) {
  const { ledger, language, shown, isOpen, onOpen, current, onCurrent } = props;
  const { t } = useTranslation();
  const tree = useRef<HTMLDivElement>(null);
  const at = shown.findIndex(({ row }) => row.id === current);
  useEffect(() => {
    tree.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const go = (index: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (next) onCurrent(next.row.id);
  };
  const goOut = (generation: number) => {
    for (let index = at - 1; index >= 0; index--)
      if ((shown[index]?.generation ?? 0) < generation) return go(index);
  };
  const pressed = (event: KeyboardEvent) => {
    const one = shown[at];
    if (event.altKey || event.ctrlKey || !one) return;
    const { id } = one.row;
    const hasMore = one.infected.length > 0;
    switch (event.key) {
      case 'ArrowDown':
        go(at + 1);
        break;
      case 'ArrowUp':
        go(at - 1);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(shown.length - 1);
        break;
      case 'ArrowRight':
        if (hasMore && isOpen(id)) go(at + 1);
        else if (hasMore) onOpen(id, true);
        break;
      case 'ArrowLeft':
        if (hasMore && isOpen(id)) onOpen(id, false);
        else goOut(one.generation);
        break;
      case 'Enter':
        props.onEnter(id);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <div
      ref={tree}
      className={styles.tree}
      role="tree"
      aria-label={t('work.lists.chains')}
      aria-activedescendant={current && `chain-${current}`}
      tabIndex={0}
      data-work-table
      onKeyDown={pressed}
    >
      {shown.map((one) => {
        const { id, values } = one.row;
        const hasMore = one.infected.length > 0;
        const reported = values['reportedAt'];
        return (
          <div
            key={id}
            id={`chain-${id}`}
            role="treeitem"
            className={styles.item}
            aria-level={one.generation}
            aria-expanded={hasMore ? isOpen(id) : undefined}
            aria-selected={id === current}
            style={{ paddingLeft: 8 + (one.generation - 1) * 20 }}
            onClick={() => onCurrent(id)}
            onDoubleClick={() => props.onEnter(id)}
          >
            <i
              aria-hidden
              onClick={(event) => {
                event.stopPropagation();
                if (hasMore) onOpen(id, !isOpen(id));
              }}
            >
              {hasMore ? (isOpen(id) ? '▾' : '▸') : '·'}
            </i>
            <strong>{fieldText(ledger, 'number', one.row, language)}</strong>
            <b data-status={one.status}>{t(`work.marks.${one.status}`)}</b>
            <span>{fieldText(ledger, 'name', one.row, language)}</span>
            <small>
              {typeof reported === 'number' ? formatInstant(toInstant(reported)).slice(5) : ''}
            </small>
            {hasMore && <small>{t('work.chains.infected', { count: one.size - 1 })}</small>}
            {one.isSourceLost && <em>{t('work.chains.sourceLost')}</em>}
          </div>
        );
      })}
    </div>
  );
}
