import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/fields/codec';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import type { Assistant } from '../../../components/picking/assistant';
import { asksReason, findingText, readStored, readTyped } from '../data/readTyped';
import { FieldInput } from './FieldInput';
import type { GroupSurroundings } from './GroupInput';
import styles from './record.module.css';

export interface FieldLineProps {
  readonly name: string;
  readonly field: Field;
  /** What stands there before anyone types: the value, or a text that could not be taken. */
  readonly text: string;
  /** The stored value that the text shows; undefined where the text is not one yet. */
  readonly value?: StoredValue | undefined;
  /** Shown in place of a value that nobody asked to see. */
  readonly mask: string | undefined;
  readonly disabled: boolean;
  /** Whether a blank required field is wrong by now, or not yet. */
  readonly missing: boolean;
  /** What is odd about the value beside others of the record. */
  readonly beside?: Finding | undefined;
  readonly reason?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly assistant: Assistant | undefined;
  readonly surroundings: GroupSurroundings;
  readonly onReveal: () => void;
  /** At each letter. */
  readonly onText?: ((text: string) => void) | undefined;
  readonly onReason?: ((reason: string) => void) | undefined;
  /** Once the field is left with another text than it was entered with. */
  readonly onLeave?: ((text: string, reason: string) => void) | undefined;
}

/** One field of the form: its label, its input, and what is to be said about its text beside it. */
export function FieldLine(props: FieldLineProps) {
  const { name, field, text, mask, onText, onLeave, surroundings } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [ownReason, setOwnReason] = useState('');
  const [focused, setFocused] = useState(false);
  const shown = typed ?? text;
  const reason = props.reason ?? ownReason;

  const leave = () => {
    if (typed !== undefined && typed !== text) onLeave?.(typed, ownReason);
    setTyped(undefined);
    setOwnReason('');
  };
  // A field that goes away while it is being typed in hands its text over all the same.
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useLayoutEffect(() => () => latest.current(), []);

  const isValue = typed === undefined && props.value !== undefined;
  const read = isValue
    ? readStored(field, props.value, surroundings.context)
    : readTyped(field, shown, surroundings.context);
  const isMissing = shown === '' || (read.state === 'wrong' && read.why.rule === 'required');
  const wrong =
    read.state === 'wrong' && (isMissing ? props.missing : !focused || typed === undefined)
      ? findingText(t, read.why)
      : undefined;
  // which record a name means is only asked for while it is typed
  const odd =
    read.state === 'value' && mask === undefined
      ? read.warnings.filter(({ rule }) => !focused || rule !== 'reference.unresolved')
      : [];
  const asks = asksReason(odd) && (onText !== undefined || typed !== undefined);
  // each entry of a group says by itself what is odd about it
  const own = field.kind === 'group' ? [] : odd;
  const said = props.beside && wrong === undefined && !focused ? [...own, props.beside] : own;
  const hasNotes = wrong !== undefined || said.length > 0 || asks;
  const noteId = `note-${name}`;
  const label = field.header[surroundings.language];
  return (
    <div
      className={styles.line}
      data-field={name}
      data-wide={field.kind === 'group' || undefined}
      onFocus={() => setFocused(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setFocused(false);
        leave();
      }}
    >
      <label htmlFor={`field-${name}`}>
        {label}
        {field.required && <em aria-hidden>{'\u00a0'}*</em>}
      </label>
      {mask === undefined ? (
        <FieldInput
          id={`field-${name}`}
          field={field}
          text={shown}
          assistant={props.assistant}
          group={surroundings}
          describedBy={hasNotes ? noteId : undefined}
          invalid={wrong !== undefined}
          disabled={props.disabled}
          placeholder={props.placeholder}
          onText={(next) => {
            if (onText) onText(next);
            else setTyped(next);
            surroundings.onTyping(field, next);
          }}
        />
      ) : (
        <span className={styles.masked}>
          <span>{mask}</span>
          <button
            type="button"
            id={`field-${name}`}
            aria-label={`${t('ledger.reveal')} ${label}`}
            title={`${t('ledger.reveal')} Ctrl+M`}
            onClick={props.onReveal}
          >
            {t('ledger.reveal')}
          </button>
        </span>
      )}
      {hasNotes && (
        <div id={noteId} className={styles.notes}>
          {wrong !== undefined && (
            <p className={styles.wrong} role="alert">
              {wrong}
            </p>
          )}
          {said.map((one) => (
            <p key={one.rule} className={styles.odd} role="status">
              {findingText(t, one)}
            </p>
          ))}
          {asks && (
            <input
              className={styles.reason}
              value={reason}
              placeholder={t('record.reason')}
              aria-label={`${label} ${t('record.reason')}`}
              onChange={({ target }) => {
                if (props.onReason) props.onReason(target.value);
                else setOwnReason(target.value);
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}
