import { useEffect } from 'react';
import type { DeskAction, Notice } from '../form/deskForm';

const noticeMs = 8_000;

/** Notices that need no answer go by themselves; a failed save stays. */
export function useNoticeTimeout(
  notice: Notice | undefined,
  dispatch: (action: DeskAction) => void,
): void {
  useEffect(() => {
    if (!notice || notice.tag === 'failed') return undefined;
    const timer = setTimeout(() => dispatch({ type: 'noticed', notice: undefined }), noticeMs);
    return () => clearTimeout(timer);
  }, [notice, dispatch]);
}
