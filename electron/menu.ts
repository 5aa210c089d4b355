import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellCommand } from '../shared/desktop/contract';
import type { ShellText } from './text/zh';

/** The application menu in the language of the pages; commands go to the pages. */
export function showMenu(
  { menu: word, product }: ShellText,
  send: (command: ShellCommand) => void,
): void {
  const item = (
    label: string,
    command: ShellCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    click: () => {
      send(command);
    },
    ...(accelerator ? { accelerator } : {}),
  });
  const quit: MenuItemConstructorOptions = { label: word.quit, role: 'quit' };
  // macOS shows the first menu under the program's name, whatever it is called.
  const ofProgram: MenuItemConstructorOptions = { label: product, submenu: [quit] };
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [ofProgram] : []),
    {
      label: word.file,
      submenu: [
        item(word.import, 'import', 'CmdOrCtrl+O'),
        item(word.export, 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        item(word.settings, 'settings', 'CmdOrCtrl+,'),
        item(word.lock, 'lock', 'CmdOrCtrl+L'),
        { type: 'separator' },
        quit,
      ],
    },
    {
      label: word.edit,
      submenu: [
        { label: word.undo, role: 'undo' },
        { label: word.redo, role: 'redo' },
        { type: 'separator' },
        { label: word.cut, role: 'cut' },
        { label: word.copy, role: 'copy' },
        { label: word.paste, role: 'paste' },
        { label: word.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: word.view,
      submenu: [
        item(word.search, 'search', 'CmdOrCtrl+K'),
        item(word.language, 'switchLanguage'),
        { type: 'separator' },
        { label: word.zoomIn, role: 'zoomIn' },
        { label: word.zoomOut, role: 'zoomOut' },
        { label: word.zoomReset, role: 'resetZoom' },
        { label: word.fullScreen, role: 'togglefullscreen' },
      ],
    },
    { label: word.help, submenu: [item(word.keys, 'help', 'F1')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
