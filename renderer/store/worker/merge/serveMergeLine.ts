import type { FromMergeLine, MergeLineCalls, ToMergeLine } from './mergeLineCalls';

/** What is told over the line beside answers. */
export interface MergeLineNews {
  readonly standing: (done: number, total: number) => void;
  readonly built: (commit: number, done: number) => void;
}

/** Answers over the port; `calls` gives undefined while no event is open. Comes back with its end. */
export function serveMergeLine(
  port: MessagePort,
  calls: (news: MergeLineNews) => MergeLineCalls | undefined,
): () => void {
  const send = (message: FromMergeLine) => {
    port.postMessage(message);
  };
  const news: MergeLineNews = {
    standing: (done, total) => send({ type: 'standing', done, total }),
    built: (commit, done) => send({ type: 'commitProgress', commit, done }),
  };
  async function answer({ id, call }: ToMergeLine): Promise<void> {
    try {
      const open = calls(news);
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
  return () => {
    send({ type: 'locked' });
  };
}
