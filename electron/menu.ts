import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellCommand } from '../shared/desktop/contract';

const words = {
  zh: {
    file: '文件',
    import: '导入工作簿…',
    export: '导出…',
    lock: '锁定',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图',
    search: '全局搜索',
    language: 'English',
    zoomIn: '放大',
    zoomOut: '缩小',
    zoomReset: '实际大小',
    fullScreen: '全屏',
    help: '帮助',
    keys: '快捷键',
    settings: '设置',
  },
  en: {
    file: 'File',
    import: 'Import workbook…',
    export: 'Export…',
    lock: 'Lock',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    search: 'Search everything',
    language: '中文',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
    help: 'Help',
    keys: 'Shortcuts',
    settings: 'Settings',
  },
} as const;

/** The application menu in the language of the pages. */
export function showMenu(language: 'zh' | 'en', send: (command: ShellCommand) => void): void {
  const word = words[language];
  const item = (
    label: string,
    command: ShellCommand,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: word.file,
      submenu: [
        item(word.import, 'import', 'CmdOrCtrl+O'),
        item(word.export, 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        item(word.settings, 'settings', 'CmdOrCtrl+,'),
        item(word.lock, 'lock', 'CmdOrCtrl+L'),
        { type: 'separator' },
        { label: word.quit, role: 'quit' },
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
