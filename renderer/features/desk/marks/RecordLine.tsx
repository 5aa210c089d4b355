import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../../shared/fields/codecFor';
import type { Parsed } from '../../../../shared/fields/codec';
import { maskValue } from '../../../../shared/fields/mask';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import { findingWords } from '../verdict/panelLines';
import styles from './recordLine.module.css';

/** Typed and not understood: kept by row and field for as long as the page is open. */
export type LineDrafts = Map<string, string>;

interface RecordLineProps {
  readonly name: string;
  readonly field: Field;
  readonly value: StoredValue | undefined;
  /** Names the row and the field among the drafts. */
  readonly draft: string;
  readonly drafts: LineDrafts;
  readonly read: (text: string) => Parsed<StoredValue>;
  /** `null` clears; false: it could not be kept. */
  readonly write: (value: StoredValue | null) => Promise<boolean>;
  /** A masked value is about to be shown. */
  readonly reveal: () => void;
}

/** One field of a record: written when it is left; what cannot be read stays, with the reason. */
export function RecordLine(props: RecordLineProps) {
  const { name, field, value, draft, drafts, read, write, reveal } = props;
  const { t, i18n } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(() => drafts.get(draft));
  const [focused, setFocused] = useState(false);
  const stored = () => {
    if (value === undefined) return '';
    if (field.sensitive && !focused) return maskValue(field, value);
    if (typeof value === 'number') return formatInstant(toInstant(value)).slice(5);
    return codecFor(field).toText(value, 'zh');
  };
  const found = typed === undefined || focused ? undefined : read(typed);
  const wrong = found?.state === 'unreadable' ? findingWords(t, found.why) : undefined;
  const leave = async () => {
    setFocused(false);
    if (typed === undefined) return;
    const parsed = read(typed);
    if (parsed.state === 'unreadable') return;
    if (!(await write(parsed.state === 'value' ? parsed.value : null))) return;
    // nothing that was typed meanwhile is lost
    if (drafts.get(draft) === typed) drafts.delete(draft);
    setTyped((since) => (since === typed ? undefined : since));
  };
  return (
    <label className={styles.line} htmlFor={id}>
      <span>{field.header[i18n.language.startsWith('en') ? 'en' : 'zh']}</span>
      <input
        id={id}
        data-record-field={name}
        className={wrong === undefined ? styles.input : `${styles.input} ${styles.wrong}`}
        value={typed ?? stored()}
        autoComplete="off"
        spellCheck={false}
        placeholder={field.kind === 'instant' ? t('desk.testHint') : undefined}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-problem`}
        onFocus={() => {
          setFocused(true);
          if (field.sensitive && value !== undefined) reveal();
        }}
        onBlur={() => void leave()}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          // the page may be left before the field is
          drafts.set(draft, currentTarget.value);
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
