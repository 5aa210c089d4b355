import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../../app/session';
import type { FigureQuery, FigureRow, OpenedFigure } from '../../store/figureContract';

export interface FigureRows {
  /** Undefined while it is opened. */
  readonly opened: OpenedFigure | undefined;
  readonly rowAt: (index: number) => FigureRow | undefined;
  /** Has the rows of these positions read. */
  readonly need: (from: number, to: number) => void;
}

const pageSize = 100;

/** The records behind a figure, read page by page as they come on screen. */
export function useOpenedFigure(query: FigureQuery, value: number): FigureRows {
  const { store } = useSession();
  const [opened, setOpened] = useState<OpenedFigure>();
  const [pages, setPages] = useState<ReadonlyMap<number, readonly FigureRow[]>>(new Map());
  const asked = useRef(new Set<number>());
  const { figure, cutOff, of } = query;

  useEffect(() => {
    let gone = false;
    let id: number | undefined;
    const open = async () => {
      const next = await store.openFigure({ figure, cutOff, ...(of ? { of } : {}) }, pageSize);
      id = next.id;
      if (gone) return store.closeFigure(next.id);
      asked.current = new Set([0]);
      setPages(new Map([[0, next.first]]));
      setOpened(next);
    };
    void open();
    return () => {
      gone = true;
      if (id !== undefined) store.closeFigure(id);
    };
    // its value tells that records have changed
  }, [store, figure, cutOff, of, value]);

  const need = useCallback(
    (from: number, to: number) => {
      if (!opened) return;
      for (let page = Math.floor(from / pageSize); page * pageSize < to; page++) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        void store
          .figureRows(opened.id, page * pageSize, (page + 1) * pageSize)
          .then((rows) => setPages((before) => new Map(before).set(page, rows)));
      }
    },
    [store, opened],
  );
  return {
    opened,
    need,
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
  };
}
