import { failed, ok, type Result } from '../../../../shared/kernel/result';

export type CameraProblem =
  /** The person or the machine's settings say no. */
  | { readonly tag: 'denied' }
  | { readonly tag: 'absent' }
  /** It is there, and another program has it or its driver gives no picture. */
  | { readonly tag: 'busy' };

/** Enough for a code of 57 modules held at arm's length; more only takes longer to look through. */
const wanted = { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'environment' };

const denials = ['NotAllowedError', 'SecurityError'];
const absences = ['NotFoundError', 'OverconstrainedError', 'NotSupportedError'];

/** The camera's picture, without sound; whoever gets it stops its tracks. */
export async function openCamera(): Promise<Result<MediaStream, CameraProblem>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ video: wanted }));
  } catch (problem) {
    const name = problem instanceof DOMException ? problem.name : '';
    if (denials.includes(name)) return failed({ tag: 'denied' });
    return failed({ tag: absences.includes(name) ? 'absent' : 'busy' });
  }
}
