import { bedWithoutContact, contactWithoutBed } from './bedChecks';
import type { Check } from './check';
import { dailyReportDiffers } from './dailyReportCheck';
import { permitNotValid } from './permitCheck';
import { stockNegative, tubesTooFew, wasteDiffers } from './quantityChecks';

/** Every cross-check, in the order of the page. A new one is a file and a line here. */
export const checks: readonly Check[] = [
  contactWithoutBed,
  bedWithoutContact,
  permitNotValid,
  stockNegative,
  tubesTooFew,
  wasteDiffers,
  dailyReportDiffers,
];
