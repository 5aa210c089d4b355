import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../../shared/kernel/time';
import { useSession } from '../../../app/session';
import type { Duty } from '../passage/passageValues';
import { shiftWord } from '../duty/DutyFacts';
import { namesOf, unplanned } from './roster';
import { useRoster } from './useRoster';
import styles from './shift.module.css';

interface RosterTodayProps {
  readonly duty: Duty;
  readonly place: string;
  readonly date: IsoDate;
}

const columns = ['shift', 'leader', 'planned', 'present'] as const;

/** Both shifts of the day at this checkpoint: who is planned, who has come, who came instead. */
export function RosterToday({ duty, place, date }: RosterTodayProps) {
  const { store } = useSession();
  const { t, i18n } = useTranslation();
  const lines = useRoster(store, place, date);
  const list = (names: readonly string[]) => names.join(t('frame.marks.list'));
  return (
    <section className={styles.roster} aria-label={t('shift.roster.title')}>
      <h3>
        {t('shift.roster.title')} <span>{date}</span>
      </h3>
      {lines.length === 0 ? <p className={styles.quiet}>{t('shift.roster.none')}</p> : null}
      {lines.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`shift.roster.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const word = `${line.shift}班`;
              // who is on duty now has logged under this shift, signed for or not
              const present = word === duty.shift ? namesOf(duty.staff) : line.present;
              const others = unplanned(line, present);
              return (
                <tr key={line.shift} data-roster={line.shift}>
                  <th scope="row">{shiftWord(word, i18n.language)}</th>
                  <td>{line.leader}</td>
                  <td>{list(line.planned)}</td>
                  <td>
                    {present.length === 0 ? t('shift.roster.notYet') : list(present)}
                    {others.length === 0 ? null : (
                      <strong className={styles.unplanned}>
                        {t('shift.roster.unplanned', { names: list(others) })}
                      </strong>
                    )}
                    {line.takenOverBy === '' ? null : (
                      <small>{t('shift.roster.handedTo', { name: line.takenOverBy })}</small>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
