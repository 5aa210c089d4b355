import type { Result } from '../../kernel/result';
import { decryptWorkbook, type DecryptProblem } from '../encryption/agile';
import type { ReadLimits } from '../read/limits';
import type { ReadProblem } from '../read/readProblem';
import { readWorkbook } from '../read/readWorkbook';
import type { Workbook } from '../workbook';
import { readMachinePart } from './machineSheet';
import type { Manifest } from './manifest';
import { openManifest, type OpenedManifest } from './sealParcel';

/** A device whose workbooks are taken: its key was compared by people, once. */
export interface EnrolledDevice {
  /** Base64url of its Ed25519 public key. */
  readonly publicKey: string;
  readonly device: string;
  readonly name: string;
  readonly unit: string;
  readonly enrolledAt: number;
  readonly revokedAt?: number;
}

/** What is known here of other devices and of what they have sent. */
export interface Acquaintance {
  readonly enrolled: readonly EnrolledDevice[];
  /** This device's own key: a workbook that comes back. */
  readonly ownKey: string;
  /** `parcel` and part of everything applied here. */
  readonly received: ReadonlySet<string>;
  /** Newest sending applied here, by sender's key. */
  readonly newestFrom: ReadonlyMap<string, number>;
  /** Ledger versions of this app. */
  readonly ledgerVersions: ReadonlyMap<string, number>;
}

/** Whether what it says of its origin can be relied upon; all but the first two go to quarantine. */
export type Trust =
  | { readonly state: 'own' }
  | { readonly state: 'enrolled'; readonly device: EnrolledDevice }
  | { readonly state: 'revoked'; readonly device: EnrolledDevice }
  | { readonly state: 'unknownDevice' }
  | { readonly state: 'unsigned' }
  | { readonly state: 'brokenSignature' };

export type Recognised =
  | {
      readonly type: 'exchange';
      readonly workbook: Workbook;
      readonly opened: OpenedManifest;
      readonly manifest: Manifest;
      readonly machineSheet: string;
      readonly trust: Trust;
      /** This very part was applied before: only edits made in it since count. */
      readonly alreadyReceived: boolean;
      /** Something newer from the same device is here already. */
      readonly olderThanKnown: boolean;
    }
  /** Sent out to be filled in: its rows are new. */
  | {
      readonly type: 'template';
      readonly workbook: Workbook;
      readonly manifest: Manifest;
      /** The file without its password. */
      readonly bytes: Uint8Array;
    }
  /** No machine part: headers are matched, and everything is previewed. */
  | { readonly type: 'foreign'; readonly workbook: Workbook; readonly bytes: Uint8Array };

export type RecogniseProblem =
  | { readonly tag: 'unreadable'; readonly problem: ReadProblem }
  | { readonly tag: 'passwordNeeded' }
  | DecryptProblem
  /** The machine part was changed or cut: the sheets may be imported as a foreign workbook. */
  | { readonly tag: 'damagedMachinePart'; readonly detail: string; readonly bytes: Uint8Array }
  | { readonly tag: 'newerFormat'; readonly format: number; readonly known: number }
  | { readonly tag: 'newerLedger'; readonly ledger: string; readonly version: number };

export interface RecogniseRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Tried in turn on an encrypted file. */
  readonly passwords: readonly string[];
  readonly known: Acquaintance;
  readonly limits?: ReadLimits;
}

const fail = (problem: RecogniseProblem) => ({ ok: false, problem }) as const;

/** What a file is, before anything of it is merged. */
export async function recognise(
  request: RecogniseRequest,
): Promise<Result<Recognised, RecogniseProblem>> {
  const { fileName, known, limits } = request;
  let { bytes } = request;
  let read = readWorkbook(bytes, fileName, limits);
  if (!read.ok && read.problem.tag === 'encrypted') {
    const opened = await decrypt(request);
    if (!opened.ok) return opened;
    bytes = opened.value;
    read = readWorkbook(bytes, fileName, limits);
  }
  if (!read.ok) return fail({ tag: 'unreadable', problem: read.problem });
  const workbook = read.value;
  const part = readMachinePart(workbook);
  if (part.state === 'absent') return { ok: true, value: { type: 'foreign', workbook, bytes } };
  if (part.state === 'broken') {
    return fail({ tag: 'damagedMachinePart', detail: 'cells are missing', bytes });
  }
  const opened = await openManifest(part.bytes);
  if (!opened.ok) {
    const { problem } = opened;
    return problem.tag === 'damaged'
      ? fail({ tag: 'damagedMachinePart', detail: problem.detail, bytes })
      : fail(problem);
  }
  const { manifest } = opened.value;
  const newer = manifest.ledgers.find(
    ({ id, version }) => version > (known.ledgerVersions.get(id) ?? version),
  );
  if (newer) return fail({ tag: 'newerLedger', ledger: newer.id, version: newer.version });
  if (manifest.kind === 'template') {
    return { ok: true, value: { type: 'template', workbook, manifest, bytes } };
  }
  return {
    ok: true,
    value: {
      type: 'exchange',
      workbook,
      opened: opened.value,
      manifest,
      machineSheet: part.sheet,
      trust: trustOf(opened.value, known),
      alreadyReceived: known.received.has(partKey(manifest)),
      olderThanKnown:
        manifest.sentAt <
        (known.newestFrom.get(manifest.sender.publicKey) ?? Number.NEGATIVE_INFINITY),
    },
  };
}

/** How a part is remembered once it has been applied. */
export function partKey({ parcel, part }: Pick<Manifest, 'parcel' | 'part'>): string {
  return `${parcel}/${part.index}`;
}

async function decrypt({
  bytes,
  passwords,
}: RecogniseRequest): Promise<Result<Uint8Array, RecogniseProblem>> {
  for (const password of passwords) {
    const opened = await decryptWorkbook(bytes, password);
    if (opened.ok || opened.problem.tag === 'unknownEncryption') return opened;
  }
  return fail({ tag: passwords.length === 0 ? 'passwordNeeded' : 'wrongPassword' });
}

function trustOf({ manifest, signature }: OpenedManifest, known: Acquaintance): Trust {
  if (signature === 'missing') return { state: 'unsigned' };
  if (signature === 'broken') return { state: 'brokenSignature' };
  const { publicKey } = manifest.sender;
  if (publicKey === known.ownKey) return { state: 'own' };
  const device = known.enrolled.find((one) => one.publicKey === publicKey);
  if (!device) return { state: 'unknownDevice' };
  return { state: device.revokedAt === undefined ? 'enrolled' : 'revoked', device };
}

/** True where merging needs an explicit decision that is recorded. */
export function isQuarantined({ state }: Trust): boolean {
  return state !== 'own' && state !== 'enrolled';
}
