import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { maskValue } from '../../../../shared/fields/mask';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { KnownVehicle } from '../../../store/contract';
import { ledgerField } from './deskFields';
import { useFieldId } from './laneContext';
import type { Entry } from './deskForm';
import { KeyCap } from '../marks/KeyCap';
import { showPlate } from '../marks/showPlate';
import styles from './plate.module.css';

interface PlateFieldProps {
  readonly entry: Entry | undefined;
  readonly missing: boolean;
  readonly vehicles: readonly KnownVehicle[];
  readonly onEdit: (text: string) => void;
  readonly onChoose: (vehicle: KnownVehicle) => void;
  /** The plate is complete: fill in what is known. */
  readonly onSettled: () => void;
  readonly onNext: () => void;
}

/** The plate, large. Enter or Tab takes it as typed, the arrows choose a vehicle seen before. */
export function PlateField(props: PlateFieldProps) {
  const { entry, missing, vehicles, onEdit, onChoose, onSettled, onNext } = props;
  const { t } = useTranslation();
  const id = useFieldId('plate');
  const [focused, setFocused] = useState(false);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const text = entry?.text ?? '';
  const listed = focused && open ? vehicles : [];
  const choose = (vehicle: KnownVehicle) => {
    setOpen(false);
    onChoose(vehicle);
    onNext();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && vehicles.length > 0) {
      event.preventDefault();
      setOpen(true);
      setMarked((at) => Math.max(-1, Math.min(vehicles.length - 1, at + step)));
    } else if (event.key === 'Escape' && listed.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setMarked(-1);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      const vehicle = listed[marked];
      // Enter in a plate that was only just typed goes on; it does not yet let the vehicle through.
      if (text.trim() === '' || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      if (vehicle) choose(vehicle);
      else onNext(); // leaving the field settles the plate
    }
  };
  return (
    <div className={styles.plate}>
      <input
        id={id}
        data-desk-field="plate"
        className={[styles.input, missing ? styles.missing : ''].join(' ')}
        value={focused ? text : showPlate(text)}
        placeholder={t('desk.platePlaceholder')}
        aria-label={t('desk.plate')}
        role="combobox"
        aria-expanded={listed.length > 0}
        aria-controls={`${id}-vehicles`}
        aria-activedescendant={marked >= 0 ? `${id}-vehicle-${marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          setOpen(false);
          onSettled();
        }}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setOpen(true);
          setMarked(-1);
          onEdit(event.currentTarget.value);
        }}
      />
      {listed.length === 0 ? null : (
        <div
          className={styles.list}
          id={`${id}-vehicles`}
          role="listbox"
          aria-label={t('desk.vehicles')}
        >
          {listed.map((vehicle, index) => (
            <div
              key={vehicle.plate}
              id={`${id}-vehicle-${index}`}
              role="option"
              aria-selected={index === marked}
              className={[styles.option, index === marked ? styles.marked : ''].join(' ')}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(vehicle);
              }}
            >
              <strong className={styles.number}>{showPlate(vehicle.plate)}</strong>
              <span>{driverOf(vehicle)}</span>
              <span className={styles.quiet}>
                {t('desk.knownVehicle', { count: vehicle.passages })}
              </span>
              <span className={styles.quiet}>{lastOf(vehicle)}</span>
            </div>
          ))}
          <div className={styles.foot}>
            <KeyCap>↑↓</KeyCap> {t('desk.vehicleChoose')} <KeyCap>Enter</KeyCap>{' '}
            {t('desk.vehicleTake')}
          </div>
        </div>
      )}
    </div>
  );
}

function driverOf({ last }: KnownVehicle): string {
  const name = last.values.driverName;
  return name === undefined ? '' : maskValue(ledgerField('driverName'), name);
}

function lastOf({ last }: KnownVehicle): string {
  const at = last.values.passedAt;
  return typeof at === 'number' ? formatInstant(toInstant(at)).slice(5) : '';
}
