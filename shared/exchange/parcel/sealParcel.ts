import { deflateSync, inflateSync } from 'fflate';
import { fromUtf8, joinBytes, toBase64Url, fromBase64Url, utf8 } from '../../kernel/bytes';
import { failed, ok, type Result } from '../../kernel/result';
import { sha256, signBytes, verifyBytes } from '../../kernel/signing';
import { manifestShape, parcelFormat, type Manifest } from './manifest';
import { fromStored, payloadShape, toStored, type Payload } from './payload';

export type ParcelProblem =
  /** Cut off, or not what was signed; `detail` is for the error report, in English. */
  | { readonly tag: 'damaged'; readonly detail: string }
  /** Written by a later version of this app. */
  | { readonly tag: 'newerFormat'; readonly format: number; readonly known: number };

export type SignatureState =
  /** By the key in the manifest; whether that key is enrolled is for `recognise` to say. */
  | 'valid'
  | 'broken'
  /** Templates and what was written without a key. */
  | 'missing';

const context = utf8('countyline parcel 1\n');
const signatureLength = 64;
/** Of the inflated payload; a part is written far below it. */
const mostBytes = 256 * 1_048_576;

/** Length, manifest, length, payload (deflated), signature over the manifest, which has the hash. */
export async function sealParcel(
  manifest: Omit<Manifest, 'payload'>,
  payload: Payload,
  seed: Uint8Array | undefined,
): Promise<Uint8Array> {
  const plain = utf8(JSON.stringify(toStored(payload)));
  const whole: Manifest = {
    ...manifest,
    payload: { hash: toBase64Url(await sha256(plain)), bytes: plain.length },
  };
  const head = utf8(JSON.stringify(whole));
  const packed = deflateSync(plain, { level: 6 });
  const signature = seed ? await signBytes(seed, joinBytes([context, head])) : new Uint8Array();
  return joinBytes([length(head), head, length(packed), packed, signature]);
}

function length(bytes: Uint8Array): Uint8Array {
  const four = new Uint8Array(4);
  new DataView(four.buffer).setUint32(0, bytes.length);
  return four;
}

export interface OpenedManifest {
  readonly manifest: Manifest;
  readonly signature: SignatureState;
  readonly packed: Uint8Array;
}

function damaged(detail: string) {
  return failed<ParcelProblem>({ tag: 'damaged', detail });
}

/** The manifest and what its signature says; nothing is unpacked yet. */
export async function openManifest(
  bytes: Uint8Array,
): Promise<Result<OpenedManifest, ParcelProblem>> {
  const head = lengthened(bytes, 0);
  const packed = head && lengthened(bytes, 4 + head.length);
  if (!head || !packed) return damaged('machine part is cut off');
  const json = readJson(head);
  const format = formatOf(json);
  if (format !== undefined && format > parcelFormat) {
    return failed({ tag: 'newerFormat', format, known: parcelFormat });
  }
  const parsed = manifestShape.safeParse(json);
  if (!parsed.success) return damaged(`manifest: ${parsed.error.issues[0]?.message ?? ''}`);
  const manifest = parsed.data;
  const signed = bytes.subarray(8 + head.length + packed.length);
  const publicKey = fromBase64Url(manifest.sender.publicKey) ?? new Uint8Array();
  const valid =
    signed.length === signatureLength &&
    (await verifyBytes(publicKey, joinBytes([context, head]), signed));
  const signature = valid ? 'valid' : signed.length === 0 ? 'missing' : 'broken';
  return ok({ manifest, signature, packed });
}

function lengthened(bytes: Uint8Array, at: number): Uint8Array | undefined {
  if (at + 4 > bytes.length) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
  return at + 4 + size > bytes.length ? undefined : bytes.slice(at + 4, at + 4 + size);
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? '');
  } catch {
    return undefined; // the shape check says what is wrong with it
  }
}

function formatOf(json: unknown): number | undefined {
  if (typeof json !== 'object' || json === null || !('format' in json)) return undefined;
  return typeof json.format === 'number' ? json.format : undefined;
}

/** Unpacks and checks the payload against the manifest's hash. */
export async function openPayload({
  manifest,
  packed,
}: OpenedManifest): Promise<Result<Payload, ParcelProblem>> {
  const { bytes, hash } = manifest.payload;
  if (bytes > mostBytes) return damaged('payload is larger than any part that is written');
  let plain: Uint8Array;
  try {
    plain = inflateSync(packed, { out: new Uint8Array(bytes) });
  } catch (error) {
    return damaged(error instanceof Error ? error.message : 'payload cannot be inflated');
  }
  if (plain.length !== bytes || toBase64Url(await sha256(plain)) !== hash) {
    return damaged('payload is not the one that was signed');
  }
  const parsed = payloadShape.safeParse(readJson(plain));
  if (!parsed.success) return damaged(`payload: ${parsed.error.issues[0]?.message ?? ''}`);
  return ok(fromStored(parsed.data));
}
