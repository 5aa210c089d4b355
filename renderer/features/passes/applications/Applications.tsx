import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { permitApplications } from '../../../../shared/ledgers/permitApplications';
import { readApplication } from '../../../../shared/passes/lifecycle/readFiled';
import { useCommands } from '../../../app/commands';
import { useSession } from '../../../app/session';
import { goTo, newRecord } from '../../../app/useRoute';
import { languageOf } from '../list/fieldWords';
import { SearchBox } from '../list/SearchBox';
import { useSoughtRows } from '../list/useSoughtRows';
import { RowList } from '../list/RowList';
import { useRecords } from '../records';
import { applicationColumns } from './applicationColumns';
import { ApplicationPanel } from './ApplicationPanel';
import { inState, stateFilters, type StateFilter } from './filterApplications';
import { ManyBar } from './ManyBar';
import { useApplicationActs } from './useApplicationActs';
import { useCheck } from './useCheck';
import shared from '../passes.module.css';
import many from '../many.module.css';
import panel from '../panel.module.css';

/** Applications: found, checked, approved by a second person or returned. */
export function Applications({ row: asked }: { readonly row: string | undefined }) {
  const { t, i18n } = useTranslation();
  const { clock } = useSession();
  const records = useRecords();
  const language = languageOf(i18n.language);
  const [filter, setFilter] = useState<StateFilter>('open');
  const { applicationRows: rows } = records;
  const list = useSoughtRows(rows, asked);
  const { found, open } = list;

  const shown = useMemo(() => found.filter((row) => inState(row, filter)), [found, filter]);
  const columns = useMemo(() => applicationColumns(t, language, records), [t, language, records]);
  const application = useMemo(() => open && readApplication(open), [open]);
  const check = useCheck();
  const findings = application && check([application], clock()).get(application.id);
  const doing = useApplicationActs(application, findings ?? [], list.onNotice);

  useCommands({
    title: t('passes.title'),
    scope: 'page',
    commands: [
      ...doing.acts.map(({ id, title, keys, run }) => ({ id: `passes.${id}`, title, keys, run })),
      { id: 'passes.new', title: t('passes.applications.add'), keys: 'Ctrl+N', run: add },
      ...list.commands,
    ],
  });

  return (
    <>
      <div className={shared.bar}>
        {stateFilters.map((one) => (
          <button
            key={one}
            type="button"
            className={shared.chip}
            aria-pressed={one === filter}
            onClick={() => setFilter(one)}
          >
            {t(`passes.states.${one}`)}{' '}
            {found.filter((row) => inState(row, one)).length.toLocaleString(language)}
          </button>
        ))}
        <SearchBox list={list} />
        <button type="button" className={shared.button} onClick={importMany}>
          {t('passes.applications.import')}
        </button>
        <button type="button" className={shared.primary} onClick={add}>
          {t('passes.applications.add')} <kbd>Ctrl N</kbd>
        </button>
      </div>
      <p className={shared.notice} role="status">
        {list.notice}
      </p>
      <div className={shared.body}>
        <div className={many.column}>
          <RowList
            label={t('passes.tabs.applications')}
            columns={columns}
            items={shown}
            current={list.current}
            onCurrent={list.onCurrent}
            ticked={list.ticked}
            onTicked={list.onTicked}
            empty={records.ready ? <Empty total={rows.length} /> : null}
          />
          <ManyBar rows={list.chosen} onTicked={list.onTicked} />
        </div>
        {open ? (
          <ApplicationPanel
            row={open}
            findings={findings}
            notes={doing.notes}
            onNotes={doing.onNotes}
            problem={doing.problem}
            hint={doing.hint}
            acts={doing.acts}
          />
        ) : (
          <aside className={panel.panel}>
            <p className={panel.nothing}>{t('passes.applications.choose')}</p>
          </aside>
        )}
      </div>
    </>
  );
}

function add(): void {
  goTo({ page: 'ledger', ledger: permitApplications.id, row: newRecord });
}

function importMany(): void {
  goTo({ page: 'exchange' });
}

function Empty({ total }: { readonly total: number }) {
  const { t } = useTranslation();
  return (
    <p>
      {total === 0
        ? t('passes.applications.empty')
        : t('passes.applications.noneFound', { count: total })}
    </p>
  );
}
