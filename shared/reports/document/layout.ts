/**
 * The page of GB/T 9704-2012, 5.2 and 7: A4, 37 mm above and 28 mm left of a text area of 156 × 225
 * mm, 22 lines of 28 characters. Lengths in millimetres, type in points: 二号 22, 三号 16, 四号 14,
 * 小四 12.
 */
export const page = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  leftMm: 28,
  rightMm: 26,
  bottomMm: 35,
  /** 版心下边缘之下 7 mm. */
  footerMm: 25,
  textWidthMm: 156,
} as const;

/** A chart as wide as the text, in pixels of 1/96 inch. */
export const chartPicture = { widthPx: 588, heightPx: 270 } as const;

export const points = { title: 22, body: 16, pageNumber: 14, table: 12, line: 28 } as const;

/** Windows and WPS bring 仿宋, 黑体 and 宋体; 小标宋 is there in most offices, else 宋体 stands in. */
export const fonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  body: '仿宋',
  pageNumber: '宋体',
  latin: 'Times New Roman',
} as const;
