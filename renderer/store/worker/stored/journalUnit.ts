import { frameKinds, type Frame } from './journalFrames';
import { numberAt, unsealCommit } from './sealedCommit';
import { unsealSegment } from './segment';

/** What the journal is made of in either copy: a commit, or a segment of folded ones. */
export interface JournalUnit {
  readonly type: 'commit' | 'segment';
  readonly first: number;
  readonly last: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export function commitUnit(sealed: Uint8Array<ArrayBuffer>): JournalUnit {
  const sequence = numberAt(sealed, 0);
  return { type: 'commit', first: sequence, last: sequence, sealed };
}

export function segmentUnit(sealed: Uint8Array<ArrayBuffer>): JournalUnit {
  return { type: 'segment', first: numberAt(sealed, 0), last: numberAt(sealed, 1), sealed };
}

export function unitOfFrame({ kind, bytes }: Frame): JournalUnit | undefined {
  if (kind === frameKinds.commit) return commitUnit(bytes);
  return kind === frameKinds.segment ? segmentUnit(bytes) : undefined;
}

export function frameOfUnit({ type, sealed }: JournalUnit): Frame {
  return { kind: frameKinds[type], bytes: sealed };
}

/** The encoded commits of a unit in order; undefined where it is damaged. */
export async function unsealUnit(
  key: CryptoKey,
  event: string,
  unit: JournalUnit,
): Promise<readonly Uint8Array<ArrayBuffer>[] | undefined> {
  if (unit.type === 'segment') return unsealSegment(key, event, unit.sealed);
  const commit = await unsealCommit(key, event, unit.sealed);
  return commit && [commit];
}
