import { z } from 'zod';
import type { FileKind } from '../shared/desktop/contract';
import { isEventId, type EventId } from '../shared/kernel/ids';
import type { Calls, Channel } from './channels';

/** Far above what the store writes at once, far below what would exhaust the memory. */
const mostBytes = 512 << 20;

const eventId = z.custom<EventId>((value) => typeof value === 'string' && isEventId(value));
const bytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= mostBytes,
);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const words = z.string().max(200);
const fileKind = z.strictObject({
  label: words,
  extensions: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).max(20),
}) satisfies z.ZodType<FileKind>;

/**
 * What may cross from the pages: their process is the one that reads strangers' workbooks, so the
 * main process believes none of it unchecked.
 */
export const callArguments: { readonly [C in Channel]: z.ZodType<Parameters<Calls[C]>> } = {
  info: z.tuple([]),
  'files.open': z.tuple([z.array(fileKind).max(20), z.boolean()]),
  'files.save': z.tuple([words.min(1), bytes, fileKind]),
  'watching.state': z.tuple([eventId]),
  'watching.choose': z.tuple([eventId]),
  'watching.stop': z.tuple([eventId]),
  'watching.read': z.tuple([eventId, z.string().min(1).max(255)]),
  'journal.list': z.tuple([]),
  'journal.size': z.tuple([eventId]),
  'journal.read': z.tuple([eventId, count, count.max(mostBytes)]),
  'journal.append': z.tuple([eventId, bytes]),
  'journal.truncate': z.tuple([eventId, count]),
  'journal.readSentinel': z.tuple([eventId]),
  'journal.writeSentinel': z.tuple([eventId, bytes]),
  'journal.freeBytes': z.tuple([]),
  'journal.remove': z.tuple([eventId]),
  'printing.toPdf': z.tuple([words.min(1)]),
  'camera.setOpen': z.tuple([z.boolean()]),
  'window.setTitle': z.tuple([words]),
  'window.setLanguage': z.tuple([z.enum(['zh', 'en'])]),
  'window.quit': z.tuple([]),
  'window.closed': z.tuple([]),
};
