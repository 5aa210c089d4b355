import { useTranslation } from 'react-i18next';
import { shiftSpan } from './shiftSpan';
import { useSession } from '../../../app/session';
import { namesOf, unplanned } from './roster';
import { useRoster } from './useRoster';
import styles from './shift.module.css';

interface PlannedNoteProps {
  readonly place: string | undefined;
  readonly shift: string;
  readonly staff: string;
  /** Takes the planned names over. */
  readonly onTake: (staff: string) => void;
}

/** Beside the names of those who come: whom the roster has planned, and who of them is not in it. */
export function PlannedNote({ place, shift, staff, onTake }: PlannedNoteProps) {
  const { store, clock } = useSession();
  const { t } = useTranslation();
  const { date } = shiftSpan(shift, clock());
  const line = useRoster(store, place, date).find((one) => shift.startsWith(one.shift));
  if (!line || line.planned.length === 0) return null;
  const list = (names: readonly string[]) => names.join(t('frame.marks.list'));
  const others = unplanned(line, namesOf(staff));
  const planned = list(line.planned);
  return (
    <p className={styles.planned} role="status" data-planned>
      {t('shift.roster.plan', { names: planned })}
      {others.length === 0 ? null : (
        <strong className={styles.unplanned}>
          {t('shift.roster.unplanned', { names: list(others) })}
        </strong>
      )}
      {staff.trim() === planned ? null : (
        <button type="button" className={styles.take} onClick={() => onTake(planned)}>
          {t('shift.roster.take')}
        </button>
      )}
    </p>
  );
}
