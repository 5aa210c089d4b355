import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isQuarantined } from '../../../../shared/exchange/parcel/recognise';
import type { CommitProblem } from '../../../store/contract';
import { trustByWorkbook } from '../../../app/judging/arrivingKeys';
import { useJudging } from '../../../app/judging/JudgingProvider';
import { useSession } from '../../../app/session';
import { keysTaken, mayTrustKeys } from './keyChoice';
import { acquaintanceOf, rememberHearing } from '../parcel/exchangeMemory';
import type { AppliedParcel, OpenedParcel } from '../parcel/parcelCalls';
import type { Parcels } from '../parcel/connectParcels';
import { readPasswords, rememberPassword } from '../parcel/passwords';
import { enrolDevice } from '../devices/exchangeIdentity';
import type { NamedBytes } from '../droppedFiles';
import { shownLanguage } from '../findingWords';
import { recordedHere, rememberApplied } from './applied';
import { rememberReceived } from '../watch/receivedDigests';
import { receivedFiles } from './receivedFiles';
import type { Choice, ManyLines } from './receiveLine';
import type { PlanSummary } from './summariseLines';

export type FoundParcel = Extract<OpenedParcel, { tag: 'parcel' }>;

export type ReceiveStage =
  | { readonly tag: 'opening' }
  | { readonly tag: 'password'; readonly wrong: boolean }
  | {
      readonly tag: 'refused';
      readonly why: Extract<OpenedParcel, { tag: 'refused' }>['why'] | 'workerFailed';
      /** What can still be imported as any other workbook. */
      readonly bytes?: Uint8Array;
    }
  /** Its origin is not vouched for: nothing is merged before a person has decided. */
  | { readonly tag: 'quarantine'; readonly found: FoundParcel }
  | { readonly tag: 'planning'; readonly found: FoundParcel }
  | { readonly tag: 'stopped'; readonly found: FoundParcel; readonly accepted: boolean }
  | {
      readonly tag: 'review';
      readonly found: FoundParcel;
      readonly summary: PlanSummary;
      readonly accepted: boolean;
      readonly problem?: CommitProblem['tag'] | 'replanned';
    }
  | { readonly tag: 'applying'; readonly found: FoundParcel }
  | { readonly tag: 'done'; readonly found: FoundParcel; readonly applied: AppliedParcel }
  /** It only says what has arrived elsewhere: read, and remembered. */
  | { readonly tag: 'receipt'; readonly found: FoundParcel };

export interface ReceivedFile extends NamedBytes {
  readonly id: number;
  readonly stage: ReceiveStage;
  readonly choices: ReadonlyMap<string, Choice>;
}

