import { useState } from 'react';
import type { EditChoices } from '../../../../shared/exchange/parcel/planEdits';
import { keyFingerprint } from '../../../../shared/exchange/parcel/fingerprint';
import { isQuarantined, type Recognised } from '../../../../shared/exchange/parcel/recognise';
import type { Payload } from '../../../../shared/exchange/parcel/payload';
import type { OpenedFile } from '../../../../shared/desktop/contract';
import { useSession } from '../../../app/session';
import type { CommitProblem } from '../../../store/contract';
import type { CorrectionProblem } from './correctionWorker';
import {
  acquaintanceOf,
  applyCorrection,
  planCorrection,
  type AppliedCorrection,
  type CorrectionPlan,
} from './corrections';
import { enrolDevice } from '../devices/exchangeIdentity';
import { openCorrection } from './openCorrection';

type WorkbookFile = Pick<OpenedFile, 'name' | 'bytes'>;
type Found = Extract<Recognised, { type: 'exchange' }>;

export type CorrectionStage =
  | { readonly tag: 'opening' }
  | { readonly tag: 'password'; readonly wrong: boolean }
  | {
      readonly tag: 'refused';
      readonly why: CorrectionProblem['tag'] | 'workerFailed' | 'notSentOut';
    }
  /** Its origin is not vouched for: nothing is merged before a person has decided. */
  | {
      readonly tag: 'quarantine';
      readonly found: Found;
      readonly payload: Payload;
      readonly fingerprint: string;
    }
  | {
      readonly tag: 'review';
      readonly found: Found;
      readonly plan: CorrectionPlan;
      readonly accepted: boolean;
      readonly problem?: CommitProblem['tag'];
    }
  | { readonly tag: 'done'; readonly applied: AppliedCorrection };

/** One workbook on its way back, step by step. */
export function useCorrection() {
  const session = useSession();
  const [file, setFile] = useState<WorkbookFile>();
  const [stage, setStage] = useState<CorrectionStage>();

  const review = async (found: Found, payload: Payload, accepted: boolean) => {
    setStage({ tag: 'opening' });
    const plan = await planCorrection(session, found, payload);
    setStage({ tag: 'review', found, plan, accepted });
  };

  const open = async (one: WorkbookFile, passwords: readonly string[] = []) => {
    setFile(one);
    setStage({ tag: 'opening' });
    const known = await acquaintanceOf(session);
    const opened = await openCorrection({
      bytes: one.bytes,
      fileName: one.name,
      passwords,
      known,
    });
    if (!opened.ok) {
      const { tag } = opened.problem;
      const needsPassword = tag === 'passwordNeeded' || tag === 'wrongPassword';
      setStage(
        needsPassword
          ? { tag: 'password', wrong: tag === 'wrongPassword' }
          : { tag: 'refused', why: tag },
      );
      return;
    }
    const { found, payload } = opened.value;
    if (found.type !== 'exchange' || !payload) setStage({ tag: 'refused', why: 'notSentOut' });
    else if (isQuarantined(found.trust)) {
      const fingerprint = await keyFingerprint(found.manifest.sender.publicKey);
      setStage({ tag: 'quarantine', found, payload, fingerprint });
    } else await review(found, payload, false);
  };

  /** `enrol`: the code was compared, its workbooks are taken from now on; else this one only. */
  const accept = async (enrol: boolean) => {
    if (stage?.tag !== 'quarantine') return;
    const { found, payload } = stage;
    const { device, publicKey, deviceName: name, unit } = found.manifest.sender;
    if (enrol) {
      const enrolledAt = session.clock();
      await enrolDevice(session.store, { device, publicKey, name, unit, enrolledAt });
    }
    await review(found, payload, !enrol);
  };

  const apply = async (choices: ReadonlyMap<string, EditChoices>) => {
    if (stage?.tag !== 'review' || !file) return;
    const { found, plan, accepted } = stage;
    const { parcel, sender } = found.manifest;
    const origin = { file: file.name, parcel, from: sender.deviceName, accepted };
    const applied = await applyCorrection(session, plan, choices, origin);
    setStage(
      applied.ok
        ? { tag: 'done', applied: applied.value }
        : { ...stage, problem: applied.problem.tag },
    );
  };

  const close = () => {
    setFile(undefined);
    setStage(undefined);
  };
  return { file, stage, open, accept, apply, close };
}
