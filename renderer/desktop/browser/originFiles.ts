/** What TypeScript's library of pages leaves out, because only workers have it. */
export interface SyncHandle {
  getSize(): number;
  read(bytes: Uint8Array<ArrayBuffer>, at: { readonly at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, at: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

interface SyncFile {
  createSyncAccessHandle(settings: { readonly mode: string }): Promise<SyncHandle>;
}

const handles = new Map<string, Promise<SyncHandle>>();

/** The folder of the origin (OPFS) in which the journal files lie. */
async function folder(): Promise<FileSystemDirectoryHandle> {
  const origin = await navigator.storage.getDirectory();
  return origin.getDirectoryHandle('journal', { create: true });
}

export async function namesOfFiles(): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of (await folder()).keys()) names.push(name);
  return names;
}

/** Files stay open: taking a handle costs more than an append. A second window reads beside us. */
export function openFile(name: string): Promise<SyncHandle> {
  const known = handles.get(name);
  if (known) return known;
  const opened = (async () => {
    const file = await (await folder()).getFileHandle(name, { create: true });
    return (file as unknown as SyncFile).createSyncAccessHandle({ mode: 'readwrite-unsafe' }); // a worker has it
  })();
  handles.set(name, opened);
  opened.catch(() => handles.delete(name));
  return opened;
}

/** The same, undefined where there is no such file: looking makes none. */
export async function openFileIfThere(name: string): Promise<SyncHandle | undefined> {
  if (handles.has(name)) return openFile(name);
  return (await namesOfFiles()).includes(name) ? openFile(name) : undefined;
}

export async function removeFile(name: string): Promise<void> {
  (await handles.get(name))?.close();
  handles.delete(name);
  if ((await namesOfFiles()).includes(name)) await (await folder()).removeEntry(name);
}
