import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from '../../app/commands';

interface LedgerCommands {
  readonly title: string;
  readonly add: () => void;
  readonly search: () => void;
  readonly open: () => void;
  readonly reveal: () => void;
  readonly remove: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly fillDown: () => void;
  readonly filter: () => void;
  readonly widen: (by: number) => void;
  readonly shift: (by: number) => void;
  readonly reapply: () => void;
  readonly nextWrong: () => void;
  readonly importRows: () => void;
  readonly exportRows: () => void;
}

/** Keys, words and effects of a ledger's workspace, in one place. */
export function useLedgerCommands(run: LedgerCommands): void {
  const { t } = useTranslation();
  const command = (
    id: string,
    keys: string,
    effect?: () => void,
    outsideText = false,
  ): Command => ({
    id: `ledger.${id}`,
    title: t(`ledger.keys.${id}`),
    keys,
    ...(effect ? { run: effect } : {}),
    outsideText,
  });
  useCommands({
    title: run.title,
    scope: 'page',
    commands: [
      command('add', 'Ctrl+N', run.add),
      command('search', 'Ctrl+F', run.search),
      command('open', 'Ctrl+Enter', run.open, true),
      command('edit', 'F2'),
      command('move', '↑ ↓ ← → PageUp PageDown Home End'),
      command('jump', 'Ctrl+↑ ↓ ← → Home End'),
      command('next', 'Enter Tab'),
      command('select', 'Shift+↑ ↓ ← → / Ctrl+A'),
      command('clear', 'Delete'),
      command('copy', 'Ctrl+C / Ctrl+X / Ctrl+V'),
      command('fillDown', 'Ctrl+D', run.fillDown, true),
      command('undo', 'Ctrl+Z', run.undo, true),
      command('redo', 'Ctrl+Y / Ctrl+Shift+Z', run.redo, true),
      command('reveal', 'Ctrl+M', run.reveal),
      command('remove', 'Ctrl+Delete', run.remove, true),
      command('filter', 'Alt+↓', run.filter, true),
      command('narrower', 'Alt+Shift+←', () => run.widen(-16), true),
      command('wider', 'Alt+Shift+→', () => run.widen(16), true),
      command('left', 'Alt+Ctrl+←', () => run.shift(-1), true),
      command('right', 'Alt+Ctrl+→', () => run.shift(1), true),
      command('step', 'Alt+PageUp / Alt+PageDown'),
      command('save', 'Ctrl+Enter / Ctrl+Shift+Enter'),
      command('nextWrong', 'F8', run.nextWrong),
      command('reapply', 'F5', run.reapply),
      command('import', 'Ctrl+O', run.importRows),
      command('export', 'Ctrl+E', run.exportRows),
    ],
  });
}
