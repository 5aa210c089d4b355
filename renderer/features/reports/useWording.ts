import { useEffect, useRef, useState } from 'react';
import type { ReportTemplate, TemplateBlock } from '../../../shared/reports/template';
import { useSession } from '../../app/session';
import { keepWording, readWording } from './templateMemory';

export interface ReportWording {
  /** The template with the wording as it was left; undefined while it is read. */
  readonly worded: ReportTemplate | undefined;
  readonly isChanged: boolean;
  readonly setBlock: (place: number, block: TemplateBlock) => void;
  /** Below the block at the place. */
  readonly addBlock: (place: number, block: TemplateBlock) => void;
  readonly removeBlock: (place: number) => void;
  /** Back to the template's own wording. */
  readonly giveUp: () => void;
}

const settleMs = 500;

/** Wording is kept while it is typed, at the latest when the page is left: nothing typed is lost. */
export function useWording(template: ReportTemplate): ReportWording {
  const { store } = useSession();
  const [kept, setKept] = useState<{ readonly blocks: readonly TemplateBlock[] | undefined }>();
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void }>(undefined);
  useEffect(() => {
    let gone = false;
    void readWording(store, template).then((blocks) => {
      if (!gone) setKept({ blocks });
    });
    return () => {
      gone = true;
      clearTimeout(pending.current?.timer);
      pending.current?.save();
    };
  }, [store, template]);
  const keep = (blocks: readonly TemplateBlock[] | undefined) => {
    setKept({ blocks });
    clearTimeout(pending.current?.timer);
    const save = () => {
      pending.current = undefined;
      void keepWording(store, template, blocks);
    };
    pending.current = { save, timer: setTimeout(save, settleMs) };
  };
  const blocks = kept?.blocks ?? template.blocks;
  return {
    worded: kept && { ...template, blocks },
    isChanged: kept?.blocks !== undefined,
    setBlock: (place, block) => keep(blocks.map((one, at) => (at === place ? block : one))),
    addBlock: (place, block) => keep(blocks.toSpliced(place + 1, 0, block)),
    removeBlock: (place) => keep(blocks.toSpliced(place, 1)),
    giveUp: () => keep(undefined),
  };
}
