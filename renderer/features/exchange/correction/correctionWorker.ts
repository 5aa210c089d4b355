import { openPayload, type ParcelProblem } from '../../../../shared/exchange/parcel/sealParcel';
import type { Payload } from '../../../../shared/exchange/parcel/payload';
import {
  recognise,
  type Recognised,
  type RecogniseProblem,
  type RecogniseRequest,
} from '../../../../shared/exchange/parcel/recognise';
import { ok, type Result } from '../../../../shared/kernel/result';

export type CorrectionOrder = RecogniseRequest;

export interface OpenedCorrection {
  readonly found: Recognised;
  /** Of exchange workbooks. */
  readonly payload: Payload | undefined;
}

export type CorrectionProblem = RecogniseProblem | ParcelProblem;

async function open(order: CorrectionOrder): Promise<Result<OpenedCorrection, CorrectionProblem>> {
  const found = await recognise(order);
  if (!found.ok) return found;
  if (found.value.type !== 'exchange') return ok({ found: found.value, payload: undefined });
  const payload = await openPayload(found.value.opened);
  return payload.ok ? ok({ found: found.value, payload: payload.value }) : payload;
}

/** Opens one workbook apart from the page: a password alone takes a second. */
addEventListener('message', ({ data }: MessageEvent<CorrectionOrder>) => {
  open(data).then(
    (answer) => {
      postMessage(answer);
    },
    (problem: unknown) => {
      // The page hears of exceptions, not of promises that break.
      setTimeout(() => {
        throw problem;
      });
    },
  );
});
