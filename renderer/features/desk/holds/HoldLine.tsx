import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../../shared/fields/codecFor';
import { maskValue } from '../../../../shared/fields/mask';
import { formatInstant, toInstant, type Clock } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { findingWords } from '../verdict/panelLines';
import { editOf, holdField, readHoldField, type HoldField } from './holdEdits';
import type { HoldEditing } from './useHoldEditing';
import styles from './holds.module.css';

/** Typed and not understood: kept by row and field for as long as the desk is open. */
export type HoldDrafts = Map<string, string>;

interface HoldLineProps {
  readonly row: Row;
  readonly name: HoldField;
  readonly drafts: HoldDrafts;
  readonly editing: HoldEditing;
  readonly clock: Clock;
}

/** One field of a hold: written when it is left; what cannot be read stays, with the reason. */
export function HoldLine({ row, name, drafts, editing, clock }: HoldLineProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const key = `${row.id} ${name}`;
  const [typed, setTyped] = useState(() => drafts.get(key));
  const [focused, setFocused] = useState(false);
  const field = holdField(name);
  const value = row.values[name];
  const language = i18n.language.startsWith('en') ? 'en' : 'zh';
  const stored = () => {
    if (value === undefined) return '';
    if (field.sensitive && !focused) return maskValue(field, value);
    if (typeof value === 'number') return formatInstant(toInstant(value)).slice(5);
    return codecFor(field).toText(value, 'zh');
  };
  const read = typed === undefined || focused ? undefined : readHoldField(name, typed, clock());
  const wrong = read?.state === 'unreadable' ? findingWords(t, read.why) : undefined;
  const leave = async () => {
    setFocused(false);
    if (typed === undefined) return;
    const now = clock();
    const parsed = readHoldField(name, typed, now);
    if (parsed.state === 'unreadable') return;
    const next = parsed.state === 'value' ? parsed.value : null;
    if (!(await editing.write(editOf(row, name, next, now)))) return;
    // nothing that was typed meanwhile is lost
    if (drafts.get(key) === typed) drafts.delete(key);
    setTyped((since) => (since === typed ? undefined : since));
  };
  return (
    <label className={styles.line} htmlFor={id}>
      <span>{field.header[language]}</span>
      <input
        id={id}
        data-hold-field={name}
        className={wrong === undefined ? styles.input : `${styles.input} ${styles.wrong}`}
        value={typed ?? stored()}
        autoComplete="off"
        spellCheck={false}
        placeholder={field.kind === 'instant' ? t('holds.now') : undefined}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-problem`}
        onFocus={() => {
          setFocused(true);
          if (field.sensitive && value !== undefined) editing.reveal(row, name);
        }}
        onBlur={() => void leave()}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          // the dialog may be closed before the field is left
          drafts.set(key, currentTarget.value);
        }}
      />
      {wrong === undefined ? null : (
        <small id={`${id}-problem`} className={styles.problem}>
          {wrong}
        </small>
      )}
    </label>
  );
}
