import type { FromMergeLine, MergeLineCalls, ToMergeLine } from './mergeLineCalls';

/** Answers over the port; `calls` gives undefined while no event is open. */
export function serveMergeLine(
  port: MessagePort,
  calls: (onStanding: (done: number, total: number) => void) => MergeLineCalls | undefined,
): void {
  const send = (message: FromMergeLine) => {
    port.postMessage(message);
  };
  async function answer({ id, call }: ToMergeLine): Promise<void> {
    try {
      const open = calls((done, total) => send({ type: 'standing', done, total }));
      if (!open) throw new Error(`${call.method} while locked`);
      const method = open[call.method] as (...args: readonly unknown[]) => Promise<unknown>; // typed on both ends by MergeLineCalls
      send({ type: 'answer', id, value: await method(...call.args) });
    } catch (problem) {
      const detail =
        problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
      send({ type: 'broken', id, detail });
    }
  }
  port.onmessage = ({ data }: MessageEvent<ToMergeLine>) => void answer(data);
}
