import type { CommitRecord, ChangePart, LinkedChange } from './commitRecord';
import { deflate, inflate, joinBytes } from './deflate';

/**
 * First byte of an encoded commit. Numbers are stored: never reused.
 * 0 and 1 were written by version 1 of the database: the whole record as JSON, from 4,096 bytes on
 * packed. 2 and 3: length of the head, head as JSON, then the blocks of bulk inserts.
 */
const forms = { json: 0, packedJson: 1, plain: 2, packed: 3 } as const;
const packFrom = 4_096;

type StoredPart =
  | { readonly changes: readonly LinkedChange[] }
  | { readonly ledger: string; readonly rows: number; readonly bytes: number };

type StoredHead = Omit<CommitRecord, 'parts' | 'versions'> & {
  readonly parts: readonly StoredPart[];
  readonly versions?: CommitRecord['versions'];
};

type RecordOfVersion1 = Omit<CommitRecord, 'parts' | 'versions'> & {
  readonly changes: readonly LinkedChange[];
};

/** The bytes that are hashed, chained and sealed. */
export async function encodeCommit(record: CommitRecord): Promise<Uint8Array<ArrayBuffer>> {
  const { parts, versions, ...rest } = record;
  const head: StoredHead = {
    ...rest,
    ...(Object.keys(versions).length > 0 ? { versions } : {}),
    parts: parts.map((part): StoredPart =>
      part.type === 'changes'
        ? { changes: part.changes }
        : { ledger: part.ledger, rows: part.rows, bytes: part.block.length },
    ),
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const blocks = parts.flatMap((part) => (part.type === 'inserts' ? [part.block] : []));
  const plain = joinBytes([
    Uint8Array.of(forms.plain),
    lengthBytes(headBytes),
    headBytes,
    ...blocks,
  ]);
  if (plain.length < packFrom) return plain;
  return joinBytes([Uint8Array.of(forms.packed), await deflate(plain.subarray(1))]);
}

function lengthBytes(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return length;
}

/** Throws on a form that a later version of the app has written. */
export async function decodeCommit(encoded: Uint8Array<ArrayBuffer>): Promise<CommitRecord> {
  const body = encoded.subarray(1);
  switch (encoded[0]) {
    case forms.json:
      return readVersion1(body);
    case forms.packedJson:
      return readVersion1(await inflate(body));
    case forms.plain:
      return readRecord(body);
    case forms.packed:
      return readRecord(await inflate(body));
    default:
      throw new Error(`Commit of an unknown form ${String(encoded[0])}`);
  }
}

const readJson = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

function readVersion1(body: Uint8Array): CommitRecord {
  const { changes, ...rest } = readJson(body) as RecordOfVersion1; // authenticated bytes of ours
  return { ...rest, versions: {}, parts: [{ type: 'changes', changes }] };
}

function readRecord(body: Uint8Array<ArrayBuffer>): CommitRecord {
  const headLength = new DataView(body.buffer, body.byteOffset).getUint32(0);
  let offset = 4 + headLength;
  const { parts, versions, ...rest } = readJson(body.subarray(4, offset)) as StoredHead; // as above
  return {
    ...rest,
    versions: versions ?? {},
    parts: parts.map((part): ChangePart => {
      if ('changes' in part) return { type: 'changes', changes: part.changes };
      const block = body.subarray(offset, offset + part.bytes);
      offset += part.bytes;
      return { type: 'inserts', ledger: part.ledger, rows: part.rows, block };
    }),
  };
}
