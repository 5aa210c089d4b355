import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import styles from './list.module.css';

export interface ListColumn<Item> {
  readonly id: string;
  readonly label: string;
  /** As CSS grid has it: `120px`, `minmax(80px, 1fr)`. */
  readonly width: string;
  readonly cell: (item: Item) => ReactNode;
}

interface RowListProps<Item> {
  readonly label: string;
  readonly columns: readonly ListColumn<Item>[];
  readonly items: readonly Item[];
  readonly current: RowId | undefined;
  readonly onCurrent: (id: RowId) => void;
  /** Ticked, to do one thing with many. */
  readonly ticked: ReadonlySet<RowId>;
  readonly onTicked: (ids: ReadonlySet<RowId>) => void;
  readonly empty: ReactNode;
}

const rowHeight = 29;
const headerHeight = 30;

/** Records to walk along and to tick: arrows, Home, End, Space, Ctrl+A. */
export function RowList<Item extends { readonly id: RowId }>(props: RowListProps<Item>) {
  const { columns, items, current, onCurrent, ticked, onTicked } = props;
  const { t } = useTranslation();
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // the header stays above the rows and covers the first of them
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const at = items.findIndex(({ id }) => id === current);
  const latest = useRef(at);
  useLayoutEffect(() => {
    latest.current = at;
  });
  useEffect(() => {
    if (latest.current >= 0) virtual.scrollToIndex(latest.current);
  }, [current, virtual]);

  const template = { gridTemplateColumns: `20px ${columns.map(({ width }) => width).join(' ')}` };
  const toggle = (id: RowId) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onTicked(next);
  };
  const allTicked = items.length > 0 && items.every(({ id }) => ticked.has(id));
  const toggleAll = () => onTicked(new Set(allTicked ? [] : items.map(({ id }) => id)));
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (target !== undefined && !event.ctrlKey) {
      const item = items[Math.max(0, Math.min(items.length - 1, target))];
      if (item) onCurrent(item.id);
    } else if (event.key === ' ' && current !== undefined) toggle(current);
    else if (event.key.toLowerCase() === 'a' && event.ctrlKey) toggleAll();
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={styles.list}
      role="grid"
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={items.length + 1}
      aria-activedescendant={at >= 0 ? `${prefix}${at}` : undefined}
      tabIndex={0}
      data-row-list
      onKeyDown={pressed}
    >
      <div className={styles.scroller} ref={scroller} role="rowgroup">
        <div className={styles.header} role="row" style={template}>
          <span role="columnheader">
            <input
              type="checkbox"
              tabIndex={-1}
              checked={allTicked}
              aria-label={t('passes.list.tickAll')}
              onChange={toggleAll}
            />
          </span>
          {columns.map(({ id, label }) => (
            <span key={id} role="columnheader">
              {label}
            </span>
          ))}
        </div>
        {items.length === 0 && <div className={styles.empty}>{props.empty}</div>}
        <div className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((line) => {
            const item = items[line.index];
            return item ? (
              <div
                key={item.id}
                id={`${prefix}${line.index}`}
                role="row"
                aria-rowindex={line.index + 2}
                aria-selected={ticked.has(item.id)}
                data-current={item.id === current || undefined}
                className={styles.row}
                style={{ ...template, transform: `translateY(${line.start - headerHeight}px)` }}
                onClick={() => onCurrent(item.id)}
              >
                <span role="gridcell">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    checked={ticked.has(item.id)}
                    aria-label={t('passes.list.tick')}
                    onClick={(event) => event.stopPropagation()}
                    onChange={() => toggle(item.id)}
                  />
                </span>
                {columns.map(({ id, cell }) => (
                  <span key={id} role="gridcell">
                    {cell(item)}
                  </span>
                ))}
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
