import type { FromParcelWorker, ParcelCalls, ParcelProgress, ToParcelWorker } from './parcelCalls';

export interface Parcels extends ParcelCalls {
  onProgress: ((progress: ParcelProgress) => void) | undefined;
  end(): void;
}

/** Starts the worker and gives it its own way to the store. */
export function connectParcels(line: MessagePort): Parcels {
  const worker = new Worker(new URL('./parcelWorker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { readonly resolve: (value: never) => void; readonly reject: (problem: Error) => void }
  >();
  let next = 1;
  worker.postMessage({ type: 'line', port: line } satisfies ToParcelWorker, [line]);
  const call =
    (method: keyof ParcelCalls) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ type: 'call', id, call: { method, args } } as ToParcelWorker); // typed by ParcelCalls at the call
      });
  const names = [
    'open',
    'plan',
    'lines',
    'choosable',
    'apply',
    'send',
    'receipt',
    'cancel',
    'forget',
  ] as const satisfies readonly (keyof ParcelCalls)[];
  const calls = Object.fromEntries(
    names.map((name) => [name, call(name)]),
  ) as unknown as ParcelCalls; // each is its own name over the port
  const parcels: Parcels = { ...calls, onProgress: undefined, end: () => worker.terminate() };
  worker.onmessage = ({ data }: MessageEvent<FromParcelWorker>) => {
    if (data.type === 'progress') {
      parcels.onProgress?.(data.progress);
      return;
    }
    if (data.type === 'answer')
      waiting.get(data.id)?.resolve(data.value as never); // as above
    else waiting.get(data.id)?.reject(new Error(data.detail));
    waiting.delete(data.id);
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  return parcels;
}
