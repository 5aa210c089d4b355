import { z } from 'zod';
import { parseIsoDate, toInstant, type Instant, type IsoDate } from '../kernel/time';
import type { RowValues } from '../ledger/defineLedger';
import { directions } from '../policy/passageRule';
import type { EarlierPassage, OpenHold, PermitOnHand, Position } from './situation';

const instant = z.number().transform((value): Instant => toInstant(value));
const date = z.string().transform((text, context): IsoDate => {
  const day = parseIsoDate(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'no day' });
  return z.NEVER;
});

const permitRecord = z.object({
  number: z.string(),
  transport: z.enum(['县域内', '市内跨县', '跨市']),
  plate: z.string(),
  validFrom: date,
  validUntil: date,
  status: z.enum(['有效', '注销', '过期', '遗失']),
  voidedAt: instant.optional(),
  driverDocumentNumber: z.string().optional(),
  origin: z.string().optional(),
  destination: z.string().optional(),
  checkpoints: z.array(z.string()).readonly().optional(),
  expectedHours: z.number().optional(),
});

/** A record of the permits' ledger as the judging takes it; undefined where it lacks what a pass has. */
export function readPermit(values: RowValues): PermitOnHand | undefined {
  const read = permitRecord.safeParse(values).data;
  if (!read) return undefined;
  const { driverDocumentNumber, ...permit } = read;
  return { ...permit, driver: driverDocumentNumber };
}

const passageRecord = z.object({
  checkpoint: z.string(),
  direction: z.enum(directions),
  passedAt: instant,
  plate: z.string().optional(),
  slipNumber: z.string().optional(),
  sealNumber: z.string().optional(),
  outcome: z.string(),
});

/** A record of the passages' ledger; `permitNumber` is the number of the pass it names, where known. */
export function readEarlier(
  values: RowValues,
  permitNumber: string | undefined,
): EarlierPassage | undefined {
  const read = passageRecord.safeParse(values).data;
  return read && { ...read, permitNumber };
}

const holdRecord = z.object({
  plate: z.string().optional(),
  documentNumber: z.string().optional(),
  heldFrom: instant,
  releasedAt: instant.optional(),
});

export function readHold(values: RowValues): OpenHold | undefined {
  return holdRecord.safeParse(values).data;
}

/** Where a checkpoint lies, if its record says so. */
export function readPosition({ longitude, latitude }: RowValues): Position | undefined {
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? { longitude, latitude }
    : undefined;
}
