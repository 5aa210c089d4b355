import type { z } from 'zod';
import type { FileProblem } from '../shared/desktop/contract';
import { failed, type Result } from '../shared/kernel/result';
import { callArguments } from './callArguments';
import type { Calls, Channel } from './channels';
import type { Log } from './log';
import { isOwnAddress } from './origin';

/** Who called: a frame of a page, and whether it is the page itself. */
export interface Sender {
  readonly url: string;
  readonly isTop: boolean;
}

/**
 * The answer to one call of a page. Only the app's own top frame is answered, and only with
 * arguments of the declared form; anyone and anything else is refused and logged. What breaks
 * inside comes back as `shell`: an exception never crosses.
 */
export async function answerCall<C extends Channel>(
  calls: Calls,
  channel: C,
  sender: Sender | undefined,
  given: readonly unknown[],
  log: Log,
): Promise<Result<unknown, FileProblem>> {
  if (!sender?.isTop || !isOwnAddress(sender.url)) {
    log.note(channel, 'refused an unknown sender');
    return failed({ tag: 'shell', detail: 'unknown sender' });
  }
  const form: z.ZodType<Parameters<Calls[C]>> = callArguments[channel];
  const read = form.safeParse(given);
  if (!read.success) {
    log.note(channel, 'refused its arguments');
    return failed({ tag: 'shell', detail: 'arguments' });
  }
  try {
    const call = calls[channel] as (...args: Parameters<Calls[C]>) => ReturnType<Calls[C]>; // the union's members are called one at a time
    return await call(...read.data);
  } catch (problem) {
    log.problem(channel, problem);
    return failed({ tag: 'shell', detail: channel });
  }
}
