import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowId } from '../../../shared/kernel/ids';
import { dateOf, formatInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { WorkLine, WorkStep } from '../../../shared/work/workList';
import { useSession } from '../../app/session';
import { useModal } from '../../components/popover/useModal';
import { recordTitle } from '../../components/record/recordTitle';
import type { Write } from '../../store/contract';
import { askedFields, readAnswer, type AskedField, type Answer } from './stepFields';
import { useRecordNames } from './useRecordNames';
import styles from './work.module.css';

interface StepDialogProps {
  readonly step: WorkStep;
  readonly ledger: LedgerDefinition;
  readonly lines: readonly WorkLine[];
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

const namesShown = 3;

/** Asks what a step needs to know and does it to all its lines in one commit, which can be undone. */
export function StepDialog({ step, ledger, lines, onDone, onClose }: StepDialogProps) {
  const { t, i18n } = useTranslation();
  const { store, clock, random } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const dialog = useModal();
  const id = useId();
  const asked = askedFields(ledger, step.asks, step.needs ?? []);
  const names = useRecordNames(asked.flatMap(({ field }) => field.refersTo ?? []));
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      asked.flatMap(({ name, field, isNeeded }) =>
        field.kind === 'instant' && isNeeded ? [[name, formatInstant(clock())]] : [],
      ),
    ),
  );
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const [problem, setProblem] = useState('');

  const submit = async () => {
    const now = clock();
    const read = new Map(
      asked.map((one) => [one.name, readAnswer(one, texts[one.name] ?? '', dateOf(now))]),
    );
    setAnswers(read);
    const wrong = asked.find(({ name }) =>
      ['missing', 'wrong'].includes(read.get(name)?.state ?? ''),
    );
    if (wrong) {
      dialog.current?.querySelector<HTMLElement>(`[data-asked="${wrong.name}"]`)?.focus();
      return;
    }
    const typed: Record<string, StoredValue> = {};
    for (const [name, answer] of read) if (answer.state === 'value') typed[name] = answer.value;
    const changes = step.changes(lines, typed, { now, operator: store.operator });
    const writes = changes.map((change): Write => {
      if (change.type === 'update') return change;
      return {
        ...change,
        row: newRowId(now, random),
        values: { unit: store.event.unit, ...change.values },
      };
    });
    if (writes.length === 0) {
      setProblem(t('work.nothingToDo'));
      return;
    }
    const reason = t(`work.steps.${step.id}`);
    const done = await store.commit(writes, { type: 'typed', reason });
    if (done.ok) onDone(t('work.done', { step: reason, count: writes.length }));
    else setProblem(t(`ledger.problem.${done.problem.tag}`));
  };
  const titles = lines
    .slice(0, namesShown)
    .map(({ row }) => recordTitle(ledger, row, language))
    .join(t('work.and'));
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 id={id}>{t(`work.steps.${step.id}`)}</h2>
        <p>{t('work.doneTo', { names: titles, count: lines.length })}</p>
        {asked.map((one, index) => (
          <label key={one.name}>
            <span>
              {one.field.header[language]}
              {one.isNeeded && <em aria-hidden> *</em>}
            </span>
            {inputOf(one, index === 0)}
            {said(answers.get(one.name))}
          </label>
        ))}
        <p className={styles.problem} role="alert">
          {problem}
        </p>
        <footer>
          <button type="button" onClick={onClose}>
            {t('work.cancel')}
          </button>
          <button
            type="submit"
            className={styles.primary}
            data-first={asked.length === 0 || undefined}
          >
            {t('work.confirm')}
          </button>
        </footer>
      </form>
    </dialog>
  );

  function inputOf({ name, field, isNeeded }: AskedField, isFirst: boolean) {
    const common = {
      value: texts[name] ?? '',
      'data-asked': name,
      'data-first': isFirst || undefined,
      'aria-required': isNeeded,
      'aria-invalid': ['missing', 'wrong'].includes(answers.get(name)?.state ?? ''),
      onChange: ({ target }: { readonly target: { readonly value: string } }) =>
        setTexts((before) => ({ ...before, [name]: target.value })),
    };
    const choices = field.refersTo
      ? [...(names.get(field.refersTo) ?? [])].map(([value, words]) => ({ value, words }))
      : field.options?.map(({ value, en }) => ({ value, words: language === 'en' ? en : value }));
    if (choices)
      return (
        <select {...common}>
          <option value="" />
          {choices.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      );
    if (field.kind === 'longText') return <textarea rows={3} {...common} />;
    return <input {...common} spellCheck={false} autoComplete="off" />;
  }

  function said(answer: Answer | undefined) {
    if (answer?.state !== 'missing' && answer?.state !== 'wrong') return null;
    return (
      <small role="alert">
        {answer.state === 'missing'
          ? t('fields.findings.required')
          : t(`fields.findings.${answer.why.rule}`, { ...answer.why.facts })}
      </small>
    );
  }
}
