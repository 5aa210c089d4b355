import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { readFiledPermit } from '../../../../shared/passes/lifecycle/readFiled';
import { useCommands } from '../../../app/commands';
import { useSession } from '../../../app/session';
import { languageOf } from '../list/fieldWords';
import { SearchBox } from '../list/SearchBox';
import { useSoughtRows } from '../list/useSoughtRows';
import { RowList } from '../list/RowList';
import { PrintDialog } from '../print/PrintDialog';
import { useRecords } from '../records';
import { FollowUpDialog, type PermitAsk } from './FollowUpDialog';
import { permitColumns } from './permitColumns';
import { PermitPanel, type PermitAct } from './PermitPanel';
import { permitFilters, permitState, type PermitFilter } from './permitState';
import shared from '../passes.module.css';
import panel from '../panel.module.css';

/** The passes that were issued: found, printed, followed by others, ended. */
export function Permits({ row: asked }: { readonly row: string | undefined }) {
  const { t, i18n } = useTranslation();
  const { clock } = useSession();
  const records = useRecords();
  const language = languageOf(i18n.language);
  const [filter, setFilter] = useState<PermitFilter>('有效');
  const [asking, setAsking] = useState<PermitAsk | 'print'>();
  const { permitRows: rows } = records;
  const list = useSoughtRows(rows, asked);
  const { found, open, chosen } = list;
  // as of the last change of the list: a day more or less shows when it is opened again
  const [now] = useState(clock);

  const isIn = (row: Row, one: PermitFilter) => one === 'all' || permitState(row, now) === one;
  const shown = found.filter((row) => isIn(row, filter));
  const columns = useMemo(
    () => permitColumns(t, language, records, now),
    [t, language, records, now],
  );
  const permit = useMemo(() => open && readFiledPermit(open), [open]);
  const toPrint = chosen.length > 0 ? chosen : open ? [open] : [];
  const state = open ? permitState(open, now) : '';

  const act = (id: PermitAsk, keys: string, look: PermitAct['look']): PermitAct => ({
    id,
    title: t(`passes.permits.acts.${id}`),
    keys,
    look,
    run: () => setAsking(id),
  });
  const print: PermitAct = {
    id: 'print',
    title: t('passes.print.print'),
    keys: 'Ctrl+P',
    look: 'primary',
    run: () => {
      if (toPrint.length > 0) setAsking('print');
    },
  };
  const following: Readonly<Record<string, readonly PermitAct[]>> = {
    有效: [
      act('变更', 'F2', 'button'),
      act('延期', 'F4', 'button'),
      act('lose', 'F6', 'danger'),
      act('void', 'F7', 'danger'),
    ],
    过期: [act('延期', 'F4', 'button')],
    遗失: [act('补办', 'F4', 'button')],
  };
  const acts = open && permit ? [print, ...(following[state] ?? [])] : [print];

  useCommands({
    title: t('passes.title'),
    scope: 'page',
    commands: [
      ...acts.map(({ id, title, keys, run }) => ({ id: `passes.${id}`, title, keys, run })),
      ...list.commands,
    ],
  });

  return (
    <>
      <div className={shared.bar}>
        {permitFilters.map((one) => (
          <button
            key={one}
            type="button"
            className={shared.chip}
            aria-pressed={one === filter}
            onClick={() => setFilter(one)}
          >
            {t(`passes.states.${one}`)}{' '}
            {found.filter((row) => isIn(row, one)).length.toLocaleString(language)}
          </button>
        ))}
        <SearchBox list={list} />
        <button
          type="button"
          className={shared.primary}
          disabled={toPrint.length === 0}
          onClick={print.run}
        >
          {chosen.length > 0
            ? t('passes.print.many', { count: chosen.length })
            : t('passes.print.print')}{' '}
          <kbd>Ctrl P</kbd>
        </button>
      </div>
      <p className={shared.notice} role="status">
        {list.notice}
      </p>
      <div className={shared.body}>
        <RowList
          label={t('passes.tabs.permits')}
          columns={columns}
          items={shown}
          current={list.current}
          onCurrent={list.onCurrent}
          ticked={list.ticked}
          onTicked={list.onTicked}
          empty={
            records.ready ? (
              <p>
                {rows.length === 0
                  ? t('passes.permits.empty')
                  : t('passes.permits.noneFound', { count: rows.length })}
              </p>
            ) : null
          }
        />
        {open ? (
          <PermitPanel row={open} state={state} acts={acts} />
        ) : (
          <aside className={panel.panel}>
            <p className={panel.nothing}>{t('passes.permits.choose')}</p>
          </aside>
        )}
      </div>
      {asking === 'print' && (
        <PrintDialog rows={toPrint} onDone={list.onNotice} onClose={() => setAsking(undefined)} />
      )}
      {asking && asking !== 'print' && open && permit && (
        <FollowUpDialog
          what={asking}
          row={open}
          permit={permit}
          onDone={list.onNotice}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
