import { z } from 'zod';

const text = z.string().max(2_000);
const count = z.number().int().nonnegative();
const link = z.object({ sequence: count, hash: z.string().max(64) }).readonly();

/** `exchange`: everything. `masked`: no sensitive field, no changes. `receipt`: says what arrived. */
const kind = z.enum(['exchange', 'masked', 'template', 'receipt', 'enrolment']);

const sender = z
  .object({
    device: text,
    /** Base64url of the 32 bytes of its Ed25519 key: what is enrolled. */
    publicKey: text,
    deviceName: text,
    unit: text,
    operator: text,
  })
  .readonly();

const receipt = z
  .object({
    parcel: text,
    part: count,
    at: z.number(),
    changes: count,
    edits: count,
    rejected: count,
  })
  .readonly();

/** What stands at the head of the machine sheet: read before anything else is unpacked. */
export const manifestShape = z
  .object({
    format: count,
    kind,
    /** One sending, whatever number of files it takes. */
    parcel: text,
    part: z.object({ index: count, of: count }).readonly(),
    /** Counts the sendings of this device to this receiver. */
    number: count,
    event: z.object({ id: text, name: text }).readonly(),
    sender,
    /** Milliseconds by the sender's clock. */
    sentAt: z.number(),
    to: text.optional(),
    ledgers: z
      .array(
        z.object({ id: text, version: count, title: text, rows: count, changes: count }).readonly(),
      )
      .readonly(),
    /** Names of the devices that made what is passed on, by id; absent in those of before. */
    devices: z.record(z.string(), text).readonly().optional(),
    /** By ledger and device. */
    seen: z.record(z.string(), z.record(z.string(), z.array(link).readonly())),
    receipts: z.array(receipt).readonly(),
    /** SHA-256 of the payload, base64url; its length in bytes. */
    payload: z.object({ hash: text, bytes: count }).readonly(),
  })
  .readonly();

export type Manifest = z.infer<typeof manifestShape>;
export type ParcelKind = Manifest['kind'];
export type Sender = Manifest['sender'];

/** Raised when a reader of before could misread what is written now. */
export const parcelFormat = 1;
