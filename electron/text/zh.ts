/** The words of the shell itself: its menu and the dialogs of what has gone wrong. */
export const zh = {
  product: '县域防控台账',
  menu: {
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
  pdf: 'PDF 文件',
  understood: '知道了',
  crashed: {
    title: '页面意外终止，已重新打开',
    detail: '已登记的记录都已写入两份副本，没有丢失。请重新输入口令；未保存的一条请重新录入。',
  },
  crashedOften: {
    title: '页面多次意外终止，程序即将退出',
    detail: '已登记的记录都已写入两份副本，没有丢失。请重新启动计算机后再打开本程序。',
  },
  broken: {
    title: '程序出现错误',
    detail:
      '已登记的记录都已写入两份副本。可以继续使用；如有异常，请退出后重新打开，并把日志文件交给技术人员。',
  },
};

export type ShellText = typeof zh;
