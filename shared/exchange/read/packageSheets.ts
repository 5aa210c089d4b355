import { decodeStrictly } from './textDecoder';

/** The part that holds each sheet, in the order of the workbook; undefined where there is none. */
export function sheetParts(
  parts: Readonly<Record<string, Uint8Array>>,
): readonly (string | undefined)[] {
  const byPath = new Map(Object.entries(parts).map(([path, bytes]) => [path.toLowerCase(), bytes]));
  const text = (path: string) => {
    const bytes = byPath.get(path.toLowerCase());
    return (bytes && decodeStrictly(bytes, 'utf-8')) ?? '';
  };
  const office = relationships(text('_rels/.rels')).find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const workbook = resolve('', office?.target ?? 'xl/workbook.xml');
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const relations = new Map(
    relationships(text(`${folder}_rels/${workbook.slice(folder.length)}.rels`)).map(
      ({ id, target }) => [id, resolve(folder, target)],
    ),
  );
  return [...text(workbook).matchAll(/<(?:[\w.-]+:)?sheet\s([^>]*)>/g)].map((match) => {
    const id = /:id\s*=\s*["']([^"']*)["']/.exec(match[1] ?? '')?.[1];
    const path = id === undefined ? undefined : relations.get(id)?.toLowerCase();
    return path !== undefined && byPath.has(path) ? path : undefined;
  });
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationships(xml: string): readonly Relationship[] {
  return [...xml.matchAll(/<(?:[\w.-]+:)?Relationship\s([^>]*)>/g)].map((match) => {
    const attribute = (name: string) =>
      new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(match[1] ?? '')?.[1] ?? '';
    return { id: attribute('Id'), type: attribute('Type'), target: attribute('Target') };
  });
}

/** A target relative to the folder of the part that names it, or absolute in the package. */
function resolve(folder: string, target: string): string {
  const clean = target.replaceAll('\\', '/');
  const path = clean.startsWith('/') ? clean.slice(1) : folder + clean;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
