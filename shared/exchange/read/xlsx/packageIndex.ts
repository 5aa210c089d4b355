import type { Tag } from './tags';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its rows stand; undefined where the package has no such part. */
  readonly part: string | undefined;
  readonly kind: 'worksheet' | 'chart' | 'macro';
}

export interface Relationship {
  readonly id: string;
  /** The last step of its type: `worksheet`, `sharedStrings` … whatever the namespace. */
  readonly type: string;
  /** In the package, without a leading slash. */
  readonly target: string;
}

/** The relationships of a part in `folder`, which ends in a slash or is ''. */
export function relationshipsOf(tags: readonly Tag[], folder: string): readonly Relationship[] {
  return tags.flatMap(({ attribute }) => {
    const target = attribute('Target');
    if (target === undefined || attribute('TargetMode') === 'External') return [];
    const type = (attribute('Type') ?? '').replace(/^.*\//, '');
    return [{ id: attribute('Id') ?? '', type, target: resolve(folder, target) }];
  });
}

/** Where the relationships of a part are kept. */
export function relationshipsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

export function sheetsOf(
  tags: readonly Tag[],
  relationships: readonly Relationship[],
  hasPart: (part: string) => boolean,
): readonly ListedSheet[] {
  return tags.flatMap(({ name, attribute }): ListedSheet[] => {
    if (name !== 'sheet') return [];
    const relationship = relationships.find(({ id }) => id === attribute('id'));
    const part = relationship && hasPart(relationship.target) ? relationship.target : undefined;
    const state = attribute('state');
    return [
      {
        name: attribute('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        part,
        kind: kindOf(relationship?.type ?? ''),
      },
    ];
  });
}

function kindOf(type: string): ListedSheet['kind'] {
  switch (type) {
    case 'chartsheet':
      return 'chart';
    case 'dialogsheet':
    case 'xlMacrosheet':
    case 'xlIntlMacrosheet':
      return 'macro';
    default:
      return 'worksheet';
  }
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
