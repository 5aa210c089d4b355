import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { maskValue } from '../../../../shared/fields/mask';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { timeOrderFindings } from '../../../../shared/ledger/timeOrder';
import type { Field } from '../../../../shared/ledger/field';
import type { Assistant } from '../../../components/picking/assistant';
import { textToEdit } from '../data/textToEdit';
import type { Texts } from '../data/useDrafts';
import type { Revealed } from '../data/useReveal';
import { FieldLine } from './FieldLine';
import { formSections } from './formSections';
import type { GroupSurroundings } from './GroupInput';
import styles from './record.module.css';

interface RecordFormProps {
  readonly ledger: LedgerDefinition;
  readonly row: Row;
  /** Texts that could not be taken. */
  readonly drafts: Texts;
  readonly shown: Revealed;
  readonly surroundings: GroupSurroundings;
  /** The field to begin with; null leaves the focus where it is. */
  readonly focusOn: string | null;
  readonly onReveal: (fields: readonly string[]) => void;
  readonly onLeave: (field: string, text: string, reason: string) => void;
}

/** The fields of a record that is there: each is committed as it is left. */
export function RecordForm(props: RecordFormProps) {
  const { ledger, row, drafts, shown, surroundings, focusOn } = props;
  const { language, context } = surroundings;
  const { t } = useTranslation();
  const form = useRef<HTMLDivElement>(null);
  const sections = useMemo(() => formSections(ledger), [ledger]);
  const assistants = useAssistants(ledger, surroundings.assistantOf);
  useEffect(() => {
    if (focusOn !== null) document.getElementById(`field-${focusOn}`)?.focus();
  }, [focusOn]);
  // A value that was asked for stands in its box now: the focus goes on there.
  const asked = useRef<string>(undefined);
  useEffect(() => {
    const name = asked.current;
    if (name === undefined || shown.row !== row.id || !shown.fields.has(name)) return;
    asked.current = undefined;
    document.getElementById(`field-${name}`)?.focus();
  }, [shown, row.id]);

  const beside = timeOrderFindings(ledger, row.values, language);
  const maskOf = (name: string, field: Field) => {
    const value = row.values[name];
    const isShown = shown.row === row.id && shown.fields.has(name);
    if (!field.sensitive || value === undefined || isShown || drafts[name] !== undefined)
      return undefined;
    return maskValue(field, value);
  };
  return (
    <div ref={form} className={styles.form} onKeyDown={nextByEnter}>
      {sections.map(({ title, fields }) => (
        <section key={title?.zh ?? ''}>
          <h3>{title?.[language] ?? t('record.common')}</h3>
          {fields.map(([name, field]) => (
            <FieldLine
              key={name}
              name={name}
              field={field}
              text={drafts[name] ?? textToEdit(field, row.values[name], language, context)}
              value={drafts[name] === undefined ? row.values[name] : undefined}
              mask={maskOf(name, field)}
              disabled={row.deletedAt !== undefined}
              missing
              beside={drafts[name] === undefined ? beside[name] : undefined}
              assistant={assistants.get(name)}
              surroundings={surroundings}
              onReveal={() => {
                asked.current = name;
                props.onReveal([name]);
              }}
              onLeave={(text, reason) => props.onLeave(name, text, reason)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

export function useAssistants(
  ledger: LedgerDefinition,
  assistantOf: (field: Field) => Assistant | undefined,
): ReadonlyMap<string, Assistant | undefined> {
  return useMemo(
    () =>
      new Map(
        Object.entries<Field>(ledger.fields).map(([name, field]) => [name, assistantOf(field)]),
      ),
    [ledger, assistantOf],
  );
}

/** Enter goes on to the next box, as Tab does. */
export function nextByEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, ctrlKey, altKey } = event;
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (key !== 'Enter' || ctrlKey || altKey || !(target instanceof HTMLInputElement)) return;
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input, textarea, button'),
  ].filter((stop) => !stop.matches(':disabled, [tabindex="-1"]'));
  event.preventDefault();
  stops[stops.indexOf(target) + 1]?.focus();
}
