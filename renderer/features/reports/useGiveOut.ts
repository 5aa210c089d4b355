import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { FilledReport } from '../../../shared/reports/filledReport';
import { useSession } from '../../app/session';
import { loadDrawing } from './chartDrawing';
import { giveOut, type GiveOutKind } from './giveOut';

export interface GivingOut {
  /** Of a version that was issued, its author and number. */
  readonly give: (
    kind: GiveOutKind,
    report: FilledReport,
    issued?: { readonly author: string; readonly version: string },
  ) => Promise<void>;
  /** What is being printed: on paper it stands alone, without the app around it. */
  readonly printing: FilledReport | undefined;
  readonly isWriting: boolean;
}

/** Gives a report out as a file or on paper, and tells where it went. */
export function useGiveOut(tell: (notice: string) => void): GivingOut {
  const { t } = useTranslation();
  const { store, desktop } = useSession();
  const [printing, setPrinting] = useState<FilledReport>();
  const [isWriting, setIsWriting] = useState(false);
  return {
    printing,
    isWriting,
    give: async (kind, report, issued) => {
      if (kind === 'print' && report.blocks.some(({ type }) => type === 'chart'))
        await loadDrawing();
      flushSync(() => {
        setPrinting(kind === 'print' ? report : undefined);
        setIsWriting(true);
      });
      const given = await giveOut(kind, {
        desktop,
        report,
        author: store.operator,
        label: t(`reports.files.${kind}`),
        ...issued,
      });
      setPrinting(undefined);
      setIsWriting(false);
      if (given.ok) tell(t('reports.given', { name: given.value.name }));
      else if (given.problem.tag !== 'cancelled') tell(t(`reports.notGiven.${given.problem.tag}`));
    },
  };
}
