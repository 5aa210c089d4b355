import type { ShellText } from './zh';

export const en: ShellText = {
  product: 'Countyline',
  menu: {
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
  pdf: 'PDF file',
  understood: 'OK',
  crashed: {
    title: 'The page ended unexpectedly and was opened again',
    detail:
      'Every record that was logged is in both copies; nothing is lost. Enter the passphrase again, and the one record that was not saved yet.',
  },
  crashedOften: {
    title: 'The page ended unexpectedly several times; the app will quit',
    detail:
      'Every record that was logged is in both copies; nothing is lost. Restart the computer before opening the app again.',
  },
  broken: {
    title: 'Something in the app broke',
    detail:
      'Every record that was logged is in both copies. You can go on; if anything looks odd, quit, open the app again, and pass the log file on.',
  },
};
