import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../shared/kernel/ids';
import { useSession } from '../../app/session';
import { selectCell } from '../../components/grid/gridSelection';
import type { LedgerModel } from './useLedgerModel';

/**
 * Brings a record that was asked for by its address under the cursor, whatever keeps it away. A
 * record that was written a moment ago may not be in the order on screen yet: nothing is done then
 * until the rows have been put in order anew.
 *
 * | record  | in the rows shown | filters or search       | what is done                     |
 * | ------- | ----------------- | ----------------------- | -------------------------------- |
 * | unknown |                   |                         | says so                          |
 * | any     | yes               |                         | the cursor goes there            |
 * | deleted | no, without them  |                         | deleted records are shown as well |
 * | any     | no                | leave as many as before | every record is shown            |
 * | any     | no                | none, or other rows now | waits for the next order         |
 */
export function useOpenRow(wanted: RowId | undefined, model: LedgerModel, onFound: () => void) {
  const { ledger, rows, shown, cursor, say } = model;
  const { store } = useSession();
  const { t } = useTranslation();
  const done = useRef<RowId>(undefined);
  useEffect(() => {
    if (wanted === undefined || !rows.ready || done.current === wanted) return undefined;
    let gone = false;
    const find = async (id: RowId) => {
      const [record, position] = await Promise.all([store.row(ledger.id, id), rows.positionOf(id)]);
      if (gone) return;
      if (!record) {
        done.current = id;
        say(t('ledger.noSuchRecord'));
      } else if (position >= 0) {
        done.current = id;
        cursor.select(selectCell(position, 0));
        onFound();
      } else if (record.deletedAt !== undefined && !shown.withDeleted) shown.setWithDeleted(true);
      else if (shown.narrowed && (await store.count(shown.query)) === rows.count && !gone)
        shown.showAll();
    };
    void find(wanted);
    return () => {
      gone = true;
    };
    // asked again each time the rows were put in order anew
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, rows.opened]);
}
