import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../../shared/fields/codecFor';
import type { StoredValue } from '../../../../shared/ledger/field';
import { answersOf, ledgerField, type DeskField } from './deskFields';
import type { Entry } from './deskForm';
import { FieldFrame } from './FieldFrame';
import { useFieldId } from './laneContext';
import { WidthWord } from '../marks/WidthWord';
import styles from './fields.module.css';

interface OneKeyFieldProps {
  readonly field: DeskField;
  readonly entry: Entry | undefined;
  readonly missing?: boolean;
  readonly bare?: boolean;
  readonly onEdit: (field: DeskField, text: string) => void;
  /** After a key has answered: on to what is asked next. */
  readonly onAnswered: (field: DeskField) => void;
}

const tones: Readonly<Record<string, string>> = {
  绿: 'good',
  绿带星: 'good',
  黄: 'look',
  红: 'bad',
};

export const OneKeyField = memo(Question);

/** A question with few answers: 1, 2, 3 … answers and goes on; arrows move, Backspace takes it back. */
function Question({ field, entry, missing, bare, onEdit, onAnswered }: OneKeyFieldProps) {
  const { t, i18n } = useTranslation();
  const answers = answersOf(field);
  const chosen = answers.indexOf(entry?.text ?? '');
  const id = useFieldId(field);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (digit && !event.shiftKey) {
      const answer = answers[Number(digit) - 1];
      if (answer === undefined) return;
      event.preventDefault();
      onEdit(field, answer);
      onAnswered(field);
    } else if (step) {
      event.preventDefault();
      const next = chosen < 0 ? (step > 0 ? 0 : answers.length - 1) : chosen + step;
      onEdit(field, answers[Math.max(0, Math.min(answers.length - 1, next))] ?? '');
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      onEdit(field, '');
    }
  };
  const group = (
    <div
      id={id}
      role="radiogroup"
      tabIndex={0}
      data-desk-field={field}
      aria-labelledby={`${id}-label`}
      aria-label={bare ? t(`desk.fields.${field}`) : undefined}
      className={[
        styles.choices,
        entry?.filled ? styles.filled : '',
        missing ? styles.missing : '',
        bare ? styles.bare : '',
      ].join(' ')}
      onKeyDown={onKeyDown}
    >
      {answers.map((answer, index) => {
        const word = wordOf(field, answer, i18n.language);
        return (
          <button
            key={answer}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={index === chosen}
            aria-label={word}
            className={[
              styles.choice,
              index === chosen ? styles.chosen : '',
              index === chosen && field !== 'direction' ? (styles[tones[answer] ?? ''] ?? '') : '',
            ].join(' ')}
            onClick={() => {
              onEdit(field, index === chosen ? '' : answer);
              onAnswered(field);
            }}
          >
            <span className={styles.number}>{index + 1}</span>
            <WidthWord
              text={t(`desk.short.${answer}`, { defaultValue: word })}
              narrow={t(`desk.narrow.${answer}`, { defaultValue: word })}
            />
          </button>
        );
      })}
    </div>
  );
  return bare ? group : <FieldFrame field={field}>{group}</FieldFrame>;
}

export function wordOf(field: DeskField, answer: string, language: string): string {
  const ledger = ledgerField(field);
  const value: StoredValue = ledger.kind === 'flag' ? answer === '是' : answer;
  return codecFor(ledger).toText(value, language.startsWith('en') ? 'en' : 'zh');
}
