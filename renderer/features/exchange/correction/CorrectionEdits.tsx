import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../../shared/exchange/parcel/manifest';
import type { EditChoices, PlannedEdit } from '../../../../shared/exchange/parcel/planEdits';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { RowId } from '../../../../shared/kernel/ids';
import type { StoredValue } from '../../../../shared/ledger/field';
import { useSession } from '../../../app/session';
import type { CommitProblem } from '../../../store/contract';
import { readReferences } from '../../../store/references';
import type { CorrectionPlan } from './corrections';
import { correctionLines, type Kept, type LineKind } from './correctionLines';
import { CorrectionRows } from './CorrectionRows';
import { shownLanguage } from '../findingWords';
import { shownValue } from '../shownCell';
import shared from '../exchange.module.css';
import styles from './correction.module.css';

type Context = Awaited<ReturnType<typeof readReferences>>['context'];

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
  const [shown, setShown] = useState<LineKind>();
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
  const lines = correctionLines(own);
  const kinds = [...new Set(lines.map(({ kind }) => kind))];

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
      <div className={styles.filters} role="group" aria-label={t('correction.columns.state')}>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className={shared.small}
            aria-pressed={shown === kind}
            onClick={() => setShown(shown === kind ? undefined : kind)}
          >
            {t(`correction.kinds.${kind}`)} {lines.filter((line) => line.kind === kind).length}
          </button>
        ))}
      </div>
      <CorrectionRows
        lines={shown === undefined ? lines : lines.filter(({ kind }) => kind === shown)}
        definition={definition}
        names={names}
        show={show}
        keptOf={keptOf}
        onKeep={(place, kept) => choose([place], kept)}
        ticked={new Set([...deleted, ...twins])}
        onTick={(line, on) => {
          if (line.kind === 'deletion') setDeleted(toggled(deleted, line.row, on));
          else setTwins(toggled(twins, line.row, on));
        }}
      />
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
