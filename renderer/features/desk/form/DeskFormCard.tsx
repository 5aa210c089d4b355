import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { KnownVehicle } from '../../../store/contract';
import { ledgerField, seldomFields, type DeskField } from './deskFields';
import { textOf, type DeskForm } from './deskForm';
import { KeyCap } from '../marks/KeyCap';
import { OneKeyField, wordOf } from './OneKeyField';
import { findingWords } from '../verdict/panelLines';
import { PlateField } from './PlateField';
import type { FormReading } from './readForm';
import { TextField } from './TextField';
import styles from '../lanes/lane.module.css';

interface DeskFormCardProps {
  readonly form: DeskForm;
  readonly reading: FormReading;
  /** Fields that speak against the vehicle. */
  readonly blamed: ReadonlySet<DeskField>;
  readonly vehicles: readonly KnownVehicle[];
  readonly seldomOpen: boolean;
  readonly earlierToday: { readonly count: number; readonly last: Row | undefined };
  readonly onEdit: (field: DeskField, text: string) => void;
  readonly onChoose: (vehicle: KnownVehicle) => void;
  readonly onSettled: () => void;
  readonly onNext: (after: DeskField) => void;
}

const passengersKey = <KeyCap>F4</KeyCap>;

/** The form in the order in which a clerk asks. */
export function DeskFormCard(props: DeskFormCardProps) {
  const { form, reading, vehicles, seldomOpen, earlierToday, onEdit, onNext } = props;
  const { t } = useTranslation();
  const text = (field: DeskField, more: { numeric?: boolean; placeholder?: string } = {}) => {
    const found = reading.findings[field];
    return (
      <TextField
        key={field}
        field={field}
        entry={form.entries[field]}
        hint={found ? findingWords(t, found.finding) : undefined}
        warn={found !== undefined || props.blamed.has(field)}
        missing={reading.missing.includes(field)}
        onEdit={onEdit}
        {...more}
        {...(ledgerField(field).options ? { list: `desk-options-${field}` } : {})}
        {...(field === 'passengers' ? { after: passengersKey } : {})}
      />
    );
  };
  const oneKey = (field: DeskField, bare = false) => (
    <OneKeyField
      key={field}
      field={field}
      bare={bare}
      entry={form.entries[field]}
      missing={reading.missing.includes(field)}
      onEdit={onEdit}
      onAnswered={onNext}
    />
  );
  return (
    <>
      <header className={styles.top}>
        <PlateField
          entry={form.entries.plate}
          missing={reading.missing.includes('plate')}
          vehicles={vehicles}
          onEdit={(typed) => onEdit('plate', typed)}
          onChoose={props.onChoose}
          onSettled={props.onSettled}
          onNext={() => onNext('plate')}
        />
        <Facts form={form} earlierToday={earlierToday} />
        {oneKey('direction', true)}
      </header>
      <div className={styles.fields}>
        {text('driverName')}
        {text('documentNumber')}
        {text('phone')}
        {text('origin')}
        {text('destination')}
        {text('purpose')}
        {oneKey('healthCode')}
        {oneKey('tripCode')}
        {text('temperature', { numeric: true, placeholder: '36.5' })}
        {text('testSampledAt', { placeholder: t('desk.testHint') })}
        {oneKey('testResult')}
        {text('permit')}
        {text('passengerCount', { numeric: true })}
        {text('vehicleType')}
        {oneKey('goodsDisinfected')}
        {seldomOpen ? (
          <>
            {seldomFields.map((field) =>
              text(field, field === 'passengers' ? { placeholder: t('desk.passengersHint') } : {}),
            )}
          </>
        ) : null}
      </div>
    </>
  );
}

function Facts({ form, earlierToday }: Pick<DeskFormCardProps, 'form' | 'earlierToday'>) {
  const { t, i18n } = useTranslation();
  const { correcting, permitScanned, known } = form;
  const { count, last } = earlierToday;
  const at = last?.values.passedAt;
  const direction = last?.values.direction;
  const lastSeen = known?.lastAt;
  return (
    <div className={styles.facts}>
      {correcting ? (
        <span className={styles.correcting}>
          {t('desk.correcting', { time: formatInstant(correcting.passedAt).slice(11) })}
        </span>
      ) : null}
      {permitScanned && !correcting ? (
        <span className={styles.scanned}>{t('desk.permitScanned')}</span>
      ) : null}
      {textOf(form, 'plate') !== '' && count > 0 ? (
        <span className={styles.quiet}>
          {t('desk.todayNth', { count: count + 1 })}
          <br />
          {t('desk.lastToday', {
            time: typeof at === 'number' ? formatInstant(toInstant(at)).slice(11) : '',
            direction:
              typeof direction === 'string' ? wordOf('direction', direction, i18n.language) : '',
          })}
        </span>
      ) : known ? (
        <span className={styles.quiet}>
          {t('desk.knownVehicle', { count: known.passages })}
          <br />
          {lastSeen === undefined
            ? ''
            : t('desk.lastSeen', { time: formatInstant(lastSeen).slice(5) })}
        </span>
      ) : null}
    </div>
  );
}
