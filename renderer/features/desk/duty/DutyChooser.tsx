import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Clock } from '../../../../shared/kernel/time';
import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';
import { useSession } from '../../../app/session';
import { CheckpointPicker, named } from './CheckpointPicker';
import { shiftAt } from './DutyFacts';
import { KeyCap } from '../marks/KeyCap';
import { NewCheckpoint } from './NewCheckpoint';
import type { Duty } from '../passage/passageValues';
import { useFocusHome } from '../useFocusHome';
import { firstOf, type Signatures } from '../shift/signOver';
import { PlannedNote } from '../shift/PlannedNote';
import type { Names } from '../useNames';
import styles from './duty.module.css';

interface DutyChooserProps {
  readonly checkpoints: Names;
  readonly current: Duty | undefined;
  readonly clock: Clock;
  /** Who hands over, where somebody does: both names are asked for then. */
  readonly handedOverBy?: string;
  /** Why the change was not kept. */
  readonly refused?: string;
  readonly onChosen: (duty: Duty, signatures: Signatures) => void;
  /** Back to the desk as it was; undefined when nobody is on duty yet. */
  readonly onCancel: (() => void) | undefined;
}

const shifts = checkpointPasses.fields.shift.options ?? [];
const platePrefix = /^\p{Script=Han}[A-HJ-NP-Z]$/u;
const laneCounts = [1, 2] as const;
const focusSearch = () => document.getElementById('duty-search')?.focus();

