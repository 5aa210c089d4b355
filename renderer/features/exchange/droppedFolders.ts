/** What lies in what was dropped: files as they are, of folders the workbooks in them. */
export interface Dropped {
  readonly files: readonly File[];
  /** Other files of the folders, and what is beyond the most that is taken. */
  readonly skipped: number;
}

/** Nobody hands over more at once: a whole disk was dropped, perhaps. */
const mostFiles = 500;
const deepest = 6;
const tableName = /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv)$/i;
/** Lock files of Excel and WPS, and what programs hide. */
const asideName = /^(~\$|\.)/;

/** Must be called in the drop itself: afterwards the browser shows nothing of it any more. */
export async function readDrop({ items }: DataTransfer): Promise<Dropped> {
  const given = [...items].flatMap((item): readonly (File | FileSystemDirectoryEntry)[] => {
    if (item.kind !== 'file') return [];
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) return [entry as FileSystemDirectoryEntry]; // by its kind
    return file ? [file] : [];
  });
  const files: File[] = [];
  let skipped = 0;
  for (const one of given) {
    if (one instanceof File) {
      files.push(one);
      continue;
    }
    for (const entry of await filesIn(one, deepest)) {
      const isTable = tableName.test(entry.name) && !asideName.test(entry.name);
      if (isTable && files.length < mostFiles) files.push(await fileOf(entry));
      else if (!asideName.test(entry.name)) skipped++;
    }
  }
  return { files, skipped };
}

async function filesIn(
  folder: FileSystemDirectoryEntry,
  depth: number,
): Promise<readonly FileSystemFileEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemFileEntry[] = [];
  for (;;) {
    // A reader gives a hundred at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    for (const entry of some) {
      if (entry.isFile)
        found.push(entry as FileSystemFileEntry); // by its kind
      else if (depth > 1)
        found.push(...(await filesIn(entry as FileSystemDirectoryEntry, depth - 1)));
    }
  }
  return found.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
