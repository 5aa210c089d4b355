import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import { timeOrderFindings } from '../../../../shared/ledger/timeOrder';
import type { ParseContext } from '../../../../shared/fields/codec';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import { recordTitle } from '../../../components/record/recordTitle';
import { readTyped } from '../data/readTyped';
import type { References } from '../data/references';
import type { Drafts, Texts } from '../data/useDrafts';
import { FieldLine } from './FieldLine';
import { formSections } from './formSections';
import type { GroupSurroundings } from './GroupInput';
import { nextByEnter, useAssistants } from './RecordForm';
import styles from './record.module.css';

export type NewValues = Readonly<Record<string, StoredValue>>;

interface NewRecordProps {
  readonly ledger: LedgerDefinition;
  readonly drafts: Drafts;
  readonly references: References;
  readonly surroundings: GroupSurroundings;
  /** What is put in by itself where a field is left blank. */
  readonly automatic: Readonly<Record<string, string>>;
  /** A record that is named by the same values. */
  readonly findTwin: (values: NewValues) => Promise<Row | undefined>;
  readonly onGo: (row: Row['id']) => void;
  readonly onSave: (values: NewValues, reason: string, another: boolean) => Promise<boolean>;
}

/** Beside the texts of a new record stand the reasons given for them. */
const reasonOf = (name: string) => `${name} reason`;

/** A record being written. Everything typed is kept until it is saved, also while locked. */
export function NewRecord(props: NewRecordProps) {
  const { ledger, drafts, references, surroundings, automatic, findTwin, onGo, onSave } = props;
  const { language, context, assistantOf } = surroundings;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  /** Shown once; saved again, the record is added beside it. */
  const [twin, setTwin] = useState<Row>();
  const sections = useMemo(() => formSections(ledger), [ledger]);
  const assistants = useAssistants(ledger, assistantOf);
  const order = useMemo(() => sections.flatMap(({ fields }) => fields), [sections]);
  const { fresh } = drafts;
  const typed = useRef(fresh);
  typed.current = fresh;
  const put = (texts: Texts) => {
    typed.current = { ...typed.current, ...texts };
    drafts.putFresh(typed.current);
    setTwin(undefined);
  };
  const first = order[0]?.[0];
  useEffect(() => {
    if (first !== undefined) document.getElementById(`field-${first}`)?.focus();
  }, [first]);

  const save = async (another: boolean) => {
    const texts = typed.current;
    for (const [name, field] of order) await references.resolve(field, [texts[name] ?? '']);
    const { values, wrong } = readAll(order, texts, context);
    setTried(true);
    if (wrong !== undefined) {
      document.getElementById(`field-${wrong}`)?.focus();
      return;
    }
    const reasons = order.flatMap(([name]) => texts[reasonOf(name)]?.trim() || []);
    setBusy(true);
    const other = twin ? undefined : await findTwin(values);
    if (other) {
      setBusy(false);
      setTwin(other);
      return;
    }
    const saved = await onSave(values, reasons.join('；'), another);
    setBusy(false);
    if (!saved) return;
    typed.current = {};
    drafts.putFresh({});
    setTried(false);
    setTwin(undefined);
    if (first !== undefined) document.getElementById(`field-${first}`)?.focus();
  };
  const pressed = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && event.ctrlKey && !event.defaultPrevented) {
      event.preventDefault();
      void save(event.shiftKey);
    } else nextByEnter(event);
  };
  const beside = timeOrderFindings(ledger, readAll(order, fresh, context).values, language);
  return (
    <form
      ref={form}
      className={styles.entryForm}
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <div className={styles.form}>
        {sections.map(({ title, fields }) => (
          <section key={title?.zh ?? ''}>
            <h3>{title?.[language] ?? t('record.common')}</h3>
            {fields.map(([name, field]) => (
              <FieldLine
                key={name}
                name={name}
                field={field}
                text={fresh[name] ?? ''}
                mask={undefined}
                disabled={busy}
                missing={tried}
                beside={beside[name]}
                reason={fresh[reasonOf(name)] ?? ''}
                placeholder={automatic[name]}
                assistant={assistants.get(name)}
                surroundings={surroundings}
                onReveal={() => undefined}
                onText={(text) => put({ [name]: text })}
                onReason={(reason) => put({ [reasonOf(name)]: reason })}
              />
            ))}
          </section>
        ))}
      </div>
      {twin && (
        <p className={styles.twin} role="alert">
          {t('record.twin', { title: recordTitle(ledger, twin, language) })}
          <button type="button" onClick={() => onGo(twin.id)}>
            {t('record.openTwin')}
          </button>
        </p>
      )}
      <footer className={styles.foot}>
        <button
          type="button"
          className={styles.left}
          disabled={busy || Object.values(fresh).every((text) => text === '')}
          onClick={() => {
            typed.current = {};
            drafts.putFresh({});
            setTried(false);
            setTwin(undefined);
          }}
        >
          {t('record.empty')}
        </button>
        <button
          type="button"
          disabled={busy}
          title="Ctrl+Shift+Enter"
          onClick={() => void save(true)}
        >
          {t('record.saveAnother')}
        </button>
        <button type="submit" className={styles.primary} disabled={busy} title="Ctrl+Enter">
          {twin ? t('record.addAnyway') : t('ledger.save')}
        </button>
      </footer>
    </form>
  );
}

type Order = readonly (readonly [string, Field])[];

/** The texts as values, and the first field whose text cannot be one. */
function readAll(
  order: Order,
  texts: Texts,
  context: ParseContext,
): { readonly values: NewValues; readonly wrong: string | undefined } {
  const values: Record<string, StoredValue> = {};
  let wrong: string | undefined;
  for (const [name, field] of order) {
    const read = readTyped(field, texts[name] ?? '', context);
    if (read.state === 'value' && read.value !== null) values[name] = read.value;
    else if (read.state !== 'value') wrong ??= name;
  }
  return { values, wrong };
}