/** Where this laptop stands and who is on duty: asked once, then only at a change of shift. */
export function DutyChooser(props: DutyChooserProps) {
  const { checkpoints, current, clock, onChosen, onCancel } = props;
  const { store } = useSession();
  const { t, i18n } = useTranslation();
  const [checkpoint, setCheckpoint] = useState(current?.checkpoint ?? '');
  const [search, setSearch] = useState('');
  const [isMaking, setMaking] = useState(false);
  // At a change of shift it is the other one that comes.
  const [shift, setShift] = useState<string>(() => shiftAt(clock()));
  const [staff, setStaff] = useState(current?.shift === shift ? current.staff : '');
  const [homePlate, setHomePlate] = useState(current?.homePlate || '豫H');
  const [lanes, setLanes] = useState<1 | 2>(current?.lanes ?? 1);
  const [handedOverBy, setHandedOverBy] = useState(props.handedOverBy ?? '');
  const [takenOverBy, setTakenOverBy] = useState('');
  const [problem, setProblem] = useState('');

  useFocusHome(focusSearch);
  const isFirst = checkpoints.ready && checkpoints.all.length === 0;
  const only = () => {
    const listed = named(checkpoints, search);
    return listed.length === 1 ? listed[0]?.id : undefined;
  };
  const choose = async (id: RowId) => {
    setCheckpoint(id);
    setProblem('');
    const name = shift === 'A班' ? 'leaderOfShiftA' : 'leaderOfShiftB';
    const leader = (await store.row('checkpoints', id))?.values[name];
    if (typeof leader === 'string') setStaff((typed) => (typed.trim() === '' ? leader : typed));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = checkpoint || only();
    if (!chosen) setProblem(t('desk.duty.needCheckpoint'));
    else if (staff.trim() === '') setProblem(t('desk.duty.needStaff'));
    else if (!platePrefix.test(homePlate)) setProblem(t('desk.duty.needPlate'));
    else if (props.handedOverBy !== undefined && handedOverBy.trim() === '') {
      setProblem(t('shift.needHandedOverBy'));
    } else {
      setProblem('');
      const signatures = {
        handedOverBy: handedOverBy.trim(),
        takenOverBy: takenOverBy.trim() || firstOf(staff.trim()),
      };
      onChosen({ checkpoint: chosen, shift, staff: staff.trim(), homePlate, lanes }, signatures);
    }
  };
  return (
    <form
      className={styles.card}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onCancel?.();
      }}
    >
      <h1 className={styles.title}>{t(current ? 'desk.duty.changeTitle' : 'desk.duty.title')}</h1>
      <p className={styles.intro}>{t('desk.duty.intro')}</p>
      {isMaking || isFirst ? (
        <NewCheckpoint
          proposedName={search.trim()}
          isFirst={isFirst}
          onCancel={() => setMaking(false)}
          onMade={(id) => {
            setMaking(false);
            setSearch('');
            void choose(id).then(() => document.getElementById('duty-staff')?.focus());
          }}
        />
      ) : (
        <CheckpointPicker
          checkpoints={checkpoints}
          chosen={checkpoint}
          search={search}
          onSearch={setSearch}
          onChoose={(id) => void choose(id)}
          onNew={() => setMaking(true)}
        />
      )}
      <div className={styles.pair}>
        <fieldset className={styles.shifts}>
          <legend className={styles.label}>{t('desk.duty.shift')}</legend>
          {shifts.map(({ value, en }) => (
            <label key={value} className={shift === value ? styles.chosenShift : styles.shift}>
              <input
                type="radio"
                name="duty-shift"
                value={value}
                checked={shift === value}
                onChange={() => setShift(value)}
              />
              <strong>{i18n.language.startsWith('en') ? en : value}</strong>
              <span>{t(`desk.duty.shiftHours.${value}`)}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <label className={styles.label} htmlFor="duty-plate">
            {t('desk.duty.homePlate')}
          </label>
          <input
            id="duty-plate"
            className={styles.input}
            value={homePlate}
            maxLength={2}
            title={t('desk.duty.homePlateHint')}
            onChange={(event) => setHomePlate(event.currentTarget.value.toUpperCase())}
          />
        </div>
      </div>
      <div className={styles.pair}>
        <div>
          <label className={styles.label} htmlFor="duty-staff">
            {t('desk.duty.staff')}
          </label>
          <input
            id="duty-staff"
            className={styles.input}
            value={staff}
            autoComplete="off"
            placeholder={t('desk.duty.staffHint')}
            onChange={(event) => setStaff(event.currentTarget.value)}
          />
          <PlannedNote
            place={checkpoints.nameOf(checkpoint)}
            shift={shift}
            staff={staff}
            onTake={setStaff}
          />
        </div>
        <fieldset className={styles.shifts}>
          <legend className={styles.label}>{t('desk.duty.lanes')}</legend>
          {laneCounts.map((count) => (
            <label key={count} className={lanes === count ? styles.chosenShift : styles.shift}>
              <input
                type="radio"
                name="duty-lanes"
                value={count}
                checked={lanes === count}
                onChange={() => setLanes(count)}
              />
              {t(`desk.duty.laneCount.${count}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {props.handedOverBy === undefined ? null : (
        <div className={styles.signatures}>
          <label className={styles.label}>
            {t('shift.handedOverBy')}
            <input
              className={styles.input}
              value={handedOverBy}
              autoComplete="off"
              onChange={({ currentTarget }) => setHandedOverBy(currentTarget.value)}
            />
          </label>
          <label className={styles.label}>
            {t('shift.takenOverBy')}
            <input
              className={styles.input}
              value={takenOverBy}
              autoComplete="off"
              placeholder={firstOf(staff.trim())}
              onChange={({ currentTarget }) => setTakenOverBy(currentTarget.value)}
            />
          </label>
        </div>
      )}
      <div className={styles.foot}>
        <span className={styles.problem} role="alert">
          {problem || props.refused}
        </span>
        {onCancel ? (
          <button type="button" className={styles.plain} onClick={onCancel}>
            {t('desk.duty.cancel')} <KeyCap>Esc</KeyCap>
          </button>
        ) : null}
        <button type="submit" className={styles.start}>
          {t(current ? 'desk.duty.takeOver' : 'desk.duty.start')} <KeyCap>Enter</KeyCap>
        </button>
      </div>
    </form>
  );
}
