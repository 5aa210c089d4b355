export const camera = {
  title: '摄像头扫码',
  picture: '摄像头画面',
  open: '摄像头扫码',
  states: {
    opening: '正在打开摄像头',
    looking: '请将通行证二维码对准画面，识别后自动填入',
    denied: '本程序未获准使用摄像头。请在系统或浏览器设置中允许，再按 Ctrl M；也可使用扫码枪',
    absent: '没有找到摄像头。请接好摄像头再按 Ctrl M，或使用扫码枪、手工输入',
    busy: '摄像头没有画面，可能正被其他程序占用。请关闭该程序，再按 Ctrl M',
  },
};
