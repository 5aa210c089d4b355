import type { RowId } from '../../../../shared/kernel/ids';
import {
  changeCounts,
  type ChangePart,
  type CommitRecord,
  type LinkedChange,
  type MergePart,
} from './commitRecord';
import { deflate, inflate, joinBytes } from './deflate';

/**
 * First byte of an encoded commit. Numbers are stored: never reused.
 * 0 and 1 were written by version 1 of the database: the whole record as JSON, from 4,096 bytes on
 * packed. 2 and 3: length of the head, head as JSON (3: packed), then the packed blocks of bulk
 * inserts, so that the head can be read without them. 4 and 5: the same with a merge among the
 * blocks, a number of their own so that an app that knows no merges does not pass over one.
 */
const forms = {
  json: 0,
  packedJson: 1,
  plainHead: 2,
  packedHead: 3,
  plainMerge: 4,
  packedMerge: 5,
} as const;
const packFrom = 4_096;

type StoredPart =
  | { readonly changes: readonly LinkedChange[] }
  | {
      readonly ledger: string;
      readonly first: RowId;
      readonly rows: number;
      readonly bytes: number;
    }
  /** Changes by ledger. */
  | { readonly merge: Readonly<Record<string, number>>; readonly bytes: number };

type Head = Omit<CommitRecord, 'parts'>;

type StoredHead = Omit<Head, 'versions'> & {
  readonly parts: readonly StoredPart[];
  readonly versions?: CommitRecord['versions'];
};

type RecordOfVersion1 = Omit<Head, 'versions'> & {
  readonly changes: readonly LinkedChange[];
};

/** The bytes that are hashed, chained and sealed. */
export async function encodeCommit(record: CommitRecord): Promise<Uint8Array<ArrayBuffer>> {
  const { parts, versions, ...rest } = record;
  const blocks: Uint8Array[] = [];
  const storedParts: StoredPart[] = [];
  for (const part of parts) {
    if (part.type === 'changes') {
      storedParts.push({ changes: part.changes });
      continue;
    }
    if (part.type === 'merge') {
      const { entries, effects, learnt, previous } = part;
      const merge: Omit<MergePart, 'type'> = { entries, effects, learnt, previous };
      const packed = await deflate(new TextEncoder().encode(JSON.stringify(merge)));
      const counts = Object.fromEntries(changeCounts([part]));
      storedParts.push({ merge: counts, bytes: packed.length });
      blocks.push(packed);
      continue;
    }
    const { ledger, first, rows } = part;
    const packed = await (part.packed ?? deflate(part.block));
    storedParts.push({ ledger, first, rows, bytes: packed.length });
    blocks.push(packed);
  }
  const head: StoredHead = {
    ...rest,
    ...(Object.keys(versions).length > 0 ? { versions } : {}),
    parts: storedParts,
  };
  const plain = new TextEncoder().encode(JSON.stringify(head));
  const isPacked = plain.length >= packFrom;
  const headBytes = isPacked ? await deflate(plain) : plain;
  const isMerge = parts.some(({ type }) => type === 'merge');
  const form = isMerge
    ? forms[isPacked ? 'packedMerge' : 'plainMerge']
    : forms[isPacked ? 'packedHead' : 'plainHead'];
  return joinBytes([startBytes(form, headBytes.length), headBytes, ...blocks]);
}

const startLength = 5;

function startBytes(form: number, headLength: number): Uint8Array {
  const start = new Uint8Array(startLength);
  start[0] = form;
  new DataView(start.buffer).setUint32(1, headLength);
  return start;
}

/** A commit without its blocks, and how to get at them. */
export interface CommitHead extends Head {
  /** Changes per ledger. */
  readonly counts: ReadonlyMap<string, number>;
  readonly unpack: () => Promise<CommitRecord>;
}

/** Throws on a form that a later version of the app has written. */
export async function readCommitHead(encoded: Uint8Array<ArrayBuffer>): Promise<CommitHead> {
  switch (encoded[0]) {
    case forms.json:
      return headOfVersion1(encoded.subarray(1));
    case forms.packedJson:
      return headOfVersion1(await inflate(encoded.subarray(1)));
    case forms.plainHead:
    case forms.packedHead:
    case forms.plainMerge:
    case forms.packedMerge: {
      const length = new DataView(encoded.buffer, encoded.byteOffset).getUint32(1);
      const bytes = encoded.subarray(startLength, startLength + length);
      const isPacked = encoded[0] === forms.packedHead || encoded[0] === forms.packedMerge;
      const plain = isPacked ? await inflate(bytes) : bytes;
      return headOf(plain, encoded.subarray(startLength + length));
    }
    default:
      throw new Error(`Commit of an unknown form ${String(encoded[0])}`);
  }
}

export async function decodeCommit(encoded: Uint8Array<ArrayBuffer>): Promise<CommitRecord> {
  return (await readCommitHead(encoded)).unpack();
}

const readJson = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

function headOfVersion1(json: Uint8Array): CommitHead {
  const { changes, ...rest } = readJson(json) as RecordOfVersion1; // authenticated bytes of ours
  const head = { ...rest, versions: {} };
  const parts: readonly ChangePart[] = [{ type: 'changes', changes }];
  return {
    ...head,
    counts: changeCounts(parts),
    unpack: () => Promise.resolve({ ...head, parts }),
  };
}

function headOf(json: Uint8Array, blocks: Uint8Array<ArrayBuffer>): CommitHead {
  const { parts, versions = {}, ...rest } = readJson(json) as StoredHead; // as above
  const head = { ...rest, versions };
  const counted = parts.map((part) => {
    if ('changes' in part) return { type: 'changes', ...part } as const;
    if ('merge' in part) return { type: 'counted', counts: part.merge, bytes: part.bytes } as const;
    return { type: 'inserts', ...part } as const;
  });
  return {
    ...head,
    counts: changeCounts(counted),
    unpack: async () => {
      let offset = 0;
      const unpacked: ChangePart[] = [];
      for (const part of counted) {
        if (part.type === 'changes') {
          unpacked.push(part);
          continue;
        }
        const block = await inflate(blocks.subarray(offset, offset + part.bytes));
        offset += part.bytes;
        if (part.type === 'counted') {
          const merge = readJson(block) as Omit<MergePart, 'type'>; // as above
          unpacked.push({ type: 'merge', ...merge });
          continue;
        }
        const { ledger, first, rows } = part;
        unpacked.push({ type: 'inserts', ledger, first, rows, block });
      }
      return { ...head, parts: unpacked };
    },
  };
}
