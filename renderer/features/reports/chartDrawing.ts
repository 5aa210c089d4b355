import type * as drawReportChart from './drawReportChart';

type Drawing = typeof drawReportChart;

let loaded: Drawing | undefined;

/** The charts' own code is large and comes with the first chart. */
export async function loadDrawing(): Promise<Drawing> {
  loaded ??= await import('./drawReportChart');
  return loaded;
}

/** Without waiting: what is printed has to be there at once. */
export function drawingIfLoaded(): Drawing | undefined {
  return loaded;
}