/** Received workbooks, each on its way from the file to the records; one commit a file. */
export function useReceive(onForeign: (files: readonly NamedBytes[]) => void) {
  const session = useSession();
  const { readAgain } = useJudging();
  const { i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const held = receivedFiles(session.store);
  const { files, active, progress } = useSyncExternalStore(held.subscribe, held.state);
  const { parcels } = held;
  const setFiles = (part: (all: readonly ReceivedFile[]) => readonly ReceivedFile[]) =>
    held.change((now) => ({ files: part(now.files) }));
  const select = (id: number | undefined) => held.change(() => ({ active: id }));
  const endProgress = () => held.change(() => ({ progress: undefined }));
  const change = (id: number, part: Partial<ReceivedFile>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const stageOf = (id: number, stage: ReceiveStage) => change(id, { stage });

  const plan = async (id: number, found: FoundParcel, accepted: boolean) => {
    stageOf(id, { tag: 'planning', found });
    const planned = await parcels().plan(id, language);
    endProgress();
    if (planned.ok) stageOf(id, { tag: 'review', found, summary: planned.value, accepted });
    else if (planned.problem.tag === 'cancelled') stageOf(id, { tag: 'stopped', found, accepted });
    else stageOf(id, { tag: 'refused', why: planned.problem.tag });
  };

  const importAsAny = (id: number, file: NamedBytes) => {
    remove(id);
    onForeign([file]);
  };

  const open = async (file: Pick<ReceivedFile, 'id' | 'name' | 'bytes'>, typed?: string) => {
    const { id, name, bytes } = file;
    stageOf(id, { tag: 'opening' });
    const known = await acquaintanceOf(session);
    const passwords = typed === undefined ? await readPasswords(session.store) : [typed];
    const opened = await parcels().open(id, name, bytes, passwords, known);
    if (opened.tag === 'parcel' && typed !== undefined)
      await rememberPassword(session.store, typed);
    if (opened.tag === 'password') {
      stageOf(id, { tag: 'password', wrong: typed !== undefined });
    } else if (opened.tag === 'refused') stageOf(id, opened);
    else if (opened.tag === 'foreign') importAsAny(id, { name, bytes: opened.bytes });
    else if (isQuarantined(opened.trust)) stageOf(id, { tag: 'quarantine', found: opened });
    else if (opened.manifest.kind === 'receipt') {
      await rememberHearing(session.store, opened.manifest, undefined);
      await rememberReceived(session.store, bytes);
      stageOf(id, { tag: 'receipt', found: opened });
    } else await plan(id, opened, false);
  };

  /** One after the other: each plan is made on what the one before has left. */
  const add = async (given: readonly NamedBytes[]) => {
    const added = given.map(({ name, bytes }): ReceivedFile => {
      const id = held.nextId();
      return { id, name, bytes, stage: { tag: 'opening' }, choices: new Map() };
    });
    setFiles((all) => [...all, ...added]);
    held.change((now) => ({ active: now.active ?? added[0]?.id }));
    for (const file of added) {
      await open(file).catch(() => stageOf(file.id, { tag: 'refused', why: 'workerFailed' }));
    }
  };

  /** `enrol`: the code was compared, its workbooks are taken from now on; else this one only. */
  const accept = async (file: ReceivedFile, enrol: boolean) => {
    if (file.stage.tag !== 'quarantine') return;
    const { found } = file.stage;
    const { device, publicKey, deviceName: name, unit } = found.manifest.sender;
    if (enrol) {
      const enrolledAt = session.clock();
      await enrolDevice(session.store, { device, publicKey, name, unit, enrolledAt });
      await open(file);
      return;
    }
    if (found.manifest.kind === 'receipt') stageOf(file.id, { tag: 'receipt', found });
    else await plan(file.id, found, true);
  };

  const choose = (id: number, keys: readonly string[], choice: Choice) =>
    setFiles((all) =>
      all.map((one) => {
        if (one.id !== id) return one;
        return {
          ...one,
          choices: new Map([...one.choices, ...keys.map((key) => [key, choice] as const)]),
        };
      }),
    );

  const chooseMany = async (id: number, many: ManyLines, choice: Choice) =>
    choose(id, await parcels().choosable(id, many), choice);

  const apply = async (file: ReceivedFile): Promise<boolean> => {
    const { id, name, choices, stage } = file;
    if (stage.tag !== 'review') return false;
    const { found, accepted } = stage;
    stageOf(id, { tag: 'applying', found });
    const order = { file: name, accepted, choices, recordedHere: recordedHere(session) };
    const done = await parcels().apply(id, order);
    endProgress();
    if (done.ok) {
      if (mayTrustKeys(found)) {
        await trustByWorkbook(
          session.store,
          keysTaken(stage.summary.keys, choices),
          session.clock(),
        );
        readAgain();
      }
      await rememberApplied(session, found, file, done.value);
      stageOf(id, { tag: 'done', found, applied: done.value });
      return true;
    }
    const { problem } = done;
    const summary = problem.tag === 'replanned' ? problem.summary : stage.summary;
    stageOf(id, { ...stage, summary, problem: problem.tag });
    return false;
  };

  /** Every file with nothing left to decide, in the order they came; stops where one fails. */
  const applyAll = async () => {
    for (const file of files) {
      if (isReady(file) && !(await apply(file))) return;
    }
  };

  const remove = (id: number) => {
    void parcels().forget(id);
    held.change(({ files: all, active: now }) => {
      const left = all.filter((one) => one.id !== id);
      return { files: left, active: now === id ? left[0]?.id : now };
    });
  };

  return {
    files,
    file: files.find(({ id }) => id === active),
    active,
    progress,
    select,
    add,
    open,
    accept,
    plan,
    choose,
    chooseMany,
    apply,
    applyAll,
    remove,
    importAsAny,
    cancel: () => void parcels().cancel(),
    lines: (...asked: Parameters<Parcels['lines']>) => parcels().lines(...asked),
    parcels,
  };
}

export function openDecisions({ stage, choices }: Pick<ReceivedFile, 'stage' | 'choices'>): number {
  if (stage.tag !== 'review') return 0;
  return stage.summary.toDecide.filter((key) => !choices.has(key)).length;
}

/** Nothing has to be decided any more, and there is something to write. */
export function isReady(file: ReceivedFile): boolean {
  return file.stage.tag === 'review' && !file.stage.summary.isEmpty && openDecisions(file) === 0;
}
