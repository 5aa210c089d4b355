import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../shared/kernel/ids';
import { selectCell } from '../../components/grid/gridSelection';
import type { LedgerModel } from './useLedgerModel';

/** Brings a record that was asked for by its address under the cursor, whatever keeps it away. */
export function useOpenRow(wanted: RowId | undefined, model: LedgerModel, onFound: () => void) {
  const { rows, shown, cursor, say } = model;
  const { t } = useTranslation();
  const done = useRef<RowId>(undefined);
  useEffect(() => {
    if (wanted === undefined || !rows.ready || done.current === wanted) return;
    void rows.positionOf(wanted).then((position) => {
      if (done.current === wanted) return;
      if (position >= 0) {
        done.current = wanted;
        cursor.select(selectCell(position, 0));
        onFound();
      } else if (shown.narrowed) shown.showAll();
      else if (!shown.withDeleted) shown.setWithDeleted(true);
      else {
        done.current = wanted;
        say(t('ledger.noSuchRecord'));
      }
    });
    // asked again each time the rows were put in order anew
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, rows.opened]);
}
