import { z } from 'zod';
import { parseIsoDate, toInstant, type Instant, type IsoDate } from '../../kernel/time';
import type { Row } from '../../ledger/defineLedger';
import { applicationPapers } from '../../policy/passageRule';
import type { Application, Filed, Permit } from './application';

const instant = z.number().transform((value): Instant => toInstant(value));
const date = z.string().transform((text, context): IsoDate => {
  const day = parseIsoDate(text);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'no day' });
  return z.NEVER;
});

const parts = {
  transport: z.enum(['县域内', '市内跨县', '跨市']),
  enterprise: z.string(),
  plate: z.string(),
  driverName: z.string(),
  driverDocumentNumber: z.string(),
  origin: z.string(),
  destination: z.string(),
  goods: z.string(),
  checkpoints: z.array(z.string()).readonly().optional(),
  expectedHours: z.number().optional(),
  validFrom: date,
  validUntil: date,
};

const applicationRecord = z.object({
  ...parts,
  number: z.string().optional(),
  kind: z.enum(['新办', '变更', '延期', '补办']).optional(),
  state: z.enum(['待核验', '待审批', '待发证', '已发证', '已退回']).optional(),
  attached: z.array(z.enum(applicationPapers)).readonly().optional(),
  replaces: z.string().optional(),
  checkedBy: z.string().optional(),
  approver: z.string().optional(),
});

const permitRecord = z.object({
  ...parts,
  number: z.string(),
  status: z.enum(['有效', '注销', '过期', '遗失']),
  issuedAt: instant,
});

/** A record of the applications' ledger; undefined where it lacks what a pass needs. */
export function readApplication({ id, values }: Row): Filed<Application> | undefined {
  const read = applicationRecord.safeParse(values).data;
  return read && { id, values: read };
}

/** A record of the permits' ledger; undefined where it lacks what a pass has. */
export function readFiledPermit({ id, values }: Row): Filed<Permit> | undefined {
  const read = permitRecord.safeParse(values).data;
  return read && { id, values: read };
}
