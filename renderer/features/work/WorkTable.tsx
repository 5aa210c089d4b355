import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkLine, WorkMark } from '../../../shared/work/workList';
import { columnTracks, marksWidth } from './columnTracks';
import type { ShownColumn } from './lineCells';
import styles from './work.module.css';

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

interface WorkTableProps {
  readonly label: string;
  readonly columns: readonly ShownColumn[];
  readonly marks: readonly WorkMark[];
  readonly lines: readonly WorkLine[];
  /** Also those that are filtered out: columns keep their widths. */
  readonly all: readonly WorkLine[];
  readonly current: string | undefined;
  readonly onCurrent: (id: string) => void;
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ids: ReadonlySet<string>) => void;
  readonly sorting: Sorting | undefined;
  readonly onSort: (column: string) => void;
  readonly onOpen: (line: WorkLine) => void;
  readonly canTick: boolean;
}

const rowHeight = 29;
const headHeight = 32;
const marksShown = 2;

/** Lines to walk along, to tick and to open: arrows, Home, End, Space, Ctrl+A, Enter. */
export function WorkTable(props: WorkTableProps) {
  const { columns, lines, all, current, ticked, onTicked, sorting, canTick } = props;
  const { t } = useTranslation();
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    // the header stays above the rows and covers the first of them
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    getItemKey: (index) => lines[index]?.id ?? index,
    useFlushSync: false,
  });
  const at = lines.findIndex(({ id }) => id === current);
  const latest = useRef(at);
  useLayoutEffect(() => {
    latest.current = at;
  });
  useEffect(() => {
    if (latest.current >= 0) virtual.scrollToIndex(latest.current);
  }, [current, virtual]);
  const tracks = useMemo(() => {
    const marks = all.map((line) =>
      line.marks.slice(0, marksShown).map((mark) => t(`work.marks.${mark}`)),
    );
    const before = [...(canTick ? [20] : []), marksWidth(marks, t('work.state'))];
    return columnTracks(before, columns, all);
  }, [columns, all, canTick, t]);
  const template = { gridTemplateColumns: tracks.template };
  const toneOf = new Map(props.marks.map(({ id, tone }) => [id, tone]));
  const isAllTicked = lines.length > 0 && lines.every(({ id }) => ticked.has(id));
  const tickAll = () => onTicked(new Set(isAllTicked ? [] : lines.map(({ id }) => id)));
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onTicked(next);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: lines.length - 1,
    }[event.key];
    const line = lines[at];
    if (target !== undefined && !event.ctrlKey) {
      const next = lines[Math.max(0, Math.min(lines.length - 1, target))];
      if (next) props.onCurrent(next.id);
    } else if (event.key === 'Enter' && line) props.onOpen(line);
    else if (event.key === ' ' && canTick && line) toggle(line.id);
    else if (event.key.toLowerCase() === 'a' && event.ctrlKey && canTick) tickAll();
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={styles.table}
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={at >= 0 ? `${prefix}${at}` : undefined}
      tabIndex={0}
      data-work-table
      onKeyDown={pressed}
    >
      <div ref={scroller} className={styles.scroller} role="rowgroup">
        <div className={styles.head} role="row" style={{ ...template, minWidth: tracks.least }}>
          {canTick && (
            <span role="columnheader">
              <input
                type="checkbox"
                tabIndex={-1}
                checked={isAllTicked}
                aria-label={t('work.tickAll')}
                onChange={tickAll}
              />
            </span>
          )}
          <span role="columnheader">{t('work.state')}</span>
          {columns.map(({ id, header, isNumber }) => (
            <span
              key={id}
              role="columnheader"
              aria-sort={sortOf(sorting, id)}
              data-number={isNumber || undefined}
              title={header}
              onClick={() => props.onSort(id)}
            >
              {header}
              {sorting?.column === id && (sorting.descending ? ' ↓' : ' ↑')}
            </span>
          ))}
        </div>
        <div
          className={styles.canvas}
          style={{ height: virtual.getTotalSize(), minWidth: tracks.least }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            return (
              <div
                key={line.id}
                id={`${prefix}${index}`}
                role="row"
                className={styles.row}
                aria-rowindex={index + 2}
                aria-selected={ticked.has(line.id)}
                data-current={index === at || undefined}
                data-line={line.row.id}
                style={{ ...template, transform: `translateY(${start - headHeight}px)` }}
                onClick={() => props.onCurrent(line.id)}
                onDoubleClick={() => props.onOpen(line)}
              >
                {canTick && (
                  <span role="gridcell">
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      checked={ticked.has(line.id)}
                      aria-label={t('work.tick')}
                      onClick={(event) => event.stopPropagation()}
                      onChange={() => toggle(line.id)}
                    />
                  </span>
                )}
                <span
                  role="gridcell"
                  title={line.marks.map((mark) => t(`work.marks.${mark}`)).join(' · ')}
                >
                  {line.marks.slice(0, marksShown).map((mark) => (
                    <b key={mark} data-tone={toneOf.get(mark)}>
                      {t(`work.marks.${mark}`)}
                    </b>
                  ))}
                </span>
                {columns.map((column) => {
                  const { text } = column.cell(line);
                  return (
                    <span
                      key={column.id}
                      role="gridcell"
                      data-number={column.isNumber || undefined}
                      data-fact={column.id}
                      title={text}
                    >
                      {text}
                    </span>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function sortOf(sorting: Sorting | undefined, id: string) {
  if (sorting?.column !== id) return undefined;
  return sorting.descending ? 'descending' : 'ascending';
}
