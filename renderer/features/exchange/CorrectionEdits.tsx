import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../shared/exchange/parcel/manifest';
import type { EditChoices, PlannedEdit } from '../../../shared/exchange/parcel/planEdits';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { RowId } from '../../../shared/kernel/ids';
import type { StoredValue } from '../../../shared/ledger/field';
import { useSession } from '../../app/session';
import type { CommitProblem } from '../../store/contract';
import { readReferences } from '../../store/references';
import type { CorrectionPlan } from './corrections';
import { findingWords, shownLanguage } from './findingWords';
import { shownValue } from './shownCell';
import shared from './exchange.module.css';
import styles from './correction.module.css';

type Context = Awaited<ReturnType<typeof readReferences>>['context'];
type Kept = 'theirs' | 'ours';

interface CorrectionEditsProps {
  readonly plan: CorrectionPlan;
  readonly manifest: Manifest;
  readonly problem: CommitProblem['tag'] | undefined;
  readonly onApply: (choices: ReadonlyMap<string, EditChoices>) => void;
  readonly onClose: () => void;
}

/**
 * Every cell that was edited, before against theirs and ours; what needs a choice is chosen here.
 * In a row 2 takes theirs, 3 keeps ours. Nothing is written before the button is pressed.
 */
export function CorrectionEdits({
  plan,
  manifest,
  problem,
  onApply,
  onClose,
}: CorrectionEditsProps) {
  const { store, ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const [own] = plan.plans;
  const definition = ledgers.find(({ id }) => id === own?.ledger);
  const [chosen, setChosen] = useState<ReadonlyMap<number, Kept>>(new Map());
  const [deleted, setDeleted] = useState<ReadonlySet<RowId>>(new Set());
  const [twins, setTwins] = useState<ReadonlySet<RowId>>(new Set());
  const [context, setContext] = useState<Context>();
  const [names, setNames] = useState<ReadonlyMap<RowId, string>>(new Map());
  const ids = useMemo(() => [...new Set(own?.edits.map(({ row }) => row) ?? [])], [own]);
  useEffect(() => {
    let gone = false;
    if (!definition) return;
    void Promise.all([readReferences(store, definition), store.names(definition.id, ids)]).then(
      ([references, found]) => {
        if (gone) return;
        setContext(references.context);
        setNames(new Map(ids.map((id, place) => [id, found[place] ?? ''])));
      },
    );
    return () => {
      gone = true;
    };
  }, [store, definition, ids]);
  if (!own || !definition) return null;

  const keptOf = (edit: PlannedEdit, place: number): Kept | undefined =>
    chosen.get(place) ??
    (edit.kind === 'set' ? 'theirs' : edit.kind === 'clear' ? 'ours' : undefined);
  const open = own.edits.filter((edit, place) => keptOf(edit, place) === undefined).length;
  const taken = own.edits.filter((edit, place) => keptOf(edit, place) === 'theirs').length;
  const choose = (places: readonly number[], kept: Kept) =>
    setChosen(new Map([...chosen, ...places.map((place) => [place, kept] as const)]));
  const show = (name: string, value: StoredValue | null) => {
    const field = definition.fields[name];
    if (value === null || !field) return t('correction.blank');
    return shownValue(field, value, { language, ...(context ? { context } : {}) });
  };
  const header = (name: string | undefined) =>
    name === undefined ? '' : (definition.fields[name]?.header[language] ?? name);
  const conflicts = own.edits.flatMap((edit, place) => (edit.kind === 'conflict' ? [place] : []));
  const choices: EditChoices = {
    kept: new Map(
      own.edits.flatMap((edit, place) => {
        const kept = keptOf(edit, place);
        return kept ? [[place, kept] as const] : [];
      }),
    ),
    cleared: new Set(
      own.edits.flatMap((edit, place) =>
        edit.kind === 'clear' && keptOf(edit, place) === 'theirs' ? [place] : [],
      ),
    ),
    deleted,
    twins,
  };
  const added = own.added.filter(({ row, twin }) => twin === undefined || twins.has(row));
  const writes = taken + added.length + deleted.size;

  return (
    <section className={styles.review}>
      <header className={styles.head}>
        <h2>
          {definition.title[language]} ·{' '}
          {t('correction.sentOut', {
            at: formatInstant(toInstant(manifest.sentAt)),
            number: manifest.number,
          })}
        </h2>
        <p>
          {t('correction.counts', {
            edits: own.edits.length,
            conflicts: conflicts.length,
            added: own.added.length,
            deletions: own.deletions.length,
            rejected: own.rejected.length,
            unchanged: own.unchanged,
          })}
        </p>
        <span className={shared.spring} />
        {conflicts.length > 1
          ? (['theirs', 'ours'] as const).map((kept) => (
              <button
                key={kept}
                type="button"
                className={shared.small}
                onClick={() => choose(conflicts, kept)}
              >
                {t(`correction.all.${kept}`)}
              </button>
            ))
          : null}
        <button type="button" className={shared.button} onClick={onClose}>
          {t('correction.discard')}
        </button>
        <button
          type="button"
          className={shared.primary}
          disabled={open > 0 || (writes === 0 && choices.kept.size === 0)}
          onClick={() => onApply(new Map([[own.ledger, choices]]))}
        >
          {open > 0
            ? t('correction.open_conflicts', { count: open })
            : t('correction.apply', { count: writes })}
        </button>
      </header>
      {problem ? (
        <p className={styles.problem} role="alert">
          {t(`exchange.commitProblems.${problem}`)}
        </p>
      ) : null}
      <table className={styles.table}>
        <thead>
          <tr>
            {(
              ['state', 'cell', 'record', 'field', 'before', 'theirs', 'ours', 'choice'] as const
            ).map((name) => (
              <th key={name}>{t(`correction.columns.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.edits.map((edit, place) => (
            <tr
              key={`${edit.address} ${edit.field}`}
              tabIndex={0}
              data-kind={edit.kind}
              onKeyDown={(event) => {
                if (event.key === '2') choose([place], 'theirs');
                if (event.key === '3') choose([place], 'ours');
              }}
            >
              <td className={styles[edit.kind]}>{t(`correction.kinds.${edit.kind}`)}</td>
              <td>{edit.address}</td>
              <td>{names.get(edit.row) ?? ''}</td>
              <td>{header(edit.field)}</td>
              <td>{show(edit.field, edit.before)}</td>
              <td className={keptOf(edit, place) === 'theirs' ? styles.kept : styles.left}>
                {show(edit.field, edit.theirs)}
              </td>
              <td className={keptOf(edit, place) === 'ours' ? styles.kept : styles.left}>
                {show(edit.field, edit.ours)}
              </td>
              <td className={styles.choice}>
                {(['theirs', 'ours'] as const).map((kept) => (
                  <label key={kept}>
                    <input
                      type="radio"
                      name={`edit-${place}`}
                      checked={keptOf(edit, place) === kept}
                      onChange={() => choose([place], kept)}
                    />
                    {t(`correction.keep.${kept}`)}
                  </label>
                ))}
              </td>
            </tr>
          ))}
          {own.added.map(({ row, rowNumber, values, twin }) => (
            <tr key={row} data-kind="added">
              <td className={twin === undefined ? styles.set : styles.clear}>
                {t(`correction.kinds.${twin === undefined ? 'added' : 'twin'}`)}
              </td>
              <td>{t('correction.row', { row: rowNumber })}</td>
              <td colSpan={5}>
                {show(definition.nameField, values[definition.nameField] ?? null)}
              </td>
              <td className={styles.choice}>
                {twin === undefined ? null : (
                  <label>
                    <input
                      type="checkbox"
                      checked={twins.has(row)}
                      onChange={(event) => setTwins(toggled(twins, row, event.target.checked))}
                    />
                    {t('correction.addAnyway')}
                  </label>
                )}
              </td>
            </tr>
          ))}
          {own.deletions.map(({ id, values }) => (
            <tr key={id} data-kind="deletion">
              <td className={styles.conflict}>{t('correction.kinds.deletion')}</td>
              <td />
              <td colSpan={5}>
                {show(definition.nameField, values[definition.nameField] ?? null)}
              </td>
              <td className={styles.choice}>
                <label>
                  <input
                    type="checkbox"
                    checked={deleted.has(id)}
                    onChange={(event) => setDeleted(toggled(deleted, id, event.target.checked))}
                  />
                  {t('correction.delete')}
                </label>
              </td>
            </tr>
          ))}
          {own.rejected.map(({ address, field, why }) => (
            <tr key={`${address} ${why.rule}`} data-kind="rejected">
              <td className={styles.conflict}>{t('correction.kinds.rejected')}</td>
              <td>{address}</td>
              <td />
              <td>{header(field)}</td>
              <td colSpan={4}>{findingWords(t, why, definition, language)}</td>
            </tr>
          ))}
          {own.notices.map((notice, place) => (
            <tr key={`${notice.type} ${place}`} data-kind="notice">
              <td>{t('correction.kinds.notice')}</td>
              <td>{'address' in notice ? notice.address : ''}</td>
              <td />
              <td>{'field' in notice ? header(notice.field) : ''}</td>
              <td colSpan={4}>{t(`correction.notices.${notice.type}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {own.edits.length + own.added.length + own.deletions.length + own.rejected.length === 0 ? (
        <p className={styles.hint} role="status">
          {t('correction.nothing', { unchanged: own.unchanged, already: own.alreadyHere })}
        </p>
      ) : null}
    </section>
  );
}

function toggled(set: ReadonlySet<RowId>, row: RowId, on: boolean): ReadonlySet<RowId> {
  const next = new Set(set);
  if (on) next.add(row);
  else next.delete(row);
  return next;
}
